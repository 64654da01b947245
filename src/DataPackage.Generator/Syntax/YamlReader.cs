using System.Globalization;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataPackage.Generator.Syntax;

/// <summary>Turns YAML into a tree with positions: events only, no recursion, and within <see cref="SeedLimits"/>.</summary>
/// <remarks>The parser's own trees and deserializers recurse and die with the compiler on hostile input; its events do not.</remarks>
internal sealed class YamlReader
{
    private readonly string _yaml;
    private readonly int _offset;
    private readonly Func<TextSpan, SeedLocation> _locate;
    private readonly DiagnosticBag _diagnostics;

    private readonly Stack<OpenNode> _open = new();
    private readonly Dictionary<string, (SeedNode? Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly List<SeedNode> _roots = [];
    private readonly bool _hasOneDocument;
    private int _nodes;
    private int _aliasedNodes;
    private bool _mayChangeDirection;

    private YamlReader(string yaml, int offset, bool hasOneDocument, Func<TextSpan, SeedLocation> locate, DiagnosticBag diagnostics)
    {
        _hasOneDocument = hasOneDocument;
        _yaml = yaml;
        _offset = offset;
        _locate = locate;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads one document. Whatever is wrong is reported once and makes the result false; <paramref name="root"/> then is null.</summary>
    /// <param name="offset">Where <paramref name="yaml"/> starts in its file.</param>
    /// <param name="mayChangeDirection">Whether a text may hold bidirectional controls, if its property says so.</param>
    public static bool TryRead(
        string yaml, int offset, Func<TextSpan, SeedLocation> locate, DiagnosticBag diagnostics, CancellationToken cancellation, out SeedNode? root,
        bool mayChangeDirection = true)
    {
        var reader = new YamlReader(yaml, offset, hasOneDocument: true, locate, diagnostics) { _mayChangeDirection = mayChangeDirection };
        var succeeded = reader.TryRead(cancellation);
        root = succeeded && reader._roots.Count > 0 ? reader._roots[0] : null;
        return succeeded;
    }

    /// <summary>Likewise, of any number of documents. Empty ones are none, but for the only one.</summary>
    public static bool TryReadAll(
        string yaml, Func<TextSpan, SeedLocation> locate, DiagnosticBag diagnostics, CancellationToken cancellation, out IReadOnlyList<SeedNode> roots)
    {
        var reader = new YamlReader(yaml, 0, hasOneDocument: false, locate, diagnostics) { _mayChangeDirection = true };
        var succeeded = reader.TryRead(cancellation);
        if (reader._roots.Count > 1) reader._roots.RemoveAll(root => root is SeedScalar { IsNull: true });
        roots = succeeded ? reader._roots : [];
        return succeeded;
    }

    private bool TryRead(CancellationToken cancellation)
    {
        var last = Mark.Empty;
        try
        {
            // Comments are skipped by the scanner. As long as a bracket may start a key the scanner reads on before it hands out a token, and a
            // hundred thousand brackets take it half a minute: hence its limit, though keys are measured here, where the limit has a name.
            var parser = new Parser(new Scanner(new StringReader(_yaml), skipComments: true, SeedLimits.KeyLength + 1));
            var documents = 0;
            while (parser.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                var read = parser.Current!;
                last = read.End;
                if (read is DocumentStart && ++documents > 1)
                {
                    if (_hasOneDocument) return Refuse(read, Rules.UnsupportedYaml, "This file is one YAML document; a second one starts here");
                    // An alias names what stands in its own document.
                    _anchors.Clear();
                }

                if (!Accept(read)) return false;
            }

            return true;
        }
        catch (YamlException malformed)
        {
            if (IsKeyTooLong(malformed, out var key))
                _diagnostics.Add(Rules.LimitExceeded, _locate(key), "This key is too long", InWords(SeedLimits.KeyLength, "characters"));
            else
                _diagnostics.Add(Rules.MalformedYaml, Locate(malformed.Start, malformed.End), Explain(malformed));
            return false;
        }
        catch (Exception other) when (other is not OperationCanceledException)
        {
            // The scanner throws four other kinds of exception on malformed input, most of them within brackets that nobody closed.
            if (_open.Count > 0 && _open.Peek().IsFlow)
                _diagnostics.Add(Rules.MalformedYaml, Locate(_open.Peek().Start.Start, _open.Peek().Start.End), "what this bracket opens is not closed, or cannot be read");
            else _diagnostics.Add(Rules.MalformedYaml, Locate(last, last), "it cannot be read beyond this place");
            return false;
        }
    }

    private bool Accept(ParsingEvent read)
    {
        switch (read)
        {
            case Scalar scalar:
                if (scalar.Value.Length > SeedLimits.ScalarLength)
                    return RefuseLimit(read, "This text is too long", SeedLimits.ScalarLength, "characters");
                if (!_mayChangeDirection && SeedCharacters.IndexOfBidirectionalControl(scalar.Value) is >= 0 and var control)
                    return Refuse(read, Rules.ForbiddenCharacter, SeedCharacters.NameOf(scalar.Value, control), SeedCharacters.Explain(scalar.Value[control]), "; only a property can have leave to hold one");
                return CheckTag(scalar) && Count(read)
                    && Add(scalar, scalar.Anchor, new SeedScalar(SpanOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain), size: 1);

            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value.Value, out var target))
                    return Refuse(read, Rules.MalformedYaml, $"no anchor '&{alias.Value.Value}' stands before this alias");
                if (target.Node is null)
                    return Refuse(read, Rules.UnsupportedYaml, $"The alias '*{alias.Value.Value}' stands within what it names, so it would never end");
                _aliasedNodes += target.Size;
                if (_aliasedNodes > SeedLimits.AliasedNodes)
                    return RefuseLimit(read, "The aliases of this file repeat too many nodes", SeedLimits.AliasedNodes, "nodes");
                return Add(read, AnchorName.Empty, target.Node, target.Size);

            case SequenceStart or MappingStart:
                var start = (NodeEvent)read;
                if (_open.Count >= SeedLimits.Depth)
                    return RefuseLimit(read, "Lists and mappings are nested too deeply", SeedLimits.Depth, "levels");
                if (!CheckTag(start) || !Count(read)) return false;
                if (_open.Count > 0 && _open.Peek() is { IsMapping: true, Key: null })
                    return Refuse(read, Rules.UnsupportedYaml, "A key must be a text, not a list or a mapping");
                if (!start.Anchor.IsEmpty) _anchors[start.Anchor.Value] = (null, 0);
                _open.Push(new OpenNode(start, _nodes + _aliasedNodes));
                return true;

            case SequenceEnd or MappingEnd:
                var closed = _open.Pop();
                // The pair in [a: b] is a mapping without brackets, and the parser says that it is at the start of the file.
                var isPair = closed.IsFlow && closed.IsMapping && closed.Start.Start.Index == 0 && _open.Count > 0 && closed.Entries.Count > 0;
                var first = isPair ? closed.Entries[0].KeySlot.Span.Start : _offset + (int)closed.Start.Start.Index;
                // The scanner has the place of a closing bracket, but no length for it. A block collection
                // has no closing mark: its end event stands where the next token starts.
                var end = (int)read.Start.Index;
                var hasBracket = closed.IsFlow && !isPair && end < _yaml.Length && _yaml[end] == (closed.IsMapping ? '}' : ']');
                var span = TextSpan.FromBounds(first, hasBracket ? _offset + end + 1 : Math.Max(first, closed.LastEnd ?? first));
                SeedNode node = closed.IsMapping
                    ? new SeedMapping(span, closed.Entries.ToEquatableArray())
                    : new SeedSequence(span, closed.Items.ToEquatableArray());
                return Add(closed.Start, closed.Start.Anchor, node, _nodes + _aliasedNodes - closed.NodesBefore + 1);

            default:
                return true;
        }
    }

