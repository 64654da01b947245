using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Turns a table with a header, in CSV or TSV, into a list of mappings with positions. An empty cell states
/// nothing.</summary>
/// <remarks>A fault in a row loses at most that row, so each is reported. A fault in the header is the only one that is
/// reported.</remarks>
internal sealed class TableReader : TreeReader
{
    private readonly string _table;
    private readonly TableRows _rows;
    private readonly List<TableCell> _cells = [];

    /// <summary>The header: a group of all columns.</summary>
    private readonly TableColumn _columns = new("", default);
    private int _width;

    private TableReader(
        string table,
        TableFormat format,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics,
        bool isReported
    )
        : base(table, locate, diagnostics, isReported)
    {
        _table = table;
        _rows = new TableRows(table, format.Separator);
    }

    /// <summary>Reads a table. A fault is reported and makes the result false; <paramref name="read"/> then has the
    /// other rows. A table without a header has no tree.</summary>
    /// <param name="isReported">Whether a fault of the file was reported; then none is reported here.</param>
    public static bool TryRead(
        string table,
        TableFormat format,
        Func<TextSpan, SeedPosition> locate,
        DiagnosticBag diagnostics,
        CancellationToken cancellation,
        out SeedTrees read,
        bool isReported = false
    )
    {
        var reader = new TableReader(table, format, locate, diagnostics, isReported);
        read = reader.Result(reader.Read(cancellation) is { } root ? [root] : []);
        return !reader.IsBroken;
    }

    private SeedSequence? Read(CancellationToken cancellation)
    {
        do
        {
            if (!_rows.Read(_cells))
                return null;
        } while (IsBlank());

        var start = _cells[0].Span.Start;
        var end = _table.TrimEnd().Length;
        if (!ReadHeader())
        {
            Lose(TextSpan.FromBounds(Math.Min(start, end), end));
            return null;
        }

        var rows = new List<SeedSlot>();
        for (var row = _rows.Position; _rows.Read(_cells); row = _rows.Position)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsBlank())
                continue;
            if (!Count(row))
            {
                Lose(TextSpan.FromBounds(row, Math.Max(row, end)));
                break;
            }

            if (ReadRow(row) is { } mapping)
                rows.Add(new SeedSlot(mapping));
        }

        // A lost row may end in blanks.
        end = IsBroken ? _table.Length : Math.Max(start, end);
        return new SeedSequence(TextSpan.FromBounds(start, end), rows.ToEquatableArray());
    }

    /// <summary>Whether the row has no text in any cell, as an empty line has, and as spreadsheets write after the last
    /// row.</summary>
    private bool IsBlank() => _rows.Fault is null && _cells.TrueForAll(cell => string.IsNullOrWhiteSpace(cell.Text));

    private bool ReadHeader()
    {
        if (_rows.Fault is { } fault)
            return Fail(Rules.MalformedTable, _rows.FaultSpan.Start, _rows.FaultSpan.Length, fault);
        _width = _cells.Count;
        var names = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var isWhole = true;
        for (var i = 0; i < _width; i++)
        {
            var (span, name) = (_cells[i].Span, _cells[i].Text.Trim());
            isWhole &= !IsMasked(span) && TakeName(name, span, names);
        }

        for (var i = 0; isWhole && i < _width; i++)
            _columns.Add(PathOf(_cells[i].Text.Trim(), names), _cells[i].Span, i);
        return isWhole;
    }

    /// <summary>One column may have no name, as that of the numbers of rows often has none.</summary>
    private bool TakeName(string name, TextSpan span, Dictionary<string, TextSpan> names)
    {
        if (name.Length > SeedLimits.KeyLength)
            return Fail(
                Rules.LimitExceeded,
                span.Start,
                span.Length,
                "This name of a column is too long",
                InWords(SeedLimits.KeyLength, "characters")
            );
        var normal = NormalForm.Of(name);
        if (names.TryGetValue(normal, out var first))
            return FailRepeated(name, span, first);
        names.Add(normal, span);
        return true;
    }

    private bool FailRepeated(string name, TextSpan span, TextSpan first) =>
        Fail(Rules.DuplicateKey, span.Start, span.Length, name, Locate(first).ToString());

    /// <summary>The parts of a name with dots. It is one part if a part would be empty, if a column has the name of
    /// what would be a mapping, or if there are too many.</summary>
    private static string[] PathOf(string name, Dictionary<string, TextSpan> names)
    {
        var parts = name.Split('.');
        if (parts.Length >= SeedLimits.Depth || Array.Exists(parts, part => part.Trim().Length == 0))
            return [name];
        for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
            if (names.ContainsKey(NormalForm.Of(name.Substring(0, dot))))
                return [name];
        return parts;
    }

    private SeedMapping? ReadRow(int start)
    {
        var last = _cells[_cells.Count - 1].Span.End;
        var end = last < _table.Length && _table[last] == '"' ? last + 1 : last;
        var row = TextSpan.FromBounds(start, end);
        if (_rows.Fault is { } fault)
        {
            ReportEach(Rules.MalformedTable, _rows.FaultSpan, fault);
            Lose(row);
            return null;
        }

        if (_cells.Count != _width)
        {
            ReportEach(
                Rules.MalformedTable,
                row,
                $"this row has {InCells(_cells.Count)}, and the header has {InCells(_width)}"
            );
            // What the row lacks may be in the wrong column.
            Lose(new TextSpan(end, 0));
        }

        return new SeedMapping(row, EntriesOf(_columns).ToEquatableArray());
    }

    private static string InCells(int count) => InWords(count, count == 1 ? "cell" : "cells");

    private List<SeedEntry> EntriesOf(TableColumn group)
    {
        var entries = new List<SeedEntry>();
        foreach (var column in group.Columns)
            if (ValueOf(column) is { } value)
                entries.Add(new SeedEntry(column.Key, new SeedSlot(value)));
        return entries;
    }

    private SeedNode? ValueOf(TableColumn column)
    {
        if (column.Index >= _cells.Count)
            return null;
        if (column.Index < 0)
        {
            var entries = EntriesOf(column);
            if (entries.Count == 0 || !Count(entries[0].ValueSlot.Span.Start))
                return null;
            var span = TextSpan.FromBounds(
                entries.Min(entry => entry.ValueSlot.Span.Start),
                entries.Max(entry => entry.ValueSlot.Span.End)
            );
            return new SeedMapping(span, entries.ToEquatableArray());
        }

        var cell = _cells[column.Index];
        if (cell.Text.Length == 0 || !Count(cell.Span.Start) || !Count(cell.Span.Start))
            return null;
        return CellValue(cell.Span, cell.Text);
    }

    /// <summary>Quotes mean nothing in a table: only a number or a truth value is more than a text.</summary>
    private SeedScalar CellValue(TextSpan span, string text) =>
        Scalar(span, text, JsonNumber.Is(text) || KeyReader.TryReadBoolean(text, out _));
}
