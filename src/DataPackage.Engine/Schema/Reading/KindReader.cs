using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads one <c>schema/&lt;Kind&gt;.yaml</c> without the others; <see cref="KindCompleter"/> resolves what it
/// says of other kinds.</summary>
internal sealed class KindReader(SchemaDrafts drafts)
{
    /// <summary>Whether this entity could be an article: none of its names is one that articles use for something
    /// else.</summary>
    public static bool CanBeArticle(KindDraft draft) =>
        !Names.IsTakenInEntity(draft.Name, kind: "", isArticle: true)
        && !draft.Properties.Exists(property => IsTaken(property.Name, draft.Name, KindShape.Article));

    private static bool IsTaken(string property, string kind, KindShape shape)
    {
        var member = Names.ToPascalCase(property);
        return OwnKeys.IsReserved(property, shape)
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
        if (!IsKindName(name, document))
            return;
        var isRead = drafts.TryGetMapping(document, "a schema", out var mapping);
        if (!isRead)
            mapping = new SeedMapping(default, default);
        if (drafts.ByName.ContainsKey(name))
        {
            Report(document, $"The kind {name} has two schema files");
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
        // An empty file is a kind without properties; any other that is not a mapping could not be read.
        draft.IsIncomplete |= document.IsBroken || document.IsInferredInPart || (!isRead && document.Root is not null);
        drafts.IsIncomplete |= document.IsBroken || (draft.IsIncomplete && !isRead);
        if (CanBeType(draft))
            drafts.ByName.Add(name, draft);
        else
            drafts.IsIncomplete = true;
    }

    private bool IsKindName(string name, SeedDocument document)
    {
        if (Names.IsTypeName(name))
            return true;
        drafts.Diagnostics.Add(
            Rules.InvalidCSharpName,
            SeedPosition.StartOf(document.FilePath),
            name,
            "; the file's name is the name of the kind, and starts with a capital letter"
                + MessageText.DidYouMean(Names.SuggestName(name, startsUpper: true))
        );
        drafts.IsIncomplete = true;
        return false;
    }

    private bool CanBeType(KindDraft draft)
    {
        var name = draft.Name;
        if (drafts.IsNamespace(draft.TypeName))
        {
            Report(
                draft.Document,
                $"A kind cannot be called '{name}': {drafts.Namespace}.{name} is a namespace that generated code "
                    + "refers to; choose another"
            );
            return false;
        }

        var isTaken = draft.Shape switch
        {
            KindShape.Abstract => false,
            KindShape.Embedded => Names.IsTakenInEmbedded(name, kind: ""),
            _ => Names.IsTakenInEntity(name, kind: "", draft.Shape == KindShape.Article),
        };
        if (isTaken)
            Report(
                draft.Document,
                $"A kind cannot be called '{name}': its record has a member of that name; choose another"
            );
        return !isTaken;
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
        var shape = ReadShape(name, keys);
        var plural = ReadPlural(name, shape, keys);
        var draft = new KindDraft(name, document, shape ?? KindShape.Entity)
        {
            IsShapeUnknown = document is { IsBroken: true, IsInferred: false } && !StatesShape(keys),
            Plural = plural?.Text ?? name + "s",
            PluralNode = plural,
            Folder = Collection(keys),
            Label = keys.Text("label") ?? name,
            Description = keys.Text("description") ?? "",
            Extends = keys.Scalars("extends"),
            Caption = keys.Scalar("caption"),
            Summary = keys.Scalar("summary"),
            Body = keys.Scalar("body"),
            Value = keys.Scalar("value"),
            FindBy = keys.Scalars("findBy"),
            Featured = keys.Scalars("featured"),
            GroupBy = keys.Scalars("groupBy"),
            Ftm = keys.Text("ftm"),
            Deprecated = keys.Text("deprecated"),
        };
        draft.Seeding = ReadSeeding(keys);
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

    private static KindSeeding ReadSeeding(KeyReader keys) =>
        KindSeeding.Default with
        {
            Items = SeedingReader.Items(keys),
            Id = SeedingReader.Pattern("id", keys),
            Accessors = SeedingReader.Accessors(keys) ?? AccessorPolicy.All,
            HasSlugs = keys.Choice("ids", SchemaKeys.Ids) != "any",
        };

    /// <summary>Null if the schema states several, which is reported.</summary>
    private KindShape? ReadShape(string name, KeyReader keys)
    {
        switch (keys.Boolean("abstract"), keys.Boolean("embedded"), keys.Boolean("article"))
        {
            case (false, false, false):
                return KindShape.Entity;
            case (true, false, false):
                return KindShape.Abstract;
            case (false, true, false):
                return KindShape.Embedded;
            case (false, false, true):
                return KindShape.Article;
            default:
                Report(keys.Document, $"{name} can be one of 'abstract', 'embedded' and 'article', not several");
                return null;
        }
    }

    /// <summary>Whether the part of a schema that could be read states the shape.</summary>
    private static bool StatesShape(KeyReader keys) =>
        Array.Exists(
            ["abstract", "embedded", "article"],
            key => keys.Mapping.Find(key) is { } stated && !keys.Document.LacksPartOf(stated.Value)
        );

    private SeedScalar? ReadPlural(string name, KindShape? shape, KeyReader keys)
    {
        var plural = keys.Scalar("plural");
        if (plural is not null && (!Names.IsTypeName(plural.Text) || Names.IsTakenInCatalog(plural.Text)))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                keys.Document,
                plural,
                plural.Shortened,
                Names.IsTakenInCatalog(plural.Text)
                    ? "; the catalog has a member of that name"
                    : "; a plural starts with a capital letter"
                        + MessageText.DidYouMean(Names.SuggestName(plural.Text, startsUpper: true))
            );
            plural = null;
            drafts.IsIncomplete = true;
        }

        if (plural is not null && shape is KindShape.Abstract or KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                keys.Document,
                plural,
                $"Only a kind that has entities has a plural, and {name} is {LetterCase.ToLower(shape.ToString()!)}"
            );
        return plural;
    }

