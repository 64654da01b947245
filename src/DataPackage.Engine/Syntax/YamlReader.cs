using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>Turns YAML into a tree with positions: from events, without recursion, and within
/// <see cref="SeedLimits"/>.</summary>
/// <remarks>The parser's own trees and deserializers recurse, and crash the compiler on hostile input; its events do
/// not. YamlReader.Recovery.cs says what is kept of a text that is not YAML, and where reading goes on. Only the first
/// fault of a file is reported: later ones may be its consequences.</remarks>
internal sealed partial class YamlReader
{
    private readonly string _yaml;

    /// <summary>What the parser reads instead of the text; null if it reads the text.</summary>
    private readonly ReadableYaml? _readable;
    private readonly int _offset;
    private readonly Func<TextSpan, SeedPosition> _locate;
    private readonly DiagnosticBag _diagnostics;

    private readonly List<OpenNode> _open = [];
    private readonly Dictionary<string, (SeedNode? Node, SeedSize Size, int At)> _anchors = new(StringComparer.Ordinal);
    private readonly List<SeedNode> _roots = [];
    private readonly List<TextSpan> _lost = [];

    /// <summary>The merge keys of mappings that lack a part.</summary>
    private readonly HashSet<TextSpan> _lostMerges = [];
    private readonly bool _hasOneDocument;
    private int _documents;
    private SeedSize _read;
    private SeedSize _aliased;
    private bool _mayChangeDirection;
    private bool _isBroken;
    private bool _hasForeignTag;

    private YamlReader(
        string yaml,
        int offset,
        bool hasOneDocument,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics
    )
    {
        _hasOneDocument = hasOneDocument;
        _yaml = yaml;
        _readable = ReadableYaml.Of(yaml);
        _offset = offset;
        _locate = locate;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads one document. The first fault is reported and makes the result false; <paramref name="read"/>
    /// then has what could be read.</summary>
    /// <param name="offset">The offset of <paramref name="yaml"/> in its file.</param>
    /// <param name="mayChangeDirection">Whether a text may have bidirectional controls, if its property allows
    /// them.</param>
    /// <param name="isReported">Whether a fault of the file was reported; then none is reported here.</param>
    public static bool TryRead(
        string yaml,
        int offset,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics,
        CancellationToken cancellation,
        out SeedTrees read,
        bool mayChangeDirection = true,
        bool isReported = false
    )
    {
        var reader = new YamlReader(yaml, offset, hasOneDocument: true, locate, diagnostics)
        {
            _mayChangeDirection = mayChangeDirection,
            _isBroken = isReported,
        };
        reader.Read(cancellation);
        read = new SeedTrees(
            reader._roots.Take(1).ToEquatableArray(),
            reader._lost.ToEquatableArray(),
            reader.SizeBeyondText
        );
        return !reader._isBroken;
    }

    /// <summary>Reads any number of documents. Empty ones are left out, except an only one.</summary>
    public static bool TryReadAll(
        string yaml,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics,
        CancellationToken cancellation,
        out SeedTrees read,
        bool isReported = false
    )
    {
        var reader = new YamlReader(yaml, 0, hasOneDocument: false, locate, diagnostics)
        {
            _mayChangeDirection = true,
            _isBroken = isReported,
        };
        reader.Read(cancellation);
        if (reader._roots.Count > 1)
            reader._roots.RemoveAll(root => root is SeedScalar { IsNull: true });
        read = new SeedTrees(reader._roots.ToEquatableArray(), reader._lost.ToEquatableArray(), reader.SizeBeyondText);
        return !reader._isBroken;
    }

    /// <summary>All nodes, and the characters that aliases add to the text.</summary>
    private SeedSize SizeBeyondText => new(_aliased.Characters, _read.Nodes + _aliased.Nodes);

    private bool Accept(ParsingEvent read) =>
        read switch
        {
            Scalar scalar => AcceptScalar(scalar),
            AnchorAlias alias => AcceptAlias(alias),
            SequenceStart or MappingStart => AcceptStart((NodeEvent)read),
            SequenceEnd or MappingEnd => Close(PlaceOf(read.Start)),
            DocumentStart => AcceptDocument(read),
            _ => true,
        };

    private bool AcceptScalar(Scalar scalar)
    {
        if (scalar.Value.Length > SeedLimits.ScalarLength)
            return LoseLimit(scalar, "This text is too long", SeedLimits.ScalarLength, "characters");
        if (!_mayChangeDirection && SeedCharacters.IndexOfBidirectionalControl(scalar.Value) is >= 0 and var control)
            return Lose(
                scalar,
                Rules.ForbiddenCharacter,
                SeedCharacters.NameOf(scalar.Value, control),
                SeedCharacters.Explain(scalar.Value[control]),
                "; only a property can have leave to hold one"
            );
        if (IsMasked(scalar))
            return Lose(scalar, Rules.ForbiddenCharacter);
        if (!HasFittingTag(scalar))
            return LoseTag(scalar);
        var isPlain = YamlTags.SaysText(scalar.Tag) is { } isText ? !isText : scalar.Style == ScalarStyle.Plain;
        return Count(scalar, scalar.Value.Length)
            && Add(
                scalar,
                scalar.Anchor,
                new SeedScalar(SpanOfText(scalar), ValueOf(scalar), isPlain),
                new SeedSize(scalar.Value.Length, 1)
            );
    }

    private bool AcceptAlias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            return Lose(alias, Rules.MalformedYaml, $"no anchor '&{alias.Value.Value}' comes before this alias");
        if (target.Node is null)
            return Lose(
                alias,
                Rules.UnsupportedYaml,
                $"The alias '*{alias.Value.Value}' is within what it names, so it would never end"
            );
        _aliased += target.Size;
        if (_aliased.Nodes > SeedLimits.AliasedNodes)
            return RefuseLimit(
                alias,
                "The aliases of this file repeat too many nodes",
                SeedLimits.AliasedNodes,
                "nodes"
            );
        if (_aliased.Characters > SeedLimits.AliasedCharacters)
            return RefuseLimit(
                alias,
                "The aliases of this file repeat too much text",
                SeedLimits.AliasedCharacters,
                "characters"
            );
        return Add(alias, AnchorName.Empty, target.Node, target.Size);
    }

