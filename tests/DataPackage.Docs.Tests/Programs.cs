using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using DataPackage.Analyzers;
using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Docs.Tests;

/// <summary>Compiles and runs the programs of documents, which may use the shipped data.</summary>
internal static class Programs
{
    private static readonly Lock Turn = new();

    /// <summary>The usings that the SDK adds to a console project.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The data package, which programs use and seeds refer to.</summary>
    public static MetadataReference Data => MetadataReference.CreateFromFile(typeof(Persons).Assembly.Location);

    /// <summary>The program, with the code that is generated from the seeds.</summary>
    public static CSharpCompilation Compile(string program, SeedSet seeds)
    {
        var project = SeedSet
            .CreateCompilation(program)
            .AddSyntaxTrees(SeedSet.CreateCompilation(ImplicitUsings).SyntaxTrees)
            .AddReferences(Data);
        project = project.WithOptions(project.Options.WithOutputKind(OutputKind.ConsoleApplication));
        SeedSet.CreateDriver(seeds.Texts).RunGeneratorsAndUpdateCompilation(project, out var compilation, out _);
        return (CSharpCompilation)compilation;
    }

    /// <summary>What the analyzers that travel in data packages report.</summary>
    public static IReadOnlyList<Diagnostic> AnalyzersReportsOn(CSharpCompilation program)
    {
        Assert.Empty(program.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
        // As in a project that does not treat warnings as errors.
        var lenient = program.WithOptions(program.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        return lenient.WithAnalyzers([new LiteralAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    /// <summary>The lines that a program prints. It compiles without a warning.</summary>
    public static string[] Run(CSharpCompilation program)
    {
        Assert.Empty(AnalyzersReportsOn(program));
        using var image = new MemoryStream();
        Assert.True(program.Emit(image).Success);
        image.Position = 0;

        // The process has one console, and classes of tests run at the same time.
        lock (Turn)
            return Run(image);
    }

    private static string[] Run(MemoryStream image)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var entry = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).EntryPoint!;
            entry.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()],
                CultureInfo.InvariantCulture
            );
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
