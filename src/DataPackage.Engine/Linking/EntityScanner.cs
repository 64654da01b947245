using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Finds the names of entities in any text, as a program does.</summary>
internal abstract class EntityScanner : MentionScanner
{
    private readonly Dictionary<string, List<(EntityLink Entity, string Name)>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _lengths = new(StringComparer.Ordinal);
    private int _longestName;

    protected override int LongestName => _longestName;

    /// <summary>Takes an entity whose name is at a place; several entities may share the name.</summary>
    /// <param name="start">The offset in UTF-16 units.</param>
    protected abstract void Keep(EntityLink entity, int start, int length);

    protected void AddName(EntityLink entity, string name)
    {
        foreach (var folded in EntityNames.FormsOf(name))
            Add(entity, name, folded);
    }

    private void Add(EntityLink entity, string name, string folded)
    {
        if (!_byName.TryGetValue(folded, out var sharing))
            _byName.Add(folded, sharing = []);
        sharing.Add((entity, NormalForm.Of(name)));
        var length = LengthOf(folded.AsSpan(), out var words, out var firstWord);
        _longestName = Math.Max(_longestName, words);
        var first = folded.Substring(0, firstWord);
        _lengths[first] = _lengths.TryGetValue(first, out var lengths) ? lengths | length : length;
    }

    protected override uint LengthsAfter(ReadOnlySpan<char> firstWord) =>
        _lengths.TryGetValue(firstWord.ToString(), out var lengths) ? lengths : 0;

    protected override bool TryKeep(
        ReadOnlySpan<char> folded,
        ReadOnlySpan<char> text,
        bool mustBeSpelledSo,
        int start,
        int length
    )
    {
        if (!_byName.TryGetValue(folded.ToString(), out var sharing))
            return false;
        var spelling = mustBeSpelledSo ? NormalForm.Of(text.ToString()) : null;
        var isFound = false;
        foreach (var (entity, name) in sharing)
        {
            if (spelling is not null && name != spelling)
                continue;
            Keep(entity, start, length);
            isFound = true;
        }

        return isFound;
    }
}
