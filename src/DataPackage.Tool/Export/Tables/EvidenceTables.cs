using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.Json;

namespace DataPackage.Tool.Export.Tables;

/// <summary>The tables that are the same for all kinds: entities, their names, texts and single values, and what
/// supports them.</summary>
internal static class EvidenceTables
{
    private static readonly ForeignKey OfEntity = new(
        [TableNames.Kind, TableNames.Id],
        TableNames.Entities,
        [TableNames.Kind, TableNames.Id]
    );

    private static ExportTable Table(
        string name,
        string description,
        IReadOnlyList<string> key,
        Func<IEnumerable<object?[]>> rows,
        IEnumerable<ForeignKey> foreignKeys,
        params ExportColumn[] columns
    ) =>
        new()
        {
            Name = name,
            Description = description,
            Key = [TableNames.Kind, .. key],
            ForeignKeys = [.. foreignKeys],
            Columns =
            [
                new(TableNames.Kind, ColumnType.Text, "The kind of the entity.") { IsRequired = true },
                .. columns.Select(column =>
                    key.Contains(column.Name, StringComparer.Ordinal) ? column with { IsRequired = true } : column
                ),
            ],
            Make = rows,
        };

    private static ExportColumn Text(string name, string description) => new(name, ColumnType.Text, description);

    private static ExportColumn Integer(string name, string description) =>
        new(name, ColumnType.Integer, description) { IsRequired = true };

    private static readonly ExportColumn Id = Text(TableNames.Id, "The id of the entity.");
    private static readonly ExportColumn Path = Text(
        TableNames.Path,
        "Where the entity has it, as in positions[0].title."
    );

    public static ExportTable Entities(ExportSource source) =>
        Table(
            TableNames.Entities,
            "All entities.",
            [TableNames.Id],
            () => source.Entities.Select(each => new object?[] { each.Kind.Name, each.Entity.Id, each.Entity.Caption }),
            [],
            Id,
            Text("caption", "What it is called.")
        );

    public static ExportTable Names(ExportSource source) =>
        Table(
            TableNames.Names,
            "The names by which entities are found.",
            [TableNames.Id, "name"],
            () =>
                from each in source.Entities
                from name in EntityNames.Of(each.Kind, each.Entity).Distinct(StringComparer.Ordinal)
                select new object?[] { each.Kind.Name, each.Entity.Id, name },
            [OfEntity],
            Id,
            Text("name", "The name, in any language.") with
            {
                CanBeEmpty = true,
            }
        );

    public static ExportTable Texts(ExportSource source) =>
        Table(
            TableNames.Texts,
            "Texts in each language.",
            [TableNames.Id, TableNames.Path, "language"],
            () =>
                from each in source.Entities
                from leaf in Leaf.Of(each.Kind, each.Entity.Values, source.Schema)
                where leaf.Language is not null
                select new object?[]
                {
                    each.Kind.Name,
                    each.Entity.Id,
                    leaf.Path,
                    leaf.Language,
                    ((TextValue)leaf.Value).Text,
                },
            [OfEntity],
            Id,
            Path,
            Text("language", "The language (BCP 47)."),
            Text("text", "The text.")
        );

    public static ExportTable Facts(ExportSource source) =>
        Table(
            TableNames.Facts,
            "All single values as exact text, with the number of citations that support each.",
            [TableNames.Id, TableNames.Path, "language"],
            () => FactRows(source),
            [OfEntity],
            Id,
            Path,
            Text("language", "The language of a text (BCP 47); und if the value is in none."),
            Text("value", "The value as seeds write it."),
            ValueKind,
            Integer("citations", "The number of citations for the value or for what it is a part of.")
        );

    private static IEnumerable<object?[]> FactRows(ExportSource source)
    {
        foreach (var (kind, entity) in source.Entities)
        foreach (var leaf in Leaf.Of(kind, entity.Values, source.Schema))
            yield return
            [
                kind.Name,
                entity.Id,
                leaf.Path,
                leaf.Language ?? "und",
                leaf.Language is null
                    ? ValueText.Of(leaf.Value, leaf.Property, source.Schema)
                    : ((TextValue)leaf.Value).Text,
                KindOf(leaf.Value, leaf.Property),
                CountFor(leaf, entity.Citations),
            ];
    }

    private static readonly ExportColumn ValueKind = Text(
        "value_kind",
        "The kind of the entity that the value names; empty if it names none."
    );

    /// <summary>Entities of two kinds may have the same id.</summary>
    private static string? KindOf(Value? value, Property property) =>
        value switch
        {
            ReferenceValue reference => reference.Target.Kind,
            ExternalValue => property.Range,
            _ => null,
        };

    /// <summary>How many citations support a value.</summary>
    private static object CountFor(in Leaf leaf, EquatableArray<LinkedCitation> citations)
    {
        var count = 0L;
        foreach (var citation in citations)
        foreach (var path in citation.For)
            if (leaf.IsWithin(path))
            {
                count++;
                break;
            }

