namespace DataPackage.Consumer.Tests;

/// <summary>Migrations of Entity Framework, written by its own tool, over a package whose data change.</summary>
[Collection(Packages.Name)]
public class MigrationTests(Strangers strangers)
{
    private const string Port = "Port";

    [Fact]
    public void A_migration_inserts_and_updates_what_the_package_has_changed_and_deletes_no_row()
    {
        AddMigration("First");
        Assert.Equal(
            ["aurora, Aurora, aurora; boreas, Boreas, boreas; cygnus, Cygnus, cygnus", "aurora; boreas; cygnus"],
            strangers.LinesOf(Port)
        );

        // One ship has another name, one another id, one leaves, one is new.
        Write("aurora", "name: Awrora");
        File.Delete(Seed("boreas"));
        Write("borea", "name: Borea\nformerIds: [boreas]");
        File.Delete(Seed("cygnus"));
        Write("delphin", "name: Delphin");
        AddMigration("Second");

        var operations = UpOf("Second").Split("migrationBuilder.")[1..];
        Assert.Equal(
            ["UpdateData", "UpdateData", "UpdateData", "InsertData"],
            operations.Select(operation => operation[..operation.IndexOf('(', StringComparison.Ordinal)])
        );
        Assert.Contains("""{ "borea", "borea", "Borea" }""", operations[^1], StringComparison.Ordinal);
        Assert.Contains("""{ "delphin", "delphin", "Delphin" }""", operations[^1], StringComparison.Ordinal);
        Assert.Equal(
            [
                "aurora, Awrora, aurora; borea, Borea, borea; boreas, Borea, borea; cygnus, Cygnus, gone; "
                    + "delphin, Delphin, delphin",
                "aurora; borea; cygnus",
            ],
            strangers.LinesOf(Port)
        );

        // What has left the package is still in the model, so the next migration has nothing to delete.
        Ef("migrations", "has-pending-model-changes", "--no-build");
    }

    private void AddMigration(string name)
    {
        strangers.Succeed(Port, "build");
        Ef("migrations", "add", name, "--no-build");
    }

    /// <summary>The tool as it was restored, by its file. 'dotnet ef' looks in a list of the machine, in which the
    /// deleted cache of an earlier run stays for ever.</summary>
    private void Ef(params string[] arguments)
    {
        strangers.Succeed(Port, "tool", "restore");
        var tool = Directory
            .EnumerateFiles(strangers.Folder("cache/dotnet-ef"), "dotnet-ef.dll", SearchOption.AllDirectories)
            .Single();
        strangers.Succeed(Port, [tool, .. arguments]);
    }

    private string Seed(string id) => Path.Combine(strangers.Folder(Port), "seeds", "ships", id + ".yaml");

    private void Write(string id, string seed) => File.WriteAllText(Seed(id), seed + "\n");

    private string UpOf(string migration)
    {
        var code = File.ReadAllText(
            Directory.EnumerateFiles(Path.Combine(strangers.Folder(Port), "Migrations"), $"*_{migration}.cs").Single()
        );
        return code[..code.IndexOf("void Down", StringComparison.Ordinal)];
    }
}
