using System.CommandLine;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Commands;

/// <summary>The options of the command line that say what a site is like.</summary>
internal sealed class SiteArguments
{
    private readonly Option<string?> _languages = Languages();
    private readonly Option<string?> _address = BaseUrl();

    private readonly Option<string?> _theme = new("--theme")
    {
        Description = "A folder with styles and texts of your own.",
        HelpName = "folder",
    };

    private readonly Option<string?> _source = SourceUrl();

    private readonly Option<string?> _date = DayOption.Create(
        "The day of the last release, as in 2025-04-03, for feeds and citations. "
            + "[default: that of its section in CHANGELOG.md beside the seeds]"
    );

    public static SiteArguments AddTo(Command command)
    {
        var arguments = new SiteArguments();
        command.Options.Add(arguments._languages);
        command.Options.Add(arguments._address);
        command.Options.Add(arguments._theme);
        command.Options.Add(arguments._source);
        command.Options.Add(arguments._date);
        return arguments;
    }

    /// <param name="target">The full path of the folder of the site.</param>
    /// <returns>What the options say, for what the seeds say of the package.</returns>
    /// <exception cref="StopException">The theme is no folder that can be published.</exception>
    public Func<PackageFacts, SiteOptions> Read(ParseResult parsed, SeedPackage seeds, string target, Session session)
    {
        var theme = parsed.GetValue(_theme) is { } named ? session.Resolve(named) : null;
        if (theme is not null)
            RefuseUnfit(theme, [seeds.Folder, target], session);
        var address = parsed.GetValue(_address);
        return facts => new SiteOptions(
            // Sitemaps and feeds take escaped addresses only.
            address is null
                ? null
                : new Uri(address.EndsWith('/') ? address : address + "/").AbsoluteUri,
            [.. (parsed.GetValue(_languages)?.Split(',') ?? [facts.Language]).Select(LanguageTag.Canonical)],
            theme,
            parsed.GetValue(_source),
            seeds.Options.RootNamespace
        )
        {
            Date = DayOption.Read(parsed.GetValue(_date)),
        };
    }

    /// <summary>All files of a theme are published.</summary>
    private static void RefuseUnfit(string theme, IEnumerable<string> folders, Session session)
    {
        if (!Directory.Exists(theme))
            throw StopException.NotStarted($"there is no folder '{session.Show(theme)}'");
        foreach (var folder in folders)
            if (
                (folder + Path.DirectorySeparatorChar).StartsWith(
                    theme + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            )
                throw StopException.NotStarted(
                    $"'{session.Show(theme)}' has '{session.Show(folder)}' in it, and all files of a theme are "
                        + "published: make a folder for the theme alone"
                );
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
            foreach (var tag in tags.GroupBy(LanguageTag.Canonical).Where(group => group.Count() > 1))
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
            if (result.Tokens is not [{ Value: var text }])
                return;
            if (!Formats.IsWebAddress(text))
                result.AddError($"'{text}' is no address of the web: write it as in https://example.org/data/.");
            else if (text.AsSpan().IndexOfAny('?', '#') >= 0)
                result.AddError(
                    $"'{text}' is no folder on the web: addresses of pages start with it, so write no ? or #."
                );
        });
        return address;
    }

    private static Option<string?> SourceUrl()
    {
        var source = new Option<string?>("--source-url")
        {
            Description =
                "The address of a seed's line, as in "
                + "https://example.org/blob/main/seeds/{path}#L{line}. [default: none, so lines are no links]",
            HelpName = "address",
        };
        source.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var text }])
                return;
            if (!Formats.IsWebAddress(text))
                result.AddError($"'{text}' is no address of the web: write it as in https://example.org/{{path}}.");
            else if (!text.Contains("{path}", StringComparison.Ordinal))
                result.AddError($"'{text}' lacks {{path}}, the place of the seed's path.");
        });
        return source;
    }
}
