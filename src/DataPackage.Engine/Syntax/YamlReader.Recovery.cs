using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads a text that is not YAML, as most texts are while somebody types. What was read before the fault is
/// kept, with the open collections closed, and reading goes on at the next line that starts another entry of one of
/// these.</summary>
/// <remarks>Usually one entry is lost: the rest of the file reads the same however that entry is repaired. Reading on
/// means reading again from there, after lines that open the collections that the entry is in.</remarks>
internal sealed partial class YamlReader
{
    /// <summary>The key in the lines that reading on puts before the text.</summary>
    private const string AnyKey = "k";

    /// <summary>If there are more, those before a fault are forgotten with it: searching them at each fault takes too
    /// long.</summary>
    private const int MostAnchors = 10_000;

    /// <summary>The length of the lines before the text, which open collections.</summary>
    private int _prefix;
    private int _start;
    private int _limit;

    /// <summary>The start in the text that the parser reads.</summary>
    private int _textStart;

    /// <summary>The end of the events that were accepted.</summary>
    private int _lastEnd;

    /// <summary>The start of the text whose indentation closed collections, if none of that text was accepted yet but
    /// a key.</summary>
    private int? _closedAt;

    /// <summary>The number of open collections that the lines before the text have opened.</summary>
    private int _entered;
    private int _toEnter;

    /// <summary>Whether the document goes on that was read before.</summary>
    private bool _isSameDocument;

    /// <summary>The number of trees of earlier documents.</summary>
    private int _rootsBefore;

    /// <summary>Whether there was a fault earlier in the file.</summary>
    private bool _isResumed;

    /// <summary>The place where reading broke off although the parser could have gone on.</summary>
    private int? _brokenOff;

    /// <summary>The number of open collections within a node that was refused, and the place where that node
    /// starts.</summary>
    private int _refusedDepth;
    private int _refusedStart;

