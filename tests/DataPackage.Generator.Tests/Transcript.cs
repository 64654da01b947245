using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>A file of cases, each a seed and the result of one step, in a form that a person can check. Set
/// UPDATE_SNAPSHOTS=1 to rewrite the results, and read every change.</summary>
/// <remarks>A case is a line <c># path</c>, the seed's lines after <c>| </c> (with <c>\</c> for a missing last line
/// end) and the result.</remarks>
internal static class Transcript
{
    private const string Heading = "# ";
    private const string SeedLine = "| ";
    private const int LineLength = 140;

    private static readonly (string Name, string Character)[] NamedCharacters =
    [
        ("<CR>", "\r"),
        ("<NUL>", "\0"),
        ("<TAB>", "\t"),
        ("<RLO>", "\u202E"),
        ("<FFFD>", "\uFFFD"),
        ("<LS>", "\u2028"),
        ("<LONE>", "\uD800"),
        ("<LONG>", new string('x', SeedLimits.KeyLength + 1)),
        ("<LONGEST>", new string('x', SeedLimits.KeyLength)),
    ];

    /// <param name="file">The path below the tests' folder.</param>
    /// <param name="makeOf">Returns the result for the path and text of a seed.</param>
    public static void Check(string file, Func<string, string, string> makeOf)
    {
        var path = Path.Combine(SourceFolder, file);
        var checkedIn = File.ReadAllText(path).ReplaceLineEndings("\n");
        var made = new StringBuilder();
        foreach (var each in checkedIn.Split("\n" + Heading).Select((part, i) => i == 0 ? part : Heading + part))
        {
            var lines = each.Split('\n');
            var seed = string.Concat(
                lines
                    .Where(line => line.StartsWith('|'))
                    .Select(line => (line.Length > 1 ? line[SeedLine.Length..] : "") + "\n")
            );
            if (seed.EndsWith("\\\n", StringComparison.Ordinal))
                seed = seed[..^2];
            made.Append(
                string.Concat(
                    lines
                        .TakeWhile(line => line.StartsWith(Heading, StringComparison.Ordinal) || line.StartsWith('|'))
                        .Select(line => line + "\n")
                )
            );
            made.Append(Named(makeOf(lines[0][Heading.Length..], Meant(seed)))).Append('\n');
        }

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, made.ToString());
        else
            Assert.Equal(made.ToString(), checkedIn);
    }

    /// <summary>Replaces the names of characters that a file of cases cannot contain, or that are invisible.</summary>
    private static string Meant(string seed)
    {
        foreach (var (name, character) in NamedCharacters)
            seed = seed.Replace(name, character, StringComparison.Ordinal);
        return seed;
    }

    private static string Named(string made)
    {
        foreach (var (name, character) in NamedCharacters)
            made = made.Replace(character, name, StringComparison.Ordinal);
        return made;
    }

    /// <summary>The messages in the order in which the step found them, with their places.</summary>
    public static string Print(IEnumerable<SeedDiagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(found => $"{Place(found.Location)} {found.Rule.Id}: {found.Text}\n"));

    /// <summary>A record with all its values; null, false and empty lists are left out.</summary>
    public static string Print(object value) => Print(value, 1) + "\n";

    private static string Print(object? value, int depth)
    {
        switch (value)
        {
            case null:
                return "none";
            case string text:
                return $"'{text.Replace("\n", "\\n", StringComparison.Ordinal)}'";
            case SeedPosition at:
                return Place(at);
            case bool or Enum or IFormattable:
                return Convert.ToString(value, CultureInfo.InvariantCulture)!;
            case IEnumerable items:
                // A seed states few of the many properties of a kind.
                var all = items.Cast<object?>().ToList();
                var isSparse = all.Count > 8;
                return Join(
                    [
                        .. all.Select((item, i) => (item, i))
                            .Where(pair => !isSparse || pair.item is not null)
                            .Select(pair => (isSparse ? $"{pair.i}: " : "") + Print(pair.item, depth + 1)),
                    ],
                    "[",
                    "]",
                    "- ",
                    depth
                );
        }

        var parts = value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            // Computed properties of a value follow from its others.
            .Where(property => property.GetIndexParameters().Length == 0 && !(value is Value && !property.CanWrite))
            .Select(property => (property.Name, Value: property.GetValue(value)))
            .Where(property =>
                property.Value is not (null or false)
                && !(property.Value is IEnumerable items and not string && !items.Cast<object?>().Any())
            )
            .Select(property => $"{property.Name}: {Print(property.Value, depth + 1)}");
        return value.GetType().Name + Join([.. parts], " { ", " }", "", depth);
    }

    /// <summary>On one line if it fits.</summary>
    private static string Join(string[] parts, string open, string close, string bullet, int depth)
    {
        var line = open + string.Join(", ", parts) + close;
        return line.Length <= LineLength && !line.Contains('\n', StringComparison.Ordinal)
            ? line
            : string.Concat(parts.Select(part => "\n" + new string(' ', 2 * depth) + bullet + part));
    }

    private static string Place(SeedPosition at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"({at.Lines.Start.Line + 1},{at.Lines.Start.Character + 1}-{at.Lines.End.Line + 1},{at.Lines.End.Character + 1})"
        );

    private static string SourceFolder { get; } = Testing.Repository.PathOf("tests/DataPackage.Generator.Tests");
}
