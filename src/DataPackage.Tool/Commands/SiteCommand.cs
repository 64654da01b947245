using System.CommandLine;
using System.Globalization;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;
using DataPackage.Tool.Site.Serving;
using DataPackage.Tool.Site.Texts;

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
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder to write. Files that are the same as before are not touched.",
            HelpName = "folder",
        };
        var texts = new Option<bool>("--texts")
        {
            Description = "Writes no site, but the texts of pages that come from no seed, for translators.",
        };
        command.Options.Add(output);
        var arguments = SiteArguments.AddTo(command);
        var (serve, watch, port) = ServeOptions();
        command.Options.Add(serve);
        command.Options.Add(watch);
        command.Options.Add(port);
        command.Options.Add(texts);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(serve) && (result.GetResult(port) is { Implicit: false } || result.GetValue(watch)))
                result.AddError("--watch and --port are for --serve, which is not among the options.");
            if (result.GetResult(output) is null && !result.GetValue(texts))
                result.AddError("Option '--output' is required.");
        });
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            if (parsed.GetValue(texts))
                return WriteTexts(session);
            var seeds = package.Find(parsed, session);
            var target = session.Resolve(parsed.GetValue(output)!);
            var options = arguments.Read(parsed, seeds, target, session);
            int Write() => SiteRun.Once(seeds, target, options, session);
            if (!parsed.GetValue(serve))
                return Write();
            using var server = SiteServer.Start(target, parsed.GetValue(port));
            return Serve(server, parsed.GetValue(watch) ? seeds : null, Write, session);
        };
    }

    private static int WriteTexts(Session session)
    {
        session.Write(UiTexts.Template.TrimEnd());
        return ExitCode.Fine;
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
            Port()
        );

    private static Option<int> Port()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port at which the site is served. [default: 8080]",
            HelpName = "number",
            DefaultValueFactory = _ => 8080,
        };
        port.Validators.Add(result =>
        {
            // What is no number, the parser refuses.
            if (
                result.Tokens is [{ Value: var text }]
                && int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                && number is < 1 or > 65535
            )
                result.AddError($"'{text}' is no port: ports are numbers from 1 to 65535.");
        });
        return port;
    }
}
