namespace DataPackage.Tool.Tests.Releases;

/// <summary>Some edits of seeds, such as curators make: lines, words and whole seeds.</summary>
internal static class RandomEdit
{
    /// <summary>What a property says, and what it may say in the next version; also backwards.</summary>
    private static readonly (string One, string Other)[] Turns =
    [
        ("required: true, ", ""),
        (", required: true", ""),
        (", localized: true", ""),
        (", cardinality: many", ""),
        ("type: text", "type: markdown"),
        ("type: integer", "type: decimal"),
        ("type: text", "type: url"),
        ("values: { ", "values: { first: x, "),
        (": x }", ": x, last: x }"),
        ("Of }", "By }"),
        ("abstract: true", "label: Label"),
        ("extends: ", "summary: "),
        ("deprecated: ", "description: "),
    ];

    /// <summary>The seeds after edits. They may have errors: what can be read is published anyway.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> seeds, int seed)
    {
        var random = new Random(seed);
        var edited = new SortedDictionary<string, string>(
            new Dictionary<string, string>(seeds),
            StringComparer.Ordinal
        );
        for (var count = random.Next(1, 6); count > 0 && edited.Count > 0; count--)
        {
            var path = edited.Keys.ElementAt(random.Next(edited.Count));
            var lines = edited[path].Split('\n').ToList();
            var line = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 5 or 6 when Turned(edited, random) is var (turned, text):
                    edited[turned] = text;
                    continue;
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

    /// <summary>A schema that says something else in one place; null if none says what was chosen.</summary>
    private static (string Path, string Text)? Turned(SortedDictionary<string, string> seeds, Random random)
    {
        var (one, other) = Turns[random.Next(Turns.Length)];
        if (other.Length > 0 && random.Next(2) == 0)
            (one, other) = (other, one);
        // What may be absent is added behind the type.
        if (other.Length == 0 && random.Next(2) == 0)
            (one, other) = (" }", one.TrimEnd(' ', ',').TrimStart(',', ' ').Insert(0, ", ") + " }");
        var schemas = seeds
            .Where(seed => seed.Key.StartsWith("schema/", StringComparison.Ordinal))
            .Where(seed => seed.Value.Contains(one, StringComparison.Ordinal))
            .ToList();
        if (schemas.Count == 0)
            return null;
        var (path, text) = schemas[random.Next(schemas.Count)];
        var places = text.Split(one);
        var place = random.Next(places.Length - 1);
        return (path, string.Join(one, places[..(place + 1)]) + other + string.Join(one, places[(place + 1)..]));
    }
}
