using System.Globalization;
using System.Reflection;
using System.Text;
using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>docs/data.md lists every kind with its properties, as the schema declares and describes them. Set
/// UPDATE_SNAPSHOTS=1 to rewrite it.</summary>
public class DataReferenceTests
{
    private const string Page = "docs/data.md";

    private static readonly Assembly Package = typeof(Persons).Assembly;

    private static readonly XmlDocumentation Documentation = new(Package);

    private static readonly List<Type> Types =
    [
        .. Package
            .GetExportedTypes()
            .Where(type => !type.IsNested && (type.IsEnum || type.IsInterface || IsRecord(type)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void The_page_of_the_data_lists_every_kind_and_property_as_they_are()
    {
        var page = Write();
        var path = Repository.PathOf(Page);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, page);
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Write()
    {
        var page = new StringBuilder(
            """
            # The data

            Every kind of the package `DataPackage`, with its properties. Written from the schemas in `seeds/schema/`; a test keeps it in step.
            How a program finds entities: [using.md](using.md).

            ## Where the data come from

            The two articles are this project's own retellings, in English and in German, of one news text in German. That text bears no date and no publisher, and is not in the package; `SourceSha256` tells its holder that it is the same.
            Inferred are the year 2025 and the days of its "Thursday", "Wednesday" and "last weekend": it dates drastic American tariffs to the Wednesday, and those were announced on 2 April 2025. `DateReadings` of each article lists the dates that were read in this way; `SourceDate` itself is uncertain (`?`).

            `GetFacts()` says for each value what it is based on:

            | `Basis` | the value |
            |---|---|
            | `Stated` | is in the passages that it cites |
            | `Inferred` | follows from the article; `Claim.Note` says from what |
            | `CommonKnowledge` | is in no article and cites none, such as the country of a president, or that a firm is a company |
            | `Unspecified` | is a name, an alias or a search form, which identify the entity |

            ## Properties of every entity

            Beside the properties below, each entity has `Id`, `Kind`, `Caption`, `Citations`, `GetFacts()` and `DefinedAt`. Optional values are null where the data do not state them, lists empty.

            """.ReplaceLineEndings("\n")
        );
        Write(
            page,
            "Kinds",
            "Records, each with a catalog that lists its entities.",
            Types.Where(type => type.IsAssignableTo(typeof(IEntity)) && type.IsClass)
        );
        Write(
            page,
            "What kinds have in common",
            "Interfaces, which references and programs can use for any of the kinds below them.",
            Types.Where(type => type.IsInterface)
        );
        Write(
            page,
            "Values within entities",
            "Records without an id of their own.",
            Types.Where(type => type.IsClass && !type.IsAssignableTo(typeof(IEntity)))
        );
        page.Append("\n## Choices\n\nEnumerations.\n");
        foreach (var choice in Types.Where(type => type.IsEnum))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n### {choice.Name}\n\n{Summary("T:" + choice.FullName)}\n\n| value | |\n|---|---|\n"
            );
            foreach (var value in Enum.GetNames(choice))
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{value}` | {Summary($"F:{choice.FullName}.{value}")} |\n"
                );
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, string heading, string introduction, IEnumerable<Type> types)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{introduction}\n");
        foreach (var type in types)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {type.Name}\n\n{Summary("T:" + type.FullName)}");
            if (
                type.GetInterfaces()
                    .Where(other => other.Assembly == Package)
                    .Select(Link)
                    .Order(StringComparer.Ordinal)
                    .ToList() is
                { Count: > 0 } bases
            )
                page.Append(CultureInfo.InvariantCulture, $" Is {string.Join(", ", bases)}.");
            page.Append("\n\n| property | type | |\n|---|---|---|\n");
            foreach (var property in PropertiesOf(type))
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{property.Name}` | {TypeOf(property)} | {Summary($"P:{type.FullName}.{property.Name}")} |\n"
                );
        }
    }

    /// <summary>In the order of the schema, without the members that every entity has.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property =>
                property.Name is not "EqualityContract"
                && (typeof(IEntity).GetProperty(property.Name) is null || !type.IsAssignableTo(typeof(IEntity)))
            )
            .OrderBy(property => property.MetadataToken);

    private static string TypeOf(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is { } value
            ? Link(value) + "?"
            : Link(property.PropertyType)
                + (new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Link(Type type) =>
        type.IsGenericType ? $"list of {Link(type.GetGenericArguments()[0])}"
        : Types.Contains(type) ? $"[{type.Name}](#{type.Name.ToLowerInvariant()})"
        : $"`{type.Name switch { "String" => "string", "Int64" => "long", "Int32" => "int", "Decimal" => "decimal", "Boolean" => "bool", var name => name }}`";

    private static string Summary(string member) => Documentation.Summary(member);

    private static bool IsRecord(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null;
}
