namespace DataPackage.Consumer.Tests;

/// <summary>A second build, for which only the seeds have changed.</summary>
[Collection(Packages.Name)]
public class RebuildTests(Strangers strangers)
{
    private const string Project = "Rebuilt";

    /// <summary>Neither leaves an input of the compiler that is newer than its output.</summary>
    [Fact]
    public void A_build_sees_that_a_seed_was_moved_away_and_moved_back()
    {
        strangers.Copy("OwnKinds", Project);
        File.WriteAllText(
            Path.Combine(strangers.Folder(Project), "Program.cs"),
            "System.Console.WriteLine(string.Join(' ', Coast.Keepers.All.Select(keeper => keeper.Id)));"
        );
        var keepers = Directory.CreateDirectory(Path.Combine(strangers.Folder(Project), "seeds", "keepers")).FullName;
        var seed = Path.Combine(keepers, "eve-holm.yaml");
        var away = Path.Combine(strangers.Folder(Project), "eve-holm.yaml");
        File.WriteAllText(seed, "name: Eve Holm\n");
        Assert.Equal(["ada-lund eve-holm ole-brandt"], strangers.LinesOf(Project));

        File.Move(seed, away);
        Assert.Equal(["ada-lund ole-brandt"], strangers.LinesOf(Project));
        File.Move(away, seed);
        Assert.Equal(["ada-lund eve-holm ole-brandt"], strangers.LinesOf(Project));
    }
}
