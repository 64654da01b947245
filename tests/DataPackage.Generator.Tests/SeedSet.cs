using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>Seeds in memory, for the real generator and the real compiler.</summary>
internal sealed class SeedSet
{
    public const string Namespace = "Seeded";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is { } name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "netstandard.dll" or "DataPackage.Runtime.dll"
                )
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A library for .NET 8 names assemblies of .NET 8 that are resolved to those of this .NET; the SDK
    /// suppresses these warnings.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> QuietInEveryProject { get; } =
        new[] { "CS1701", "CS1702" }.ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress);

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["datapackage.yaml"] = $"namespace: {Namespace}\n",
    };

    /// <summary>Adds or replaces a seed.</summary>
    public SeedSet With(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    /// <summary>Compiles seeds before the compiler starts, as the build of a large package, with these properties of
    /// the project; null if the compiler reads them.</summary>
    public static Func<SeedSet, IReadOnlyDictionary<string, string>, Delivered>? Deliver { get; set; }

    public ImmutableArray<AdditionalText> Texts => [.. _files.Select(file => Seed(file.Key, file.Value))];

    public static AdditionalText Seed(string path, string text) => new InMemorySeed(path, text);

    /// <param name="isTracked">Whether the compiler records what each step did; for few seeds only, because it then
    /// follows every path from a seed to an output.</param>
    /// <param name="options">The properties of the project, by name.</param>
    /// <param name="generator">As the compiler makes it if null.</param>
    public static GeneratorDriver CreateDriver(
        IEnumerable<AdditionalText> texts,
        LanguageVersion version = LanguageVersion.Latest,
        bool isTracked = false,
        IReadOnlyDictionary<string, string>? options = null,
        IIncrementalGenerator? generator = null
    ) =>
        CSharpGeneratorDriver.Create(
            [(generator ?? new DataPackageGenerator()).AsSourceGenerator()],
            texts,
            ParseOptions(version),
            new SeedOptions(options ?? new Dictionary<string, string>()),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked)
        );

    private static CSharpParseOptions ParseOptions(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    /// <summary>A project that treats warnings as errors and documents its public members, as strict as any
    /// consumer.</summary>
    public static CSharpCompilation CreateCompilation(
        string code = "",
        LanguageVersion version = LanguageVersion.Latest,
        bool hasRuntime = true
    ) =>
        CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(code, ParseOptions(version), path: "Consumer.cs", Encoding.UTF8)],
            hasRuntime ? References : References.Where(reference => !IsRuntime(reference)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: QuietInEveryProject
            )
        );

    /// <summary>The project with another runtime, which has no types and reads formats up to this one.</summary>
    /// <param name="asProject">Whether to reference it as an editor does that has both projects open; otherwise as a
    /// build does.</param>
    public static CSharpCompilation WithRuntimeOf(CSharpCompilation project, int format, bool asProject = false)
    {
        const string name = "DataPackage.Runtime";
        var code =
            $"[assembly: {name}.ReadsFormat({format})] namespace {name} {{ sealed class ReadsFormatAttribute : System.Attribute {{ public ReadsFormatAttribute(int newest) {{ }} }} }}";
        var runtime = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            References.Where(reference => !IsRuntime(reference)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var assembly = new MemoryStream();
        Assert.True(runtime.Emit(assembly).Success);
        return project
            .RemoveReferences(project.References.Where(IsRuntime))
            .AddReferences(
                asProject
                    ? runtime.ToMetadataReference()
                    : MetadataReference.CreateFromImage(assembly.ToArray(), filePath: $"packages/{name}.dll")
            );
    }

    private static bool IsRuntime(MetadataReference reference) =>
        reference.Display!.Contains("DataPackage.Runtime", StringComparison.Ordinal);

    public Generated Generate(
        string code = "",
        IReadOnlyDictionary<string, string>? options = null,
        IIncrementalGenerator? generator = null
    ) =>
        generator is null && Deliver is not null
            ? Hand(Deliver(this, options ?? new Dictionary<string, string>()), code)
            : Generate(Texts, code, options, generator, resource: null);

    /// <summary>Generates from what was compiled before.</summary>
    /// <param name="path">Where the project says that it is.</param>
    public static Generated Hand(Delivered delivered, string code = "", string path = Delivered.Path) =>
        Generate(
            [Seed(Delivered.Path, delivered.Compiled)],
            code,
            new Dictionary<string, string> { ["_DataPackageCompiled"] = path },
            generator: null,
            delivered.Resource
        );

    private static Generated Generate(
        ImmutableArray<AdditionalText> texts,
        string code,
        IReadOnlyDictionary<string, string>? options,
        IIncrementalGenerator? generator,
        byte[]? resource
    )
    {
        var driver = CreateDriver(texts, options: options, generator: generator)
            .RunGeneratorsAndUpdateCompilation(CreateCompilation(code), out var compilation, out _);
        return new Generated(WithNullWarnings(compilation), driver.GetRunResult(), resource: resource);
    }

    /// <summary>The compilation with the warnings about null that generated code turns off to be compiled faster: the
    /// annotations must be right.</summary>
    private static CSharpCompilation WithNullWarnings(Compilation compilation)
    {
        var all = (CSharpCompilation)compilation;
        foreach (var tree in all.SyntaxTrees)
        {
            var code = tree.ToString();
            // As long as before, so positions stay.
            var warned = code.Replace(
                "#nullable disable warnings",
                "#nullable enable warnings ",
                StringComparison.Ordinal
            );
            if (warned != code)
                all = all.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(warned, tree.Encoding)));
        }

        return all;
    }

    /// <summary>Generates for a project that references another package.</summary>
    /// <param name="reference">The reference: the assembly, a reference assembly, or the project.</param>
    /// <param name="other">The package that a program loads at run time; null if none runs.</param>
    public Generated GenerateBeside(MetadataReference reference, Generated? other = null)
    {
        var driver = CreateDriver(Texts)
            .RunGeneratorsAndUpdateCompilation(
                CreateCompilation().AddReferences(reference),
                out var compilation,
                out _
            );
        return new Generated(WithNullWarnings(compilation), driver.GetRunResult(), other);
    }

    /// <summary>Generates for an assembly of this name.</summary>
    public Generated GenerateAs(string assembly)
    {
        var driver = CreateDriver(Texts)
            .RunGeneratorsAndUpdateCompilation(
                CreateCompilation().WithAssemblyName(assembly),
                out var compilation,
                out _
            );
        return new Generated(WithNullWarnings(compilation), driver.GetRunResult());
    }

    /// <summary>Runs the generator alone, for a project with this root namespace.</summary>
    public GeneratorDriverRunResult Run(
        Compilation compilation,
        string rootNamespace,
        IIncrementalGenerator? generator = null
    ) =>
        CreateDriver(
                Texts,
                options: new Dictionary<string, string> { ["RootNamespace"] = rootNamespace },
                generator: generator
            )
            .RunGenerators(compilation)
            .GetRunResult();

    private sealed class InMemorySeed(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    /// <summary>The information from the build for the compiler. If a test names no folder, each path is already below
    /// the seeds folder.</summary>
    private sealed class SeedOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
        {
            private readonly Dictionary<string, string> _values = properties
                .Append(new("_DataPackageSeedsPath", "."))
                .DistinctBy(property => property.Key)
                .ToDictionary(
                    property => "build_property." + property.Key,
                    property => property.Value,
                    StringComparer.Ordinal
                );

            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                _values.TryGetValue(key, out value);
        }
    }
}

