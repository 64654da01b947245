using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DataPackage.Consumer.Tests;

/// <summary>Packages whose bytes are a resource and whose documentation is completed after the compiler, in real
/// builds. The packages are small; a property chooses the delivery.</summary>
[Collection(Packages.Name)]
public class LargePackageTests(Strangers strangers)
{
    private const string Resource = "DataPackageDelivery=resource";
    private const string Literals = "DataPackageDelivery=literals";

    [Fact]
    public void Both_deliveries_give_the_same_program_and_the_same_documentation()
    {
        var (library, app) = Make("SameLarge");

        Assert.Equal(["Plum cake (60), Rye bread (90)"], LinesOf(app, Literals));
        var documentation = File.ReadAllBytes(Output(library, "OwnLibrary.xml"));
        Assert.DoesNotContain("DataPackage.Data", ResourcesOf(Output(library, "OwnLibrary.dll")));

        Assert.Equal(["Plum cake (60), Rye bread (90)"], LinesOf(app, "DataPackageLargeFrom=50"));
        Assert.Equal(documentation, File.ReadAllBytes(Output(library, "OwnLibrary.xml")));
        Assert.Contains("DataPackage.Data", ResourcesOf(Output(library, "OwnLibrary.dll")));

        // A build that was stopped after the compiler, and one that was stopped before it noted that all was done.
        File.Delete(strangers.Folder($"{library}/obj/Debug/net8.0/datapackage/documented"));
        LinesOf(app, "DataPackageLargeFrom=50");
        Assert.Equal(documentation, File.ReadAllBytes(Output(library, "OwnLibrary.xml")));
    }

    [Fact]
    public void Rebuilds_see_seeds_that_were_edited_broken_mended_added_and_removed()
    {
        var (library, app) = Make("RebuiltLarge");
        var recipes = strangers.Folder($"{library}/seeds/recipes");
        LinesOf(app, Resource);
        var built = File.GetLastWriteTimeUtc(Output(library, "OwnLibrary.dll"));
        LinesOf(app, Resource);
        Assert.Equal(built, File.GetLastWriteTimeUtc(Output(library, "OwnLibrary.dll")));

        File.WriteAllText(Path.Combine(recipes, "plum-cake.yaml"), "name: Plum cake\nminutes: 61\n");
        File.WriteAllText(Path.Combine(recipes, "oat-cake.yaml"), "name: Oat cake\nminutes: 30\n");
        Assert.Equal(["Oat cake (30), Plum cake (61), Rye bread (90)"], LinesOf(app, Resource));

        File.Delete(Path.Combine(recipes, "oat-cake.yaml"));
        File.WriteAllText(Path.Combine(recipes, "plum-cake.yaml"), "name: Plum cake\nminutes: 61\nminute: 5\n");
        var errors = strangers.ErrorsOf(library, $"-p:{Resource}");
        var error = Assert.Single(errors);
        Assert.Equal(
            ("seeds/recipes/plum-cake.yaml", 3, 1, "DP1002"),
            (error.File, error.Line, error.Column, error.Code)
        );
        Assert.Equal(strangers.ErrorsOf(library, $"-p:{Literals}"), errors);

        File.WriteAllText(Path.Combine(recipes, "plum-cake.yaml"), "name: Plum cake\nminutes: 62\n");
        Assert.Equal(["Plum cake (62), Rye bread (90)"], LinesOf(app, Resource));

        // An edit of documentation alone: the compiler has nothing to do.
        var schema = strangers.Folder($"{library}/seeds/schema/Recipe.yaml");
        File.WriteAllText(
            schema,
            File.ReadAllText(schema).Replace("type: integer,", "type: integer, label: Time,", StringComparison.Ordinal)
        );
        LinesOf(app, Resource);
        var documentation = File.ReadAllText(Output(library, "OwnLibrary.xml"));
        Assert.Contains("Time: 90", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("Minutes: 90", documentation, StringComparison.Ordinal);

        strangers.Succeed(library, "clean");
        Assert.Empty(
            Directory.EnumerateFiles(strangers.Folder($"{library}/obj"), "data*", SearchOption.AllDirectories)
        );
    }

    [Fact]
    public void Where_the_program_does_not_start_the_compiler_reads_the_seeds_and_the_build_says_so_once()
    {
        var (library, _) = Make("AloneLarge");

        var output = strangers.Succeed(library, "build", $"-p:{Resource}", "-p:_DataPackageDotnet=no-such-program");

        Assert.Equal(2, output.Split("the compiler reads the seeds itself").Length);
        Assert.DoesNotContain("DataPackage.Data", ResourcesOf(Output(library, "OwnLibrary.dll")));
    }

    [Fact]
    public void Packages_of_several_frameworks_are_the_same_from_two_folders()
    {
        var (one, other) = (Pack("OneLarge"), Pack("OtherLarge"));

        Assert.Equal(4, one.Count);
        foreach (var (name, bytes) in one)
            Assert.Equal(bytes, other[name]);
    }

    /// <summary>The files of the packed library.</summary>
    private Dictionary<string, byte[]> Pack(string folder)
    {
        var (library, _) = Make(folder);
        var project = strangers.Folder($"{library}/OwnLibrary.csproj");
        File.WriteAllText(
            project,
            File.ReadAllText(project)
                .Replace(
                    "<TargetFramework>net8.0</TargetFramework>",
                    "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>",
                    StringComparison.Ordinal
                )
        );
        string[] properties =
        [
            $"-p:{Resource}",
            "-p:Version=1.0.0-test",
            // What a build server does with the folder of a repository.
            $"-p:PathMap={strangers.Folder(library)}=/_/",
        ];
        strangers.Succeed(library, ["pack", "-graph", "-o", ".", .. properties]);
        using var package = ZipFile.OpenRead(
            Assert.Single(Directory.EnumerateFiles(strangers.Folder(library), "*.nupkg"))
        );
        return package
            .Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, BytesOf);
    }

    /// <summary>Copies of the library and of its program, in a folder of their own.</summary>
    private (string Library, string App) Make(string folder)
    {
        foreach (var project in new[] { "OwnLibrary", "OwnLibraryApp" })
            strangers.Copy(project, $"{folder}/{project}");
        return ($"{folder}/OwnLibrary", $"{folder}/OwnLibraryApp");
    }

    private string[] LinesOf(string app, string property) => strangers.LinesOf(app, $"--property:{property}");

    private string Output(string library, string file) => strangers.Folder($"{library}/bin/Debug/net8.0/{file}");

    private static List<string> ResourcesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.ManifestResources.Select(resource =>
                metadata.GetString(metadata.GetManifestResource(resource).Name)
            ),
        ];
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
