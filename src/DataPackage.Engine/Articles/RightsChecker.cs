using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Looks through one seed for what it repeats of articles that may not be redistributed. All that a seed says
/// is packed: values, keys, descriptions, ids, its path. Its texts are read one after the other, and words in a list
/// are as many as words in a text: in the order of the seed, and then the values alone, these with the keys at the top,
/// the keys alone and those of each depth, and the values of each key.</summary>
/// <remarks>Not packed are quotes that were bound as citations of an article that may not be redistributed: of one that
/// is found the place, of one that is not nothing, and that is reported. Web addresses must be written as they are:
/// those of properties of that type may repeat <see cref="MostWordsOfAddresses"/> words of an article, all of them
/// together.</remarks>
internal sealed class RightsChecker
{
    /// <summary>As many as a headline has, which addresses repeat.</summary>
    public const int MostWordsOfAddresses = 16;

    private readonly SeedDocument _document;
    private readonly Rights _rights;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<SeedText> _texts;
    private readonly string?[] _shown;
    private readonly StretchScanner _scanner;

    /// <summary>The texts that need not be looked through: quotes, and addresses.</summary>
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
        // Most seeds repeat nothing, and need not be bound once more; a protected text repeats itself.
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
        // Keys that are ids stand at the top of a file of many.
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

    /// <summary>Reads texts as one, as they are written and as they are shown.</summary>
    private void Find(List<int> texts, StretchScanner scanner, List<FoundStretch> found)
    {
        foreach (var text in texts)
            scanner.Read(_texts[text].Text, text, _cancellation);
        found.AddRange(scanner.Take());
        if (!texts.Exists(text => _shown[text] is not null))
            return;
        foreach (var text in texts)
            scanner.Read(_shown[text] ?? _texts[text].Text, text, _cancellation);
        // The offset is one in the text as it is shown.
        found.AddRange(
            scanner.Take().Select(each => _shown[each.FirstPiece] is null ? each : each with { Offset = ~each.Offset })
        );
    }

    /// <summary>Finds out which texts are quotes, addresses, and the text of a protected article itself, by binding the
    /// seed.</summary>
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

        // What an alias repeats has the same place elsewhere: it is a citation where all that stand there were bound as
        // such.
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

    /// <summary>Of each text and article the first stretch; of one that goes over several texts, nothing where one of
    /// these was reported.</summary>
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