    /// <summary>Opens a list or a mapping.</summary>
    private bool AcceptStart(NodeEvent start)
    {
        // The parser must not go deeper either: its time grows with the square of the depth.
        if (_open.Count >= SeedLimits.Depth)
            return BreakOff(
                start,
                Rules.LimitExceeded,
                "Lists and mappings are nested too deeply",
                InWords(SeedLimits.Depth, "levels")
            );
        if (!HasFittingTag(start))
            return LoseTag(start);
        if (!Count(start, 0))
            return false;
        if (Top is { IsMapping: true, Key: null })
            return Lose(start, Rules.UnsupportedYaml, "A key must be a text, not a list or a mapping");
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = (null, default, PlaceOf(start.Start));
        var isPlaceless = start.Start.Index == 0 && _open.Count > 0;
        _open.Add(new OpenNode(start, PlaceOf(start.Start), isPlaceless, _read + _aliased));
        return true;
    }

    private bool AcceptDocument(ParsingEvent start)
    {
        if (_isSameDocument)
            _isSameDocument = false;
        else if (++_documents > 1)
        {
            if (_hasOneDocument)
                return BreakOff(
                    start,
                    Rules.UnsupportedYaml,
                    "This file is one YAML document; a second one starts here"
                );
            // An alias refers to its own document only.
            _anchors.Clear();
        }

        _rootsBefore = _roots.Count;
        return true;
    }

    private OpenNode? Top => _open.Count == 0 ? null : _open[_open.Count - 1];

