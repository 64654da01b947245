using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Citing;
using DataPackage.Tool.Site.Drawings;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Pages;

/// <summary>All that is known of an entity, each value with the passages that support it.</summary>
internal sealed class EntityPage
{
    private readonly SitePage _page;
    private readonly HtmlWriter _html;
    private readonly Kind _kind;
    private readonly int _row;
    private readonly LinkedEntity _entity;
    private readonly EntityLink _self;

    private EntityPage(SitePage page, Kind kind, int row, LinkedEntity entity)
    {
        (_page, _html, _kind, _row, _entity) = (page, page.Html, kind, row, entity);
        _self = entity.LinkAt(kind.Name, row);
    }

    public static void Write(SitePage page, Kind kind, int row, LinkedEntity entity) =>
        new EntityPage(page, kind, row, entity).Write();

    private void Write()
    {
        var (paths, caption) = (_page.Source.Paths, _page.CaptionOf(_kind, _entity));
        var head = new PageHead($"{caption.Text} \u2013 {Frame.NameOf(_page.Source.Data)}")
        {
            Description = SummaryText(),
            InLanguage = tag => paths.Entity(tag, _self),
            Twins =
            [
                (paths.Data(_kind.Name, _entity.Id, "json"), "application/json"),
                (paths.Data(_kind.Name, _entity.Id, "jsonld"), "application/ld+json"),
                (paths.Data(_kind.Name, _entity.Id, "md"), "text/markdown"),
            ],
        };
        Frame.Write(
            _page,
            head,
            () =>
            {
                WriteTitle(caption);
                if (_page.Source.ArticleOf(_kind, _entity) is { } article)
                    ArticleText.Write(_page, article, part: 1);
                WriteFacts();
                WriteQuotes();
                WriteReferrers();
                NeighbourDrawing.Write(_page, _self);
                EntityTimeline.Write(_page, _self);
                WriteUse();
                CiteThis.Write(_page, _self);
            }
        );
    }

    private void WriteTitle(Words caption)
    {
        var kinds = _page.To(_page.Source.Paths.Kind(_page.Language.Tag, _kind.Name));
        _html.Write($"<p class=\"kind\"><a href=\"{kinds}\">{_kind.Label}</a></p>\n<h1>{caption}</h1>\n");
        if (_entity.Deprecated is { } deprecated)
            WriteDeprecation(deprecated);
        if (SummaryText() is not null)
        {
            var summary = _kind.IndexOf(_kind.Summary!);
            _html.Write($"<div class=\"summary\">");
            ValueHtml.WriteText(_page, _entity.Values[summary]!, _kind.Properties[summary]);
            _html.Write($"</div>\n");
        }

        WriteNames(caption);
    }

    private void WriteDeprecation(Deprecation deprecated)
    {
        _html.Write($"<p class=\"notice\">{_page.Texts["deprecatedEntity"]} <bdi>{deprecated.Because}</bdi>");
        foreach (var reference in deprecated.See.OfType<ReferenceValue>())
            _html.Write($" \u2192 {_page.LinkTo(reference.Target)}");
        _html.Write($"</p>\n");
    }

    /// <summary>The names in other languages, and other names.</summary>
    private void WriteNames(Words caption)
    {
        var names = new List<Words>();
        foreach (var property in _kind.FindBy)
            names.AddRange(NamesIn(_entity.Values[_kind.IndexOf(property)]));
        var others = names.Where(name => name.Text != caption.Text).DistinctBy(name => name.Text).ToList();
        if (others.Count == 0)
            return;
        _html.Write($"<p class=\"names\">");
        for (var i = 0; i < others.Count; i++)
            _html.Write($"{(i == 0 ? "" : " \u00B7 ")}{others[i]}");
        _html.Write($"</p>\n");
    }

    private static IEnumerable<Words> NamesIn(Value? value) =>
        value switch
        {
            null => [],
            LocalizedValue localized => localized.Entries.Select(each => new Words(each.Text, each.Language)),
            ListValue list => list.Items.SelectMany(NamesIn),
            MapValue map => map.Entries.SelectMany(each => NamesIn(each.Value)),
            ScalarValue scalar => [new Words(scalar.Exact)],
            _ => [],
        };

