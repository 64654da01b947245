using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Values;

/// <summary>The numbers beside values that lead to the passages below them.</summary>
internal sealed class FactNotes
{
    private readonly SitePage _page;
    private readonly HtmlWriter _html;
    private readonly EntityLink _self;
    private readonly LinkedEntity _entity;
    private readonly Dictionary<string, List<int>> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public FactNotes(EntityLink self, LinkedEntity entity, SitePage page)
    {
        (_self, _entity, _page, _html) = (self, entity, page, page.Html);
        for (var i = 0; i < entity.Citations.Count; i++)
            foreach (var path in entity.Citations[i].For)
            {
                if (!_byPath.TryGetValue(path, out var numbers))
                    _byPath.Add(path, numbers = []);
                numbers.Add(i + 1);
            }
    }

    /// <summary>Writes the numbers of the citations for a path, and no others.</summary>
    public void Write(string path)
    {
        if (_byPath.TryGetValue(path, out var numbers) && _written.Add(path))
            Write(numbers);
    }

    /// <summary>Writes the numbers of citations for the entity as a whole.</summary>
    public void WriteWhole()
    {
        var whole = Enumerable.Range(1, _entity.Citations.Count).Where(i => _entity.Citations[i - 1].For.Count == 0);
        if (whole.Any())
            Write(whole);
    }

    /// <summary>Writes the numbers of citations for parts of a value that stand beside no part.</summary>
    public void WriteRest(Property property)
    {
        var rest = _byPath
            .Where(each => CitationPaths.IsOf(each.Key, property) && !_written.Contains(each.Key))
            .ToList();
        if (rest.Count == 0)
            return;
        Write(rest.SelectMany(each => each.Value).Distinct().Order());
        _written.UnionWith(rest.Select(each => each.Key));
    }

    private void Write(IEnumerable<int> numbers)
    {
        _html.Write($"<sup>");
        var isFirst = true;
        foreach (var number in numbers)
        {
            _html.Write($"{(isFirst ? "" : " ")}<a href=\"{Quotes.To(_self, number, _page)}\">{number}</a>");
            isFirst = false;
        }

        _html.Write($"</sup>");
    }
}
