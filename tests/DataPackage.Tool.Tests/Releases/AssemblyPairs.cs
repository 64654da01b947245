using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using DataPackage.Generator.Tests;
using DataPackage.Testing;
using Microsoft.CodeAnalysis.Emit;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Assemblies of two versions each, for the SDK's own comparison of assemblies (ApiCompat): that of package
/// validation. One process compares all.</summary>
internal sealed class AssemblyPairs : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SortedSet<string> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<RandomVersion, string> _assemblies = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Before, string After)> _pairs = [];

    public void Add(RandomVersion before, RandomVersion after) => _pairs.Add((AssemblyOf(before), AssemblyOf(after)));

    /// <summary>For each pair, as they were added, what breaks: a code of ApiCompat and the member that it is
    /// about.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Breaks()
    {
        _folder.With("Compare.csproj", Project);
        Dotnet.Run(
            _folder.Path,
            ImmutableDictionary<string, string>.Empty,
            "msbuild",
            "Compare.csproj",
            "-t:Compare",
            "-nologo"
        );
        // Where nothing breaks, nothing is written.
        var breaks = File.Exists(_folder.PathOf("breaks.xml"))
            ? XDocument.Load(_folder.PathOf("breaks.xml")).Root!.Elements()
            : [];
        var ofPair = breaks.ToLookup(
            each => (Path.GetFileName(each.Element("Left")!.Value), Path.GetFileName(each.Element("Right")!.Value)),
            each => $"{each.Element("DiagnosticId")!.Value} {each.Element("Target")!.Value}"
        );
        return [.. _pairs.Select(pair => ofPair[pair].ToList())];
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What the real generator and compiler make of the seeds.</summary>
    private string AssemblyOf(RandomVersion version)
    {
        if (!_assemblies.TryGetValue(version, out var name))
        {
            name = FormattableString.Invariant($"{_assemblies.Count}.dll");
            Compile(version.Seeds, name);
            _assemblies.Add(version, name);
        }

        return name;
    }

    private void Compile(IReadOnlyDictionary<string, string> seeds, string name)
    {
        SeedSet
            .CreateDriver(seeds.Select(seed => SeedSet.Seed(seed.Key, seed.Value)))
            .RunGeneratorsAndUpdateCompilation(SeedSet.CreateCompilation(), out var compilation, out _);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, options: new EmitOptions(metadataOnly: true));
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        File.WriteAllBytes(_folder.PathOf(name), assembly.ToArray());
        assembly.Position = 0;
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        _references.UnionWith(
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
        );
    }

    /// <summary>The task writes what breaks as suppressions.</summary>
    private string Project
    {
        get
        {
            var loaded = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
            var references = string.Join(
                ',',
                loaded.Where(path => _references.Contains(Path.GetFileNameWithoutExtension(path)))
            );
            string Items(string name, Func<(string Before, string After), string> text) =>
                string.Concat(_pairs.Select(pair => $"<{name} Include=\"{text(pair)}\" />\n"));
            return $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    {Items("Old", pair => pair.Before)}
                    {Items("New", pair => pair.After)}
                    {Items("References", _ => references)}
                  </ItemGroup>
                  <Target Name="Compare" DependsOnTargets="CollectApiCompatInputs">
                    <Microsoft.DotNet.ApiCompat.Task.ValidateAssembliesTask
                      LeftAssemblies="@(Old)"
                      RightAssemblies="@(New)"
                      LeftAssembliesReferences="@(References)"
                      RightAssembliesReferences="@(References)"
                      CreateWorkItemPerAssembly="true"
                      RoslynAssembliesPath="$(RoslynAssembliesPath)"
                      GenerateSuppressionFile="true"
                      SuppressionOutputFile="breaks.xml"
                    />
                  </Target>
                </Project>
                """;
        }
    }
}
