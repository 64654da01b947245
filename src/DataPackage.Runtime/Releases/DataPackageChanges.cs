using System.Collections;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.Json;

namespace DataPackage.Runtime;

/// <summary>What the releases of a package changed, as they recorded it. Ordered by release, the first one first, then
/// as in the release's list. Immutable; empty if no release was recorded.</summary>
public sealed class DataPackageChanges : IReadOnlyList<DataPackageChange>
{
    private const string Prefix = "DataPackage.Changes.";
    private const string Suffix = ".jsonl";

    private readonly (Version Release, DataPackageChange Change)[] _changes;

    private DataPackageChanges((Version Release, DataPackageChange Change)[] changes) => _changes = changes;

    /// <summary>The number of changes of all releases.</summary>
    public int Count => _changes.Length;

    /// <summary>The change at an index, counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such change.</exception>
    public DataPackageChange this[int index] => _changes[index].Change;

    /// <summary>The changes of the releases after this version: what an application meets that had it before. A
    /// pre-release comes before the release of its numbers.</summary>
    /// <param name="version">A version as <c>DataPackageInfo.Version</c> gives it.</param>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public IReadOnlyList<DataPackageChange> Since(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var numbers = version.Split('-', '+')[0];
        if (!Version.TryParse(numbers.Contains('.', StringComparison.Ordinal) ? numbers : numbers + ".0", out var last))
            throw new FormatException($"'{version}' is not a version such as 1.2.0.");
        last = new Version(last.Major, last.Minor, Math.Max(last.Build, 0));
        var isPreRelease = version.Length > numbers.Length && version[numbers.Length] == '-';
        return Array.AsReadOnly(
            _changes
                .Where(each => isPreRelease ? each.Release >= last : each.Release > last)
                .Select(each => each.Change)
                .ToArray()
        );
    }

    /// <summary>Enumerates the changes in order.</summary>
    public IEnumerator<DataPackageChange> GetEnumerator() => _changes.Select(each => each.Change).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads the lists that the build put into the assembly, each in a resource of its own.</summary>
    internal static DataPackageChanges Of(Assembly assembly)
    {
        var releases = new List<(Version Release, string Resource)>();
        foreach (var name in assembly.GetManifestResourceNames())
            if (
                name.StartsWith(Prefix, StringComparison.Ordinal)
                && name.EndsWith(Suffix, StringComparison.Ordinal)
                && Version.TryParse(name[Prefix.Length..^Suffix.Length], out var release)
            )
                releases.Add((release, name));
        return new DataPackageChanges([
            .. releases.OrderBy(each => each.Release).SelectMany(each => Read(assembly, each.Resource, each.Release)),
        ]);
    }

    private static IEnumerable<(Version, DataPackageChange)> Read(Assembly assembly, string resource, Version release)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            yield return (release, Read(line, release.ToString()));
        }
    }

    /// <exception cref="InvalidDataException">Somebody has changed the list by hand.</exception>
    private static DataPackageChange Read(string line, string version)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, version);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The list of changes of {version} cannot be read: {line}", wrong);
        }
    }

    private static DataPackageChange Read(JsonElement json, string version) =>
        new()
        {
            Version = version,
            Level = Word<DataPackageChangeLevel>(json, "level"),
            Type = Word<DataPackageChangeType>(json, "type"),
            Subject = Text(json, "subject") ?? "",
            Path = Text(json, "path"),
            Before = Text(json, "before"),
            After = Text(json, "after"),
            Why = Text(json, "why"),
            CitedBefore = Passages(json, "citedBefore"),
            CitedAfter = Passages(json, "citedAfter"),
        };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The value with this name: <c>entity-added</c> is <c>EntityAdded</c>. The first one for any other
    /// word.</summary>
    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(json, name)?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var word)
            ? word
            : default;

    private static ReadOnlyCollection<DataPackagePassage> Passages(JsonElement json, string name) =>
        json.TryGetProperty(name, out var passages)
            ? Array.AsReadOnly(
                passages
                    .EnumerateArray()
                    .Select(passage => new DataPackagePassage(Text(passage, "article")!, Text(passage, "quote")!))
                    .ToArray()
            )
            : ReadOnlyCollection<DataPackagePassage>.Empty;
}
