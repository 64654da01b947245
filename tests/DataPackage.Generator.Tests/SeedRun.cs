using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Tests;

/// <summary>What the generator made of a <see cref="SeedSet"/>.</summary>
internal sealed class SeedRun
{
    /// <summary>Where the seeds folder stands in these tests.</summary>
    public const string Root = "/project/seeds/";

    private readonly SeedSet _seeds;
    private readonly Compilation _compilation;
    private IReadOnlyList<string>? _complaints;

    private SeedRun(SeedSet seeds, GeneratorDriver driver, Compilation compilation)
    {
        _seeds = seeds;
        _compilation = compilation;
        Driver = driver;
        Result = driver.GetRunResult().Results.Single();
    }

    public static SeedRun Of(SeedSet seeds)
    {
        var driver = seeds.Driver.RunGeneratorsAndUpdateCompilation(seeds.Compilation, out var compilation, out _);
        return new SeedRun(seeds, driver, compilation);
    }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Id, file, line and column of each message of the generator.</summary>
    public IReadOnlyList<string> Reports => [.. Result.Diagnostics.Select(Describe)];

    /// <summary>The messages of the generator, in English.</summary>
    public IReadOnlyList<string> Messages => [.. Result.Diagnostics.Select(message => message.GetMessage(CultureInfo.InvariantCulture))];

    /// <summary>What the compiler has to say about the project with the generated code in it: errors and warnings.</summary>
    public IReadOnlyList<string> Complaints => _complaints ??=
        [.. _compilation.GetDiagnostics().Where(message => message.Severity >= DiagnosticSeverity.Warning).Select(message => message.ToString())];

    /// <summary>Generated code by the name of its file.</summary>
    public IReadOnlyDictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>That the seeds are valid, and their code compiles without a warning.</summary>
    public SeedRun MustBeClean()
    {
        Assert.True(Messages.Count == 0, string.Join("\n", Reports.Zip(Messages, (place, message) => $"{place}: {message}")));
        Assert.Null(Result.Exception);
        Assert.True(Complaints.Count == 0, string.Join("\n", Complaints));
        return this;
    }

    /// <summary>That the generator has one message, this one, at the marked place of the seeds, and the compiler none beside it.</summary>
    public SeedRun MustReport(string rule, string messagePart = "")
    {
        Assert.Null(Result.Exception);
        Assert.Equal([$"{rule} {_seeds.Marked}"], Reports);
        Assert.Contains(messagePart, Messages[0], StringComparison.Ordinal);
        Assert.True(Complaints.Count == 0, string.Join("\n", Complaints));
        return this;
    }

    /// <summary>Compiles an expression of C# into the project, with the generated code and the runtime in scope, and runs it.</summary>
    public object? Evaluate(string expression) => Execute($"return {expression};");

    /// <summary>As <see cref="Evaluate"/>, for statements.</summary>
    public object? Execute(string statements)
    {
        var spaces = _compilation.SyntaxTrees.Skip(1).Select(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.FileScopedNamespaceDeclarationSyntax>().First().Name.ToString()).Distinct();
        var probe = $$"""
            using System; using System.Collections.Generic; using System.Linq; using DataPackage.Runtime;
            {{string.Concat(spaces.Select(space => $"using {space};"))}}
            public static class Probe_ { public static object? Run() { {{statements}} } }
            """;
        using var assembly = new MemoryStream();
        var emitted = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(probe, _seeds.ParseOptions, "Probe.cs", Encoding.UTF8)).Emit(assembly);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error)));
        assembly.Position = 0;
        var context = new AssemblyLoadContext("Probe", isCollectible: true);
        return context.LoadFromStream(assembly).GetType("Probe_")!.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static string Describe(Diagnostic message)
    {
        if (message.Location == Location.None) return message.Id;
        var place = message.Location.GetLineSpan();
        var path = place.Path.StartsWith(Root, StringComparison.Ordinal) ? place.Path[Root.Length..] : place.Path;
        return $"{message.Id} {path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1})";
    }
}
