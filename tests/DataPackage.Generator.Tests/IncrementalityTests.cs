using System.Collections;
using System.Reflection;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>What each edit costs: the steps that it makes run again, as the compiler itself tracks them.</summary>
public class IncrementalityTests
{
    private static (GeneratorDriver Driver, Compilation Compilation, SeedSet Seeds) Start()
    {
        var seeds = Samples.Harbours();
        var compilation = SeedSet.CreateCompilation();
        return (SeedSet.CreateDriver(seeds.Texts).RunGenerators(compilation), compilation, seeds);
    }

    /// <summary>Runs again with one seed replaced by another text.</summary>
    private static GeneratorRunResult Edit(string path, Func<string, string> edit)
    {
        var (driver, compilation, seeds) = Start();
        // The driver knows a seed by its object, so the very one that it holds must be replaced.
        var before = driver.GetRunResult().Results[0].TrackedSteps[Steps.Seeds].SelectMany(step => step.Outputs)
            .Select(output => ((SeedFile)output.Value).Text).Single(text => text.Path == path);
        var after = seeds.With(path, edit(before.GetText()!.ToString())).Texts.Single(text => text.Path == path);
        return driver.ReplaceAdditionalText(before, after).RunGenerators(compilation).GetRunResult().Results[0];
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static int Ran(GeneratorRunResult result, string step) =>
        Reasons(result, step).Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static int SourcesWritten(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static string[] FilesWritten(GeneratorRunResult result) =>
        [.. result.TrackedSteps[Steps.Data].SelectMany(run => run.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)
            .Select(output => ((GeneratedFile)output.Value).HintName)];

    [Fact]
    public void An_unrelated_edit_in_CSharp_costs_nothing()
    {
        var (driver, compilation, _) = Start();

        var result = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;"))).GetRunResult().Results[0];

        foreach (var step in result.TrackedSteps.Keys.Where(key => key is Steps.Seeds or Steps.Read or Steps.Schema or Steps.Bind or Steps.Link or Steps.Types or Steps.Packing or Steps.Pack or Steps.Data))
            Assert.All(Reasons(result, step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Fact]
    public void A_moved_line_changes_no_generated_code()
    {
        var result = Edit("ships/albatros.yaml", text => "# a comment\n\n" + text);

        Assert.Equal(1, Ran(result, Steps.Read));
        Assert.Equal(0, Ran(result, Steps.Link));
        Assert.Equal(0, Ran(result, Steps.Data));
        Assert.Equal(0, Ran(result, Steps.Types));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Fact]
    public void A_saved_but_unchanged_seed_changes_nothing()
    {
        var result = Edit("ships/albatros.yaml", text => text);

        Assert.Equal(0, Ran(result, Steps.Bind));
        Assert.Equal(0, SourcesWritten(result));
    }

    [Fact]
    public void An_edited_value_is_read_once_and_written_for_its_kind_alone()
    {
        var result = Edit("ships/boreas.yaml", text => text.Replace("Boreas", "Boreas II", StringComparison.Ordinal));

        Assert.Equal(1, Ran(result, Steps.Read));
        Assert.Equal(1, Ran(result, Steps.Bind));
        Assert.Equal(1, Ran(result, Steps.Pack));
        Assert.Equal(0, Ran(result, Steps.Types));
        Assert.Equal(["Ship.Data.g.cs", "Ships.g.cs"], FilesWritten(result));
    }

    [Fact]
    public void An_added_entity_is_the_only_one_read()
    {
        var (driver, compilation, seeds) = Start();
        var added = seeds.With("ships/cormorant.yaml", "name: Cormorant\n").Texts.Single(text => text.Path == "ships/cormorant.yaml");

        var result = driver.AddAdditionalTexts([added]).RunGenerators(compilation).GetRunResult().Results[0];

        Assert.Equal(1, Ran(result, Steps.Read));
        Assert.Equal(0, Ran(result, Steps.Types));
        Assert.Equal(["Ship.Data.g.cs", "Ships.g.cs"], FilesWritten(result));
    }

    [Fact]
    public void A_changed_schema_binds_everything_anew()
    {
        var result = Edit("schema/Harbour.yaml", text => text.Replace("A code.", "Another code.", StringComparison.Ordinal));

        Assert.Equal(1, Ran(result, Steps.Read));
        Assert.Equal(1, Ran(result, Steps.Schema));
        Assert.True(Ran(result, Steps.Types) > 0);
    }

    [Fact]
    public void No_step_holds_on_to_a_compilation_or_to_the_text_of_a_seed()
    {
        var (driver, _, _) = Start();
        var steps = driver.GetRunResult().Results[0].TrackedSteps;

        foreach (var step in new[] { Steps.Read, Steps.Schema, Steps.Bind, Steps.Link, Steps.Target, Steps.Types, Steps.Packing, Steps.Pack, Steps.Data })
            foreach (var output in steps[step].SelectMany(run => run.Outputs)) AssertPlain(output.Value, step, []);
    }

    private static void AssertPlain(object? node, string step, HashSet<object> seen)
    {
        if (node is null || node is string || !seen.Add(node)) return;
        Assert.False(node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText, $"{step} holds a {node.GetType()}");
        if (node is DiagnosticDescriptor || node.GetType().IsPrimitive || node.GetType().IsEnum) return;
        if (node is IEnumerable items)
            foreach (var item in items) AssertPlain(item, step, seen);
        else
            foreach (var field in node.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                if (!field.FieldType.IsPointer) AssertPlain(field.GetValue(node), step, seen);
    }
}