    private void Read(CancellationToken cancellation)
    {
        // An unclosed quote is read to the end of the file each time.
        var budget = (SeedLimits.Rereadings * (long)_yaml.Length) + SeedLimits.KeyLength;
        for (var (start, resumed) = (0, 0); ; resumed++)
        {
            var before = Save();
            if (Parse(start, _yaml.Length, ref budget, cancellation) is not { } fault)
                break;
            // The parser runs ahead of its events: it reads again what is before the fault.
            Restore(before, start);
            _isResumed = true;
            // A line that cannot be read closes nothing: a collection that it seems to end may go on in the lost part.
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
        if (_lostMerges.Count == 0)
            return;
        _lost.AddRange(_lostMerges);
        _lost.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>Notes that a mapping lacks a part, if a mapping that it merges does.</summary>
    private void NoteMerge(SeedEntry entry, SeedMapping merged)
    {
        int low = 0,
            high = _lost.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _lost[middle].Start < merged.Span.Start ? (middle + 1, high) : (low, middle);
        }

        if (low < _lost.Count && merged.Span.Contains(_lost[low]))
            _lostMerges.Add(entry.KeySlot.Span);
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

    /// <param name="start">From here on anchors are read again.</param>
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

    /// <summary>The state of reading.</summary>
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

    /// <returns>The place of the fault; null if the text was read to its end, or must not be read further.</returns>
    private int? Parse(int start, int limit, ref long budget, CancellationToken cancellation)
    {
        var prefix = OpeningLines();
        (_prefix, _start, _limit, _lastEnd) = (prefix.Length, start, limit, start);
        (_entered, _toEnter, _refusedDepth, _brokenOff, _closedAt) = (0, _open.Count, 0, null, null);
        _textStart = _readable?.ToText(start) ?? start;
        using var text = new TextPart(prefix, _readable?.Text ?? _yaml, _textStart, _readable?.ToText(limit) ?? limit);
        try
        {
            // The scanner skips comments. While a bracket may start a key, the scanner reads on before it returns a
            // token, and a hundred thousand brackets take it half a minute: hence its limit. Keys are measured here
            // too, for a message that names the limit.
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
        // A key is not yet an entry: its line may be the one that cannot be read.
        else if (
            read is not DocumentEnd
            && (Top is not { IsMapping: true, IsFlow: false, Key: not null } || IsLastOfLine(PlaceOf(read.End)))
        )
            _closedAt = null;
        return true;
    }

    /// <summary>Whether nothing but a colon follows in the line.</summary>
    private bool IsLastOfLine(int place)
    {
        while (place < _yaml.Length && _yaml[place] is ' ' or '\t' or ':')
            place++;
        return place >= _yaml.Length || _yaml[place] is '\n' or '\r' or '#';
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
        // For a tab the parser sometimes gives the start of the text.
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

    /// <summary>The offset in the text, without the lines before it.</summary>
    private int PlaceOf(Mark mark)
    {
        var place = Math.Max((int)mark.Index - _prefix, 0) + _textStart;
        return Math.Min(_readable?.ToSource(place) ?? place, _limit);
    }

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

    /// <summary>Skips the content of a node that was refused.</summary>
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

    /// <summary>Reports a fault that the parser must not go past; reading resumes elsewhere.</summary>
    private bool BreakOff(ParsingEvent read, Rule rule, params string[] arguments)
    {
        ReportFault(rule, Locate(read.Start, read.End), arguments);
        return BreakOff(read);
    }

    private bool LoseLimit(ParsingEvent read, string breach, int limit, string unit) =>
        Lose(read, Rules.LimitExceeded, breach, InWords(limit, unit));

    /// <summary>Reports a refused node, and reads on: only the node is lost.</summary>
    private bool Lose(ParsingEvent read, Rule rule, params string[] arguments)
    {
        ReportFault(rule, Locate(read.Start, read.End), arguments);
        if (read is SequenceStart or MappingStart)
            (_refusedDepth, _refusedStart) = (1, PlaceOf(read.Start));
        else
            LoseNode(SpanOf(read));
        return true;
    }

    /// <summary>Whether the text of a scalar has a forbidden character, which was reported for the file.</summary>
    private bool IsMasked(Scalar scalar)
    {
        if (!_isBroken)
            return false;
        var span = SpanOf(scalar);
        return _yaml.IndexOf(SeedCharacters.Mask, span.Start - _offset, span.Length) >= 0;
    }

    /// <summary>Marks in the tree what could not be read: a key has no value, an item is left out.</summary>
    private void LoseNode(TextSpan span)
    {
        _lost.Add(span);
        if (Top is not { } parent)
            return;
        if (parent is { IsMapping: true, Key: null })
        {
            // A lost key takes its value with it.
            (parent.Key, parent.IsKeyDropped) = (new SeedScalar(span, "", IsPlain: true), true);
        }
        else if (parent.Key is not null)
            parent.Add(new SeedScalar(span, "", IsPlain: true));

        parent.LastEnd = span.End;
    }

    /// <summary>Finds the place where reading goes on after a fault, closes the collections that the place is not in,
    /// and drops what is between.</summary>
    /// <returns>The start of a line; the length of the text if there is no such line.</returns>
    private int Resume(int fault)
    {
        var begin = StartOfDoubt(fault);
        // Reading never resumes within brackets: any line may close them.
        var flow = _open.FindIndex(node => node.IsFlow);
        var line = YamlLines.StartOf(_yaml, flow < 0 ? begin : Math.Min(begin, _open[flow].Start));
        var column = YamlLines.ContentOf(_yaml, line) - line;
        var kept = _open.FindIndex(node => node.IsFlow || ColumnOf(node) < 0) is >= 0 and var closed
            ? closed
            : _open.Count;
        if (begin == line + column && begin == fault && IsBetween(column, kept) && IsEntryOf(_open[kept - 1], begin))
        {
            // The entry is indented differently from those before it. If the next one is like those, this one is wrong;
            // otherwise they are.
            var theirs = ColumnOf(_open[kept - 1]);
            if (YamlLines.HasValue(_yaml, begin) && ColumnAfter(line) == theirs)
                column = theirs;
            else if (line > _start)
            {
                _open[kept - 1].MovedTo = column;
                return LoseFrom(line, line, kept);
            }
        }

        // An item that started on the line goes on after it, at any column.
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
            // A bracket opened the document, and the next line is in no bracket.
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
    /// <param name="column">The column of the faulty line.</param>
    /// <param name="kept">The number of open collections that the line can be in; on return, the number that it is
    /// in.</param>
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

    /// <summary>Whether a column belongs to no open collection, but to something in the one before the last.</summary>
    private bool IsBetween(int column, int kept) =>
        kept > 0 && ColumnOf(_open[kept - 1]) > column && (kept == 1 || ColumnOf(_open[kept - 2]) < column);

    private bool IsEntryOf(OpenNode node, int at) =>
        node.IsMapping ? YamlLines.IsEntry(_yaml, at) : YamlLines.IsItem(_yaml, at);

    /// <summary>Whether the document already has its tree.</summary>
    private bool HasRoot => _rootsBefore < _roots.Count;

    /// <summary>The column of the next line that is not empty; -1 if there is none.</summary>
    private int ColumnAfter(int line)
    {
        for (line = YamlLines.Next(_yaml, line); line < _yaml.Length; line = YamlLines.Next(_yaml, line))
            if (!YamlLines.IsEmpty(_yaml, line))
                return YamlLines.ContentOf(_yaml, line) - line;
        return -1;
    }

    /// <summary>The column of the entries of a collection in block style; -1 if unknown.</summary>
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
            // The hyphen is before the item.
            if (at > node.Start)
                at--;
            while (at > node.Start && !YamlLines.IsItem(_yaml, at))
                at--;
            if (!YamlLines.IsItem(_yaml, at))
                return -1;
        }

        return at - YamlLines.StartOf(_yaml, at);
    }

    /// <summary>The start of what is uncertain: the fault, or the text that ends directly before it and may have been
    /// meant to end elsewhere.</summary>
    private int StartOfDoubt(int fault)
    {
        // A text at the start of a document that ends in a fault is a quote or a word that wrongly went on, over any
        // number of lines.
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

    /// <summary>Drops a part of the text, closes collections until a number of them is open, and prepares to go on
    /// after it.</summary>
    /// <returns>The end of that part.</returns>
    private int LoseFrom(int begin, int end, int kept)
    {
        foreach (var node in _open)
            node.RemoveAfter(_offset + end);
        // Without the blanks after it. If nothing else was lost, the end of the line represents the loss.
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

    /// <summary>Leaves a key without a value, if its value was lost.</summary>
    private static void Settle(OpenNode node, TextSpan lost)
    {
        if (node is { IsMapping: true, Key: not null })
            node.Add(new SeedScalar(lost, "", IsPlain: true));
        node.LastEnd = Math.Max(node.LastEnd ?? 0, lost.End);
    }

    /// <summary>Forgets the anchors of a lost part: it may have given them other values than they had before.</summary>
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
