using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>How a text is read that is no YAML, as it is most of the time while somebody types: what stands before the
/// fault is kept, with the collections closed that are open there, and reading goes on at the next line that starts
/// another entry of one of these.</summary>
/// <remarks>What is lost is one entry, as a rule: the file says all else, whatever the entry is once it is repaired.
/// Reading on is reading again from there, with lines put before that open the collections that the entry stands
/// in.</remarks>
internal sealed partial class YamlReader
{
    /// <summary>Keys that reading on puts before the text; never seen.</summary>
    private const string AnyKey = "k";

    /// <summary>Of more, those before a fault are forgotten with it: to look through them at each fault takes too
    /// long.</summary>
    private const int MostAnchors = 10_000;

    /// <summary>Before the text that is read: the lines that open collections.</summary>
    private int _prefix;
    private int _start;
    private int _limit;

    /// <summary>How far the events are that were accepted.</summary>
    private int _lastEnd;

    /// <summary>Where the text starts that closed collections by its indentation, if nothing of it was accepted
    /// yet.</summary>
    private int? _closedAt;

    /// <summary>How many of the open collections the lines put before have opened.</summary>
    private int _entered;
    private int _toEnter;

    /// <summary>Whether the document goes on that was read before.</summary>
    private bool _isSameDocument;

    /// <summary>How many trees the documents before have.</summary>
    private int _rootsBefore;

    /// <summary>Whether there was a fault before the text that is read.</summary>
    private bool _isResumed;

    /// <summary>Where reading broke off though the parser could have gone on.</summary>
    private int? _brokenOff;

    /// <summary>How many collections are open within a node that was refused, and where it starts.</summary>
    private int _refusedDepth;
    private int _refusedStart;

    private void Read(CancellationToken cancellation)
    {
        // A quote that nobody closes is read to the end of the file each time.
        var budget = (SeedLimits.Rereadings * (long)_yaml.Length) + SeedLimits.KeyLength;
        for (var (start, resumed) = (0, 0); ; resumed++)
        {
            var before = Save();
            if (Parse(start, _yaml.Length, ref budget, cancellation) is not { } fault)
                break;
            // The parser runs ahead of what it tells: it is asked again for what stands before the fault.
            Restore(before, start);
            _isResumed = true;
            // A line that cannot be read closes nothing: what it seems to end may go on in what is lost.
            fault = Math.Min(_closedAt ?? fault, fault);
            _ = Parse(start, fault, ref budget, cancellation);
            start =
                resumed < SeedLimits.Resumptions && budget > 0
                    ? Resume(fault)
                    : LoseFrom(StartOfDoubt(fault), _yaml.Length, 0);
            if (start >= _yaml.Length)
                break;
        }

        if (_open.Count > 0)
            LoseFrom(_lastEnd, _yaml.Length, 0);
    }

    private Progress Save() =>
        new()
        {
            Open = _open.Select(node => node.Save()).ToList(),
            Roots = _roots.Count,
            Lost = _lost.Count,
            Documents = _documents,
            RootsBefore = _rootsBefore,
            IsSameDocument = _isSameDocument,
            Read = _read,
            Aliased = _aliased,
        };

    /// <param name="start">From where the anchors that were met are met again.</param>
    private void Restore(Progress before, int start)
    {
        _open.Clear();
        foreach (var state in before.Open)
        {
            state.Node.Restore(state);
            _open.Add(state.Node);
        }

        _roots.RemoveRange(before.Roots, _roots.Count - before.Roots);
        _lost.RemoveRange(before.Lost, _lost.Count - before.Lost);
        (_documents, _rootsBefore, _isSameDocument) = (before.Documents, before.RootsBefore, before.IsSameDocument);
        (_read, _aliased) = (before.Read, before.Aliased);
        if (_anchors.Count > MostAnchors)
            _anchors.Clear();
        foreach (var name in _anchors.Where(anchor => anchor.Value.At >= start).Select(anchor => anchor.Key).ToList())
            _anchors.Remove(name);
    }

    /// <summary>The state of reading, to come back to.</summary>
    private sealed record Progress
    {
        /// <summary>The open collections, the outermost first.</summary>
        public required List<OpenNode.State> Open { get; init; }