    /// <param name="at">The offset at which the end of the list or mapping was seen.</param>
    private bool Close(int at)
    {
        var closed = Top!;
        _open.RemoveAt(_open.Count - 1);
        // The pair in [a: b] is a mapping without brackets, and the parser says that it is at the start of the file.
        var isPair = closed is { IsFlow: true, IsMapping: true, IsPlaceless: true, Entries.Count: > 0 };
        var first = isPair ? closed.Entries[0].KeySlot.Span.Start : _offset + closed.Start;
        // The scanner gives the place of a closing bracket, but no length. A block collection has no closing mark: its
        // end event is at the start of the next token.
        var hasBracket = closed.IsFlow && !isPair && at < _yaml.Length && _yaml[at] == (closed.IsMapping ? '}' : ']');
        var span = TextSpan.FromBounds(first, hasBracket ? _offset + at + 1 : Math.Max(first, closed.LastEnd ?? first));
        SeedNode node = closed.IsMapping
            ? new SeedMapping(span, EntriesOf(closed))
            : new SeedSequence(span, closed.Items.ToEquatableArray());
        return Add(closed.Event, closed.Event.Anchor, node, _read + _aliased - closed.SizeBefore + new SeedSize(0, 1));
    }

    private EquatableArray<SeedEntry> EntriesOf(OpenNode closed) =>
        closed.Entries.Exists(entry => MergeKeys.Is(entry.KeySlot))
            ? MergeKeys
                .Expand(closed.Entries, (entry, first) => ReportRepeated(entry.Key, first.KeySlot.Span), NoteMerge)
                .ToEquatableArray()
            : closed.Entries.ToEquatableArray();

    private void ReportRepeated(SeedScalar key, TextSpan first)
    {
        // After a fault an entry may be where it does not belong.
        if (!_isResumed)
            _diagnostics.Add(Rules.DuplicateKey, _locate(key.Span), _locate(first), key.Shortened);
    }