    private bool Add(ParsingEvent read, AnchorName anchor, SeedNode node, int size)
    {
        if (!anchor.IsEmpty) _anchors[anchor.Value] = (node, size);
        if (_open.Count == 0)
        {
            _roots.Add(node);
            return true;
        }

        var parent = _open.Peek();
        parent.LastEnd = read is AnchorAlias ? _offset + (int)read.End.Index : node.Span.End;
        if (!parent.IsMapping)
        {
            parent.Items.Add(new SeedSlot(node));
            return true;
        }

        if (parent.Key is { } key)
        {
            if (!parent.IsKeyRepeated) parent.Entries.Add(new SeedEntry(new SeedSlot(key), new SeedSlot(node)));
            parent.Key = null;
            return true;
        }

        if (node is not SeedScalar text) return Refuse(read, Rules.UnsupportedYaml, "A key must be a text, not a list or a mapping");
        if (text is { Text: "<<", IsPlain: true })
            return Refuse(read, Rules.UnsupportedYaml, "Merge keys ('<<') are not supported: YAML 1.2 has dropped them; write the values out");
        if (text.Text.Length > SeedLimits.KeyLength)
            return RefuseLimit(read, "This key is too long", SeedLimits.KeyLength, "characters");
        parent.Key = text with { Text = KeyPool.Share(text.Text) };
        var before = parent.FindKey(text.Text);
        parent.IsKeyRepeated = before is not null;
        if (before is { } first) _diagnostics.Add(Rules.DuplicateKey, _locate(text.Span), text.Shortened, _locate(first).ToString());
        return true;
    }

