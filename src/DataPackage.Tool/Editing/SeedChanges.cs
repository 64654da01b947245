using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Changes of the seeds of a package, in memory until they are written.</summary>
internal sealed class SeedChanges
{
    private readonly SeedPackage _package;
    private readonly Session _session;
    private readonly Dictionary<string, SeedDocument> _documents;
    private readonly Dictionary<string, SeedText> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<TextEdit>> _edits = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _moves = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _removed = new(StringComparer.Ordinal);

    public SeedChanges(PackageCompiler compiler, SeedPackage package, Session session)
    {
        (_package, _session) = (package, session);
        _documents = compiler.Documents.ToDictionary(document => document.FilePath, StringComparer.Ordinal);
    }

    public bool IsEmpty => _edits.Count + _moves.Count + _removed.Count == 0;

    public SeedDocument DocumentAt(SeedPosition place) => _documents[place.Path];

    public string TextOf(SeedDocument document)
    {
        if (!_texts.TryGetValue(document.SeedPath, out var text))
            _texts.Add(document.SeedPath, text = SeedText.Read(document.FilePath, _session));
        return text.Text;
    }

    /// <summary>Replaces the text of a scalar. A place that is named twice, as an alias does, is edited once.</summary>
    public void Replace(SeedPosition place, string text, string replacement)
    {
        var document = DocumentAt(place);
        var raw = TextOf(document).Substring(place.Span.Start, place.Span.Length);
        Add(document, new TextEdit(place.Span, ScalarEdit.Replace(raw, text, replacement, document)));
    }

    public void Add(SeedDocument document, TextEdit edit)
    {
        if (!_edits.TryGetValue(document.SeedPath, out var edits))
            _edits.Add(document.SeedPath, edits = []);
        TextOf(document);
        if (!edits.Contains(edit))
            edits.Add(edit);
    }

    public void Move(string seedPath, string target) => _moves[seedPath] = target;

    public void Remove(string seedPath) => _removed.Add(seedPath);

    /// <summary>The seeds as they would be.</summary>
    public IReadOnlyList<SeedInput> Preview(IReadOnlyList<SeedInput> seeds) =>
        [
            .. seeds
                .Where(seed => !_removed.Contains(seed.SeedPath))
                .Select(seed =>
                {
                    var path = _moves.GetValueOrDefault(seed.SeedPath, seed.SeedPath);
                    var text = _edits.ContainsKey(seed.SeedPath) ? Edited(seed.SeedPath) : seed.Text;
                    return new SeedInput(path, _package.PathOf(path), text);
                }),
        ];

    /// <summary>A file for each seed that changes, ordered by path.</summary>
    public IReadOnlyList<ChangedFile> Files =>
        [
            .. _edits
                .Keys.Union(_moves.Keys, StringComparer.Ordinal)
                .Union(_removed, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(File),
        ];

    private ChangedFile File(string seedPath)
    {
        var path = _package.PathOf(seedPath);
        if (!_texts.TryGetValue(seedPath, out var text))
            _texts.Add(seedPath, text = SeedText.Read(path, _session));
        if (_removed.Contains(seedPath))
            return new ChangedFile(path, null, text, [], null);
        var target = _package.PathOf(_moves.GetValueOrDefault(seedPath, seedPath));
        var edits = _edits.TryGetValue(seedPath, out var found) ? Ordered(found) : [];
        return new ChangedFile(path, target, text, edits, text.With(TextEdit.Apply(text.Text, edits)));
    }

    private string Edited(string seedPath) => TextEdit.Apply(_texts[seedPath].Text, Ordered(_edits[seedPath]));

    private static List<TextEdit> Ordered(List<TextEdit> edits)
    {
        var ordered = edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.Length).ToList();
        for (var i = 1; i < ordered.Count; i++)
            if (ordered[i].Span.Start < ordered[i - 1].Span.End)
                throw StopException.Findings("two changes would be at one place: change it by hand");
        return ordered;
    }
}

/// <summary>A file that changes.</summary>
/// <param name="Path">The full path, as it is.</param>
/// <param name="Target">The full path, as it will be; null if the file is removed.</param>
/// <param name="Edits">Ordered by place.</param>
/// <param name="Content">The bytes, as they will be; null if the file is removed.</param>
internal sealed record ChangedFile(
    string Path,
    string? Target,
    SeedText Text,
    IReadOnlyList<TextEdit> Edits,
    byte[]? Content
)
{
    public WrittenFile Written => new(Path, Text.Bytes, Target, Content);
}