        // Most have none: one object for all.
        return count == 0 ? None : count;
    }

    private static readonly object None = 0L;

    public static ExportTable Citations(ExportSource source, TableNames tables) =>
        Table(
            TableNames.Citations,
            "The passages that support values: a row for each passage and value, or for the entity as a whole.",
            [TableNames.Id, "number"],
            () => source.Entities.SelectMany(each => Citations(each.Kind.Name, each.Entity)),
            source.Schema.Article is { } article
                ? [OfEntity, new(["article"], tables.Of(article.Name), [TableNames.Id])]
                : [OfEntity],
            Id,
            Integer("number", "The number of the row, from 1."),
            Integer("citation", "The number of the citation within the entity, from 1."),
            Path with
            {
                Description = "The value that it supports, or a claim; empty for the entity as a whole.",
            },
            Text("article", "The id of the article."),
            Text("quote", "The passage, if the article may be redistributed."),
            Text("language", "The language of the article (BCP 47)."),
            Integer("paragraph", "The paragraph, from 1."),
            Integer("start", "Where the passage starts in the text, in Unicode code points."),
            Integer("end", "Where it ends, exclusive.")
        );

    private static IEnumerable<object?[]> Citations(string kind, LinkedEntity entity)
    {
        var number = 0L;
        for (var i = 0; i < entity.Citations.Count; i++)
        {
            var (article, passage, paths) = entity.Citations[i];
            foreach (var path in paths.DefaultIfEmpty())
                yield return
                [
                    kind,
                    entity.Id,
                    ++number,
                    (long)(i + 1),
                    path,
                    article.Id,
                    passage.Text,
                    passage.Language,
                    (long)passage.Paragraph,
                    (long)passage.Start,
                    (long)passage.End,
                ];
        }
    }

    public static ExportTable Claims(ExportSource source) =>
        Table(
            TableNames.Claims,
            "What is said of values, and values that compete. Only those that are shown are values of the entity.",
            [TableNames.Id, "number"],
            () =>
                from each in source.Entities
                from row in each.Entity.Claims.Select((_, i) => Cells(each.Kind, each.Entity, i, source.Schema))
                select row,
            [
                OfEntity,
                new(["according_to_kind", "according_to"], TableNames.Entities, [TableNames.Kind, TableNames.Id]),
            ],
            Id,
            Integer("number", "The number of the claim within the entity, from 1."),
            Text("property", "The property."),
            Path with
            {
                Description = "The path of the value if the entity has it; else that of the claim.",
            },
            Text(
                "value",
                "The value; empty if it is unknown, or if there is none. Entities within a value have their kinds "
                    + "before them, as in Person/ann."
            ),
            ValueKind,
            new("shown", ColumnType.Boolean, "Whether the entity has the value.") { IsRequired = true },
            Text("state", "Whether the value is known, unknown, or none."),
            Text("rank", "preferred, normal or deprecated."),
            Text("because", "The reason of the rank."),
            Text("according_to_kind", "The kind of who says so."),
            Text("according_to", "The id of who says so."),
            Text("according_to_text", "Who says so, if it is no entity."),
            Text("during", "When it is or was so, in EDTF."),
            new("during_earliest", ColumnType.Date, "The first day that 'during' may mean."),
            new("during_latest", ColumnType.Date, "The last day that 'during' may mean."),
            Text("basis", "What it is based on: stated, inferred or common-knowledge."),
            Text("note", "A remark.")
        );

    private static object?[] Cells(Kind kind, LinkedEntity entity, int place, PackageSchema schema)
    {
        var claim = entity.Claims[place];
        var (property, details) = (kind.Properties[claim.Property], claim.Details);
        var who = (details.AccordingTo as ReferenceValue)?.Target;
        return
        [
            kind.Name,
            entity.Id,
            (long)(place + 1),
            property.Name,
            claim.Path,
            claim.Value switch
            {
                null => null,
                ReferenceValue reference => reference.Target.Id,
                var value => ValueText.Of(value, property, schema, EntityJson.NameOf),
            },
            KindOf(claim.Value, property),
            claim.IsShown,
            ClaimText.StateOf(details) ?? "known",
            ClaimText.RankOf(details),
            details.Because,
            who?.Kind,
            who?.Id,
            (details.AccordingTo as TextValue)?.Text,
            details.During?.Canonical,
            ValueColumns.Day(details.During?.EarliestDay),
            ValueColumns.Day(details.During?.LatestDay),
            ClaimText.BasisOf(details),
            details.Note,
        ];
    }

    public static ExportTable Redirects(ExportSource source) =>
        Table(
            TableNames.Redirects,
            "Ids that entities had before.",
            ["former_id"],
            () =>
                from each in source.Entities
                from former in each.Entity.FormerNames
                select new object?[] { each.Kind.Name, former.Id, each.Entity.Id },
            [OfEntity],
            Text("former_id", "The earlier id."),
            Id with
            {
                Description = "The id that it has now.",
            }
        );
}