    private bool Add(ParsingEvent read, AnchorName anchor, SeedNode node, SeedSize size)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, size, node.Span.Start - _offset);
        if (Top is not { } parent)
        {
            _roots.Add(node);
            return true;
        }

        parent.LastEnd = read is AnchorAlias ? _offset + PlaceOf(read.End) : node.Span.End;
        if (!parent.IsMapping || parent.Key is not null)
        {
            parent.Add(node);
            return true;
        }

        if (node is not SeedScalar text)
            return Lose(read, Rules.UnsupportedYaml, "A key must be a text, not a list or a mapping");
        if (text.Text.Length > SeedLimits.KeyLength)
            return LoseLimit(read, "This key is too long", SeedLimits.KeyLength, "characters");
        parent.Key = text with { Text = KeyPool.Share(text.Text) };
        // Whether it merges depends on its value.
        var before = MergeKeys.Is(text) ? null : parent.FindKey(text.Text);
        parent.IsKeyDropped = before is not null;
        if (before is { } first)
            ReportRepeated(text, first);
        return true;
    }

    private bool Count(ParsingEvent read, int characters) =>
        (_read += new SeedSize(characters, 1)).Nodes <= SeedLimits.Nodes
        || RefuseLimit(read, "This file holds too many values", SeedLimits.Nodes, "values");

    private string ValueOf(Scalar scalar) =>
        _readable is not null && scalar.Style == ScalarStyle.Literal
            ? _readable.Restore(PlaceOf(scalar.Start), PlaceOf(scalar.End), scalar.Value)
            : scalar.Value;

    /// <summary>Whether a node may have its tag. Other programs give meaning to tags of their own, which data keep
    /// without it; a declaration has none.</summary>
    private bool HasFittingTag(NodeEvent node)
    {
        if (YamlTags.IsKnown(node.Tag))
            return YamlTags.Misfit(node) is null;
        if (!_mayChangeDirection)
            return false;
        if (!_hasForeignTag)
            _diagnostics.Add(Rules.TagLeftOut, Locate(node.Start, node.End), node.Tag.Value);
        return _hasForeignTag = true;
    }

    private bool LoseTag(NodeEvent node) =>
        Lose(
            node,
            Rules.UnsupportedYaml,
            YamlTags.Misfit(node) is { } said
                ? $"The tag '{YamlTags.Shorten(node.Tag)}' says that this is {said}, and it is not"
                : $"The tag '{node.Tag.Value}' is not supported: the schema says what type a value has"
        );

    private bool RefuseLimit(ParsingEvent read, string breach, int limit, string unit) =>
        Refuse(read, Rules.LimitExceeded, breach, InWords(limit, unit));

    private static string InWords(int limit, string unit) =>
        limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit;

    /// <summary>Whether the scanner rejected a key because its colon is beyond the limit.</summary>
    private bool IsKeyTooLong(YamlException malformed, out TextSpan key)
    {
        key = default;
        var start = PlaceOf(malformed.Start);
        if (start >= _yaml.Length)
            return false;
        var line = _yaml.LastIndexOfAny(['\n', '\r'], start) + 1;
        var end = _yaml.IndexOfAny(['\n', '\r'], line) is >= 0 and var found ? found : _yaml.Length;
        var colon =
            _yaml.IndexOf(": ", line, end - line, StringComparison.Ordinal) is >= 0 and var inner ? inner
            : end > line && _yaml[end - 1] == ':' ? end - 1
            : -1;
        while (line < end && _yaml[line] == ' ')
            line++;
        if (colon - line <= SeedLimits.KeyLength)
            return false;
        key = TextSpan.FromBounds(_offset + line, _offset + colon);
        return true;
    }

    /// <summary>Reports a fault that ends the reading of the file.</summary>
    private bool Refuse(ParsingEvent read, Rule rule, params string[] arguments)
    {
        ReportFault(rule, Locate(read.Start, read.End), arguments);
        return false;
    }

    /// <summary>Reports the first fault of a file.</summary>
    private void ReportFault(Rule rule, SeedPosition location, params string[] arguments)
    {
        if (!_isBroken)
            _diagnostics.Add(rule, location, arguments);
        _isBroken = true;
    }

    private SeedPosition Locate(Mark start, Mark end) => _locate(SpanOf(start, end));

    private TextSpan SpanOf(ParsingEvent read) => SpanOf(read.Start, read.End);

    private TextSpan SpanOf(Mark start, Mark end)
    {
        var first = PlaceOf(start);
        var last = Math.Max(PlaceOf(end), first);
        while (last > first && char.IsWhiteSpace(_yaml[last - 1]))
            last--;
        return TextSpan.FromBounds(_offset + first, _offset + last);
    }

    /// <summary>Where the text of a scalar is, without its anchor and tag: messages point at the very word, and edits
    /// replace nothing else.</summary>
    private TextSpan SpanOfText(Scalar scalar)
    {
        var span = SpanOf(scalar);
        if (scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty)
            return span;
        var (at, end) = (span.Start - _offset, span.End - _offset);
        while (at < end && (char.IsWhiteSpace(_yaml[at]) || _yaml[at] is '&' or '!' or '#'))
            at = _yaml[at] == '#' ? YamlLines.EndOf(_yaml, at) : EndOfWord(at, end);
        return at < end ? TextSpan.FromBounds(_offset + at, span.End) : span;
    }

    private int EndOfWord(int at, int end)
    {
        while (at < end && !char.IsWhiteSpace(_yaml[at]))
            at++;
        return Math.Min(at + 1, end);
    }

    private static string Explain(YamlException malformed)
    {
        // The parser prefixes some messages with its own positions; the diagnostic has a better one.
        var message = malformed.Message;
        var text =
            message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var end
            && message.StartsWith("(", StringComparison.Ordinal)
                ? message.Substring(end + 3)
                : message;
        return text.TrimEnd('.');
    }
}
