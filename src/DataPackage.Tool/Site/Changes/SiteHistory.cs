using System.Text.Json;
using DataPackage.Engine;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Releases;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Changes;

/// <summary>What changed in each release.</summary>
/// <param name="Releases">The newest first; before all what no release has.</param>
/// <param name="Last">The last release; null if there is none.</param>
internal sealed record SiteHistory(IReadOnlyList<SiteRelease> Releases, SiteRelease? Last)
{
    public static SiteHistory None { get; } = new([], null);

    /// <param name="date">The day of the last release if the changelog does not tell; null if it is not known.</param>
    /// <exception cref="StopException">A file of releases cannot be read.</exception>
    public static SiteHistory Of(PackageCompiler compiler, SeedPackage seeds, DateOnly? date, Session session)
    {
        if (compiler.Releases.Ledger is not { } ledger)
            return None;
        var changelog = Changelog.Beside(seeds.Folder) is { } path ? File.ReadAllText(path) : "";
        var folder = new ReleaseFolder(seeds, session);
        var releases = folder
            .ReadChanges()
            .Select(file => (Version: Path.GetFileNameWithoutExtension(file.Path), file))
            .Where(each => ReleaseVersion.Parse(each.Version) is not null)
            .OrderByDescending(each => Order(each.Version))
            .Select(each => new SiteRelease(
                each.Version,
                Changelog.DayOf(changelog, each.Version) ?? (each.Version == ledger.Version ? date : null),
                Read(each.file.Text, folder.PathOf(each.file.Path), session)
            ))
            .ToList();
        var last = releases.Find(release => release.Version == ledger.Version);
        if (File.Exists(folder.PathOf(FactsFile.Path)))
        {
            var since = ReleaseComparison.Of(folder.ReadFacts(), compiler.Published);
            if (since.Count > 0)
                releases.Insert(0, new SiteRelease("", null, since));
        }

        return new SiteHistory(releases, last);
    }

    private static (int, int, int) Order(string version)
    {
        var numbers = ReleaseVersion.Parse(version)!.Value;
        return (numbers.Major, numbers.Minor, numbers.Patch);
    }

    private static EquatableArray<ReleaseChange> Read(string text, string path, Session session)
    {
        try
        {
            return text.Split('\n')
                .Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0)
                .Select(ChangeJson.Read)
                .ToEquatableArray();
        }
        catch (JsonException wrong)
        {
            throw StopException.Findings(
                $"a line of {session.Show(path)} is no change: {wrong.Message} Take its committed version"
            );
        }
    }

    /// <summary>The first that is recorded; null if none is.</summary>
    public SiteRelease? Oldest => Releases.Count == 0 ? null : Releases[^1];

    /// <summary>The releases whose day is known, the newest first.</summary>
    public IEnumerable<SiteRelease> Dated => Releases.Where(release => release.Date is not null);
}

/// <param name="Version">Empty for what no release has.</param>
/// <param name="Date">Null if nobody says it.</param>
internal sealed record SiteRelease(string Version, DateOnly? Date, EquatableArray<ReleaseChange> Changes)
{
    /// <summary>What people read of it, by entity or member.</summary>
    public IReadOnlyList<IGrouping<string, ReleaseChange>> Shown { get; } = [.. ChangeReport.Shown(Changes)];

    public ReleaseLevel Level => ReleaseComparison.LevelOf(Changes);
}