    private void Report(SeedDocument document, string mistake) =>
        drafts.Diagnostics.Add(Rules.InvalidSchema, SeedPosition.StartOf(document.FilePath), mistake);

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
                $"Only entities have a timeline, and {draft.Name} is embedded"
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
            ReadFillRate(draft, entry);
        keys.ReportUnknownKeys();
        if (draft.Shape == KindShape.Embedded)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                mapping,
                $"Assertions are about entities, and {draft.Name} is embedded"
            );
    }

    private void ReadFillRate(KindDraft draft, SeedEntry entry)
    {
        if (
            entry.Value is SeedScalar scalar
            && ExactNumber.TryRead(scalar.Text, out var least, out _)
            && least is > 0 and <= 1
        )
            draft.FillRates.Add((entry.Key, least));
        else
            drafts.Report(
                Rules.WrongType,
                draft.Document,
                entry.Value,
                entry.Name,
                "a share of the entities, above 0 and at most 1",
                entry.Value.Noun
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
        var name = entry.Key.Text;
        if (!CanBeProperty(draft, entry.Key))
            draft.IsIncomplete = true;
        else if (entry.Value is SeedMapping mapping)
        {
            var property = _properties.Read(draft, name, entry.Key, mapping);
            property.IsIncomplete |= isInDoubt;
            draft.Properties.Add(property);
        }
        else if (isInDoubt)
        {
            // The text of a property whose name was on a line that could not be read.
            draft.IsIncomplete = true;
        }
        else
        {
            draft.Properties.Add(new PropertyDraft(name, entry.Key));
            drafts.Report(
                Rules.WrongType,
                draft.Document,
                entry.Value,
                name,
                "a mapping that has a 'type' or a 'range'",
                entry.Value.Noun
            );
        }
    }

    private bool CanBeProperty(KindDraft draft, SeedScalar name)
    {
        if (!Names.IsPropertyName(name.Text))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                draft.Document,
                name,
                name.Shortened,
                "; a property starts with a small letter, and 'key' says what seeds call it where that is something "
                    + "else"
                    + MessageText.DidYouMean(Names.SuggestName(name.Text, startsUpper: false))
            );
            return false;
        }

        if (!IsTaken(name.Text, draft.Name, draft.Shape))
            return true;
        drafts.Report(
            Rules.InvalidSchema,
            draft.Document,
            name,
            $"A property of {draft.Name} cannot be called '{name.Text}': that name is taken; choose another"
        );
        return false;
    }
}
