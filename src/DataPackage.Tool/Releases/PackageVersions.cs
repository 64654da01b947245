using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Finds the versions of a package that arguments name.</summary>
internal static class PackageVersions
{
    /// <summary>A packed package, a folder of seeds, or the seeds at hand in a revision of git.</summary>
    /// <exception cref="StopException">There is no such version, or its seeds have errors.</exception>
    public static PublishedPackage Find(string name, Func<SeedPackage> atHand, Session session)
    {
        var path = session.Resolve(name);
        if (File.Exists(path))
            return path.EndsWith(PackageArchive.Extension, StringComparison.OrdinalIgnoreCase)
                ? PackageArchive.Read(path, session)
                : throw StopException.NotStarted(
                    $"'{session.Show(path)}' is no folder and no {PackageArchive.Extension}"
                );
        if (Directory.Exists(path))
            return Of(SeedPackage.Find(session, name).Compile(), name, session);
        var package = atHand();
        return Of(package.Compile(GitRevision.Read(name, package.Folder, session)), name, session);
    }

    /// <param name="isCompared">Whether what releases promise does not matter.</param>
    /// <exception cref="StopException">The seeds have errors: what they publish is not known.</exception>
    public static PublishedPackage Of(PackageCompiler compiler, string name, Session session, bool isCompared = true)
    {
        // An id that is gone is what a comparison shows.
        var errors = compiler
            .Check()
            .Where(message =>
                message.Rule.Severity == RuleSeverity.Error && !(isCompared && IsOfReleases(message.Rule))
            )
            .ToList();
        if (errors.Count == 0)
            return compiler.Published;
        TextReport.Tell(errors.Select(message => Finding.Of(message, session)), session);
        throw StopException.Findings($"the seeds of {name} have {Counted.Of(errors.Count, "error")}");
    }

    private static bool IsOfReleases(Rule rule) =>
        rule == Rules.PublishedIdIsGone || rule == Rules.RetiredIdIsUsed || rule == Rules.InvalidReleaseFile;
}