        /// <summary>The number of trees.</summary>
        public required int Roots { get; init; }

        /// <summary>The number of lost parts.</summary>
        public required int Lost { get; init; }

        /// <summary>The number of documents.</summary>
        public required int Documents { get; init; }

        /// <summary>The number of trees of earlier documents.</summary>
        public required int RootsBefore { get; init; }

        /// <summary>Whether the document goes on that was read before.</summary>
        public required bool IsSameDocument { get; init; }

        /// <summary>The size of what was read.</summary>
        public required SeedSize Read { get; init; }

        /// <summary>The size of what aliases repeat.</summary>
        public required SeedSize Aliased { get; init; }
    }

    /// <returns>Where the fault is; null where the text was read to its end, or must not be read further.</returns>
    private int? Parse(int start, int limit, ref long budget, CancellationToken cancellation)
    {
        var prefix = OpeningLines();
        (_prefix, _start, _limit, _lastEnd) = (prefix.Length, start, limit, start);
        (_entered, _toEnter, _refusedDepth, _brokenOff, _closedAt) = (0, _open.Count, 0, null, null);
        using var text = new TextPart(prefix, _yaml, start, limit);
        try
        {
            // Comments are skipped by the scanner. As long as a bracket may start a key the scanner reads on before it
            // hands out a token, and a hundred thousand brackets take it half a minute: hence its limit, though keys
            // are measured here, where the limit has a name.
            var parser = new Parser(new Scanner(text, skipComments: true, SeedLimits.KeyLength + 1));
            while (parser.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                var read = parser.Current!;
                // The end of a text that was cut says nothing.
                if (limit < _yaml.Length && PlaceOf(read.Start) >= limit && read is not (StreamStart or DocumentStart))
                    return null;
                if (!Take(read))
                    return _brokenOff;
            }

            return null;
        }
        catch (YamlException malformed)
        {
            return ReportMalformed(malformed);
        }
        catch (Exception other)
            when (other
                    is not (OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException)
            )
        {
            // The scanner throws four other kinds of exception on malformed input, most of them within brackets that
            // nobody closed.
            return ReportUnreadable();
        }
        finally
        {
            budget -= text.Count;
        }
    }

    /// <summary>Follows one event of the parser; false if reading breaks off.</summary>
    private bool Take(ParsingEvent read)
    {
        // A closing bracket is a character of the text; a block is closed by the text after it.
        var closesBlock = read is SequenceEnd or MappingEnd && _refusedDepth == 0 && Top is { IsFlow: false };
        var isTaken =
            _entered < _toEnter ? Enter(read)
            : _refusedDepth > 0 ? Skip(read)
            : Accept(read);
        if (!isTaken)
            return false;
        _lastEnd = Math.Max(_lastEnd, PlaceOf(read.End));
        if (closesBlock)
            _closedAt ??= PlaceOf(read.Start);
        else if (read is not DocumentEnd)
            _closedAt = null;
        return true;
    }

    /// <returns>The place of the fault.</returns>
    private int ReportMalformed(YamlException malformed)
    {
        if (IsKeyTooLong(malformed, out var key))
            ReportFault(
                Rules.LimitExceeded,
                _locate(key),
                "This key is too long",
                InWords(SeedLimits.KeyLength, "characters")
            );
        else
            ReportFault(Rules.MalformedYaml, Locate(malformed.Start, malformed.End), Explain(malformed));
        // For a tab the parser sometimes gives the start of the file.
        return PlaceOf(malformed.Start) is var place && place >= _lastEnd ? place : YamlLines.EndOf(_yaml, _lastEnd);
    }

    /// <inheritdoc cref="ReportMalformed"/>
    private int ReportUnreadable()
    {
        if (Top is { IsFlow: true } bracket)
            ReportFault(
                Rules.MalformedYaml,
                Locate(bracket.Event.Start, bracket.Event.End),
                "what this bracket opens is not closed, or cannot be read"
            );
        else
            ReportFault(
                Rules.MalformedYaml,
                _locate(new TextSpan(_offset + _lastEnd, 0)),
                "it cannot be read beyond this place"
            );
        return YamlLines.EndOf(_yaml, _lastEnd);
    }

