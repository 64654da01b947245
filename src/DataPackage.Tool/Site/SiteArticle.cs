using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site;

/// <summary>An article with the passages that citations name.</summary>
internal sealed class SiteArticle
{
    private const int AnchorDigits = 10;

    /// <summary>In UTF-16 units.</summary>
    private const int WordsAround = 40;

    /// <summary>The most UTF-16 units of a text on one page, if its paragraphs are shorter.</summary>
    private const int LongestPart = 40_000;

    private const int MostPassages = 200;

    private readonly Dictionary<(int Start, int End), CitedPassage> _passages = [];
    private readonly int[]? _offsets;
    private FoldedText? _folded;

    private SiteArticle(EntityLink entity, string? text, IReadOnlyList<int> paragraphs, string? address)
    {
        (Entity, Text, Address) = (entity, text, address);
        if (text is null)
            return;
        if (text.Any(char.IsSurrogate))
            _offsets = OffsetsOf(text);
        Paragraphs =
        [
            .. paragraphs.Select((start, i) => (start, i + 1 < paragraphs.Count ? paragraphs[i + 1] : text.Length)),
        ];
    }

    public EntityLink Entity { get; }

    /// <summary>Null if it may not be redistributed.</summary>
    public string? Text { get; }

    /// <summary>The text as browsers look for words in it; null if it may not be redistributed.</summary>
    public FoldedText? Folded =>
        Text is { } text ? LazyInitializer.EnsureInitialized(ref _folded, () => FoldedText.Of(text)) : null;

    /// <summary>Where it can be read on the web; null if that is not stated.</summary>
    public string? Address { get; }

    /// <summary>The offsets in UTF-16 units at which each paragraph starts, and the next one; none if the text may not
    /// be shown.</summary>
    public IReadOnlyList<(int Start, int End)> Paragraphs { get; } = [];

    /// <summary>The number of pages that show it.</summary>
    public int Parts { get; private set; } = 1;

    /// <summary>The first paragraph of each part.</summary>
    private readonly List<int> _partStarts = [0];

    /// <summary>Ordered by start, then by end, the longest first.</summary>
    public IReadOnlyList<CitedPassage> Passages { get; private set; } = [];

    public CitedPassage this[Passage passage] => _passages[(passage.Start, passage.End)];

    /// <summary>The offset in UTF-16 units of a place that is counted in code points.</summary>
    public int OffsetOf(int point) => _offsets is null ? point : _offsets[point];

    /// <summary>The entities that the text names; null before somebody asks the source for them.</summary>
    public IReadOnlyList<(EntityLink Entity, int Start, int Length)>? Mentions { get; set; }

    /// <summary>The paragraphs of a part.</summary>
    public IEnumerable<(int Start, int End)> ParagraphsOf(int part) =>
        Paragraphs
            .Skip(_partStarts[part - 1])
            .Take((part < Parts ? _partStarts[part] : Paragraphs.Count) - _partStarts[part - 1]);

    /// <summary>The share of the text that passages cover, in whole percent.</summary>
    public int CitedPercent
    {
        get
        {
            var (covered, end) = (0, 0);
            foreach (var passage in Passages.Select(each => each.Passage))
            {
                covered += Math.Max(0, passage.End - Math.Max(end, passage.Start));
                end = Math.Max(end, passage.End);
            }

            return Text is { Length: > 0 } text ? (int)(100L * covered / (_offsets?.Length - 1 ?? text.Length)) : 0;
        }
    }

    /// <param name="paragraphsOf">The offsets at which the paragraphs of an article start.</param>
    public static IReadOnlyList<SiteArticle> All(ExportSource source, Func<string, IReadOnlyList<int>> paragraphsOf)
    {
        var articles = new Dictionary<string, SiteArticle>(StringComparer.Ordinal);
        foreach (var (kind, linked) in source.Kinds)
            if (kind.IsArticle)
                for (var row = 0; row < linked.Entities.Count; row++)
                {
                    var entity = linked.Entities[row];
                    var self = entity.LinkAt(kind.Name, row);
                    articles.Add(
                        entity.Id,
                        new SiteArticle(self, entity.Text?.Text, paragraphsOf(entity.Id), AddressOf(kind, entity))
                    );
                }

        foreach (var (kind, linked) in source.Kinds)
            for (var row = 0; row < linked.Entities.Count; row++)
            {
                var citations = linked.Entities[row].Citations;
                for (var i = 0; i < citations.Count; i++)
                    if (articles.TryGetValue(citations[i].Article.Id, out var article))
                        article.Add(kind, row, linked.Entities[row], i);
            }

        foreach (var article in articles.Values)
        {
            article.Name();
            article.Split();
        }

        return [.. articles.Values];
    }

    /// <summary>The property <c>url</c>, which the built-in article has; if it is no address of the web, the first
    /// property of the type that is one.</summary>
    private static string? AddressOf(Kind kind, LinkedEntity entity) =>
        kind
            .Properties.Select((property, i) => (Property: property, Value: entity.Values[i] as TextValue))
            .Where(each => each.Property.Scalar == ScalarTypes.Url)
            .OrderByDescending(each => each.Property.Name == "url")
            .Select(each => ExportSource.AddressAt(each.Value?.Text))
            .FirstOrDefault(address => address is not null);

