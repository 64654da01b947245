using System.IO.Compression;
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
