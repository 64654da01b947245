using System.Globalization;
using System.Text;
using DataPackage.Bench.Peers;
using DataPackage.Shared.Names;

namespace DataPackage.Bench.Data;

/// <summary>The data of all peers. Only the data package has the articles that they cite, which counts against
/// it.</summary>
internal sealed record Dataset(Graph Graph, IReadOnlyList<Article> Articles)
{
    /// <summary>The person that a process accesses first, and that is edited.</summary>
    public Person Sample => Graph.Persons[Graph.Persons.Length / 2];

    /// <summary>The size of all scalar values in UTF-8, without keys and syntax.</summary>
    public long ValueBytes => Values().Sum(value => (long)Encoding.UTF8.GetByteCount(value));

    /// <summary>The number of entities; each has an id.</summary>
    public int EntityCount => Graph.Persons.Length + Graph.Events.Length + Articles.Count;

    /// <summary>The number of names that look-ups of the data package use, distinct per entity.</summary>
    public int NameKeyCount =>
        Graph.Persons.Sum(person => DistinctKeys([person.Name.En, person.Name.Ru, .. person.Aliases]))
        + Graph.Events.Sum(each => DistinctKeys([each.Name.En, each.Name.Ru]))
        + Articles.Count;

    private static int DistinctKeys(IEnumerable<string> names) =>
        names.Select(NameFolding.Fold).Distinct(StringComparer.Ordinal).Count();

    private IEnumerable<string> Values()
    {
        foreach (var person in Graph.Persons)
        {
            foreach (
                var value in (string[])
                    [
                        person.Name.En,
                        person.Name.Ru,
                        person.Summary.En,
                        person.Summary.Ru,
                        person.BirthDate,
                        .. person.Aliases,
                        .. person.Events,
                    ]
            )
                yield return value;
            foreach (var role in person.Roles)
            {
                yield return role.Title;
                yield return role.Organization;
                yield return role.From;
            }

            foreach (var citation in person.Citations)
            {
                yield return citation.Article;
                yield return citation.Quote;
            }
        }

        foreach (var each in Graph.Events)
        {
            yield return each.Name.En;
            yield return each.Name.Ru;
            yield return each.Date.ToString("O", CultureInfo.InvariantCulture);
        }

        foreach (var article in Articles)
        {
            yield return article.Title;
            yield return Article.Language;
            yield return article.Text;
        }
    }
}

internal sealed record Article(string Id, string Title, IReadOnlyList<string> Passages)
{
    public const string Language = "en";

    public string Text { get; } = string.Join("\n\n", Passages);
}
