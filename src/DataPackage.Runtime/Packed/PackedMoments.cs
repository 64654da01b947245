using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Enumerates a range of a timeline, from its first moment to its last.</summary>
internal unsafe struct PackedMoments
{
    private readonly int _to;
    private readonly int _firstDay;
    private readonly int _lastDay;

    /// <summary>The first moment after the open chunk.</summary>
    private int _unopened;

    // Literals do not move, so the place of the next moment need not be looked up for each moment.
    private byte* _next;
    private byte* _end;
    private int _length;

    /// <param name="from">The first moment.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="firstDay">Moments that end before this day are skipped.</param>
    /// <param name="lastDay">If not negative, moments that need not have a day from the first to this one are
    /// skipped.</param>
    public PackedMoments(int from, int to, int firstDay, int lastDay)
    {
        _unopened = from;
        _to = to;
        _firstDay = firstDay;
        _lastDay = lastDay;
    }

    /// <summary>The row of the next moment; false after the last.</summary>
    /// <param name="table">The table of the timeline; null for the default value.</param>
    public bool TryNext(PackedTable? table, out int row)
    {
        while (_next != _end || TryOpenChunk(table))
        {
            var moment = new ReadOnlySpan<byte>(_next, _length);
            _next += _length;
            if (PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentLastDay)) < _firstDay)
                continue;
            row = PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentRow));
            if (_lastDay < 0 || IsKnown(moment, row, table!))
                return true;
        }

        row = 0;
        return false;
    }

    private readonly bool IsKnown(ReadOnlySpan<byte> moment, int row, PackedTable table)
    {
        var latestStart = PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentLatestStart));
        return latestStart == PackedFormat.AskTheDate
            ? table.TimeOf(row)?.HasMemberWithin(_firstDay, _lastDay) == true
            : latestStart <= _lastDay
                && PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentEarliestEnd)) >= _firstDay;
    }

    private bool TryOpenChunk(PackedTable? table)
    {
        if (_unopened >= _to)
            return false;
        var moments = table!.MomentsFrom(_unopened, _to);
        _length = table.MomentLength;
        _unopened += moments.Length / _length;
        fixed (byte* first = moments)
            _next = first;
        _end = _next + moments.Length;
        return true;
    }
}
