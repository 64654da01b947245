using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Enumerates a range of a timeline, from its first moment to its last.</summary>
internal unsafe struct PackedMoments
{
    private readonly int _to;
    private readonly int _firstDay;

    /// <summary>The first moment after the open chunk.</summary>
    private int _unopened;

    // Literals do not move, so the place of the next moment need not be looked up for each moment.
    private byte* _next;
    private byte* _end;

    /// <param name="from">The first moment.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="firstDay">Moments that end before this day are skipped.</param>
    public PackedMoments(int from, int to, int firstDay)
    {
        _unopened = from;
        _to = to;
        _firstDay = firstDay;
    }

    /// <summary>The row of the next moment; false after the last.</summary>
    /// <param name="table">The table of the timeline; null for the default value.</param>
    public bool TryNext(PackedTable? table, out int row)
    {
        while (_next != _end || TryOpenChunk(table))
        {
            var moment = new ReadOnlySpan<byte>(_next, PackedFormat.MomentLength);
            _next += PackedFormat.MomentLength;
            if (PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentLastDay)) < _firstDay)
                continue;
            row = PackedNumber.ReadFour(moment.Slice(PackedFormat.MomentRow));
            return true;
        }

        row = 0;
        return false;
    }

    private bool TryOpenChunk(PackedTable? table)
    {
        if (_unopened >= _to)
            return false;
        var moments = table!.MomentsFrom(_unopened, _to);
        _unopened += moments.Length / PackedFormat.MomentLength;
        fixed (byte* first = moments)
            _next = first;
        _end = _next + moments.Length;
        return true;
    }
}
