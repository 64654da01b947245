using System.Globalization;
using System.Text;
using DataPackage.Bench.Peers;
using DataPackage.Testing;

namespace DataPackage.Bench.Data;

/// <summary>One file of the seeds: its path below the seeds folder, and its text.</summary>
internal sealed record Seed(string Path, string Text);

/// <summary>Writes a data set like a curator.</summary>
internal static class SeedWriter
{
    /// <summary>Each entity in its own file.</summary>
    public static IEnumerable<Seed> InFiles(Dataset data) =>
        [
            .. Declarations(),
            .. Articles(data),
            .. data.Graph.Persons.Select(person => new Seed(
                $"persons/{person.Id}.yaml",
                Write(writer => Append(writer, person, indent: ""))
            )),
            .. data.Graph.Events.Select(each => new Seed(
                $"events/{each.Id}.yaml",
                Write(writer => Append(writer, each, indent: ""))
            )),
        ];

    /// <summary>All entities of a kind in one file.</summary>
    public static IEnumerable<Seed> InCollections(Dataset data) =>
        [
            .. Declarations(),
            .. Articles(data),
            new Seed(
                "persons.yaml",
                Write(writer => AppendAll(writer, data.Graph.Persons, person => person.Id, Append))
            ),
            new Seed("events.yaml", Write(writer => AppendAll(writer, data.Graph.Events, each => each.Id, Append))),
        ];

    private static IEnumerable<Seed> Declarations()
    {
        var folder = Repository.PathOf("bench/seeds");
        return Directory
            .GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => new Seed(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    private static IEnumerable<Seed> Articles(Dataset data) =>
        data.Articles.Select(article => new Seed(
            $"articles/{article.Id}.md",
            $"---\ntitle: {article.Title}\nlanguage: {Article.Language}\n---\n{article.Text}\n"
        ));

    private static string Write(Action<StringBuilder> append)
    {
        var text = new StringBuilder();
        append(text);
        return text.ToString();
    }

    private static void AppendAll<T>(
        StringBuilder text,
        T[] entities,
        Func<T, string> id,
        Action<StringBuilder, T, string> append
    )
    {
        foreach (var entity in entities)
        {
            text.Append("- id: ").Append(id(entity)).Append('\n');
            append(text, entity, "  ");
        }
    }

    private static void Append(StringBuilder text, Person person, string indent)
    {
        AppendLocalized(text, indent, "name", person.Name);
        text.Append(indent).Append("aliases:\n");
        foreach (var alias in person.Aliases)
            text.Append(indent).Append("  - ").Append(alias).Append('\n');
        AppendLocalized(text, indent, "summary", person.Summary);
        text.Append(indent).Append("birthDate: ").Append(Quoted(person.BirthDate)).Append('\n');
        text.Append(indent).Append("roles:\n");
        foreach (var role in person.Roles)
            text.Append(indent)
                .Append("  - title: ")
                .Append(role.Title)
                .Append('\n')
                .Append(indent)
                .Append("    organization: ")
                .Append(role.Organization)
                .Append('\n')
                .Append(indent)
                .Append("    from: ")
                .Append(role.From)
                .Append('\n');
        text.Append(indent).Append("events: [").AppendJoin(", ", person.Events).Append("]\n");
        text.Append(indent).Append("citations:\n");
        foreach (var citation in person.Citations)
            text.Append(indent)
                .Append("  - article: ")
                .Append(citation.Article)
                .Append('\n')
                .Append(indent)
                .Append("    quote: ")
                .Append(citation.Quote)
                .Append('\n');
    }

    private static void Append(StringBuilder text, Event each, string indent)
    {
        AppendLocalized(text, indent, "name", each.Name);
        text.Append(indent).Append("date: ").Append(each.Date.ToString("O", CultureInfo.InvariantCulture)).Append('\n');
    }

    private static void AppendLocalized(StringBuilder text, string indent, string property, Localized value) =>
        text.Append(indent)
            .Append(property)
            .Append(":\n")
            .Append(indent)
            .Append("  en: ")
            .Append(value.En)
            .Append('\n')
            .Append(indent)
            .Append("  ru: ")
            .Append(value.Ru)
            .Append('\n');

    /// <summary>Quotes a date that is a set: in YAML, a bracket starts a list.</summary>
    private static string Quoted(string date) => date[0] == '[' ? $"\"{date}\"" : date;
}