    /// <summary>The place in the text, without what was put before it.</summary>
    private int PlaceOf(Mark mark) => Math.Min(Math.Max((int)mark.Index - _prefix, 0) + _start, _limit);

    private string OpeningLines()
    {
        var lines = new System.Text.StringBuilder();
        for (var i = 0; i < _open.Count - 1; i++)
            lines.Append(' ', ColumnOf(_open[i])).Append(_open[i].IsMapping ? AnyKey + ":" : "-").Append('\n');
        return lines.ToString();
    }

    /// <summary>Follows the parser into the collections that are open already.</summary>
    private bool Enter(ParsingEvent read)
    {
        switch (read)
        {
            case StreamStart or DocumentStart:
                _isSameDocument = false;
                return true;
            case SequenceStart or MappingStart when read is MappingStart == _open[_entered].IsMapping:
                _entered++;
                return true;
            case Scalar when _entered > 0 && _open[_entered - 1].IsMapping && read.Start.Index < _prefix:
                return true;
            default:
                return BreakOff(read);
        }
    }

    /// <summary>Passes over what stands in a node that was refused.</summary>
    private bool Skip(ParsingEvent read)
    {
        if (read is SequenceStart or MappingStart && _open.Count + _refusedDepth++ >= SeedLimits.Depth)
            return BreakOff(read);
        if (read is SequenceEnd or MappingEnd && --_refusedDepth == 0)
            LoseNode(TextSpan.FromBounds(_offset + _refusedStart, _offset + Math.Max(_lastEnd, _refusedStart)));
        return read is not NodeEvent || Count(read, (read as Scalar)?.Value.Length ?? 0);
    }

    private bool BreakOff(ParsingEvent read)
    {
        _brokenOff = PlaceOf(read.Start);
        return false;
    }

    /// <summary>Reports a fault at which the parser must not go on, and reading resumes elsewhere.</summary>
    private bool BreakOff(ParsingEvent read, Rule rule, params string[] arguments)
    {
        ReportFault(rule, Locate(read.Start, read.End), arguments);
        return BreakOff(read);
    }

    private bool LoseLimit(ParsingEvent read, string breach, int limit, string unit) =>
        Lose(read, Rules.LimitExceeded, breach, InWords(limit, unit));

    /// <summary>Reports a node that is refused, and reads on: it alone is lost.</summary>
    private bool Lose(ParsingEvent read, Rule rule, params string[] arguments)
    {
        ReportFault(rule, Locate(read.Start, read.End), arguments);
        if (read is SequenceStart or MappingStart)
            (_refusedDepth, _refusedStart) = (1, PlaceOf(read.Start));
        else
            LoseNode(SpanOf(read));
        return true;
    }

    /// <summary>Whether the text of a scalar has a character that must not stand there, which was reported of the
    /// file.</summary>
    private bool IsMasked(Scalar scalar)
    {
        if (!_isBroken)
            return false;
        var span = SpanOf(scalar);
        return _yaml.IndexOf(SeedCharacters.Mask, span.Start - _offset, span.Length) >= 0;
    }

    /// <summary>Leaves a place in the tree for what could not be read: a key has no value, an item is none.</summary>
    private void LoseNode(TextSpan span)
    {
        _lost.Add(span);
        if (Top is not { } parent)
            return;
        if (parent is { IsMapping: true, Key: null })
        {
            // A key that is lost takes its value with it.
            (parent.Key, parent.IsKeyDropped) = (new SeedScalar(span, "", IsPlain: true), true);
        }
        else if (parent.Key is { } key)
        {
            if (!parent.IsKeyDropped)
                parent.Entries.Add(
                    new SeedEntry(new SeedSlot(key), new SeedSlot(new SeedScalar(span, "", IsPlain: true)))
                );
            parent.Key = null;
        }

        parent.LastEnd = span.End;
    }

