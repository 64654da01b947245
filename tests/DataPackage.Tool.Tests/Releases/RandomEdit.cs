namespace DataPackage.Tool.Tests.Releases;

/// <summary>Some edits of seeds, such as curators make: lines, words and whole seeds.</summary>
internal static class RandomEdit
{
    /// <summary>The seeds after edits. They may have errors: what can be read is published anyway.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> seeds, int seed)
    {
        var random = new Random(seed);
        var edited = new SortedDictionary<string, string>(
            new Dictionary<string, string>(seeds),
            StringComparer.Ordinal
        );
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var path = edited.Keys.ElementAt(random.Next(edited.Count));
            var lines = edited[path].Split('\n').ToList();
            var line = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(line);
                    break;
                case 1:
                    lines[line] = Digit(lines[line], random);
                    break;
                case 2:
                    lines[line] = lines[line].Replace(" a", " b", StringComparison.Ordinal);
                    break;
                case 3
                    when path.Contains('/', StringComparison.Ordinal)
                        && !path.StartsWith("schema/", StringComparison.Ordinal):
                    edited.Remove(path);
                    if (random.Next(2) == 0)
                        edited[path.Insert(path.LastIndexOf('.'), "-renamed")] = string.Join('\n', lines);
                    continue;
                default:
                    var other = random.Next(lines.Count);
                    (lines[line], lines[other]) = (lines[other], lines[line]);
                    break;
            }

            edited[path] = string.Join('\n', lines);
        }

        return edited;
    }

    private static string Digit(string line, Random random) =>
        string.Concat(line.Select(c => char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : c));
}
