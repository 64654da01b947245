using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads one <c>schema/&lt;Kind&gt;.yaml</c> by itself; what it says of other kinds,
/// <see cref="KindCompleter"/> follows.</summary>
internal sealed class KindReader(SchemaDrafts drafts)
{
    /// <summary>Keys that mean something of their own in every entity.</summary>
    private static readonly string[] ReservedProperties = ["id", "csharpName", "formerIds", "citations"];
    private static readonly string[] ReservedArticleProperties = ["text", "sha256", "redistribute", "mentions"];
    private static readonly string[] ReservedEmbeddedProperties = ["cite"];

    /// <summary>Whether a property cannot have this name, as such a key means something of its own.</summary>
    public static bool IsReserved(string property, KindShape shape) =>
        shape switch
        {
            KindShape.Embedded => ReservedEmbeddedProperties.Contains(property),
            KindShape.Article => ReservedProperties.Contains(property) || ReservedArticleProperties.Contains(property),
            _ => ReservedProperties.Contains(property),
        };

    /// <summary>Whether no name in the schema of this entity is one that articles have for something else.</summary>
    public static bool CanBeArticle(KindDraft draft) =>
        !Names.IsTakenInEntity(draft.Name, kind: "", isArticle: true)
        && !draft.Properties.Exists(property => IsTaken(property.Name, draft.Name, KindShape.Article));

    private static bool IsTaken(string property, string kind, KindShape shape)
    {
        var member = Names.ToPascalCase(property);
        return IsReserved(property, shape)
            || (
                shape == KindShape.Embedded
                    ? Names.IsTakenInEmbedded(member, kind)
                    : Names.IsTakenInEntity(member, kind, shape == KindShape.Article)
            );
    }

    private readonly PropertyReader _properties = new(drafts);

    public void Read(SeedDocument document)
    {
        var name = document.FileName;
        if (!Names.IsPlainIdentifier(name) || name[0] is >= 'a' and <= 'z')
        {
            drafts.Diagnostics.Add(
                Rules.InvalidCSharpName,
                SeedPosition.StartOf(document.FilePath),
                name,
                "; the file's name is the name of the kind, and starts with a capital letter"
                    + Rules.DidYouMean(Names.SuggestName(name, startsUpper: true))
            );
            drafts.IsIncomplete = true;
            return;
        }

        var isRead = drafts.TryGetMapping(document, "a schema", out var mapping);
        if (!isRead)
            mapping = new SeedMapping(default, default);
        if (drafts.ByName.ContainsKey(name))
        {
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                SeedPosition.StartOf(document.FilePath),
                $"The kind {name} has two schema files"
            );
            return;
        }

        if (drafts.ByName.Count >= SeedLimits.Kinds)
        {
            drafts.ReportLimit(
                SeedPosition.StartOf(document.FilePath),
                "There are too many kinds",
                SeedLimits.Kinds,
                "kinds"
            );
            drafts.IsIncomplete = true;
            return;
        }

