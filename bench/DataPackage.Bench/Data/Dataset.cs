using System.Globalization;
using System.Text;
using DataPackage.Bench.Peers;
using DataPackage.Shared.Names;

namespace DataPackage.Bench.Data;

/// <summary>The data that all peers have. The articles that they are cited from are in the data package alone, which
/// counts against it.</summary>
internal sealed record Dataset(Graph Graph, IReadOnlyList<Article> Articles)
{
    /// <summary>The person whom the first access of a process asks for, and who is edited.</summary>
    public Person Sample => Graph.Persons[Graph.Persons.Length / 2];

    /// <summary>What the scalar values of the seeds take as UTF-8, without keys and syntax.</summary>
    public long ValueBytes => Values().Sum(value => (long)Encoding.UTF8.GetByteCount(value));

    /// <summary>Entities, each with its id.</summary>
    public int EntityCount => Graph.Persons.Length + Graph.Events.Length + Articles.Count;

    /// <summary>The names that the look-ups of the data package know, each entity's counted once.</summary>
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
