using DataPackage.Bench.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Bench.Sections;

/// <summary>The measured runs of the generator: over all seeds from nothing, and after each kind of edit.</summary>
internal sealed class GeneratorRuns
{
    public const string Cold = "cold run";
    public const string EditedValue = "one edited value";
    public const string AddedEntity = "one added entity";
    public const string UnrelatedEdit = "unrelated C# edit";

    private readonly AdditionalText[] _texts;
    private readonly Seed _edited;
    private readonly AdditionalText _editedText;
    private readonly string _editedName;
    private readonly bool _tracksSteps;
    private readonly CSharpCompilation _compilation = SeedDriver.CreateCompilation();
    private readonly GeneratorDriver _driver;

    /// <param name="seeds">All files.</param>
    /// <param name="editedPath">The file that is edited.</param>
    /// <param name="editedName">The value in it that is edited.</param>
    /// <param name="tracksSteps">Whether the compiler records which steps ran; this takes longer than the runs.</param>
    public GeneratorRuns(Seed[] seeds, string editedPath, string editedName, bool tracksSteps)
    {
        _texts = [.. seeds.Select(SeedDriver.ToText)];
        var edited = Array.FindIndex(seeds, seed => seed.Path == editedPath);
        _edited = seeds[edited];
        _editedText = _texts[edited];
        _editedName = editedName;
        _tracksSteps = tracksSteps;
        _driver = SeedDriver.Create(_texts, tracksSteps).RunGenerators(_compilation);
        if (_driver.GetRunResult().Diagnostics is [var diagnostic, ..])
            throw new InvalidOperationException(diagnostic.ToString());
    }

    /// <summary>The runs, not started. All but the one from nothing start after all seeds were read once.</summary>
    /// <param name="round">Makes the edits differ from those of other rounds.</param>
    public IReadOnlyList<(string Name, Func<GeneratorDriver> Run)> Prepare(int round)
    {
        var fresh = SeedDriver.Create(_texts, _tracksSteps);
        var edited = _driver.ReplaceAdditionalText(
            _editedText,
            SeedDriver.ToText(_edited with { Text = ReplaceName(FormattableString.Invariant($"Edited {round}")) })
        );
        var added = Add(FormattableString.Invariant($"added-{round}"));
        var unrelated = _compilation.AddSyntaxTrees(
            SeedDriver.Parse(FormattableString.Invariant($"class Unrelated{round};"))
        );
        return
        [
            (Cold, () => fresh.RunGenerators(_compilation)),
            (EditedValue, () => edited.RunGenerators(_compilation)),
            (AddedEntity, () => added.RunGenerators(_compilation)),
            (UnrelatedEdit, () => _driver.RunGenerators(unrelated)),
        ];
    }

    private GeneratorDriver Add(string id) =>
        _edited.Path.Contains('/', StringComparison.Ordinal)
            ? _driver.AddAdditionalTexts([SeedDriver.ToText(new Seed($"persons/{id}.yaml", ReplaceName(id)))])
            : _driver.ReplaceAdditionalText(
                _editedText,
                SeedDriver.ToText(_edited with { Text = $"{_edited.Text}- id: {id}\n  name: {id}\n" })
            );

    private string ReplaceName(string replacement)
    {
        var at = _edited.Text.IndexOf(_editedName, StringComparison.Ordinal);
        return string.Concat(_edited.Text.AsSpan(0, at), replacement, _edited.Text.AsSpan(at + _editedName.Length));
    }
}