    private string? SummaryText() =>
        _kind.Summary is { } summary
            ? _entity.Values[_kind.IndexOf(summary)] switch
            {
                LocalizedValue localized => _page.Source.Choose(localized, _page.Language.Tag).Text,
                TextValue text => text.Text,
                _ => null,
            }
            : null;

    private void WriteFacts()
    {
        var notes = new FactNotes(_self, _entity, _page);
        var values = new ValueHtml(_page, notes);
        var claims = new ClaimHtml(_page, values);
        _html.Write($"<section aria-labelledby=\"facts\"><h2><span id=\"facts\">{_page.Texts["facts"]}</span>");
        notes.WriteWhole();
        _html.Write($"</h2>\n");
        _html.Write($"<table class=\"facts\"><tbody>\n");
        foreach (var property in Ordered())
        {
            var i = _kind.IndexOf(property.Name);
            var value = _entity.Values[i];
            var said = _entity.Claims.Where(claim => claim.Property == i).ToList();
            if (value is null && said.Count == 0)
                continue;
            _html.Write($"<tr id=\"f-{property.Name}\"><th scope=\"row\" title=\"{property.Description}\">");
            _html.Write($"{SitePage.NameOf(property)}</th><td>");
            if (value is not null)
                values.Write(value, property, property.Name);
            else
                _html.Write($"<span class=\"said\">{_page.Texts["noAgreedValue"]}</span>");
            notes.WriteRest(property);
            claims.Write(said, property);
            _html.Write($"</td></tr>\n");
        }

        _html.Write($"</tbody></table></section>\n");
    }

    /// <summary>First the properties that the schema features, last the names and the summary, which the page has at
    /// its top.</summary>
    private IEnumerable<Property> Ordered() =>
        _kind.Properties.OrderBy(property =>
            Array.IndexOf([.. _kind.Featured], property.Name) is >= 0 and var place ? place
            : property.Name == _kind.Caption || property.Name == _kind.Summary ? int.MaxValue
            : _kind.FindBy.Contains(property.Name) ? int.MaxValue - 1
            : _kind.Featured.Count
        );

    private void WriteReferrers()
    {
        var lists = Referrers.Of(_page.Source, _kind, _row);
        if (lists.Count == 0)
            return;
        _html.Write($"<section aria-labelledby=\"referrers\"><h2 id=\"referrers\">{_page.Texts["referrers"]}</h2>\n");
        foreach (var list in lists)
            list.WriteStart(_page, _self);
        _html.Write($"</section>\n");
    }

    private void WriteQuotes()
    {
        if (_entity.Citations.Count == 0)
            return;
        _html.Write($"<section aria-labelledby=\"passages\"><h2 id=\"passages\">{_page.Texts["passages"]}</h2>\n");
        Quotes.Write(_self, _entity, _page);
        _html.Write($"</section>\n");
    }

    /// <summary>How to read the entity in C#, and where its seed is.</summary>
    private void WriteUse()
    {
        var (seed, line) = _page.Source.PlaceOf(_kind.Name, _row);
        var catalog = _kind.Plural;
        var code =
            _entity.Accessor.Length > 0
                ? $"{catalog}.{_entity.Accessor}"
                : $"{catalog}.Get({CSharpText.Literal(_entity.Id)})";
        _html.Write($"<section aria-labelledby=\"use\"><h2 id=\"use\">{_page.Texts["use"]}</h2>\n");
        _html.Write($"<p><code class=\"csharp\">{code}</code></p>\n<p>{_page.Texts["writtenIn"]} ");
        var shown = FormattableString.Invariant($"{seed}:{line}");
        if (_page.Source.Options.SourceOf(seed, line) is { } address)
            _html.Write($"{new Link(address, shown)}");
        else
            _html.Write($"<code>{shown}</code>");
        if (_entity.FormerNames.Count > 0)
            _html.Write(
                $"<br>{_page.Texts["formerIds"]} {string.Join(", ", _entity.FormerNames.Select(each => each.Id))}"
            );
        _html.Write($"</p></section>\n");
    }
}
