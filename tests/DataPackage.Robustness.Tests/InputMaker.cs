namespace DataPackage.Robustness.Tests;

/// <summary>Texts that are nearly right, which get further than noise, and some noise. The same seed makes the same
/// texts.</summary>
internal sealed class InputMaker(int seed, string alphabet, params string[] examples)
{
    private const int LongestRepetition = 2_000;

    private readonly Random _random = new(seed);

    public string Next()
    {
        if (_random.Next(20) == 0)
            return Noise(_random.Next(80));
        var text = examples[_random.Next(examples.Length)];
        for (var changes = _random.Next(4); changes >= 0; changes--)
            text = Change(text);
        return text;
    }

    private string Change(string text)
    {
        var (from, to) = (_random.Next(text.Length + 1), _random.Next(text.Length + 1));
        if (from > to)
            (from, to) = (to, from);
        return _random.Next(7) switch
        {
            0 => text.Remove(from, to - from),
            1 => text.Insert(to, Letter().ToString()),
            2 when from < text.Length => text[..from] + Letter() + text[(from + 1)..],
            3 => text.Insert(to, text[from..to]),
            4 => text[..from] + examples[_random.Next(examples.Length)] + text[to..],
            // Rarely, a long repetition, for parsers that count or nest.
            5 when _random.Next(50) == 0 && text.Length < LongestRepetition => text[..from]
                + string.Concat(Enumerable.Repeat(text[from..to], _random.Next(LongestRepetition)))
                + text[to..],
            6 => text.Insert(from, Noise(1)),
            _ => text,
        };
    }

    private char Letter() => alphabet[_random.Next(alphabet.Length)];

    /// <summary>Any UTF-16 units, including halves of pairs.</summary>
    private string Noise(int length) =>
        string.Create(
            length,
            _random,
            static (units, random) =>
            {
                foreach (ref var unit in units)
                    unit = (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(0x80));
            }
        );
}
