using System.CommandLine;
using DataPackage.Engine;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Finds a quote in an article, and writes the citation.</summary>
internal static class QuoteCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "quote",
            Description = "Finds a quote in an article, and writes a citation to paste; or shows the nearest passage.",
            Examples =
            [
                "datapackage quote dmitriev-in-washington \"a second round of talks\"",
                "datapackage quote dmitriev-in-washington Witkoff --seeds seeds",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var article = new Argument<string>("article") { Description = "The id of the article." };
        var text = new Argument<string>("text") { Description = "Words of the article." };
        command.Arguments.Add(article);
        command.Arguments.Add(text);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var compiler = package.Find(parsed, session).Compile();
            Write(parsed.GetValue(article)!, parsed.GetValue(text)!, compiler, session);
            return ExitCode.Fine;
        };
    }

    private static void Write(string id, string quote, PackageCompiler compiler, Session session)
    {
        if (compiler.Articles.Find(id) is not { } article)
            throw StopException.Findings($"there is no article '{id}'{Nearest(id, compiler)}");
        if (article.Body is not { } body)
            throw StopException.Findings($"the article '{id}' has no text here");
        var most = compiler.Schema.Facts.MaxQuoteLength;
        if (CodePoints.Count(quote.Trim()) > most)
            throw StopException.Findings(
                FormattableString.Invariant($"the quote is longer than {most} characters, which is the limit")
            );
        var matcher = QuoteMatcher.Of(body);
        var found = UniqueQuote.Find(quote, body.Text, matcher, most) ?? throw NotFound(id, quote, matcher);
        session.Write("cite:");
        session.Write($"  article: {YamlText.Scalar(id)}");
        if (found.Prefix is { } prefix)
            session.Write($"  prefix: {YamlText.Scalar(prefix)}");
        session.Write($"  quote: {YamlText.Scalar(FoldedText.WithSingleBlanks(found.Passage.Text!))}");
        if (found.Suffix is { } suffix)
            session.Write($"  suffix: {YamlText.Scalar(suffix)}");
        session.Tell(FormattableString.Invariant($"line {ArticleLines.Of(found.Passage, article)} of the article"));
    }

    private static string Nearest(string id, PackageCompiler compiler) =>
        compiler.Index.Articles is { } articles
            ? MessageText.DidYouMean(
                NameList.FindNearest(id, [articles.Ids], new SuggestionWork(SuggestionWork.OfPackage))
            )
            : "";

    private static StopException NotFound(string id, string quote, QuoteMatcher matcher)
    {
        matcher.Find(quote, null, null, out var count, out var lines);
        if (count > 1)
            return StopException.Findings(
                $"the article '{id}' contains this {count} times, in the lines {string.Join(", ", lines)}, and nothing "
                    + "short around it tells them apart: quote more of it"
            );
        var near = matcher.FindLetters(quote) ?? matcher.FindNearest(quote);
        return StopException.Findings(
            near is { } passage
                ? FormattableString.Invariant(
                    $"the article '{id}' does not contain this; nearest, in line {passage.Line}: {passage.Text}"
                )
                : $"the article '{id}' does not contain this, nor anything like it"
        );
    }
}