/// <summary>What was made of seeds before the compiler starts.</summary>
/// <param name="Compiled">The text of the compiler's additional file.</param>
/// <param name="Resource">The bytes of the assembly's resource.</param>
internal sealed record Delivered(string Compiled, byte[] Resource)
{
    public const string Path = "datapackage.compiled";
}

/// <summary>The result of one run of the generator.</summary>
/// <param name="other">The package that this one references.</param>
/// <param name="resource">The resource with the packed bytes; null if the code has them.</param>
internal sealed class Generated(
    CSharpCompilation compilation,
    GeneratorDriverRunResult run,
    Generated? other = null,
    byte[]? resource = null
)
{
    private Assembly? _assembly;

    /// <summary>The project with the generated code.</summary>
    public CSharpCompilation Compilation => compilation;

    /// <summary>Asserts that links in documentation lead to accessors, because the compiler copies their ids
    /// unchecked.</summary>
    public void AssertLinksLead()
    {
        var ids = run.Results[0]
            .GeneratedSources.SelectMany(source =>
                System.Text.RegularExpressions.Regex.Matches(source.SourceText.ToString(), "cref=\"(P:[^\"]+)\"")
            )
            .Select(link => System.Net.WebUtility.HtmlDecode(link.Groups[1].Value))
            .Distinct()
            .ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(
            [],
            ids.Where(id =>
                DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)
                    is not IPropertySymbol { IsStatic: true }
            )
        );
    }

    /// <summary>The same with one piece of generated code replaced, as another version of the generator would write
    /// it.</summary>
    public Generated With(string code, string replacement)
    {
        var changed = compilation;
        foreach (
            var tree in compilation.SyntaxTrees.Where(tree => tree.ToString().Contains(code, StringComparison.Ordinal))
        )
            changed = changed.ReplaceSyntaxTree(
                tree,
                CSharpSyntaxTree.ParseText(
                    tree.ToString().Replace(code, replacement, StringComparison.Ordinal),
                    (CSharpParseOptions)tree.Options,
                    tree.FilePath,
                    Encoding.UTF8
                )
            );
        Assert.NotSame(compilation, changed);
        return new Generated(changed, run, other, resource);
    }

    public IReadOnlyList<GeneratedSourceResult> Sources => run.Results[0].GeneratedSources;

    public Exception? Exception => run.Results[0].Exception;

    /// <summary>As the build prints them: <c>persons/a.yaml(2,3): DP1002</c>, ordered.</summary>
    public IReadOnlyList<string> Messages => [.. run.Diagnostics.Select(Place).Order(StringComparer.Ordinal)];

    /// <summary>The generator's messages about mistakes, without information.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. run
                .Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
                .Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>Errors that do not depend on warnings being errors.</summary>
    public IReadOnlyList<string> Errors =>
        [
            .. run
                .Diagnostics.Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];

    public IReadOnlyList<string> Texts =>
        [
            .. run.Diagnostics.Select(diagnostic =>
                diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];

    /// <summary>The compiler's messages about the generated code and the code of the test.</summary>
    public IReadOnlyList<string> CompilerMessages =>
        [
            .. compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
                .Select(diagnostic => diagnostic.ToString()),
        ];

    /// <summary>The compiled code and its debug information.</summary>
    public (Stream Assembly, Stream Symbols) Emit()
    {
        var (assembly, symbols) = (new MemoryStream(), new MemoryStream());
        var emitted = compilation.Emit(
            assembly,
            symbols,
            manifestResources: Resources,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)
        );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        (assembly.Position, symbols.Position) = (0, 0);
        return (assembly, symbols);
    }

    public string Source(string hintName) =>
        Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The value of a static property or method of generated code.</summary>
    public object? Call(string type, string member, params object[] arguments)
    {
        var found = Load()
            .GetType(
                type.Contains('.', StringComparison.Ordinal) ? type : $"{SeedSet.Namespace}.{type}",
                throwOnError: true
            )!;
        // A catalog inherits its look-ups.
        const BindingFlags flags = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        return found.GetProperty(member, flags) is { } property
            ? property.GetValue(null)
            : found
                .GetMethod(member, flags, [.. arguments.Select(argument => argument.GetType())])!
                .Invoke(null, arguments);
    }

    public object Entity(string catalog, string accessor) => Call(catalog, accessor)!;

    private ResourceDescription[] Resources =>
        resource is null
            ? []
            : [new ResourceDescription("DataPackage.Data", () => new MemoryStream(resource), isPublic: true)];

    public Assembly Load()
    {
        if (_assembly is not null)
            return _assembly;
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream, manifestResources: Resources);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        stream.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        context.Resolving += (_, name) => name.Name == other?.Compilation.AssemblyName ? other!.Load() : null;
        return _assembly = context.LoadFromStream(stream);
    }

    public static string Place(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan();
        return string.IsNullOrEmpty(line.Path)
            ? diagnostic.Id
            : FormattableString.Invariant(
                $"{line.Path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}): {diagnostic.Id}"
            );
    }
}

internal static class ReflectionExtensions
{
    public static object? Get(this object entity, string property) =>
        entity.GetType().GetProperty(property)!.GetValue(entity);

    public static IReadOnlyList<object> List(this object entity, string property) => entity.Get(property)!.List()!;

    /// <summary>The items of a list or the entries of a map.</summary>
    public static IReadOnlyList<object?> List(this object values) =>
        [.. ((System.Collections.IEnumerable)values).Cast<object?>()];
}