    /// <summary>Finds where reading goes on after a fault, closes what that place is not in, and gives up what lies
    /// between.</summary>
    /// <returns>The start of a line; the length of the text where there is none.</returns>
    private int Resume(int fault)
    {
        var begin = StartOfDoubt(fault);
        // Brackets are closed, or not, on whatever line: nothing goes on within them.
        var flow = _open.FindIndex(node => node.IsFlow);
        var line = YamlLines.StartOf(_yaml, flow < 0 ? begin : Math.Min(begin, _open[flow].Start));
        var column = YamlLines.ContentOf(_yaml, line) - line;
        var kept = _open.FindIndex(node => node.IsFlow || ColumnOf(node) < 0) is >= 0 and var closed
            ? closed
            : _open.Count;
        if (begin == line + column && begin == fault && IsBetween(column, kept) && IsEntryOf(_open[kept - 1], begin))
        {
            // An entry with another indentation than those before: it is at fault where the next has theirs, else they
            // are.
            var theirs = ColumnOf(_open[kept - 1]);
            if (YamlLines.HasValue(_yaml, begin) && ColumnAfter(line) == theirs)
                column = theirs;
            else if (line > _start)
            {
                _open[kept - 1].MovedTo = column;
                return LoseFrom(line, line, kept);
            }
        }

        // What started on the line goes on after it, however far to the right.
        while (kept > 0 && ColumnOf(_open[kept - 1]) > column && _open[kept - 1].Start < line)
            kept--;
        for (var next = YamlLines.Next(_yaml, line); next < _yaml.Length; next = YamlLines.Next(_yaml, next))
        {
            if (YamlLines.IsEmpty(_yaml, next))
                continue;
            if (GoesOnAt(next, column, ref kept))
                return LoseFrom(begin, next, kept);
            if (flow != 0 || !IsRootAt(next, column) || YamlLines.IsWithinBrackets(_yaml, next))
                continue;
            // A bracket before all else, and then what stands in none.
            begin = _open[0].Start;
            _open.Clear();
            return LoseFrom(begin, next, 0);
        }

        return LoseFrom(begin, _yaml.Length, 0);
    }

    /// <summary>Whether a line looks like the first of a document.</summary>
    private bool IsRootAt(int line, int column) =>
        YamlLines.ContentOf(_yaml, line) is var at
        && at - line <= column
        && (YamlLines.IsItem(_yaml, at) || YamlLines.IsEntry(_yaml, at));

    /// <summary>Whether reading goes on at a line.</summary>
    /// <param name="column">Of the line that is at fault.</param>
    /// <param name="kept">How many of the open collections the line can be in; then, how many it is in.</param>
    private bool GoesOnAt(int line, int column, ref int kept)
    {
        if (YamlLines.IsDocumentMark(_yaml, line))
        {
            if (!_hasOneDocument)
                kept = 0;
            return !_hasOneDocument;
        }

        var at = YamlLines.ContentOf(_yaml, line);
        if (_open.Count == 0 && !HasRoot)
            return IsRootAt(line, column);
        while (kept > 0 && ColumnOf(_open[kept - 1]) > at - line)
            kept--;
        for (var i = kept; i > 0 && ColumnOf(_open[i - 1]) == at - line; i--)
        {
            if (!IsEntryOf(_open[i - 1], at))
                continue;
            kept = i;
            return true;
        }

        return false;
    }

    /// <summary>Whether a column is that of no open collection, but of something in the one before the last.</summary>
    private bool IsBetween(int column, int kept) =>
        kept > 0 && ColumnOf(_open[kept - 1]) > column && (kept == 1 || ColumnOf(_open[kept - 2]) < column);

    private bool IsEntryOf(OpenNode node, int at) =>
        node.IsMapping ? YamlLines.IsEntry(_yaml, at) : YamlLines.IsItem(_yaml, at);

    /// <summary>Whether the document has its tree already.</summary>
    private bool HasRoot => _rootsBefore < _roots.Count;

    /// <summary>The column in which the next line starts that says anything; -1 where none does.</summary>
    private int ColumnAfter(int line)
    {
        for (line = YamlLines.Next(_yaml, line); line < _yaml.Length; line = YamlLines.Next(_yaml, line))
            if (!YamlLines.IsEmpty(_yaml, line))
                return YamlLines.ContentOf(_yaml, line) - line;
        return -1;
    }

