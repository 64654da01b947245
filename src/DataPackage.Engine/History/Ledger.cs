using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>The list of everything that releases published, with what became of it. The tool alone writes it.</summary>
/// <param name="Version">The last release.</param>
/// <param name="Entries">Ordered by role, then by name, ordinally; each name of a role once.</param>
/// <param name="Withdrawn">The ids that must not be named.</param>
internal sealed record Ledger(string Version, EquatableArray<LedgerEntry> Entries, WithdrawnIds Withdrawn)
{
    private const string Format = "datapackage-ledger\t1";
    private const string Checksum = "checksum";

    public string Write()
    {
        var text = new StringBuilder();
        Columns.Line(text, Format.Split('\t'));
        Columns.Line(text, "released", Version);
        if (Withdrawn.Salt.Length > 0)
            Columns.Line(text, "salt", Withdrawn.Salt);
        foreach (var entry in Entries)
            Columns.Line(
                text,
                [entry.Role, entry.Name, entry.Since, StateWords[(int)entry.State], entry.Until, .. entry.Targets]
            );
        return text + $"{Checksum}\t{Hash(text.ToString())}\n";
    }

    /// <exception cref="FormatException">The text is no ledger, or was changed by hand.</exception>
    public static Ledger Read(string text)
    {
        // A tool may have changed the line ends of a whole file, and nothing else.
        var lines = text.Split('\n')
            .Select(line => line.EndsWith("\r", StringComparison.Ordinal) ? line.Substring(0, line.Length - 1) : line)
            .ToArray();
        if (lines[0] != Format)
            throw new FormatException($"its first line is not '{Format.Replace('\t', ' ')}'");
        var last = Array.FindLastIndex(lines, line => line.Length > 0);
        if (lines[last] != $"{Checksum}\t{Hash(string.Concat(lines.Take(last).Select(line => line + "\n")))}")
            throw new FormatException("its checksum is another one, so somebody has changed it by hand");
        var (version, salt, start) = ("", "", 0);
        var entries = new Dictionary<(string, string), LedgerEntry>();
        for (var i = 0; i < last; i++)
        {
            var columns = Columns.Of(lines[i]);
            if (columns[0] == "released")
                version = columns.ElementAtOrDefault(1) ?? "";
            else if (columns[0] == "salt")
                salt = columns.ElementAtOrDefault(1) ?? "";
            else if (i > 0)
            {
                var entry = EntryOf(columns, i) with { Span = new TextSpan(start, lines[i].Length) };
                if (entries.ContainsKey((entry.Role, entry.Name)))
                    throw new FormatException($"its line {i + 1} names what another line names");
                entries.Add((entry.Role, entry.Name), entry);
            }

            start += lines[i].Length + (text[start + lines[i].Length] == '\r' ? 2 : 1);
        }

        return ReleaseVersion.Parse(version) is null
            ? throw new FormatException("it names no release")
            : new Ledger(version, entries.Values.ToEquatableArray(), WithdrawnIds.In(entries.Values, salt));
    }

    private static LedgerEntry EntryOf(string[] columns, int line)
    {
        string Column(int at) => at < columns.Length ? columns[at] : "";
        return Array.IndexOf(StateWords, Column(3)) is >= 0 and var state
            ? new LedgerEntry(
                columns[0],
                Column(1),
                Column(2),
                (LedgerState)state,
                Column(4),
                columns.Skip(5).ToEquatableArray()
            )
            : throw new FormatException($"its line {line + 1} has no state");
    }

    /// <summary>The ledger without a word of some entities: a hash is left of their ids, and of the ids that led to
    /// them. Their accessors and keys are gone.</summary>
    /// <param name="names">The kinds and ids.</param>
    /// <param name="salt">Taken if the ledger has none yet.</param>
    /// <param name="version">The release in which they are withdrawn.</param>
    public Ledger Without(IReadOnlyCollection<string> names, string salt, string version)
    {
        var withdrawn = new WithdrawnIds(Withdrawn.Salt.Length > 0 ? Withdrawn.Salt : salt, []);
        var entries = Entries
            .Where(entry => entry.IsId || !entry.Targets.Any(names.Contains))
            .Select(entry =>
                entry.IsId && names.Contains(entry.Name)
                    ? new LedgerEntry(
                        entry.Role,
                        withdrawn.HashOf(entry.Name),
                        entry.Since,
                        LedgerState.Withdrawn,
                        version
                    )
                    : entry with
                    {
                        Targets = entry.Targets.Where(name => !names.Contains(name)).ToEquatableArray(),
                    }
            )
            .OrderBy(entry => entry.Role, StringComparer.Ordinal)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToEquatableArray();
        return new Ledger(Version, entries, WithdrawnIds.In(entries, withdrawn.Salt));
    }

    /// <summary>The names in C# that the entity had in a catalog.</summary>
    public IEnumerable<string> AccessorsOf(string name, string catalog) =>
        Entries
            .Where(entry =>
                entry.Role == LedgerEntry.Accessor
                && entry.LeadsTo(name)
                && entry.Name.StartsWith(catalog + ".", StringComparison.Ordinal)
            )
            .Select(entry => entry.Name.Substring(catalog.Length + 1));

    /// <summary>The ids that led to the entity, its own among them, by kind and id.</summary>
    public IEnumerable<string> NamesOf(string name) =>
        Entries
            .Where(entry => entry.IsId && (entry.Name == name || (entry.LeadsTo(name) && !entry.IsGivenUp)))
            .Select(entry => entry.Name);

    /// <summary>In the order of <see cref="LedgerState"/>.</summary>
    private static readonly string[] StateWords = ["live", "renamed", "merged", "split", "retired", "withdrawn"];

    private static string Hash(string text)
    {
        using var sha256 = SHA256.Create();
        return Hexadecimal.Of(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
