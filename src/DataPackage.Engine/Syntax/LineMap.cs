using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The offsets at which the lines of a file start. They turn an offset into a line and a column.</summary>
internal sealed record LineMap(EquatableArray<int> Starts)
{
    /// <summary>Lines end where the compiler ends them. Only JSON and tables may have the last two line
    /// ends.</summary>
    public static LineMap Of(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOfAny(LineEnds); i >= 0; i = i < text.Length ? text.IndexOfAny(LineEnds, i) : -1)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
        }

        return new LineMap(starts.ToEquatableArray());
    }

    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    public LinePosition this[int offset]
    {
        get
        {
            int low = 0,
                high = Starts.Count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Starts[middle] <= offset)
                    low = middle;
                else
                    high = middle - 1;
            }

            return new LinePosition(low, offset - (Starts.Count == 0 ? 0 : Starts[low]));
        }
    }

    public LinePositionSpan this[TextSpan span]
    {
        get
        {
            var start = this[span.Start];
            var isOneLine = start.Line + 1 >= Starts.Count || span.End < Starts[start.Line + 1];
            return new LinePositionSpan(
                start,
                isOneLine ? new LinePosition(start.Line, start.Character + span.Length) : this[span.End]
            );
        }
    }
}
