using DataPackage.Engine.History;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>The files about releases below the folder of the seeds.</summary>
internal sealed class ReleaseFolder(SeedPackage package, Session session)
{
    public string LedgerPath => package.PathOf(SeedPaths.Ledger);

    public static string ChangesPath(string version) => $"releases/changes/{version}.jsonl";

    /// <summary>The ledger, whose mistakes <c>check</c> has reported; null before the first release.</summary>
    public Ledger? ReadLedger() => File.Exists(LedgerPath) ? Ledger.Read(File.ReadAllText(LedgerPath)) : null;

    /// <summary>What the last release published.</summary>
    /// <exception cref="StopException">It cannot be read.</exception>
    public PublishedPackage ReadFacts()
    {
        var path = package.PathOf(FactsFile.Path);
        try
        {
            return FactsFile.Read(File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is FormatException or FileNotFoundException)
        {
            throw StopException.Findings(
                $"the facts of the last release, {session.Show(path)}, cannot be read: {wrong.Message}. Take their "
                    + "last committed version"
            );
        }
    }

    /// <summary>The files of earlier changes, by path below the folder of the seeds.</summary>
    public IEnumerable<(string Path, string Text)> ReadChanges()
    {
        var folder = package.PathOf("releases/changes");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Select(file => ("releases/changes/" + Path.GetFileName(file), File.ReadAllText(file)))
            : [];
    }

    public void AddTo(List<(string Path, string Text)> files, Ledger ledger, PublishedPackage published)
    {
        files.Add((package.PathOf(SeedPaths.Ledger), ledger.Write()));
        files.Add((package.PathOf(FactsFile.Path), FactsFile.Write(published)));
    }

    public string PathOf(string seedPath) => package.PathOf(seedPath);

    /// <summary>Writes files, all or none, and only those that differ.</summary>
    public void Write(IEnumerable<(string Path, string Text)> files)
    {
        var changed = new List<WrittenFile>();
        foreach (var (path, text) in files)
        {
            if (path.StartsWith(package.Folder, StringComparison.Ordinal))
                package.RefuseLinksOnTheWayTo(path);
            var written = WrittenFile.New(path, text);
            if (!File.Exists(path))
                changed.Add(written);
            else if (File.ReadAllBytes(path) is var before && !before.AsSpan().SequenceEqual(written.Content))
                changed.Add(written with { Path = path, Before = before });
        }

        SeedWriter.Write(changed, session);
        foreach (var file in changed)
            session.Write(session.Show(file.Target!));
    }
}
