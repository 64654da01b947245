namespace DataPackage.Consumer.Tests;

/// <summary>A program of one file, with seeds beside it.</summary>
[Collection(Packages.Name)]
public class FileBasedTests(Strangers strangers)
{
    [Fact]
    public void A_program_of_one_file_has_its_seeds_beside_it_and_sees_every_edit()
    {
        var folder = strangers.Folder("FileBased");
        Replace("app.cs", "@*", "@" + strangers.Version);

        Assert.Equal(["1905", """{"Ship":"tern"}"""], Run());
        // Without the package's setting, the SDK takes the program for up to date.
        Replace(Path.Combine("seeds", "ships.yaml"), "1905", "1906");
        Assert.Equal(["1906", """{"Ship":"tern"}"""], Run());

        // As if it were large.
        Replace("app.cs", "#:property", "#:property DataPackageDelivery=resource\n#:property");
        Assert.Equal(["1906", """{"Ship":"tern"}"""], Run());
        Assert.Single(Directory.EnumerateFiles(strangers.Folder("data"), "data.bin", SearchOption.AllDirectories));
        Replace(Path.Combine("seeds", "ships.yaml"), "1906", "1907");
        Assert.Equal(["1907", """{"Ship":"tern"}"""], Run());

        void Replace(string file, string old, string now) =>
            File.WriteAllText(
                Path.Combine(folder, file),
                File.ReadAllText(Path.Combine(folder, file)).Replace(old, now, StringComparison.Ordinal)
            );
    }

    /// <summary>The SDK keeps what it builds with the user's data, which are here a folder of the workspace.</summary>
    private string[] Run()
    {
        var folder = Directory.CreateDirectory(strangers.Folder("data")).FullName;
        var data = new Dictionary<string, string> { ["XDG_DATA_HOME"] = folder };
        var result = strangers.Try("FileBased", data, "run", "app.cs");
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
