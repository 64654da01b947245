using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site.Changes;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Publishing;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site;

/// <summary>One run: reads and checks the seeds, and writes the site.</summary>
internal static class SiteRun
{
    /// <returns>The exit code.</returns>
    public static int Once(SeedPackage seeds, string target, Func<PackageFacts, SiteOptions> options, Session session)
    {
        using var folder = SiteFolder.Prepare(target, seeds.Folder, session);
        if (Read(seeds, options, session) is not { } read)
            return ExitCode.Findings;
        var (source, languages) = read;
        using (Progress.Show(session, $"writing the site of {session.Show(seeds.Folder)}"))
        {
            SiteWriter.Write(source, languages, folder, session.Cancellation);
            folder.Commit();
        }

        session.Tell($"datapackage: {Counted.Of(folder.Count, "file")}, {Counted.Of(folder.Changed, "file")} changed");
        if (source.Options.BaseUrl is not null && Feeds.WhyNone(source) is { } why)
            session.Tell($"datapackage: no feed was written: {why}");
        HostLimits.Tell(folder, session);
        return ExitCode.Fine;
    }

    /// <summary>What pages need of the seeds; null if these have errors, which were told. The compiler, with the trees
    /// of all seeds, is garbage after it.</summary>
    private static (SiteSource Source, IReadOnlyList<SiteLanguage> Languages)? Read(
        SeedPackage seeds,
        Func<PackageFacts, SiteOptions> options,
        Session session
    )
    {
        if (CheckedSeeds.Of(seeds, "no site was written", session) is not { } compiler)
            return null;
        using var progress = Progress.Show(session, $"linking {session.Show(seeds.Folder)}");
        var chosen = options(compiler.Schema.Facts);
        var languages = chosen
            .Languages.Select(tag => new SiteLanguage(tag, UiTexts.Of(tag, chosen.Theme, session)))
            .ToList();
        var history = SiteHistory.Of(compiler, seeds, chosen.Date, session);
        return (new SiteSource(compiler, history, chosen, session.Cancellation), languages);
    }
}
