using System.Collections.Immutable;
using System.Globalization;
using DataPackage.Generator.Tests;
using DataPackage.Xunit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers.Tests;

/// <summary>A program that uses data packages, and the analyzer's reports about it.</summary>
internal sealed class Program(CSharpCompilation compilation)
{
    /// <summary>The assemblies of the package for tests and of what it needs.</summary>
    public static ImmutableArray<MetadataReference> Testing { get; } =
    [
        .. new[] { typeof(EntityDataAttribute<>), typeof(FactAttribute), typeof(global::Xunit.Sdk.DataAttribute) }
            .Select(type => type.Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A program that references the fleet, or other packages.</summary>
    /// <param name="members">Members of a class.</param>
    public static Program With(string members, params MetadataReference[] packages) =>
        new(Compile(members).AddReferences(packages.Length == 0 ? [Fleet.Package] : packages));

    /// <summary>A program that references the runtime alone.</summary>
    public static Program WithoutPackage(string members) => new(Compile(members, ""));

    /// <summary>A project with its own seeds.</summary>
    public static Program Beside(SeedSet seeds, string members)
    {
        SeedSet
            .CreateDriver(seeds.Texts)
            .RunGeneratorsAndUpdateCompilation(Compile(members), out var compilation, out _);
        return new Program((CSharpCompilation)compilation);
    }

    /// <summary>What is reported, in the order of the code: the rule, the code and the message.</summary>
    public IReadOnlyList<string> Reports =>
        [
            .. Diagnostics.Select(report =>
                $"{report.Id} {TextAt(report)}: {report.GetMessage(CultureInfo.InvariantCulture)}"
            ),
        ];

    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            Assert.Empty(
                compilation.GetDiagnostics().Where(found => found.DefaultSeverity == DiagnosticSeverity.Error)
            );
            return
            [
                .. compilation
                    .WithAnalyzers([new LiteralAnalyzer()])
                    .GetAnalyzerDiagnosticsAsync()
                    .GetAwaiter()
                    .GetResult()
                    .OrderBy(report => report.Location.SourceSpan.Start),
            ];
        }
    }

    private static CSharpCompilation Compile(string members, string package = "using Seeded;") =>
        SeedSet
            .CreateCompilation(
                $$"""
                using System;
                using DataPackage.Runtime;
                using DataPackage.Xunit;
                {{package}}
                internal sealed class Uses
                {
                    {{members}}
                }
                """
            )
            .AddReferences(Testing);

    private static string TextAt(Diagnostic report) =>
        report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan);
}
