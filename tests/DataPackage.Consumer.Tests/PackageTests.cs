using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Consumer.Tests;

/// <summary>What is in the packages, and what must never be.</summary>
[Collection(Packages.Name)]
public partial class PackageTests(Strangers packages, ITestOutputHelper output)
{
    private const int ShingleLength = 8;

    public static TheoryData<string> Ids => new("DataPackage", "DataPackage.Runtime", "DataPackage.Generator");

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_what_it_is_and_under_which_licence(string id)
    {
        var nuspec = Nuspec(id);

        foreach (var element in new[] { "description", "authors", "tags", "copyright" }) Assert.NotEmpty(Value(nuspec, element));
        Assert.Equal("README.md", Value(nuspec, "readme"));
        Assert.Equal("icon.png", Value(nuspec, "icon"));
        Assert.Equal(id == "DataPackage" ? "MIT AND CC-BY-4.0" : "MIT", Value(nuspec, "license"));
        Assert.Superset(new HashSet<string> { "README.md", "icon.png" }, Entries(id).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_data_package_holds_data_and_depends_on_the_runtime_alone()
    {
        Assert.Equal(["lib/net8.0/DataPackage.dll", "lib/net8.0/DataPackage.xml"], Entries("DataPackage").Where(entry => entry.Contains('/', StringComparison.Ordinal) && !IsPackaging(entry)));
        Assert.Equal(["DataPackage.Runtime"], Dependencies("DataPackage"));
        Assert.Empty(Dependencies("DataPackage.Runtime"));
        Assert.Empty(Value(Nuspec("DataPackage"), "developmentDependency"));
        foreach (var id in new[] { "DataPackage", "DataPackage.Runtime" }) Assert.True(File.Exists(packages.PathOf(id, ".snupkg")), id);
    }

    [Fact]
    public void The_generator_package_is_of_build_time_parts_only()
    {
        Assert.Equal(
            ["analyzers/dotnet/cs/DataPackage.Generator.dll", "analyzers/dotnet/cs/YamlDotNet.dll", "build/DataPackage.Generator.props", "build/DataPackage.Generator.targets"],
            Entries("DataPackage.Generator").Where(entry => entry.Contains('/', StringComparison.Ordinal) && !IsPackaging(entry)).Order(StringComparer.Ordinal));
        Assert.Contains("THIRD-PARTY-NOTICES.txt", Entries("DataPackage.Generator"));
        Assert.Empty(Dependencies("DataPackage.Generator"));
        Assert.Equal("true", Value(Nuspec("DataPackage.Generator"), "developmentDependency"));
    }

    [Fact]
    public void No_packed_file_names_a_folder_of_the_machine_that_built_it()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folders = new[] { Repository.Root, packages.Artifacts, home }.Where(folder => folder.Length > 1).ToList();

        foreach (var (name, bytes) in AllFiles())
            foreach (var text in Texts(bytes))
                Assert.All(folders, folder => Assert.False(text.Contains(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), $"{name} names {folder}"));
    }

    [Fact]
    public void No_packed_file_repeats_eight_words_of_a_source_text()
    {
        var shingles = SourceTexts().SelectMany(text => Shingles(text)).ToHashSet(StringComparer.Ordinal);
        output.WriteLine(shingles.Count == 0 ? "No source texts beside the repository: nothing to compare with." : $"{shingles.Count} stretches compared.");

        foreach (var (name, bytes) in AllFiles())
            foreach (var text in Texts(bytes))
                Assert.DoesNotContain(Shingles(text), shingle => Reported(name, shingle, shingles));
    }

    [Fact]
    public void The_search_for_repeated_words_finds_what_is_there()
    {
        var own = File.ReadAllText(Repository.PathOf("seeds/articles/dmitriev-in-washington.md"));
        var shingles = Shingles(own[(own.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]).ToHashSet(StringComparer.Ordinal);

        var dll = AllFiles().Single(file => file.Name.EndsWith("lib/net8.0/DataPackage.dll", StringComparison.Ordinal));

        Assert.Superset(shingles.Skip(10).Take(100).ToHashSet(StringComparer.Ordinal), Texts(dll.Bytes).SelectMany(Shingles).ToHashSet(StringComparer.Ordinal));
    }

    private static bool Reported(string name, string shingle, HashSet<string> shingles) =>
        shingles.Contains(shingle) ? throw new InvalidOperationException($"{name} repeats: {shingle}") : false;

    private static IEnumerable<string> SourceTexts()
    {
        var folder = Environment.GetEnvironmentVariable("DATAPACKAGE_SOURCE_TEXTS");
        return string.IsNullOrEmpty(folder) ? [] : Directory.GetFiles(folder, "*.txt").Select(File.ReadAllText);
    }

    private static IEnumerable<string> Shingles(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList();
        for (var i = 0; i + ShingleLength <= words.Count; i++) yield return string.Join(' ', words.Skip(i).Take(ShingleLength));
    }

    /// <summary>The bytes read as text in each encoding in which a compiler writes strings; UTF-16 from either byte on.</summary>
    private static IEnumerable<string> Texts(byte[] bytes)
    {
        yield return Encoding.UTF8.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes, Math.Min(1, bytes.Length), Math.Max(0, bytes.Length - 1));
    }

    private IEnumerable<(string Name, byte[] Bytes)> AllFiles()
    {
        foreach (var path in Directory.GetFiles(packages.Feed))
        {
            using var package = ZipFile.OpenRead(path);
            foreach (var entry in package.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open()) stream.CopyTo(content);
                yield return ($"{Path.GetFileName(path)}!{entry.FullName}", content.ToArray());
            }
        }
    }

    private static bool IsPackaging(string entry) =>
        entry.StartsWith("_rels/", StringComparison.Ordinal) || entry.StartsWith("package/", StringComparison.Ordinal);

    private List<string> Entries(string id)
    {
        using var package = ZipFile.OpenRead(packages.PathOf(id));
        return package.Entries.Select(entry => entry.FullName).ToList();
    }

    private XDocument Nuspec(string id)
    {
        using var package = ZipFile.OpenRead(packages.PathOf(id));
        using var stream = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(stream);
    }

    private static string Value(XDocument nuspec, string element) =>
        nuspec.Descendants().FirstOrDefault(each => each.Name.LocalName == element)?.Value ?? "";

    private List<string> Dependencies(string id) =>
        Nuspec(id).Descendants().Where(each => each.Name.LocalName == "dependency").Select(each => each.Attribute("id")!.Value).ToList();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