        var draft = ReadDraft(name, document, mapping);
        // An empty file is a kind without properties; any other that is no mapping could not be read.
        draft.IsIncomplete |= document.IsBroken || document.IsInferredInPart || (!isRead && document.Root is not null);
        drafts.IsIncomplete |= document.IsBroken || (draft.IsIncomplete && !isRead);
        if (drafts.IsNamespace(draft.TypeName))
        {
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                SeedPosition.StartOf(document.FilePath),
                $"A kind cannot be called '{name}': {drafts.Namespace}.{name} is a namespace that generated code "
                    + "refers to; choose another"
            );
            drafts.IsIncomplete = true;
            return;
        }

        if (
            draft.Shape switch
            {
                KindShape.Abstract => false,
                KindShape.Embedded => Names.IsTakenInEmbedded(name, kind: ""),
                _ => Names.IsTakenInEntity(name, kind: "", draft.Shape == KindShape.Article),
            }
        )
        {
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                SeedPosition.StartOf(document.FilePath),
                $"A kind cannot be called '{name}': its record has a member of that name; choose another"
            );
            drafts.IsIncomplete = true;
            return;
        }

        drafts.ByName.Add(name, draft);
    }

    private KindDraft ReadDraft(string name, SeedDocument document, SeedMapping mapping)
    {
        var keys = new KeyReader(
            document,
            mapping,
            $"The schema of {name}",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfKind
        );
        var shape = (keys.Boolean("abstract"), keys.Boolean("embedded"), keys.Boolean("article")) switch
        {
            (false, false, false) => KindShape.Entity,
            (true, false, false) => KindShape.Abstract,
            (false, true, false) => KindShape.Embedded,
            (false, false, true) => KindShape.Article,
            _ => (KindShape?)null,
        };
        if (shape is null)
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                SeedPosition.StartOf(document.FilePath),
                $"{name} can be one of 'abstract', 'embedded' and 'article', not several"
            );

        var plural = keys.Scalar("plural");
        if (
            plural is not null
            && (
                !Names.IsPlainIdentifier(plural.Text)
                || plural.Text[0] is >= 'a' and <= 'z'
                || Names.IsTakenInCatalog(plural.Text)
            )
        )
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                document,
                plural,
                plural.Shortened,
                Names.IsTakenInCatalog(plural.Text)
                    ? "; the catalog has a member of that name"
                    : "; a plural starts with a capital letter"
                        + Rules.DidYouMean(Names.SuggestName(plural.Text, startsUpper: true))
            );
            plural = null;
            drafts.IsIncomplete = true;
        }

        if (plural is not null && shape is KindShape.Abstract or KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                plural,
                $"Only a kind that has entities has a plural, and {name} is {LetterCase.ToLower(shape.ToString()!)}"
            );

        var draft = new KindDraft(name, document, shape ?? KindShape.Entity)
        {
            IsShapeUnknown =
                document is { IsBroken: true, IsInferred: false }
                && !Array.Exists(
                    ["abstract", "embedded", "article"],
                    key => mapping.Find(key) is { } stated && !document.LacksPartOf(stated.Value)
                ),
            Plural = plural?.Text ?? name + "s",
            PluralNode = plural,
            Folder = Collection(keys),
            Label = keys.Text("label") ?? name,
            Description = keys.Text("description") ?? "",
            Extends = keys.Scalars("extends"),
            Caption = keys.Scalar("caption"),
            Summary = keys.Scalar("summary"),
            FindBy = keys.Scalars("findBy"),
            Featured = keys.Scalars("featured"),
            GroupBy = keys.Scalars("groupBy"),
            Deprecated = keys.Text("deprecated"),
        };
        if (KindConfigurationReader.Accessors(keys) is { } accessors)
            draft.Seeding = draft.Seeding with { Accessors = accessors };
        if (keys.Map("temporal") is { } temporal)
            ReadTemporal(draft, temporal);
        if (keys.Map("assertions") is { } assertions)
            ReadAssertions(draft, assertions);
        if (keys.Map("properties") is { } properties)
            foreach (var entry in properties.Entries)
                ReadProperty(draft, entry, document.LacksPartOf(properties));
        else
            draft.IsIncomplete |= keys.Node("properties") is not null;
        keys.ReportUnknownKeys();
        return draft;
    }

    private string? Collection(KeyReader keys)
    {
        if (keys.Scalar("collection") is not { } collection)
            return null;
        if (collection.Text.Length > 0 && collection.Text.IndexOfAny(['/', '\\']) < 0)
            return collection.Text;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            collection,
            $"'{collection.Shortened}' is not the name of a folder, or of a file without its extension, in the "
                + "folder of the seeds"
        );
        return null;
    }

    private void ReadTemporal(KindDraft draft, SeedMapping mapping)
    {
        var keys = new KeyReader(
            draft.Document,
            mapping,
            $"The 'temporal' of {draft.Name}",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfTemporal
        );
        draft.Start = keys.Scalar("start");
        draft.End = keys.Scalar("end");
        keys.ReportUnknownKeys();
        if (draft.Shape == KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                mapping,
                $"Only entities stand in a timeline, and {draft.Name} is embedded"
            );
        else if (keys.Node("start") is null)
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                mapping,
                $"The 'temporal' of {draft.Name} must have a 'start'"
            );
        else if (draft.Start is not null && draft.Start.Text == draft.End?.Text)
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                draft.End,
                $"A time that starts and ends with '{draft.End.Shortened}' needs no 'end'"
            );
    }

    private void ReadAssertions(KindDraft draft, SeedMapping mapping)
    {
        var document = draft.Document;
        var keys = new KeyReader(
            document,
            mapping,
            $"The 'assertions' of {draft.Name}",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfAssertions
        );
        draft.LeastEntities = ReadCount(keys, "min");
        draft.MostEntities = ReadCount(keys, "max");
        if (draft.LeastEntities > draft.MostEntities)
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                mapping.ValueOf("max")!,
                "The most entities are fewer than the least"
            );
            draft.LeastEntities = draft.MostEntities = null;
        }

        foreach (var entry in keys.Map("fillRate")?.Entries ?? [])
        {
            if (
                entry.Value is SeedScalar scalar
                && KeyReader.TryReadNumber(scalar.Text, out var least)
                && least is > 0 and <= 1
            )
                draft.FillRates.Add((entry.Key, least));
            else
                drafts.Report(
                    Rules.WrongType,
                    document,
                    entry.Value,
                    entry.Name,
                    "a share of the entities, above 0 and at most 1",
                    entry.Value.Noun
                );
        }

        keys.ReportUnknownKeys();
        if (draft.Shape == KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                mapping,
                $"Assertions are about entities, and {draft.Name} is embedded"
            );
    }

    private static int? ReadCount(KeyReader keys, string key)
    {
        if (keys.Number(key) is not { } number)
            return null;
        if (number >= 0 && number <= int.MaxValue && decimal.Truncate(number) == number)
            return (int)number;
        keys.ReportType(key, "a number of entities", keys.Mapping.ValueOf(key)!);
        return null;
    }

    private void ReadProperty(KindDraft draft, SeedEntry entry, bool isInDoubt)
    {
        var document = draft.Document;
        var name = entry.Key.Text;
        if (!Names.IsPropertyName(name))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                document,
                entry.Key,
                entry.Key.Shortened,
                "; a property starts with a small letter, and 'key' says what seeds call it where that is something "
                    + "else"
                    + Rules.DidYouMean(Names.SuggestName(name, startsUpper: false))
            );
            draft.IsIncomplete = true;
            return;
        }

        if (IsTaken(name, draft.Name, draft.Shape))
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                entry.Key,
                $"A property of {draft.Name} cannot be called '{name}': that name is taken; choose another"
            );
            draft.IsIncomplete = true;
            return;
        }

        if (entry.Value is SeedMapping mapping)
        {
            var property = _properties.Read(draft, name, entry.Key, mapping);
            property.IsIncomplete |= isInDoubt;
            draft.Properties.Add(property);
        }
        else if (isInDoubt)
        {
            // What a property says, and the line with its name could not be read.
            draft.IsIncomplete = true;
        }
        else
        {
            draft.Properties.Add(new PropertyDraft(name, entry.Key));
            drafts.Report(
                Rules.WrongType,
                document,
                entry.Value,
                name,
                "a mapping that has a 'type' or a 'range'",
                entry.Value.Noun
            );
        }
    }
}