    private void Add(Kind kind, int row, LinkedEntity entity, int number)
    {
        var (_, passage, paths) = entity.Citations[number];
        var place = (passage.Start, passage.End);
        if (!_passages.TryGetValue(place, out var cited))
            _passages.Add(place, cited = new CitedPassage(passage));
        cited.Uses.Add(new PassageUse(kind, row, entity, number, paths));
    }

    /// <summary>Gives each passage an anchor that stays when the article is edited elsewhere: a hash of its words, with
    /// those around it if the article has them twice. Of a text that may not be shown, a hash of a few words would tell
    /// them, so each use has an anchor of its own, which says what it supports.</summary>
    private void Name()
    {
        Passages = [.. _passages.Values.OrderBy(each => each.Passage.Start).ThenByDescending(each => each.Passage.End)];
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        string Unique(string text)
        {
            var anchor = "p-" + Hash(text);
            var number = taken[anchor] = taken.GetValueOrDefault(anchor) + 1;
            return number == 1 ? anchor : FormattableString.Invariant($"{anchor}-{number}");
        }

        for (var i = 0; i < Passages.Count; i++)
        {
            var cited = Passages[i];
            cited.Number = i + 1;
            cited.Anchors = Text is null
                ? [.. cited.Uses.Take(CitedPassage.MostUses).Select(use => Unique(use.Name))]
                : [Unique(WordsOf(cited.Passage))];
        }
    }

    private string WordsOf(Passage passage)
    {
        var (start, end) = (OffsetOf(passage.Start), OffsetOf(passage.End));
        var text = Text!;
        var words = text.AsSpan(start, end - start);
        var isThereTwice =
            text.AsSpan(end).IndexOf(words, StringComparison.Ordinal) >= 0
            || text.AsSpan(0, start).IndexOf(words, StringComparison.Ordinal) >= 0;
        return isThereTwice
            ? text[Math.Max(0, start - WordsAround)..Math.Min(text.Length, end + WordsAround)]
            : words.ToString();
    }

    /// <summary>Lays long texts, and long lists of passages, on several pages.</summary>
    private void Split()
    {
        if (Text is null)
        {
            foreach (var cited in Passages)
                cited.Part = ((cited.Number - 1) / MostPassages) + 1;
            Parts = Passages.Count == 0 ? 1 : Passages[^1].Part;
            return;
        }

        var (length, passages, next) = (0, 0, 0);
        for (var i = 0; i < Paragraphs.Count; i++)
        {
            var (start, end) = Paragraphs[i];
            var last = next;
            while (last < Passages.Count && OffsetOf(Passages[last].Passage.Start) < end)
                last++;
            if (length > 0 && (length + end - start > LongestPart || passages + last - next > MostPassages))
            {
                _partStarts.Add(i);
                (length, passages) = (0, 0);
            }

            for (; next < last; next++, passages++)
                Passages[next].Part = _partStarts.Count;
            length += end - start;
        }

        Parts = _partStarts.Count;
    }

    private static string Hash(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var digits = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..AnchorDigits];
        return Shared.Text.LetterCase.ToLower(digits);
    }

    private static int[] OffsetsOf(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}

/// <summary>A passage of an article, with everything that it supports.</summary>
internal sealed class CitedPassage(Passage passage)
{
    public Passage Passage => passage;

    /// <summary>Its place among the passages of the article, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The most uses that stand beside a passage.</summary>
    public const int MostUses = 30;

    /// <summary>What its addresses end with: one, or one for each of the first uses.</summary>
    public IReadOnlyList<string> Anchors { get; set; } = [];

    /// <summary>The anchor for a citation.</summary>
    /// <param name="number">Its index among the citations of the entity.</param>
    public string AnchorFor(string kind, int row, int number)
    {
        var place = Anchors.Count == 1 ? 0 : Uses.FindIndex(use => use.IsOf(kind, row, number));
        return Anchors[place >= 0 && place < Anchors.Count ? place : 0];
    }

    /// <summary>The number of the part of the article's page that has it, from 1.</summary>
    public int Part { get; set; } = 1;

    /// <summary>Ordered by kind and id.</summary>
    public List<PassageUse> Uses { get; } = [];
}

/// <summary>A citation of a passage.</summary>
/// <param name="Number">Its index among the citations of the entity.</param>
/// <param name="Paths">What of the entity it supports; empty for the entity itself.</param>
internal readonly record struct PassageUse(
    Kind Kind,
    int Row,
    LinkedEntity Entity,
    int Number,
    Engine.Text.EquatableArray<string> Paths
)
{
    /// <summary>Says the same as long as nobody edits what the citation is for.</summary>
    public string Name => $"{Kind.Name}/{Entity.Id}/{string.Join(',', Paths)}";

    public bool IsOf(string kind, int row, int number) => Number == number && Row == row && Kind.Name == kind;

    /// <summary>Whether the page of the entity has a row for a property.</summary>
    public bool HasRow(string property)
    {
        var index = Kind.IndexOf(property);
        return index >= 0 && (Entity.Values[index] is not null || Entity.Claims.Any(claim => claim.Property == index));
    }
}
