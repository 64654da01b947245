using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>The files about releases below the folder of the seeds.</summary>
internal sealed class ReleaseFolder(SeedPackage package, Session session)
{
    private const string New = ".changed";

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
        var changed = files.Where(file => !File.Exists(file.Path) || File.ReadAllText(file.Path) != file.Text).ToList();
        foreach (var (path, _) in changed)
        {
            if (Links.IsLink(path))
                throw StopException.NotStarted($"'{session.Show(path)}' is a symbolic link: nothing is written");
            if (path.StartsWith(package.Folder, StringComparison.Ordinal))
                package.RefuseLinksOnTheWayTo(path);
        }

        try
        {
            foreach (var (path, text) in changed)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                OwnFolder.Create(path + New, new UTF8Encoding(false).GetBytes(text));
            }
        }
        catch
        {
            foreach (var (path, _) in changed)
                File.Delete(path + New);
            throw;
        }

        // From here on a signal is too late: the rest is renaming, and takes no time.
        foreach (var (path, _) in changed)
        {
            File.Move(path + New, path, overwrite: true);
            session.Write(session.Show(path));
        }
    }
}
