using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Searches one seed for stretches of articles that may not be redistributed. All texts of a seed are packed:
/// values, keys, descriptions, ids, its path. They are read as one text, since words in a list count like words in a
/// text. They are read in several orders: that of the seed; the values alone; the values with the keys at the top; the
/// keys alone; the keys of each depth; the values of each key.</summary>
/// <remarks>Quotes from an article that may not be redistributed are not packed: the package holds only the position of
/// such a quote. Web addresses cannot be rephrased: all values of the type <c>url</c> may together repeat <see
/// cref="MostWordsOfAddresses"/> words of an article.</remarks>
internal sealed class RightsChecker
{
    /// <summary>The number of words that all addresses may repeat: the length of a headline.</summary>
    public const int MostWordsOfAddresses = 16;

    private readonly SeedDocument _document;
    private readonly Rights _rights;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<SeedText> _texts;
    private readonly string?[] _shown;
    private readonly StretchScanner _scanner;

    /// <summary>The texts that the main search skips: quotes, the text of a protected article, and addresses, which are
    /// searched by themselves.</summary>
    private readonly bool[] _isExempt;

    private RightsChecker(SeedDocument document, Rights rights, CancellationToken cancellation)
    {
        _document = document;
        _rights = rights;
        _cancellation = cancellation;
        _texts = SeedTexts.Of(document, cancellation);
        _shown = [.. _texts.Select(text => Markup.Shown(text.Text))];
        _isExempt = new bool[_texts.Count];
        _scanner = new StretchScanner(rights.Protected.Stretches);
    }

    public static EquatableArray<SeedDiagnostic> Check(
        SeedDocument document,
        Rights rights,
        CancellationToken cancellation
    )
    {
        if (rights.Protected.IsEmpty)
            return default;
        var checker = new RightsChecker(document, rights, cancellation);
        // Most seeds repeat nothing, and are not bound again. A protected text repeats itself.
        var isText =
            document.Article is { } body
            && rights.Protected.Articles.Any(article => article.Body.Sha256 == body.Sha256);
        if (!isText && checker.Find(stopsEarly: true).Count == 0)
            return default;
        checker.Exempt();
        checker.Report(checker.Find());
        return checker._diagnostics.ToEquatableArray();
    }

    private List<FoundStretch> Find(bool stopsEarly = false)
    {
        var found = new List<FoundStretch>();
        foreach (var texts in Orders())
        {
            Find(texts, _scanner, found);
            if (stopsEarly && found.Count > 0)
                break;
        }

        return found;
    }

    /// <summary>The texts of the seed in each of the orders in which they are read.</summary>
    private IEnumerable<List<int>> Orders()
    {
        var all = Enumerable.Range(0, _texts.Count).Where(text => !_isExempt[text]).ToList();
        yield return all;
        yield return all.FindAll(text => _texts[text].Kind is not (SeedTextKind.Folder or SeedTextKind.Key));
        // In a file of many entities, the keys at the top are ids.
        yield return all.FindAll(text =>
            _texts[text]
                is { Kind: SeedTextKind.File or SeedTextKind.Value or SeedTextKind.Body }
                    or { Kind: SeedTextKind.Key, Depth: 0 }
        );
        yield return all.FindAll(text => _texts[text].Kind == SeedTextKind.Key);
        foreach (
            var level in all.Where(text => _texts[text].Kind == SeedTextKind.Key).GroupBy(text => _texts[text].Depth)
        )
            yield return [.. level];
        foreach (
            var column in all.Where(text => _texts[text].Column is not null)
                .GroupBy(text => _texts[text].Column, StringComparer.Ordinal)
        )
            if (column.Skip(1).Any())
                yield return [.. column];
    }

    /// <summary>Searches texts as one text, as they are written and as they are shown.</summary>
    private void Find(List<int> texts, StretchScanner scanner, List<FoundStretch> found)
    {
        foreach (var text in texts)
            scanner.Read(_texts[text].Text, text, _cancellation);
        found.AddRange(scanner.Take());
        if (!texts.Exists(text => _shown[text] is not null))
            return;
        foreach (var text in texts)
            scanner.Read(_shown[text] ?? _texts[text].Text, text, _cancellation);
        // A complement marks an offset in the text as it is shown.
        found.AddRange(
            scanner.Take().Select(each => _shown[each.FirstPiece] is null ? each : each with { Offset = ~each.Offset })
        );
    }

