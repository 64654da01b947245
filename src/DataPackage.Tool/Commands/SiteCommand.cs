using System.CommandLine;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;

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
        command.Options.Add(output);
        command.Options.Add(languages);
        command.Options.Add(address);
        command.Options.Add(theme);
        command.Options.Add(source);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var seeds = package.Find(parsed, session);
            var folder = parsed.GetValue(theme) is { } named ? session.Resolve(named) : null;
            if (folder is not null && !Directory.Exists(folder))
                throw StopException.NotStarted($"there is no folder '{session.Show(folder)}'");
            var base_ = parsed.GetValue(address);
            return SiteRun.Once(
                seeds,
                session.Resolve(parsed.GetValue(output)!),
                facts => new SiteOptions(
                    base_ is null || base_.EndsWith('/') ? base_ : base_ + "/",
                    parsed.GetValue(languages)?.Split(',') ?? [facts.Language],
                    folder,
                    parsed.GetValue(source),
                    seeds.Options.RootNamespace
                ),
                session
            );
        };
    }

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
