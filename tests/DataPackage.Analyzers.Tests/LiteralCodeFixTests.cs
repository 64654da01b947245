using DataPackage.Analyzers.CodeFixes;
using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DataPackage.Analyzers.Tests;

/// <summary>What an editor offers for a report.</summary>
public class LiteralCodeFixTests
{
    [Theory]
    [InlineData("Harbours.Get({|DP5001:\"bergan\"|})", "Harbours.Get(\"bergen\")")]
    [InlineData("Ships.Get({|DP5001:\"c++\"|})", "Ships.Get(\"C++\")")]
    [InlineData("Harbours.TryGet({|DP5001:\"bergan\"|}, out _)", "Harbours.TryGet(\"bergen\", out _)")]
    [InlineData("Harbours.Get({|DP5002:\"kristiania\"|})", "Harbours.Get(\"oslo\")")]
    [InlineData("Voyages.During({|DP5003:\"2025/2\"|})", "Voyages.During(\"2025-02\")")]
    [InlineData("Harbours.Bergen.Name?[{|DP5004:\"no\"|}]", "Harbours.Bergen.Name?[\"nb\"]")]
    public Task The_text_is_replaced_by_the_right_one(string code, string corrected) =>
        VerifyAsync(code, corrected, $"Write {corrected.Split('(', '[', ',', ')', ']')[1]}");

    [Theory]
    [InlineData("Harbours.Get({|DP5001:\"bergan\"|})", "Harbours.Bergen")]
    [InlineData("Harbour.Parse({|DP5001:\"bergan\"|}, null).Name", "Harbours.Bergen.Name")]
    [InlineData("Ships.Get({|DP5001:\"c++\"|})", "Ships.CPlusPlus")]
    [InlineData("Buoys.Get({|DP5001:\"north-boy\"|})", "Buoys.NorthMark")]
    [InlineData("Harbours.Get({|DP5002:\"kristiania\"|})", "Harbours.Oslo")]
    public Task The_call_is_replaced_by_the_accessor(string code, string corrected) =>
        VerifyAsync(code, corrected, $"Write {corrected.Replace(".Name", "", StringComparison.Ordinal)}");

    [Fact]
    public Task A_constant_stays_and_its_use_becomes_the_accessor() =>
        VerifyAsync(
            "Harbours.Get({|DP5001:Id|})",
            "Harbours.Bergen",
            "Write Harbours.Bergen",
            "const string Id = \"bergan\";"
        );

    private static Task VerifyAsync(string code, string corrected, string title, string members = "")
    {
        string Program(string expression) =>
            $"#nullable enable\nusing Seeded;\nclass Uses\n{{\n    {members}\n    object? X => {expression};\n}}\n";

        var test = new CSharpCodeFixTest<LiteralAnalyzer, LiteralCodeFix, DefaultVerifier>
        {
            TestCode = Program(code),
            FixedCode = Program(corrected),
            // The assemblies of this run, not those of a package that would be downloaded.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title),
            CodeActionEquivalenceKey = title.EndsWith('"') ? "Text" : "Accessor",
        };
        test.TestState.AdditionalReferences.AddRange([.. SeedSet.CreateCompilation().References, Fleet.Package]);
        return test.RunAsync();
    }
}
