using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace DataPackage.Consumer.Tests;

/// <summary>A package that somebody packs who has seeds, and says nothing of packing in the project.</summary>
[Collection(Packages.Name)]
public class PackingTests(Strangers strangers)
{
    [Fact]
    public void A_package_of_seeds_is_documented_and_its_nuspec_says_what_the_seeds_say_of_it()
    {
        strangers.Succeed("Lights", "pack", "--output", "packed");

        using var package = ZipFile.OpenRead(PathOf("Lights"));
        foreach (var framework in new[] { "net8.0", "net10.0" })
            Assert.Contains("West Point", DocumentationIn(package, framework), StringComparison.Ordinal);
        var nuspec = NuspecIn(package);
        Assert.Equal("The lighthouses of the west", nuspec["title"]);
        Assert.Equal("Every light, its height & its keeper; 100% surveyed", nuspec["description"]);
        Assert.Equal("Ada Lund,Brandt Ole", nuspec["authors"]);
        Assert.Equal("CC-BY-4.0 AND ODbL-1.0", nuspec["license"]);
        // The project says it.
        Assert.Equal("own", nuspec["tags"]);
    }

    [Fact]
    public void What_the_seeds_do_not_say_of_a_package_is_as_in_any_other()
    {
        strangers.Succeed("Hearings", "pack", "--output", "packed");

        using var package = ZipFile.OpenRead(PathOf("Hearings"));
        var nuspec = NuspecIn(package);
        Assert.Equal("Hearings of the year", nuspec["title"]);
        Assert.Equal("hearings sea-law", nuspec["tags"]);
        Assert.Equal("Package Description", nuspec["description"]);
        Assert.Equal("Hearings", nuspec["authors"]);
        Assert.False(nuspec.ContainsKey("license"));
    }

    [Fact]
    public void A_package_has_its_facts_and_a_version_that_promises_more_than_it_keeps_is_refused()
    {
        var project = Path.Combine("released", "Lights");
        strangers.Copy("Lights", project);
        Pack(project, "1.0.0");
        var facts = TextIn(project, "1.0.0", "datapackage/facts.tsv");
        Assert.Contains("member\taccessor\tLights.WestPoint\tLight/west-point\n", facts, StringComparison.Ordinal);

        var seeds = Path.Combine(strangers.Folder(project), "seeds");
        Directory.CreateDirectory(Path.Combine(seeds, "releases", "changes"));
        File.WriteAllText(Path.Combine(seeds, "releases", "facts.tsv"), facts);
        File.WriteAllText(
            Path.Combine(seeds, "releases", "ledger.tsv"),
            Ledger("Light/east-point", "Light/west-point")
        );
        File.WriteAllText(Path.Combine(seeds, "releases", "changes", "1.0.0.jsonl"), "{}\n");
        File.AppendAllText(Path.Combine(seeds, "lights.yaml"), "north-point: { name: North Point, height: 12 }\n");

        var refused = strangers.Try(project, "pack", "--output", "packed", VersionOption("1.0.1"));
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(
            "error DP4012: What changed since 1.0.0 needs at least version 1.1.0, and the version is 1.0.1-test: minor: "
                + "Light/north-point is new",
            refused.Output,
            StringComparison.Ordinal
        );
        Pack(project, "1.1.0");
        Assert.Equal("{}\n", TextIn(project, "1.1.0", "datapackage/changes/1.0.0.jsonl"));
        Assert.Equal(["DataPackage.Changes.1.0.0.jsonl"], ResourcesIn(project, "1.1.0", "lib/net8.0/Lights.dll"));

        // While seeds are edited, the compiler finds an id that is lost.
        File.WriteAllText(Path.Combine(seeds, "lights.yaml"), "west-point: { name: West Point, height: 41 }\n");
        var stale = strangers.Try(project, "pack", "--no-build", "--output", "packed", VersionOption("1.1.0"));
        Assert.NotEqual(0, stale.ExitCode);
        Assert.Contains("lights.yaml is newer than", stale.Output, StringComparison.Ordinal);
        var lost = strangers.ErrorsOf(project, "--framework", "net10.0");
        Assert.Contains(
            lost,
            error => (error.File, error.Line, error.Code) == ("seeds/releases/ledger.tsv", 3, "DP4010")
        );
    }

    private void Pack(string project, string version) =>
        strangers.Succeed(project, "pack", "--output", "packed", VersionOption(version));

    /// <summary>A pre-release, like the packages of this run that it depends on.</summary>
    private static string VersionOption(string version) => $"-p:PackageVersion={version}-test";

    /// <summary>What <c>datapackage release 1.0.0</c> writes for these ids.</summary>
    internal static string Ledger(params string[] ids)
    {
        var text =
            "datapackage-ledger\t1\nreleased\t1.0.0\n" + string.Concat(ids.Select(id => $"id\t{id}\t1.0.0\tlive\n"));
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $"{text}checksum\t{checksum}\n";
    }

    private string TextIn(string project, string version, string entry)
    {
        using var package = ZipFile.OpenRead(
            Path.Combine(strangers.Folder(project), "packed", $"Lights.{version}-test.nupkg")
        );
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    private string[] ResourcesIn(string project, string version, string entry)
    {
        using var package = ZipFile.OpenRead(
            Path.Combine(strangers.Folder(project), "packed", $"Lights.{version}-test.nupkg")
        );
        using var assembly = new MemoryStream();
        using (var packed = package.GetEntry(entry)!.Open())
            packed.CopyTo(assembly);
        assembly.Position = 0;
        using var portable = new PEReader(assembly);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.ManifestResources.Select(at => metadata.GetString(metadata.GetManifestResource(at).Name))];
    }

    private string PathOf(string project) =>
        Path.Combine(strangers.Folder(project), "packed", $"{project}.{strangers.Version}.nupkg");

    /// <summary>The text that editors show for an accessor.</summary>
    private static string DocumentationIn(ZipArchive package, string framework)
    {
        using var file = package.GetEntry($"lib/{framework}/Lights.xml")!.Open();
        return XDocument
            .Load(file)
            .Descendants("member")
            .Single(member => member.Attribute("name")!.Value == "P:Lights.Lights.WestPoint")
            .Value;
    }

    private static Dictionary<string, string> NuspecIn(ZipArchive package)
    {
        using var file = package
            .Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Open();
        return XDocument
            .Load(file)
            .Root!.Elements()
            .Single()
            .Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
    }
}
