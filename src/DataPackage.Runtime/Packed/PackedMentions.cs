using System.ComponentModel;
using System.Runtime.InteropServices;
using DataPackage.Shared.Format;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Finds the names of all entities of a package in texts, using the indexes of names that its tables have
/// anyway. For generated code.</summary>
/// <remarks>The first call reads these indexes once and keeps, for the first word of every name, how many words such
/// names have: four bytes for each slot of a table that has at least two slots to a name, and a power of two of them.
/// Threads that race build equal tables.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedMentions
{
    private readonly PackedTable[] _tables;
    private FirstWords? _firstWords;

    /// <summary>Takes all tables of a package, in the order of the numbers of their kinds.</summary>
    protected PackedMentions(params PackedTable[] tables) => _tables = tables;

    /// <summary>Whether one of the names of an entity is spelled exactly so.</summary>
    protected internal abstract bool IsSpelled(IEntity entity, ReadOnlySpan<char> name);

    /// <summary>All mentions in a text, in the order of the text; they do not overlap.</summary>
    public IReadOnlyList<Mention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Search(this, _firstWords ??= new FirstWords(_tables)).Find(text).AsReadOnly();
    }

    /// <summary>Reads the names again at the next call.</summary>
    internal void Forget() => _firstWords = null;

    /// <summary>Whether a text of an entity is spelled so.</summary>
    protected static bool IsSpelled(string? text, ReadOnlySpan<char> name) =>
        text is not null && NormalForm.AreEqual(text, name);

    /// <summary>Whether a text of an entity is spelled so in one of its languages.</summary>
    protected static bool IsSpelled(LocalizedText? text, ReadOnlySpan<char> name)
    {
        if (text is null)
            return false;
        foreach (var language in text.Languages)
            if (IsSpelled(text[language], name))
                return true;
        return false;
    }

    /// <summary>Whether one of an entity's texts is spelled so.</summary>
    protected static bool IsSpelled(IEnumerable<string?>? texts, ReadOnlySpan<char> name)
    {
        foreach (var text in texts ?? [])
            if (IsSpelled(text, name))
                return true;
        return false;
    }

    /// <summary>Whether one of an entity's texts is spelled so in one of its languages.</summary>
    protected static bool IsSpelled(IEnumerable<LocalizedText?>? texts, ReadOnlySpan<char> name)
    {
        foreach (var text in texts ?? [])
            if (IsSpelled(text, name))
                return true;
        return false;
    }

    /// <summary>For the first word of each name, how many words such names have. Several words may share a slot,
    /// because the index of names decides; the table only rules words out.</summary>
    private sealed class FirstWords
    {
        private readonly uint[] _lengths;
        private readonly int _shift;

        public FirstWords(PackedTable[] tables)
        {
            var names = new List<string>();
            foreach (var table in tables)
                names.AddRange(table.Names);
            var bits = 1;
            while (1 << bits < names.Count * 2)
                bits++;
            _lengths = new uint[1 << bits];
            _shift = 64 - bits;
            foreach (var name in names)
            {
                var lengths = MentionScanner.LengthOf(name, out var words, out var firstWord);
                LongestName = Math.Max(LongestName, words);
                _lengths[SlotOf(name.AsSpan(0, firstWord))] |= lengths;
            }
        }

        /// <summary>The number of words of the longest name.</summary>
        public int LongestName { get; }

        public uint this[ReadOnlySpan<char> word] => _lengths[SlotOf(word)];

        private int SlotOf(ReadOnlySpan<char> word) => (int)(KeyHash.Compute(MemoryMarshal.AsBytes(word)) >> _shift);
    }

    /// <summary>Searches one text.</summary>
    private sealed class Search(PackedMentions package, FirstWords firstWords) : MentionScanner
    {
        private const int BytesPerUnit = 3;

        private readonly List<Mention> _mentions = [];
        private readonly List<IEntity> _candidates = [];
        private byte[] _key = new byte[256];

        protected override int LongestName => firstWords.LongestName;

        public List<Mention> Find(string text)
        {
            Scan(text);
            return _mentions;
        }

        protected override uint LengthsAfter(ReadOnlySpan<char> firstWord) => firstWords[firstWord];

        protected override bool TryKeep(
            ReadOnlySpan<char> folded,
            ReadOnlySpan<char> text,
            bool mustBeSpelledSo,
            int start,
            int length
        )
        {
            if (_key.Length < folded.Length * BytesPerUnit)
                _key = new byte[folded.Length * BytesPerUnit * 2];
            var key = _key.AsSpan(0, PackedText.Encode(folded, _key, out var hash));
            for (var kind = 0; kind < package._tables.Length; kind++)
            {
                var table = package._tables[kind];
                var row = table.RowOfName(key, hash, out var rows);
                if (row < 0)
                    continue;
                if (row != PackedFormat.ManyRows)
                    Add(table.EntityAt(kind, row), text, mustBeSpelledSo);
                else
                    for (var count = PackedNumber.ReadInt(ref rows); count > 0; count--)
                        Add(table.EntityAt(kind, PackedNumber.ReadInt(ref rows)), text, mustBeSpelledSo);
            }

            if (_candidates.Count == 0)
                return false;
            _mentions.Add(
                new Mention
                {
                    Start = start,
                    Length = length,
                    Candidates = Array.AsReadOnly(_candidates.ToArray()),
                }
            );
            _candidates.Clear();
            return true;
        }

        private void Add(IEntity candidate, ReadOnlySpan<char> text, bool mustBeSpelledSo)
        {
            if (!mustBeSpelledSo || package.IsSpelled(candidate, text))
                _candidates.Add(candidate);
        }
    }
}
