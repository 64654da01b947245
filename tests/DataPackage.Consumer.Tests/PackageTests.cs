using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Consumer.Tests;

/// <summary>What the packages must contain, and what they must never contain.</summary>
[Collection(Packages.Name)]
public class PackageTests(Strangers packages, ITestOutputHelper output)
{
    public static TheoryData<string> Ids =>
        new(
            "DataPackage",
            "DataPackage.AspNetCore.OpenApi",
            "DataPackage.EntityFrameworkCore",
            "DataPackage.Generator",
            "DataPackage.Runtime",
            "DataPackage.Xunit",
            "DataPackage.Xunit.V3"
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_what_it_is_and_under_which_licence(string id)
    {
        var nuspec = Nuspec(id);

        foreach (var element in new[] { "description", "authors", "tags", "copyright" })
            Assert.NotEmpty(Value(nuspec, element));
        Assert.StartsWith("# ", File.ReadAllText(packages.Extract(id, "README.md")), StringComparison.Ordinal);
        Assert.Equal("README.md", Value(nuspec, "readme"));
        Assert.Equal("icon.png", Value(nuspec, "icon"));
        Assert.Equal(id == "DataPackage" ? "MIT AND CC-BY-4.0" : "MIT", Value(nuspec, "license"));
        Assert.Superset(new HashSet<string> { "README.md", "icon.png" }, Entries(id).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_data_package_holds_data_and_their_analyzers_and_depends_on_the_runtime_alone()
    {
        Assert.Equal(
            [
                "analyzers/dotnet/roslyn4.8/cs/DataPackage.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/DataPackage.Analyzers.dll",
                .. Directory
                    .EnumerateFiles(Repository.PathOf("seeds/releases/changes"))
                    .Select(file => "datapackage/changes/" + Path.GetFileName(file))
                    .Order(StringComparer.Ordinal),
                "datapackage/facts.tsv",
                "lib/net8.0/DataPackage.dll",
                "lib/net8.0/DataPackage.xml",
            ],
            Entries("DataPackage")
                .Where(entry => entry.Contains('/', StringComparison.Ordinal) && !IsPackaging(entry))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(["DataPackage.Runtime"], Dependencies("DataPackage"));
        Assert.Empty(Dependencies("DataPackage.Runtime"));
        Assert.Empty(Value(Nuspec("DataPackage"), "developmentDependency"));
        foreach (var id in new[] { "DataPackage", "DataPackage.Runtime" })
            Assert.True(File.Exists(packages.PathOf(id, ".snupkg")), id);
    }

    [Theory]
    [InlineData("DataPackage.AspNetCore.OpenApi", "Microsoft.AspNetCore.OpenApi")]
    [InlineData("DataPackage.Xunit", "xunit.extensibility.execution")]
    [InlineData("DataPackage.Xunit.V3", "xunit.v3.extensibility.core")]
    public void A_package_for_a_library_depends_on_the_runtime_and_on_the_part_of_it_that_extensions_need(
        string id,
        string part
    ) => Assert.Equal(["DataPackage.Runtime", part], Dependencies(id).Order(StringComparer.Ordinal));

    [Fact]
    public void The_package_for_Entity_Framework_depends_on_the_runtime_and_on_the_part_of_all_relational_databases() =>
        Assert.Equal(
            ["DataPackage.Runtime", "Microsoft.EntityFrameworkCore.Relational"],
            Dependencies("DataPackage.EntityFrameworkCore").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_generator_package_is_of_build_time_parts_only()
    {
        Assert.Equal(
            [
                "analyzers/dotnet/cs/DataPackage.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/DataPackage.Analyzers.dll",
                "analyzers/dotnet/cs/DataPackage.Engine.dll",
                "analyzers/dotnet/cs/DataPackage.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/DataPackage.Generator.Delivery.targets",
                "build/DataPackage.Generator.Pack.targets",
                "build/DataPackage.Generator.props",
                "build/DataPackage.Generator.targets",
                "buildMultiTargeting/DataPackage.Generator.targets",
                "tools/net8.0/DataPackage.EditorSchemas.dll",
                "tools/net8.0/DataPackage.EditorSchemas.runtimeconfig.json",
                "tools/net8.0/DataPackage.Engine.dll",
                "tools/net8.0/YamlDotNet.dll",
                "tools/netstandard2.0/DataPackage.BuildTasks.dll",
            ],
            Entries("DataPackage.Generator")
                .Where(entry => entry.Contains('/', StringComparison.Ordinal) && !IsPackaging(entry))
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("THIRD-PARTY-NOTICES.txt", Entries("DataPackage.Generator"));
        Assert.Empty(Dependencies("DataPackage.Generator"));
        Assert.Equal("true", Value(Nuspec("DataPackage.Generator"), "developmentDependency"));
    }

    [Fact]
    public void The_notices_name_whose_code_the_generator_contains_and_its_licence()
    {
        var notice = File.ReadAllText(packages.Extract("DataPackage.Generator", "THIRD-PARTY-NOTICES.txt"));

        // The parser, and the C library from which it was ported.
        foreach (var holder in new[] { "Antoine Aubry", "Kirill Simonov" })
            Assert.Contains(holder, notice, StringComparison.Ordinal);
        Assert.Contains("YamlDotNet", notice, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", notice, StringComparison.Ordinal);
    }

    /// <summary>The compiler skips a generator or an analyzer that was built against a newer compiler
    /// (CS9057).</summary>
    [Theory]
    [InlineData("DataPackage.Generator", "analyzers/dotnet/cs/DataPackage.Generator.dll")]
    [InlineData("DataPackage", "analyzers/dotnet/roslyn4.8/cs/DataPackage.Analyzers.dll")]
    [InlineData("DataPackage", "analyzers/dotnet/roslyn4.8/cs/DataPackage.Analyzers.CodeFixes.dll")]
    public void What_the_compiler_loads_asks_for_no_newer_one_than_that_of_the_first_NET_8_SDK(string id, string entry)
    {
        using var assembly = new PEReader(File.OpenRead(packages.Extract(id, entry)));
        var reader = assembly.GetMetadataReader();
        var references = reader
            .AssemblyReferences.Select(reader.GetAssemblyReference)
            .ToDictionary(reference => reader.GetString(reference.Name), reference => reference.Version);

        Assert.Equal(new Version(4, 8, 0, 0), references["Microsoft.CodeAnalysis"]);
        Assert.Equal(new Version(2, 0, 0, 0), references["netstandard"]);
        // The compiler has no workspaces.
        Assert.Equal(
            entry.Contains("CodeFixes", StringComparison.Ordinal),
            references.ContainsKey("Microsoft.CodeAnalysis.Workspaces")
        );
    }

    /// <summary>System.Memory is part of .NET and of Visual Studio's MSBuild. Any other assembly would be loaded in the
    /// version that MSBuild happens to have.</summary>
    [Fact]
    public void The_packed_tasks_depend_on_the_interface_of_MSBuild_alone()
    {
        using var assembly = new PEReader(
            File.OpenRead(packages.Extract("DataPackage.Generator", "tools/netstandard2.0/DataPackage.BuildTasks.dll"))
        );
        var reader = assembly.GetMetadataReader();

        Assert.Equal(
            ["Microsoft.Build.Framework", "System.Memory", "netstandard"],
            reader
                .AssemblyReferences.Select(reference => reader.GetString(reader.GetAssemblyReference(reference).Name))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("DataPackage")]
    [InlineData("DataPackage.Runtime")]
    public void The_symbols_belong_to_the_packed_assembly(string id)
    {
        using var assembly = new PEReader(File.OpenRead(packages.Extract(id, $"lib/net8.0/{id}.dll")));
        var expected = assembly
            .ReadCodeViewDebugDirectoryData(
                assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)
            )
            .Guid;
        var pdb = PackedFile
            .AllOf(packages.PathOf(id, ".snupkg"))
            .Single(file => file.Name.EndsWith($"!lib/net8.0/{id}.pdb", StringComparison.Ordinal));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb.Bytes));

        Assert.Equal(expected, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    [Fact]
    public void No_packed_file_names_a_folder_of_the_machine_that_built_it()
    {
        var folders = new[]
        {
            Repository.Root,
            packages.Workspace,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        }
            .Where(folder => folder.Length > 1)
            .Select(folder => folder + Path.DirectorySeparatorChar);
        // The parser was built on another machine.
        var files = AllFiles().Where(file => !file.Name.Contains("YamlDotNet", StringComparison.Ordinal)).ToList();

        Assert.Contains(files, file => Holds(file, "/_/src/DataPackage.Generator/"));
        Assert.All(folders, folder => Assert.DoesNotContain(files, file => Holds(file, folder)));
    }

    [Fact]
    public void No_packed_file_repeats_eight_words_of_a_source_text()
    {
        var named = Environment.GetEnvironmentVariable("DATAPACKAGE_SOURCE_TEXTS");
        var folder = string.IsNullOrEmpty(named) ? Repository.PathOf("../shared/seeds") : named;
        var texts = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [];
        output.WriteLine(
            texts.Length == 0
                ? "No source texts beside the repository: nothing to compare with."
                : $"Compared with {texts.Length} source text(s)."
        );

        foreach (var passages in texts.Select(text => new RepeatedPassages(File.ReadAllText(text))))
        {
            Assert.False(passages.IsEmpty, "A source text has no eight words.");
            Assert.Equal(
                [],
                AllFiles().SelectMany(file => passages.In(file.Bytes), (file, passage) => $"{file}: {passage}")
            );
        }
    }

    /// <summary>Proves that the search above sees into all files: these texts must be found in each type of
    /// file.</summary>
    [Fact]
    public void The_search_for_repeated_words_finds_what_is_there()
    {
        var files = AllFiles();
        var article = new RepeatedPassages(
            File.ReadAllText(Repository.PathOf("seeds/articles/dmitriev-in-washington-de.md"))
        );
        var summary = new RepeatedPassages(Persons("steve-witkoff"));
        var message = new RepeatedPassages(
            "This is a bug of the generator, not of the seed; please report it with this message"
        );

        AssertFound(article, 100, file => file.EndsWith("!lib/net8.0/DataPackage.dll", StringComparison.Ordinal));
        AssertFound(
            article,
            100,
            file =>
                file.Contains(".pdb!/_/", StringComparison.Ordinal)
                && file.EndsWith("/Article.Data.g.cs", StringComparison.Ordinal)
        );
        AssertFound(summary, 1, file => file.EndsWith("!lib/net8.0/DataPackage.xml", StringComparison.Ordinal));
        AssertFound(
            message,
            1,
            file => file.EndsWith("!analyzers/dotnet/cs/DataPackage.Engine.dll", StringComparison.Ordinal)
        );
        Assert.Empty(
            new RepeatedPassages("nobody has ever written these eight words in a row").In(
                "nobody has ever written these eight words"u8.ToArray()
            )
        );

        static string Persons(string id) => File.ReadAllText(Repository.PathOf($"seeds/persons/{id}.yaml"));

        void AssertFound(RepeatedPassages passages, int atLeast, Func<string, bool> where) =>
            Assert.True(files.Where(file => where(file.Name)).Sum(file => passages.In(file.Bytes).Count) >= atLeast);
    }

    private static bool Holds(PackedFile file, string text) =>
        file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || file.Bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private List<PackedFile> AllFiles() => [.. Directory.GetFiles(packages.Feed).SelectMany(PackedFile.AllOf)];

    private static bool IsPackaging(string entry) =>
        entry.StartsWith("_rels/", StringComparison.Ordinal) || entry.StartsWith("package/", StringComparison.Ordinal);

    private List<string> Entries(string id)
    {
        using var package = ZipFile.OpenRead(packages.PathOf(id));
        return package.Entries.Select(entry => entry.FullName).ToList();
    }

    private XDocument Nuspec(string id) => XDocument.Load(packages.Extract(id, id + ".nuspec"));

    private static string Value(XDocument nuspec, string element) =>
        nuspec.Descendants().FirstOrDefault(each => each.Name.LocalName == element)?.Value ?? "";

    private List<string> Dependencies(string id) =>
        Nuspec(id)
            .Descendants()
            .Where(each => each.Name.LocalName == "dependency")
            .Select(each => each.Attribute("id")!.Value)
            .ToList();
}
