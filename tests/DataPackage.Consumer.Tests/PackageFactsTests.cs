using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Consumer.Tests;

/// <summary>What is in the packages, and what must not be.</summary>
[Collection(Packages.Name)]
public class PackageFactsTests(Strangers strangers, ITestOutputHelper output)
{
    private const string Data = "DataPackage";
    private const string Runtime = "DataPackage.Runtime";
    private const string Generator = "DataPackage.Generator";

    [Fact]
    public void Three_packages_are_made_and_symbols_for_the_two_that_are_debugged() =>
        Assert.Equal(
            new[] { (Data, "nupkg"), (Data, "snupkg"), (Generator, "nupkg"), (Runtime, "nupkg"), (Runtime, "snupkg") }
                .Select(package => $"{package.Item1}.{strangers.Version}.{package.Item2}"),
            Directory.GetFiles(strangers.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_generator_package_brings_the_generator_its_parser_and_the_build_files_and_nothing_to_reference() =>
        Assert.Equal(
            [
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/DataPackage.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/DataPackage.Generator.props",
                "build/DataPackage.Generator.targets",
                "icon.png",
            ],
            ContentOf(Generator));

    [Fact]
    public void The_generator_package_is_a_development_dependency_and_depends_on_nothing()
    {
        var facts = NuspecOf(Generator);

        Assert.Equal("true", Fact(facts, "developmentDependency"));
        Assert.DoesNotContain(facts.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void The_notice_of_the_bundled_parser_has_its_licence()
    {
        var notice = File.ReadAllText(strangers.Extract(Generator, "THIRD-PARTY-NOTICES.txt"));

        Assert.Contains("YamlDotNet", notice, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", notice, StringComparison.Ordinal);
        Assert.Contains("Antoine Aubry", notice, StringComparison.Ordinal);
    }

    /// <summary>A generator built on a newer compiler than the user's is skipped.</summary>
    [Fact]
    public void The_generator_runs_in_every_compiler_since_the_one_of_the_first_NET_8_SDK()
    {
        using var assembly = new PEReader(File.OpenRead(strangers.Extract(Generator, "analyzers/dotnet/cs/DataPackage.Generator.dll")));
        var reader = assembly.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(reader.GetAssemblyReference).ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);

        Assert.True(references["Microsoft.CodeAnalysis"] <= new Version(4, 8, 0, 0), $"It needs the compiler {references["Microsoft.CodeAnalysis"]}.");
        Assert.Equal(new Version(2, 0, 0, 0), references["netstandard"]);
    }

    [Theory]
    [InlineData(Data)]
    [InlineData(Runtime)]
    public void The_packages_of_the_data_and_of_the_runtime_bring_a_documented_assembly_and_nothing_that_runs_in_the_build(string id)
    {
        Assert.Equal(["README.md", "icon.png", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"], ContentOf(id));
        // As a development dependency it would give its consumers nothing to compile against.
        Assert.Null(Fact(NuspecOf(id), "developmentDependency"));
    }

    [Fact]
    public void The_data_package_depends_on_the_runtime_only_and_the_runtime_on_nothing()
    {
        var dependency = Assert.Single(NuspecOf(Data).Descendants(), element => element.Name.LocalName == "dependency");

        Assert.Equal((Runtime, strangers.Version), (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value));
        Assert.DoesNotContain(NuspecOf(Runtime).Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Theory]
    [InlineData(Data, "MIT AND CC-BY-4.0")]
    [InlineData(Runtime, "MIT")]
    [InlineData(Generator, "MIT")]
    public void Each_package_says_what_it_is_and_how_it_may_be_used(string id, string license)
    {
        var facts = NuspecOf(id);

        Assert.Equal(id, Fact(facts, "id"));
        Assert.Equal(license, Fact(facts, "license"));
        Assert.Equal("README.md", Fact(facts, "readme"));
        Assert.Equal("icon.png", Fact(facts, "icon"));
        Assert.NotEqual(id, Fact(facts, "authors"));
        Assert.True(Fact(facts, "description")?.Length > 80, "The description is missing or says nothing.");
        Assert.True(Fact(facts, "tags")?.Split(' ').Length >= 3, "There are too few tags to be found by.");
        Assert.StartsWith("# ", File.ReadAllText(strangers.Extract(id, "README.md")), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(strangers.Extract(id, "icon.png"))[..4]);
    }

    [Theory]
    [InlineData(Data)]
    [InlineData(Runtime)]
    public void The_symbols_belong_to_the_packed_assembly(string id)
    {
        using var assembly = new PEReader(File.OpenRead(strangers.Extract(id, $"lib/net8.0/{id}.dll")));
        var expected = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(PackedFile.AllOf(strangers.PathOf(id, ".snupkg"))
            .Single(file => file.Name.EndsWith($"lib/net8.0/{id}.pdb", StringComparison.Ordinal)).Bytes));

        Assert.Equal(expected, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    [Fact]
    public void No_packed_file_names_a_folder_of_the_machine_that_packed_it()
    {
        var folders = new[] { Repository.Root, strangers.Workspace, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
            .Where(folder => folder.Trim(Path.DirectorySeparatorChar).Length > 0)
            .Select(folder => folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar);
        var files = OwnFiles();

        Assert.Contains(files, file => Holds(file, "/_/src/DataPackage.Generator/"));
        Assert.All(folders, folder => Assert.DoesNotContain(files, file => Holds(file, folder)));
    }

    [Fact]
    public void No_packed_file_repeats_eight_words_of_a_text_that_is_not_ours()
    {
        var folder = Environment.GetEnvironmentVariable("DATAPACKAGE_SOURCE_TEXTS") ?? Repository.PathOf("../shared/seeds");
        var texts = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [];
        if (texts.Length == 0)
        {
            output.WriteLine("There is no source text beside the repository (DATAPACKAGE_SOURCE_TEXTS names no folder with *.txt): there is nothing to compare with.");
            return;
        }

        foreach (var text in texts)
        {
            var passages = new RepeatedPassages(File.ReadAllText(text));
            Assert.False(passages.IsEmpty, $"{Path.GetFileName(text)} has no eight words.");
            Assert.Equal([], AllFiles().SelectMany(file => passages.In(file.Bytes), (file, passage) => $"{file}: {passage}"));
        }

        output.WriteLine($"Compared with {texts.Length} source text(s).");
    }

    /// <summary>The search above would be worth nothing if it could not see into the files: here are texts that must be found in each sort of them.</summary>
    [Fact]
    public void The_search_for_repeated_passages_finds_those_that_are_there()
    {
        var files = AllFiles();
        var article = new RepeatedPassages(File.ReadAllText(Repository.PathOf("seeds/articles/dmitriev-in-washington-de.md")));
        var summary = new RepeatedPassages("Former banker? No: Special envoy of the White House for the Middle East and Russia, and Kirill");
        var message = new RepeatedPassages("This is a bug of the generator, not of the seed; please report it with this message");

        AssertFound(article, file => file.EndsWith("lib/net8.0/DataPackage.dll", StringComparison.Ordinal));
        AssertFound(article, file => file.Contains(".pdb/source of ", StringComparison.Ordinal) && file.EndsWith(".Data.g.cs", StringComparison.Ordinal));
        AssertFound(summary, file => file.EndsWith("lib/net8.0/DataPackage.xml", StringComparison.Ordinal));
        AssertFound(message, file => file.EndsWith("cs/DataPackage.Generator.dll", StringComparison.Ordinal));
        Assert.Empty(new RepeatedPassages("nobody has ever written these eight words in a row").In(Encoding.UTF8.GetBytes("nobody has ever written these eight words")));

        void AssertFound(RepeatedPassages passages, Func<string, bool> where) =>
            Assert.Contains(files, file => where(file.Name) && passages.In(file.Bytes).Count > 0);
    }

    private static bool Holds(PackedFile file, string text) =>
        file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || file.Bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private IReadOnlyList<PackedFile> AllFiles() => [.. Directory.GetFiles(strangers.Feed).SelectMany(PackedFile.AllOf)];

    /// <summary>All but the parser, which was built on somebody else's machine.</summary>
    private IReadOnlyList<PackedFile> OwnFiles() => [.. AllFiles().Where(file => !file.Name.Contains("YamlDotNet", StringComparison.Ordinal))];

    /// <summary>The files of a package that its author put there, not those of the package format.</summary>
    private List<string> ContentOf(string id)
    {
        using var package = ZipFile.OpenRead(strangers.PathOf(id));
        return [.. package.Entries.Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal) && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private XDocument NuspecOf(string id) => XDocument.Load(strangers.Extract(id, $"{id}.nuspec"));

    private static string? Fact(XDocument nuspec, string name) =>
        nuspec.Descendants().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
