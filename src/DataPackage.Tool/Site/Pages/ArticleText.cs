using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>The text of an article in which every cited passage is marked, and beside it what the passages support. Of
/// a text that may not be shown, the places of the passages alone.</summary>
internal sealed class ArticleText
{
    private readonly SitePage _page;
    private readonly HtmlWriter _html;
    private readonly SiteArticle _article;
    private readonly int _part;
    private readonly IReadOnlyList<(EntityLink Entity, int Start, int Length)> _mentions;

    /// <summary>The passages that started before a place and may reach beyond it.</summary>
    private readonly List<CitedPassage> _open = [];

    /// <summary>The first passage, and the first mention, that no paragraph has had yet.</summary>
    private (int Passage, int Mention) _next;

    private ArticleText(SitePage page, SiteArticle article, int part)
    {
        (_page, _html, _article, _part) = (page, page.Html, article, part);
        _mentions = page.Source.MentionsIn(article);
    }

    public static void Write(SitePage page, SiteArticle article, int part) =>
        new ArticleText(page, article, part).Write();

    /// <summary>Writes a page that has a further part of a long text, and nothing else.</summary>
    public static void WritePart(SitePage page, SiteArticle article, int part)
    {
        var caption = page.CaptionOf(article.Entity);
        var number = FormattableString.Invariant($"{part}/{article.Parts}");
        var head = new PageHead($"{caption.Text} ({number})")
        {
            InLanguage = tag => page.Source.Paths.Entity(tag, article.Entity, part),
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                page.Html.Write($"<h1>{page.LinkTo(article.Entity)} <span class=\"said\">{number}</span></h1>\n");
                Write(page, article, part);
            }
        );
    }

    private void Write()
    {
        if (_article.Text is null && _article.Passages.Count == 0)
            return;
        _html.Write($"<section aria-labelledby=\"text\"><h2 id=\"text\">{_page.Texts["text"]}</h2>\n");
        if (_article.Text is { } text)
        {
            WriteShare();
            foreach (var (start, end) in _article.ParagraphsOf(_part))
                WriteParagraph(text, start, end);
        }
        else
        {
            _html.Write($"<p class=\"notice\">{_page.Texts["textNotShown"]}</p>\n");
            WriteNotes(_article.Passages.Where(each => each.Part == _part));
        }

        Pager.Write(
            _page,
            _part,
            _article.Parts,
            part => _page.Source.Paths.Entity(_page.Language.Tag, _article.Entity, part)
        );
        _html.Write($"</section>\n");
    }

    /// <summary>Says how much of the text passages cover; nothing if none is cited.</summary>
    private void WriteShare()
    {
        if (_article.Passages.Count == 0)
            return;
        var (texts, percent) = (_page.Texts, _article.CitedPercent);
        var share = percent > 0 ? texts.With("citedShare", texts.Number(percent)) : texts["citedShareLess"];
        _html.Write($"<p class=\"said\">{share}</p>\n");
    }

    private void WriteParagraph(string text, int start, int end)
    {
        _open.RemoveAll(each => EndOf(each) <= start);
        for (; _next.Passage < _article.Passages.Count; _next.Passage++)
            if (_article.Passages[_next.Passage] is var passage && StartOf(passage) >= end)
                break;
            else if (EndOf(passage) > start)
                _open.Add(passage);
        var mentions = new List<(EntityLink Entity, int Start, int Length)>();
        for (; _next.Mention < _mentions.Count && _mentions[_next.Mention].Start < end; _next.Mention++)
            if (_mentions[_next.Mention].Start >= start)
                mentions.Add(_mentions[_next.Mention]);
        var here = _open.ToList();
        _html.Write($"<div class=\"paragraph\"><p dir=\"auto\">");
        var cuts = here.SelectMany(each => new[] { StartOf(each), EndOf(each) })
            .Concat(mentions.SelectMany(each => new[] { each.Start, each.Start + each.Length }))
            .Append(start)
            .Append(end)
            .Where(cut => cut >= start && cut <= end)
            .Distinct()
            .Order()
            .ToList();
        WriteSegments(text, cuts, here, mentions);
        _html.Write($"</p>\n");
        WriteNotes(here.Where(each => StartOf(each) >= start));
        _html.Write($"</div>\n");
    }

    private int StartOf(CitedPassage cited) => _article.OffsetOf(cited.Passage.Start);

    private int EndOf(CitedPassage cited) => _article.OffsetOf(cited.Passage.End);

    /// <summary>Writes a paragraph. A name is one link, even if passages start or end within it; their numbers, which
    /// are links too, follow it.</summary>
    private void WriteSegments(
        string text,
        List<int> cuts,
        List<CitedPassage> passages,
        List<(EntityLink Entity, int Start, int Length)> mentions
    )
    {
        var ended = new List<CitedPassage>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            var mention = mentions.Find(each => each.Start <= start && each.Start + each.Length >= end);
            var isLinked = mention.Entity is not null && mention.Entity != _article.Entity;
            if (isLinked && mention.Start == start)
                _html.Write($"<a class=\"mention\" href=\"{_page.To(mention.Entity!)}\">");
            WriteSegment(text, start, end, passages);
            ended.AddRange(passages.Where(each => EndOf(each) == end));
            if (isLinked && end < Math.Min(mention.Start + mention.Length, cuts[^1]))
                continue;
            if (isLinked)
                _html.Write($"</a>");
            WriteNumbers(ended);
            ended.Clear();
        }
    }

    /// <summary>Writes a stretch within which no passage and no name starts or ends.</summary>
    private void WriteSegment(string text, int start, int end, List<CitedPassage> passages)
    {
        foreach (var starting in passages.Where(each => StartOf(each) == start))
            _html.Write($"<span id=\"{starting.Anchors[0]}\" class=\"at\" data-p=\"{starting.Number}\"></span>");
        var over = passages.Where(each => StartOf(each) <= start && EndOf(each) >= end).ToList();
        var (depth, numbers) = (over.Count, string.Join(' ', over.Select(each => each.Number)));
        if (depth > 1)
            _html.Write($"<mark class=\"deep\" data-p=\"{numbers}\">");
        else if (depth > 0)
            _html.Write($"<mark data-p=\"{numbers}\">");
        _html.Text(text[start..end]);
        if (depth > 0)
            _html.Write($"</mark>");
    }

    private void WriteNumbers(List<CitedPassage> ending)
    {
        if (ending.Count == 0)
            return;
        _html.Write($"<sup>");
        for (var i = 0; i < ending.Count; i++)
        {
            // The note stands beside the start of a passage, which may be on the page before.
            var there = ending[i].Part == _part ? "" : _page.To(_article.Entity, ending[i].Part);
            _html.Write($"{(i == 0 ? "" : " ")}<a href=\"{there}#n{ending[i].Number}\">{ending[i].Number}</a>");
        }

        _html.Write($"</sup>");
    }

    /// <summary>Lists the facts that each passage supports, by entity.</summary>
    private void WriteNotes(IEnumerable<CitedPassage> passages)
    {
        var isEmpty = true;
        foreach (var cited in passages)
        {
            if (isEmpty)
                _html.Write($"<ol class=\"notes\">\n");
            isEmpty = false;
            WriteNote(cited);
        }

        if (!isEmpty)
            _html.Write($"</ol>\n");
    }

    private void WriteNote(CitedPassage cited)
    {
        _html.Write($"<li id=\"n{cited.Number}\">");
        if (_article.Text is null)
            foreach (var anchor in cited.Anchors)
                _html.Write($"<span id=\"{anchor}\" class=\"at\"></span>");
        _html.Write($"<a class=\"number\" href=\"#{cited.Anchors[0]}\">{cited.Number}</a> ");
        if (_article.Text is null)
        {
            var place = _page.Texts.With("paragraph", _page.Texts.Number(cited.Passage.Paragraph));
            _html.Write($"<span class=\"said\">{place}, {cited.Passage.Start}\u2013{cited.Passage.End}</span> ");
        }

        foreach (var group in cited.Uses.Take(CitedPassage.MostUses).GroupBy(use => (use.Kind.Name, use.Row)))
            WriteUses([.. group]);
        if (cited.Uses.Count > CitedPassage.MostUses)
            _html.Write($"<span>{_page.Texts.Count("andMore", cited.Uses.Count - CitedPassage.MostUses)}</span>");
        _html.Write($"</li>\n");
    }

    private void WriteUses(List<PassageUse> uses)
    {
        var (kind, row, entity, _, _) = uses[0];
        var self = entity.LinkAt(kind.Name, row);
        _html.Write($"<span>{_page.LinkTo(self)}");
        var paths = uses.SelectMany(use => use.Paths).Distinct().ToList();
        for (var i = 0; i < paths.Count; i++)
        {
            _html.Write($"{(i == 0 ? ": " : ", ")}");
            var property = paths[i].Split('.', '[', '~')[0];
            if (uses[0].HasRow(property))
                _html.Write($"<a class=\"for\" href=\"{_page.To(self)}#f-{property}\">{paths[i]}</a>");
            else
                _html.Write($"{paths[i]}");
        }

        _html.Write($"</span><br>");
    }
}
