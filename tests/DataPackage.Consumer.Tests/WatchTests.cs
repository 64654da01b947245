namespace DataPackage.Consumer.Tests;

/// <summary>A real 'dotnet watch' on a program with seeds of its own and a reference to a project with seeds.</summary>
[Collection(Packages.Name)]
public class WatchTests(Strangers strangers)
{
    private const string Ready = "dotnet watch : Waiting for changes";
    private const string Restarted = "dotnet watch : Restart is needed to apply the changes.";

    [Fact]
    public async Task A_running_program_sees_edited_seeds_its_own_and_those_of_a_project_that_it_references()
    {
        foreach (var project in new[] { "Watched", "OwnLibrary" })
            strangers.Copy(project, Path.Combine("watch", project));
        using var program = new WatchedProgram(
            strangers.Command(Path.Combine("watch", "Watched"), "watch", "--non-interactive")
        );
        await program.Says(Ready, "2 ships, Tern of 1905 (not 1899), found: tern; 1 Norwegian; Rye bread: 90");
        program.Take();

        Edit("Watched/seeds/ships.yaml", "1905", "1906");
        await program.Says("2 ships, Tern of 1906 (not 1899), found: tern; 1 Norwegian; Rye bread: 90");
        Edit("Watched/seeds/ships.yaml", "1899", "1898");
        await program.Says("2 ships, Tern of 1906 (not 1898), found: tern; 1 Norwegian; Rye bread: 90");
        Edit("OwnLibrary/seeds/recipes/rye-bread.yaml", "90", "95");
        await program.Says("2 ships, Tern of 1906 (not 1898), found: tern; 1 Norwegian; Rye bread: 95");
        Edit("Watched/seeds/ships.yaml", "name: Tern", "name: The Tern rebuilt by her second owner");
        await program.Says(
            "2 ships, The Tern rebuilt by her second owner of 1906 (not 1898), found: ; 1 Norwegian; Rye bread: 95"
        );
        Assert.DoesNotContain(Restarted, program.Take());

        // These are read once, when a program starts: a list of a group, and which entities there are.
        Edit("Watched/seeds/ships.yaml", "flag: denmark", "flag: norway");
        await program.Says(
            Ready,
            "2 ships, The Tern rebuilt by her second owner of 1906 (not 1898), found: ; 2 Norwegian; Rye bread: 95"
        );
        Assert.Contains(Restarted, program.Take());
        Edit("Watched/seeds/ships.yaml", "gull:", "auk: { name: Tern, launched: 1890, flag: denmark }\ngull:");
        await program.Says(
            "3 ships, The Tern rebuilt by her second owner of 1906 (not 1898), found: auk; 2 Norwegian; Rye bread: 95"
        );
        Assert.Contains(Restarted, program.Take());
    }

    /// <summary>A hot reload replaces code, and the data are not in it.</summary>
    [Fact]
    public async Task A_running_program_whose_data_are_a_resource_restarts_after_an_edited_seed()
    {
        strangers.Copy("Watched", Path.Combine("watch-large", "Watched"));
        strangers.Copy("OwnLibrary", Path.Combine("watch-large", "OwnLibrary"));
        using var program = new WatchedProgram(
            strangers.Command(
                Path.Combine("watch-large", "Watched"),
                "watch",
                "--non-interactive",
                "--property:DataPackageDelivery=resource"
            )
        );
        await program.Says(Ready, "2 ships, Tern of 1905 (not 1899), found: tern; 1 Norwegian; Rye bread: 90");
        program.Take();

        Edit("Watched/seeds/ships.yaml", "1905", "1906", "watch-large");
        await program.Says(Ready, "2 ships, Tern of 1906 (not 1899), found: tern; 1 Norwegian; Rye bread: 90");
        Assert.Contains(Restarted, program.Take());
        Edit("OwnLibrary/seeds/recipes/rye-bread.yaml", "90", "95", "watch-large");
        await program.Says("2 ships, Tern of 1906 (not 1899), found: tern; 1 Norwegian; Rye bread: 95");
        Assert.Contains(Restarted, program.Take());
    }

    private void Edit(string file, string old, string now, string folder = "watch")
    {
        var path = Path.Combine(strangers.Folder(folder), file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));
    }
}
