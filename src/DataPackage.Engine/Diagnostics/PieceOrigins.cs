using System.Globalization;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>The place of an item of a piece, in the piece and in the file.</summary>
/// <param name="Start">The offset of its first character in the piece.</param>
/// <param name="Line">Its first line in the piece, counted from 0.</param>
internal readonly record struct ItemOrigin(int Start, int Line, int StartInFile, int LineInFile);

/// <summary>The places of all pieces in their files. Only where messages leave, and where places are written, are
/// places counted in files: one more line moves all items below it, but leaves their pieces as they are.</summary>
internal sealed class PieceOrigins
{
    private readonly Dictionary<string, EquatableArray<EquatableArray<ItemOrigin>>> _files;

    private PieceOrigins(Dictionary<string, EquatableArray<EquatableArray<ItemOrigin>>> files)
    {
        _files = files;
        Pieces = files.Values.Sum(pieces => pieces.Count);
    }

    public static PieceOrigins None { get; } = Of([]);

    /// <param name="files">For each file the items of each of its pieces.</param>
    public static PieceOrigins Of(
        IEnumerable<(string FilePath, EquatableArray<EquatableArray<ItemOrigin>> Pieces)> files
    )
    {
        var all = new Dictionary<string, EquatableArray<EquatableArray<ItemOrigin>>>(StringComparer.Ordinal);
        // A file that is given twice has the same text.
        foreach (var (path, pieces) in files)
            all[path] = pieces;
        return new PieceOrigins(all);
    }

    /// <summary>The number of all pieces.</summary>
    public int Pieces { get; }

    /// <summary>The offset in the file of an offset in a piece.</summary>
    public int StartOf(PieceId piece, int start)
    {
        if (ItemsOf(piece) is not { Count: > 0 } items)
            return start;
        var item = Last(items, start, static (item, start) => item.Start <= start);
        return start - item.Start + item.StartInFile;
    }

    /// <summary>The line of the file that is a line of a piece.</summary>
    /// <param name="piece">Null for a line of the file.</param>
    public int LineOf(PieceId? piece, int line)
    {
        if (piece is null || ItemsOf(piece) is not { Count: > 0 } items)
            return line;
        var item = Last(items, line, static (item, line) => item.Line <= line);
        return line - item.Line + item.LineInFile;
    }

    /// <summary>The place in the file.</summary>
    public SeedPosition Place(SeedPosition position)
    {
        if (position.Piece is null)
            return position;
        if (ItemsOf(position.Piece) is not { Count: > 0 } items)
            return position with { Piece = null };
        // A node lies within one item.
        var item = Last(items, position.Span.Start, static (item, start) => item.Start <= start);
        var (moved, lines) = (item.StartInFile - item.Start, item.LineInFile - item.Line);
        return new SeedPosition(
            position.Path,
            new TextSpan(position.Span.Start + moved, position.Span.Length),
            new LinePositionSpan(Moved(position.Lines.Start, lines), Moved(position.Lines.End, lines))
        );
    }

    /// <summary>Messages with their places in files, in the same order.</summary>
    public EquatableArray<SeedDiagnostic> Place(EquatableArray<SeedDiagnostic> messages) =>
        messages.Any(IsInPiece) ? messages.Select(Place).ToEquatableArray() : messages;

    /// <summary>The messages of a step that runs for each seed, with their places in files. Of a file that was cut, as
    /// many mistakes are shown as of any other, in the order of the file.</summary>
    public EquatableArray<SeedDiagnostic> PlaceOfSeeds(EquatableArray<SeedDiagnostic> messages)
    {
        if (!messages.Any(IsInPiece))
            return messages;
        var placed = messages.Where(message => !IsInPiece(message)).ToList();
        foreach (
            var file in messages
                .Where(IsInPiece)
                .Select(Place)
                .GroupBy(message => message.Location.Path, StringComparer.Ordinal)
        )
            AddFirst(file.OrderBy(message => message.Location.Span.Start), placed);
        return placed.ToEquatableArray();
    }

    private static bool IsInPiece(SeedDiagnostic message) =>
        message.Location.Piece is not null || message.Other is not null;

    private SeedDiagnostic Place(SeedDiagnostic message) =>
        new(
            message.Rule,
            Place(message.Location),
            message.Other is { } other
                ? message.Arguments.Append(Place(other).ToString()).ToEquatableArray()
                : message.Arguments
        );

    private static void AddFirst(IEnumerable<SeedDiagnostic> messages, List<SeedDiagnostic> shown)
    {
        var (mistakes, more, firstOfMore) = (0, 0, default(SeedPosition));
        foreach (var message in messages)
        {
            var isMore = message.Rule == Rules.MoreMistakes;
            if (message.Rule.Severity == RuleSeverity.Info || (!isMore && ++mistakes <= SeedLimits.Messages))
            {
                shown.Add(message);
                continue;
            }

            if (more == 0)
                firstOfMore = message.Location;
            more += isMore
                ? int.Parse(message.Arguments[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
                : 1;
        }

        if (more > 0)
            shown.Add(DiagnosticBag.More(more, firstOfMore));
    }

    private EquatableArray<ItemOrigin> ItemsOf(PieceId piece) =>
        _files.TryGetValue(piece.FilePath, out var pieces) && piece.Number < pieces.Count
            ? pieces[piece.Number]
            : default;

    /// <summary>The last item that is not after a line or an offset.</summary>
    private static ItemOrigin Last(EquatableArray<ItemOrigin> items, int at, Func<ItemOrigin, int, bool> isReached)
    {
        int low = 0,
            high = items.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (isReached(items[middle], at))
                low = middle;
            else
                high = middle - 1;
        }

        return items[low];
    }

    private static LinePosition Moved(LinePosition position, int lines) =>
        new(position.Line + lines, position.Character);
}