    private bool Count(ParsingEvent read) =>
        ++_nodes <= SeedLimits.Nodes || RefuseLimit(read, "This file holds too many values", SeedLimits.Nodes, "values");

    /// <summary>The tags of YAML's own types change nothing, as the schema says how a scalar is read; any other asks for something that nobody does.</summary>
    private bool CheckTag(NodeEvent node) =>
        node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal)
        || Refuse(node, Rules.UnsupportedYaml, $"The tag '{node.Tag.Value}' is not supported: the schema says what type a value has");

    private bool RefuseLimit(ParsingEvent read, string breach, int limit, string unit) =>
        Refuse(read, Rules.LimitExceeded, breach, InWords(limit, unit));

    private static string InWords(int limit, string unit) => limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit;

    /// <summary>Whether the scanner gave up on a key, in one way or another, since the colon is beyond its limit.</summary>
    private bool IsKeyTooLong(YamlException malformed, out TextSpan key)
    {
        key = default;
        var start = (int)malformed.Start.Index;
        if (start < 0 || start >= _yaml.Length) return false;
        var line = _yaml.LastIndexOfAny(['\n', '\r'], start) + 1;
        var end = _yaml.IndexOfAny(['\n', '\r'], line) is >= 0 and var found ? found : _yaml.Length;
        var colon = _yaml.IndexOf(": ", line, end - line, StringComparison.Ordinal) is >= 0 and var inner ? inner : end > line && _yaml[end - 1] == ':' ? end - 1 : -1;
        while (line < end && _yaml[line] == ' ') line++;
        if (colon - line <= SeedLimits.KeyLength) return false;
        key = TextSpan.FromBounds(_offset + line, _offset + colon);
        return true;
    }

    private bool Refuse(ParsingEvent read, DiagnosticDescriptor rule, params string[] arguments)
    {
        _diagnostics.Add(rule, Locate(read.Start, read.End), arguments);
        return false;
    }

    private SeedLocation Locate(Mark start, Mark end) => _locate(SpanOf(start, end));

    private TextSpan SpanOf(ParsingEvent read) => SpanOf(read.Start, read.End);

    private TextSpan SpanOf(Mark start, Mark end)
    {
        var first = Math.Min((int)start.Index, _yaml.Length);
        var last = Math.Min(Math.Max((int)end.Index, first), _yaml.Length);
        while (last > first && char.IsWhiteSpace(_yaml[last - 1])) last--;
        return TextSpan.FromBounds(_offset + first, _offset + last);
    }

    private static string Explain(YamlException malformed)
    {
        // The parser prefixes some messages with its own positions; the diagnostic carries a better one.
        var message = malformed.Message;
        var text = message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var end && message.StartsWith("(", StringComparison.Ordinal)
            ? message.Substring(end + 3)
            : message;
        return text.TrimEnd('.');
    }

    private sealed class OpenNode(NodeEvent start, int nodesBefore)
    {
        /// <summary>Up to here a key is looked for among the entries themselves.</summary>
        private const int FewKeys = 12;

        private Dictionary<string, TextSpan>? _keys;

        public NodeEvent Start { get; } = start;
        public int NodesBefore { get; } = nodesBefore;
        public bool IsMapping { get; } = start is MappingStart;
        public bool IsFlow { get; } = start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
        public List<SeedSlot> Items { get; } = [];
        public List<SeedEntry> Entries { get; } = [];
        public SeedScalar? Key { get; set; }

        /// <summary>The key stood before: what it has here is reported as a whole, and nothing in it.</summary>
        public bool IsKeyRepeated { get; set; }

        public int? LastEnd { get; set; }

        /// <summary>Where this key stood before, whatever its form of normalization, if it did.</summary>
        public TextSpan? FindKey(string key)
        {
            var wanted = NormalForm.Of(key);
            if (Entries.Count <= FewKeys)
            {
                foreach (var entry in Entries)
                    if (NormalForm.Of(entry.Name) == wanted) return entry.KeySlot.Span;
                return null;
            }

            _keys ??= new Dictionary<string, TextSpan>(StringComparer.Ordinal);
            for (var i = _keys.Count; i < Entries.Count; i++) _keys.Add(NormalForm.Of(Entries[i].Name), Entries[i].KeySlot.Span);
            return _keys.TryGetValue(wanted, out var before) ? before : null;
        }
    }
}
