using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>The list of everything that releases published, with what became of it. The tool alone writes it.</summary>
/// <param name="Version">The last release.</param>
/// <param name="Entries">Ordered by role, then by name, ordinally.</param>
internal sealed record Ledger(string Version, EquatableArray<LedgerEntry> Entries)
{
    private const string Format = "datapackage-ledger\t1";
    private const string Checksum = "checksum";

    public string Write()
    {
        var text = new StringBuilder();
        Columns.Line(text, Format.Split('\t'));
        Columns.Line(text, "released", Version);
        foreach (var entry in Entries)
            Columns.Line(
                text,
                entry.Role,
                entry.Name,
                entry.Since,
                StateWords[(int)entry.State],
                entry.Until,
                entry.Target
            );
        return text + $"{Checksum}\t{Hash(text.ToString())}\n";
    }

    /// <exception cref="FormatException">The text is no ledger, or was changed by hand.</exception>
    public static Ledger Read(string text)
    {
        // A tool may have changed the line ends of a whole file, and nothing else.
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines[0] != Format)
            throw new FormatException($"its first line is not '{Format.Replace('\t', ' ')}'");
        var last = Array.FindLastIndex(lines, line => line.Length > 0);
        if (lines[last] != $"{Checksum}\t{Hash(string.Concat(lines.Take(last).Select(line => line + "\n")))}")
            throw new FormatException("its checksum is another one, so somebody has changed it by hand");
        var (version, entries, start) = ("", new List<LedgerEntry>(), 0);
        for (var i = 0; i < last; i++)
        {
            var columns = Columns.Of(lines[i]);
            string Column(int at) => at < columns.Length ? columns[at] : "";
            if (columns[0] == "released")
                version = Column(1);
            else if (Array.IndexOf(StateWords, Column(3)) is >= 0 and var state)
                entries.Add(
                    new LedgerEntry(columns[0], Column(1), Column(2), (LedgerState)state, Column(4), Column(5))
                    {
                        Span = new TextSpan(start, lines[i].Length),
                    }
                );
            else if (i > 0)
                throw new FormatException($"its line {i + 1} has no state");
            start += lines[i].Length + (text[start + lines[i].Length] == '\r' ? 2 : 1);
        }

        return ReleaseVersion.Parse(version) is null
            ? throw new FormatException("it names no release")
            : new Ledger(version, entries.ToEquatableArray());
    }

    /// <summary>In the order of <see cref="LedgerState"/>.</summary>
    private static readonly string[] StateWords = ["live", "renamed", "merged", "split", "retired"];

    private static string Hash(string text)
    {
        using var sha256 = SHA256.Create();
        return Hexadecimal.Of(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>Something that was published.</summary>
/// <param name="Role">The word for the role of a member; <see cref="Id"/> for an entity.</param>
/// <param name="Name">For an entity its kind and id.</param>
/// <param name="Since">The release that brought it.</param>
/// <param name="Until">The release in which it ended; empty if it lives.</param>
/// <param name="Target">The entities that it became, with spaces between; empty if none.</param>
internal sealed record LedgerEntry(
    string Role,
    string Name,
    string Since,
    LedgerState State,
    string Until = "",
    string Target = ""
)
{
    public const string Id = "id";

    public bool IsId => Role == Id;

    /// <summary>Its line in the file; empty if it is in none.</summary>
    public TextSpan Span { get; init; }
}

internal enum LedgerState
{
    Live,

    /// <summary>The id is a former id of the target.</summary>
    Renamed,

    /// <summary>The same, of a target that was published before.</summary>
    Merged,

    /// <summary>Several entities took its place: nobody can say which of them was meant.</summary>
    Split,

    /// <summary>Nothing took its place.</summary>
    Retired,
}