    /// <summary>The column of the entries of a collection in block style; -1 where nobody knows.</summary>
    private int ColumnOf(OpenNode node)
    {
        if (node.MovedTo is { } moved)
            return moved;
        var first =
            node.IsMapping
                ? (node.Entries.Count > 0 ? node.Entries[0].KeySlot.Span.Start : node.Key?.Span.Start) - _offset
            : node.Items.Count > 0 ? node.Items[0].Span.Start - _offset
            : null;
        var at = first is { } known && known >= node.Start ? known : node.Start;
        if (!node.IsMapping)
        {
            // The hyphen stands before the item.
            if (at > node.Start)
                at--;
            while (at > node.Start && !YamlLines.IsItem(_yaml, at))
                at--;
            if (!YamlLines.IsItem(_yaml, at))
                return -1;
        }

        return at - YamlLines.StartOf(_yaml, at);
    }

    /// <summary>Where nothing is sure any more: at the fault, or with the text that ends right before, which may have
    /// been meant to end elsewhere.</summary>
    private int StartOfDoubt(int fault)
    {
        // A text before all else that ends in a fault is a quote or a word that went on by mistake, on whatever line.
        if (Top is null && HasRoot && _roots[_roots.Count - 1] is SeedScalar root)
            return Math.Min(RemoveRoot(root).Start - _offset, fault);

        var end = TrimmedEnd(fault);
        if (YamlLines.StartOf(_yaml, fault) != YamlLines.StartOf(_yaml, end))
            return fault;
        var text = Top?.RemoveLastScalar(_offset + end);
        return text is { } doubtful ? Math.Min(doubtful.Start - _offset, fault) : fault;
    }

    private TextSpan RemoveRoot(SeedScalar root)
    {
        _roots.RemoveAt(_roots.Count - 1);
        return root.Span;
    }

    private int TrimmedEnd(int place)
    {
        while (place > 0 && char.IsWhiteSpace(_yaml[place - 1]))
            place--;
        return place;
    }

    /// <summary>Gives up a part of the text, closes collections until so many are open, and makes ready to go on after
    /// it.</summary>
    /// <returns>The end of that part.</returns>
    private int LoseFrom(int begin, int end, int kept)
    {
        foreach (var node in _open)
            node.RemoveAfter(_offset + end);
        // Without the blanks after it; where nothing else was lost, the line's end stands for what may have been.
        var last = TrimmedEnd(end);
        var lost =
            begin < last
                ? TextSpan.FromBounds(_offset + begin, _offset + last)
                : new TextSpan(_offset + last, last < _yaml.Length ? 1 : 0);
        while (_lost.Count > 0 && _lost[_lost.Count - 1].End > lost.Start)
            _lost.RemoveAt(_lost.Count - 1);
        _lost.Add(lost);
        while (_open.Count > kept)
        {
            var top = Top!;
            if (top.Start >= end && end < _yaml.Length)
                _open.RemoveAt(_open.Count - 1);
            else
            {
                Settle(top, lost);
                Close(end);
            }
        }

        if (Top is { } goesOn)
            Settle(goesOn, lost);
        foreach (var node in _open)
            node.LastEnd = Math.Max(node.LastEnd ?? 0, lost.End);
        ForgetAnchorsIn(Math.Min(begin, end), end);
        _isSameDocument = end < _yaml.Length && !YamlLines.IsDocumentMark(_yaml, end);
        return end;
    }

    /// <summary>A key whose value was lost has none.</summary>
    private static void Settle(OpenNode node, TextSpan lost)
    {
        if (node is { IsMapping: true, Key: { } key })
        {
            if (!node.IsKeyDropped)
                node.Entries.Add(
                    new SeedEntry(new SeedSlot(key), new SeedSlot(new SeedScalar(lost, "", IsPlain: true)))
                );
            node.Key = null;
        }

        node.LastEnd = Math.Max(node.LastEnd ?? 0, lost.End);
    }

    /// <summary>What an alias names may have been given another value by what was lost.</summary>
    private void ForgetAnchorsIn(int begin, int end)
    {
        if (_anchors.Count == 0)
            return;
        for (var at = _yaml.IndexOf('&', begin, end - begin); at >= 0; at = _yaml.IndexOf('&', at, end - at))
        {
            var first = ++at;
            while (at < end && !char.IsWhiteSpace(_yaml[at]) && _yaml[at] is not (',' or '[' or ']' or '{' or '}'))
                at++;
            _anchors.Remove(_yaml.Substring(first, at - first));
        }
    }
}
