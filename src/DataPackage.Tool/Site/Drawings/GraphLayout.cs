namespace DataPackage.Tool.Site.Drawings;

/// <summary>Where the nodes of a graph are, so that connected ones are near each other: forces as in Fruchterman and
/// Reingold (1991), with a pull to the middle that holds parts together which no edge connects. It starts from fixed
/// places, and calculates with + - * / and square roots alone, so all machines get the same whole pixels.</summary>
internal sealed class GraphLayout
{
    public const int Width = 1000;

    private const int Steps = 400;

    /// <summary>Room at the edges, for labels.</summary>
    private const int MarginX = 70;

    private const int MarginY = 26;

    /// <summary>Between the shapes of two nodes, at least.</summary>
    private const int Gap = 16;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _degrees;
    private readonly int[] _radii;

    private GraphLayout(IReadOnlyList<GraphNode> nodes)
    {
        (_x, _y) = (new double[nodes.Count], new double[nodes.Count]);
        _degrees = [.. nodes.Select(node => node.Degree)];
        _radii = [.. nodes.Select(node => 5 + (int)Math.Min(9, Math.Sqrt(node.Degree)))];
        Height = 260 + (5 * nodes.Count);
    }

    public int Height { get; }

    public int X(int node) => (int)Math.Floor(_x[node] + 0.5);

    public int Y(int node) => (int)Math.Floor(_y[node] + 0.5);

    /// <summary>Half of what the shape of a node takes.</summary>
    public int Radius(int node) => _radii[node];

    public static GraphLayout Of(IReadOnlyList<GraphNode> nodes, IReadOnlyList<(int, int)> edges)
    {
        var layout = new GraphLayout(nodes);
        layout.Start();
        for (var step = 0; step < Steps; step++)
            layout.Move(edges, Width / 8.0 * (Steps - step) / Steps);
        layout.Fill();
        for (var step = 0; step < Steps && layout.Part(); step++)
            layout.Hold();
        layout.Hold();
        return layout;
    }

    /// <summary>Puts the nodes on a square spiral, the most connected ones in the middle. No two are in line with a
    /// third, where forces could not part them.</summary>
    private void Start()
    {
        var (x, y, stepX, stepY, length, left) = (0, 0, 1, 0, 1, 1);
        for (var i = 0; i < _x.Length; i++)
        {
            (_x[i], _y[i]) = ((x * 40) + (i * 7 % 11), (y * 40) + (i * 5 % 13));
            (x, y) = (x + stepX, y + stepY);
            if (--left > 0)
                continue;
            (stepX, stepY) = (-stepY, stepX);
            length += stepY == 0 ? 1 : 0;
            left = length;
        }
    }

    /// <param name="most">How far a node may move.</param>
    private void Move(IReadOnlyList<(int One, int Other)> edges, double most)
    {
        var count = _x.Length;
        var ideal = 0.8 * Math.Sqrt((double)Width * Height / count);
        var (forceX, forceY) = (new double[count], new double[count]);
        void Push(int one, int other, Func<double, double> force)
        {
            var (x, y) = (_x[one] - _x[other], _y[one] - _y[other]);
            var distance = Math.Max(0.01, Math.Sqrt((x * x) + (y * y)));
            var share = force(distance) / distance;
            forceX[one] += x * share;
            forceY[one] += y * share;
            forceX[other] -= x * share;
            forceY[other] -= y * share;
        }

        for (var one = 0; one < count; one++)
        for (var other = one + 1; other < count; other++)
            Push(one, other, distance => ideal * ideal / distance);
        foreach (var (one, other) in edges)
            Push(
                one,
                other,
                distance => -distance * distance / (ideal * Math.Sqrt(Math.Min(_degrees[one], _degrees[other])))
            );
        for (var i = 0; i < count; i++)
        {
            forceX[i] -= _x[i] * 0.5 * Height / Width;
            forceY[i] -= _y[i] * 0.5;
            var length = Math.Max(0.01, Math.Sqrt((forceX[i] * forceX[i]) + (forceY[i] * forceY[i])));
            var share = Math.Min(length, most) / length;
            _x[i] += forceX[i] * share;
            _y[i] += forceY[i] * share;
        }
    }

    /// <summary>Spreads the nodes over all of the room: half by their places, half by their order, so that a far one
    /// does not make all others crowd.</summary>
    private void Fill()
    {
        Spread(_x, MarginX, Width - MarginX);
        Spread(_y, MarginY, Height - MarginY);
    }

    private static void Spread(double[] places, int from, int to)
    {
        if (places.Length < 2)
            return;
        var (least, most) = (places.Min(), places.Max());
        var ordered = Enumerable.Range(0, places.Length).OrderBy(node => places[node]).ToList();
        var spread = new double[places.Length];
        for (var rank = 0; rank < ordered.Count; rank++)
        {
            var place = (places[ordered[rank]] - least) / Math.Max(1, most - least);
            spread[ordered[rank]] = from + ((to - from) * (place + ((double)rank / (ordered.Count - 1))) / 2);
        }

        spread.CopyTo(places, 0);
    }

    /// <summary>Moves nodes apart that are too near.</summary>
    /// <returns>Whether there were any.</returns>
    private bool Part()
    {
        var moved = false;
        for (var one = 0; one < _x.Length; one++)
        for (var other = one + 1; other < _x.Length; other++)
        {
            var (x, y) = (_x[one] - _x[other], _y[one] - _y[other]);
            var distance = Math.Sqrt((x * x) + (y * y));
            var least = _radii[one] + _radii[other] + Gap;
            if (distance >= least)
                continue;
            moved = true;
            if (distance < 0.01)
                (x, y, distance) = (1, 0, 1);
            var share = (least - distance + 0.5) / (2 * distance);
            (_x[one], _y[one]) = (_x[one] + (x * share), _y[one] + (y * share));
            (_x[other], _y[other]) = (_x[other] - (x * share), _y[other] - (y * share));
        }

        return moved;
    }

    /// <summary>Keeps all nodes within the drawing.</summary>
    private void Hold()
    {
        for (var i = 0; i < _x.Length; i++)
            (_x[i], _y[i]) = (
                Math.Clamp(_x[i], MarginX, Width - MarginX),
                Math.Clamp(_y[i], MarginY, Height - MarginY)
            );
    }
}
