using System.CommandLine;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;
using DataPackage.Tool.Site.Serving;

namespace DataPackage.Tool.Commands;

/// <summary>Writes a package as pages to read.</summary>
internal static class SiteCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "site",
            Description = "Writes pages on which every value shows the passage that it comes from.",
            Examples =
            [
                "datapackage site --output site",
                "datapackage site --output site --languages en,de --base-url https://example.org/data/",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder to write. Files that are the same as before are not touched.",
            HelpName = "folder",
            Required = true,
        };
        var languages = Languages();
        var address = BaseUrl();
        var theme = new Option<string?>("--theme")
        {
            Description = "A folder with styles and texts of your own.",
            HelpName = "folder",
        };
        var source = new Option<string?>("--source-url")
        {
            Description =
                "The address of a seed's line, as in "
                + "https://example.org/blob/main/seeds/{path}#L{line}. [default: none, so lines are no links]",
            HelpName = "address",
        };
        var date = DayOption.Create(
            "The day of the last release, as in 2025-04-03, for feeds and citations. "
                + "[default: that of its section in CHANGELOG.md beside the seeds]"
        );
        command.Options.Add(output);
        command.Options.Add(languages);
        command.Options.Add(address);
        command.Options.Add(theme);
        command.Options.Add(source);
        command.Options.Add(date);
        var (serve, watch, port) = ServeOptions();
        command.Options.Add(serve);
        command.Options.Add(watch);
        command.Options.Add(port);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(serve) && (result.GetResult(port) is { Implicit: false } || result.GetValue(watch)))
                result.AddError("--watch and --port are for --serve, which is not among the options.");
        });
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var seeds = package.Find(parsed, session);
            var folder = parsed.GetValue(theme) is { } named ? session.Resolve(named) : null;
            if (folder is not null && !Directory.Exists(folder))
                throw StopException.NotStarted($"there is no folder '{session.Show(folder)}'");
            var base_ = parsed.GetValue(address);
            var target = session.Resolve(parsed.GetValue(output)!);
            int Write() =>
                SiteRun.Once(
                    seeds,
                    target,
                    facts => new SiteOptions(
                        base_ is null || base_.EndsWith('/') ? base_ : base_ + "/",
                        parsed.GetValue(languages)?.Split(',') ?? [facts.Language],
                        folder,
                        parsed.GetValue(source),
                        seeds.Options.RootNamespace
                    )
                    {
                        Date = DayOption.Read(parsed.GetValue(date)),
                    },
                    session
                );
            if (!parsed.GetValue(serve))
                return Write();
            using var server = SiteServer.Start(target, parsed.GetValue(port));
            return Serve(server, parsed.GetValue(watch) ? seeds : null, Write, session);
        };
    }

    /// <summary>Serves the site until the run is cancelled.</summary>
    /// <param name="watched">The seeds after whose changes the site is written again; null for none.</param>
    private static int Serve(SiteServer server, SeedPackage? watched, Func<int> write, Session session)
    {
        if (watched is not null)
            return SeedWatcher.Run([watched], () => WriteAndTell(server, write, session), session);
        if (WriteAndTell(server, write, session) is not ExitCode.Fine and var code)
            return code;
        session.Cancellation.WaitHandle.WaitOne();
        session.Cancellation.ThrowIfCancellationRequested();
        return ExitCode.Fine;
    }

    private static int WriteAndTell(SiteServer server, Func<int> write, Session session)
    {
        var code = write();
        if (code == ExitCode.Fine)
            session.Tell($"serving {server.Address}; Ctrl+C ends");
        return code;
    }

    private static (Option<bool> Serve, Option<bool> Watch, Option<int> Port) ServeOptions() =>
        (
            new Option<bool>("--serve")
            {
                Description = "Serves the site to this machine alone, until the run is ended.",
            },
            new Option<bool>("--watch") { Description = "Writes the site again after each change of a seed." },
            new Option<int>("--port")
            {
                Description = "The port at which the site is served. [default: 8080]",
                HelpName = "number",
                DefaultValueFactory = _ => 8080,
            }
        );

    private static Option<string?> Languages()
    {
        var languages = new Option<string?>("--languages")
        {
            Description =
                "The languages of the pages, with commas between them; the first is for those who choose none. "
                + "[default: the language of the package]",
            HelpName = "tags",
        };
        languages.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var text }])
                return;
            var tags = text.Split(',');
            foreach (var tag in tags.Where(tag => !Formats.IsLanguageTag(tag)))
                result.AddError($"'{tag}' is no tag of a language: write it as in en,pt-BR.");
            foreach (var tag in tags.GroupBy(tag => tag).Where(group => group.Count() > 1))
                result.AddError($"'{tag.Key}' is named twice.");
        });
        return languages;
    }

    private static Option<string?> BaseUrl()
    {
        var address = new Option<string?>("--base-url")
        {
            Description =
                "The address at which the site will be. Without it there is no sitemap and no feed: they need whole "
                + "addresses.",
            HelpName = "address",
        };
        address.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Formats.IsWebAddress(text))
                result.AddError($"'{text}' is no address of the web: write it as in https://example.org/data/.");
        });
        return address;
    }
}