    /// <summary>Binds the seed, and so finds the texts that are quotes, addresses, or the text of a protected
    /// article.</summary>
    private void Exempt()
    {
        if (SeedPaths.IsDeclaration(_document.SeedPath) || _rights.Schema is null)
            return;
        var addresses = new List<TextSpan>();
        var seed = Binder.Bind(_document, _rights.Schema, addresses, _cancellation);
        var articles = _rights.Protected.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        var quotes = seed
            .Entities.SelectMany(entity => entity.Citations)
            .Where(citation => articles.ContainsKey(citation.Article))
            .GroupBy(citation => citation.QuoteLocation.Span.Start)
            .ToDictionary(quote => quote.Key, quote => quote.Count());

        // An alias repeats a text with the same position. It is exempt only if all texts at that position were bound as
        // citations.
        foreach (var quote in Places(text => text.Citation >= 0, text => text.Citation))
            if (
                quotes.TryGetValue(quote.Key, out var bound)
                && quote.Count(text => _texts[text].Column == SeedTexts.QuoteKey) <= bound
            )
                Exempt(quote);
        var urls = addresses.GroupBy(span => span.Start).ToDictionary(url => url.Key, url => url.Count());
        foreach (var url in Places(text => text.Kind == SeedTextKind.Value, text => text.Span.Start))
            if (urls.TryGetValue(url.Key, out var bound) && url.Count() <= bound)
                ExemptAddresses(url);
        if (
            _document.Article is { } body
            && (seed.Text?.Id ?? seed.Entities.FirstOrDefault(entity => entity.Article is not null)?.Id) is { } id
            && articles.TryGetValue(id, out var own)
            && own.Body.Sha256 == body.Sha256
        )
            _isExempt[_texts.Count - 1] = true;
    }

    private IEnumerable<IGrouping<int, int>> Places(Func<SeedText, bool> isSuch, Func<SeedText, int> place) =>
        Enumerable.Range(0, _texts.Count).Where(text => isSuch(_texts[text])).GroupBy(text => place(_texts[text]));

    private void Exempt(IEnumerable<int> texts)
    {
        foreach (var text in texts)
            _isExempt[text] = true;
    }

    private readonly RepeatedWords _words = new();

    private void ExemptAddresses(IEnumerable<int> texts)
    {
        var scanner = new StretchScanner(_rights.Protected.Stretches) { FindsAll = true };
        foreach (var text in texts)
        {
            _isExempt[text] = true;
            var found = new List<FoundStretch>();
            Find([text], scanner, found);
            foreach (var each in found)
                _words.Add(_rights.Protected.Stretches, each.Stretch);
            foreach (
                var each in found
                    .Where(each => _words.IsTooMany(_rights.Protected.Stretches.ArticleOf(each.Stretch)))
                    .Take(1)
            )
                Report(each);
        }
    }

    /// <summary>Reports one stretch for each text and article. A stretch over several texts is reported only if none of
    /// them was reported before.</summary>
    private void Report(List<FoundStretch> found)
    {
        var reported = new HashSet<(int Text, int Article)>();
        foreach (var each in found.Where(each => each.FirstPiece == each.LastPiece).OrderBy(each => each.FirstPiece))
            if (reported.Add((each.FirstPiece, each.Stretch.Article)))
                Report(each);
        foreach (var each in found.Where(each => each.FirstPiece != each.LastPiece))
        {
            var isNew = true;
            for (var text = each.FirstPiece; text <= each.LastPiece; text++)
                isNew &= !reported.Contains((text, each.Stretch.Article));
            for (var text = each.FirstPiece; text <= each.LastPiece; text++)
                reported.Add((text, each.Stretch.Article));
            if (isNew)
                Report(each);
        }
    }

    private void Report(FoundStretch found)
    {
        var stretches = _rights.Protected.Stretches;
        _diagnostics.Add(
            Rules.RepeatsProtectedArticle,
            LocationOf(_texts[found.FirstPiece], found.Offset),
            stretches.ArticleOf(found.Stretch).Id,
            stretches.LettersOf(found.Stretch).Show(found.Stretch.Start, found.Stretch.End)
        );
    }

    private SeedPosition LocationOf(SeedText text, int offset)
    {
        if (text.Kind is SeedTextKind.Folder or SeedTextKind.File)
            return SeedPosition.StartOf(_document.FilePath);
        if (text.Kind != SeedTextKind.Body)
            return _document.At(text.Span);
        var before = offset >= 0 ? text.Text.Take(offset) : _shown[_texts.Count - 1]!.Take(~offset);
        var line = _document.Article!.FirstLine - 1 + before.Count(c => c == '\n');
        return _document.At(new TextSpan(_document.Lines.Starts[line], 0));
    }
}
