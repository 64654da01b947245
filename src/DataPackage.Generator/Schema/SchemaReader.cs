using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Schema;

/// <summary>Reads <c>datapackage.yaml</c> and <c>schema/*.yaml</c>, then completes the kinds: inheritance, ranges, reverses.</summary>
/// <remarks>A schema at fault is reported and keeps what is sound of it, so that its entities are not reported too.</remarks>
internal sealed class SchemaReader
{
    private static readonly Dictionary<string, PropertyType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = PropertyType.Text,
        ["markdown"] = PropertyType.Markdown,
        ["integer"] = PropertyType.Integer,
        ["decimal"] = PropertyType.Decimal,
        ["boolean"] = PropertyType.Boolean,
        ["date"] = PropertyType.Date,
        ["url"] = PropertyType.Url,
        ["money"] = PropertyType.Money,
        ["language"] = PropertyType.Language,
        ["identifier"] = PropertyType.Identifier,
        ["enum"] = PropertyType.Enum,
    };

    /// <summary>Keys that mean something of their own in every entity.</summary>
    private static readonly string[] ReservedProperties = ["id", "csharpName", "formerIds", "citations"];
    private static readonly string[] ReservedArticleProperties = ["text", "sha256", "redistribute", "mentions"];
    private static readonly string[] ReservedEmbeddedProperties = ["cite"];

    private readonly DiagnosticBag _diagnostics = new();
    private readonly SortedDictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    /// <summary>A kind, or the name of its folder, was lost to a mistake that was reported: whoever asks for it is not at fault.</summary>
    private bool _isIncomplete;

    /// <param name="hasArticles">Whether there are seeds in articles/: their kind need not be declared.</param>
    public static Found<PackageSchema> Read(IEnumerable<SeedDocument> documents, bool hasArticles, CancellationToken cancellation)
    {
        var reader = new SchemaReader();
        var ordered = documents.OrderBy(document => document.SeedPath, StringComparer.Ordinal).ToList();
        var facts = PackageFacts.Default;
        foreach (var document in ordered)
        {
            cancellation.ThrowIfCancellationRequested();
            if (SeedPaths.IsPackageFacts(document.SeedPath)) facts = reader.ReadFacts(document);
            else reader.ReadKind(document);
        }

        if (hasArticles) reader.AddBuiltInArticle();
        var kinds = reader.Complete();
        return new(new PackageSchema(facts, kinds, reader._isIncomplete), reader._diagnostics.ToArray());
    }

    private PackageFacts ReadFacts(SeedDocument document)
    {
        if (!TryGetMapping(document, "datapackage.yaml", out var mapping)) return PackageFacts.Default;
        var keys = new KeyReader(document, mapping, "datapackage.yaml", Rules.UnknownSchemaKey, _diagnostics);
        var @namespace = keys.Scalar("namespace");
        if (@namespace is not null && !@namespace.Text.Split('.').All(part => Names.IsPlainIdentifier(part) && !Names.IsKeyword(part)))
        {
            Report(Rules.InvalidCSharpName, document, @namespace, @namespace.Shortened, ", with dots between the parts of a namespace");
            @namespace = null;
        }

        var language = keys.Scalar("language");
        if (language is not null && !Formats.IsLanguageTag(language.Text))
        {
            Report(Rules.InvalidSchema, document, language, $"'{language.Shortened}' is not a language tag of BCP 47, such as 'en' or 'pt-BR'");
            language = null;
        }

        var citations = keys.Choice("citations", "none", "entity", "property") switch
        {
            "entity" => CitationPolicy.Entity,
            "property" => CitationPolicy.Property,
            _ => CitationPolicy.None,
        };
        var maxQuoteLength = keys.Number("maxQuoteLength") ?? PackageFacts.DefaultMaxQuoteLength;
        if (maxQuoteLength < 1 || maxQuoteLength > PackageFacts.LargestMaxQuoteLength || decimal.Truncate(maxQuoteLength) != maxQuoteLength)
        {
            Report(Rules.InvalidSchema, document, mapping.ValueOf("maxQuoteLength")!,
                FormattableString.Invariant($"'maxQuoteLength' takes a whole number from 1 to {PackageFacts.LargestMaxQuoteLength}"));
            maxQuoteLength = PackageFacts.DefaultMaxQuoteLength;
        }

        foreach (var text in new[] { "name", "title", "description" }) keys.Text(text);
        foreach (var list in new[] { "licenses", "contributors", "sources" }) CheckMappings(keys, list);
        keys.ReportUnknownKeys();
        return new PackageFacts(@namespace?.Text, language?.Text ?? "en", citations, (int)maxQuoteLength);
    }

    private static void CheckMappings(KeyReader keys, string key)
    {
        if (keys.Node(key) is not { } node) return;
        if (node is not SeedSequence sequence) keys.ReportType(key, "a list of mappings", node);
        else foreach (var item in sequence.Items)
            if (item is not SeedMapping) keys.ReportType(key, "a list of mappings", item);
    }

    private bool TryGetMapping(SeedDocument document, string what, out SeedMapping mapping)
    {
        mapping = (document.Root as SeedMapping)!;
        if (mapping is not null) return true;
        if (document is { IsBroken: false, Root: not null })
            Report(Rules.WrongType, document, document.Root, what, "a mapping", document.Root.Noun);
        return false;
    }

    private void ReadKind(SeedDocument document)
    {
        var name = document.FileName;
        if (!Names.IsPlainIdentifier(name) || name[0] is >= 'a' and <= 'z')
        {
            _diagnostics.Add(Rules.InvalidCSharpName, SeedLocation.StartOf(document.FilePath), name, "; the file's name is the name of the kind, and starts with a capital letter");
            _isIncomplete = true;
            return;
        }

        var isRead = TryGetMapping(document, "a schema", out var mapping);
        if (!isRead) mapping = new SeedMapping(default, default);
        if (_drafts.ContainsKey(name))
        {
            _diagnostics.Add(Rules.InvalidSchema, SeedLocation.StartOf(document.FilePath), $"The kind {name} has two schema files");
            return;
        }

        var draft = ReadDraft(name, document, mapping);
        // An empty file is a kind without properties; any other that is no mapping could not be read.
        draft.IsIncomplete |= !isRead && (document.IsBroken || document.Root is not null);
        _isIncomplete |= draft.IsIncomplete && !isRead;
        if (draft.Shape switch
        {
            KindShape.Abstract => false,
            KindShape.Embedded => Names.IsTakenInEmbedded(name, kind: ""),
            _ => Names.IsTakenInEntity(name, kind: "", draft.Shape == KindShape.Article),
        })
        {
            _diagnostics.Add(Rules.InvalidSchema, SeedLocation.StartOf(document.FilePath), $"A kind cannot be called '{name}': its record has a member of that name; choose another");
            _isIncomplete = true;
            return;
        }

        _drafts.Add(name, draft);
    }

    private Draft ReadDraft(string name, SeedDocument document, SeedMapping mapping)
    {
        var keys = new KeyReader(document, mapping, $"The schema of {name}", Rules.UnknownSchemaKey, _diagnostics);
        var shape = (keys.Boolean("abstract"), keys.Boolean("embedded"), keys.Boolean("article")) switch
        {
            (false, false, false) => KindShape.Entity,
            (true, false, false) => KindShape.Abstract,
            (false, true, false) => KindShape.Embedded,
            (false, false, true) => KindShape.Article,
            _ => (KindShape?)null,
        };
        if (shape is null)
            _diagnostics.Add(Rules.InvalidSchema, SeedLocation.StartOf(document.FilePath), $"{name} can be one of 'abstract', 'embedded' and 'article', not several");

        var plural = keys.Scalar("plural");
        if (plural is not null && (!Names.IsPlainIdentifier(plural.Text) || plural.Text[0] is >= 'a' and <= 'z' || Names.IsTakenInCatalog(plural.Text)))
        {
            Report(Rules.InvalidCSharpName, document, plural, plural.Shortened, Names.IsTakenInCatalog(plural.Text)
                ? "; the catalog has a member of that name"
                : "; a plural starts with a capital letter");
            plural = null;
            _isIncomplete = true;
        }

        var draft = new Draft(name, document, shape ?? KindShape.Entity)
        {
            Plural = plural?.Text ?? name + "s",
            PluralNode = plural,
            Label = keys.Text("label") ?? name,
            Description = keys.Text("description") ?? "",
            Extends = keys.Scalars("extends"),
            Caption = keys.Scalar("caption"),
            Summary = keys.Scalar("summary"),
            FindBy = keys.Scalars("findBy"),
            Featured = keys.Scalars("featured"),
            Deprecated = keys.Text("deprecated"),
        };
        if (keys.Map("temporal") is { } temporal) ReadTemporal(draft, temporal);
        if (keys.Map("properties") is { } properties)
            foreach (var entry in properties.Entries) ReadProperty(draft, entry);
        else draft.IsIncomplete |= keys.Node("properties") is not null;
        keys.ReportUnknownKeys();
        return draft;
    }

    private void ReadTemporal(Draft draft, SeedMapping mapping)
    {
        var keys = new KeyReader(draft.Document, mapping, $"The 'temporal' of {draft.Name}", Rules.UnknownSchemaKey, _diagnostics);
        draft.Start = keys.Scalar("start");
        draft.End = keys.Scalar("end");
        keys.ReportUnknownKeys();
        if (draft.Shape == KindShape.Embedded)
            Report(Rules.InvalidSchema, draft.Document, mapping, $"Only entities stand in a timeline, and {draft.Name} is embedded");
        else if (keys.Node("start") is null)
            Report(Rules.InvalidSchema, draft.Document, mapping, $"The 'temporal' of {draft.Name} must have a 'start'");
    }

    private void ReadProperty(Draft draft, SeedEntry entry)
    {
        var document = draft.Document;
        var name = entry.Key.Text;
        if (!Names.IsPlainIdentifier(name) || name[0] is >= 'A' and <= 'Z')
        {
            Report(Rules.InvalidCSharpName, document, entry.Key, entry.Key.Shortened, "; a property starts with a small letter");
            draft.IsIncomplete = true;
            return;
        }

        var member = Names.ToPascalCase(name);
        var isTaken = draft.Shape == KindShape.Embedded
            ? Names.IsTakenInEmbedded(member, draft.Name) || ReservedEmbeddedProperties.Contains(name)
            : Names.IsTakenInEntity(member, draft.Name, draft.Shape == KindShape.Article) || ReservedProperties.Contains(name)
                || (draft.Shape == KindShape.Article && ReservedArticleProperties.Contains(name));
        if (isTaken)
        {
            Report(Rules.InvalidSchema, document, entry.Key, $"A property of {draft.Name} cannot be called '{name}': that name is taken; choose another");
            draft.IsIncomplete = true;
            return;
        }

        if (entry.Value is SeedMapping mapping)
        {
            draft.Properties.Add(ReadPropertyDraft(draft, name, entry.Key, mapping));
        }
        else
        {
            draft.Properties.Add(new PropertyDraft(name, entry.Key));
            Report(Rules.WrongType, document, entry.Value, name, "a mapping that has a 'type' or a 'range'", entry.Value.Noun);
        }
    }

    private PropertyDraft ReadPropertyDraft(Draft draft, string name, SeedScalar key, SeedMapping mapping)
    {
        var document = draft.Document;
        var keys = new KeyReader(document, mapping, $"The property '{name}'", Rules.UnknownSchemaKey, _diagnostics);
        var type = keys.Scalar("type");
        var property = new PropertyDraft(name, key)
        {
            Description = keys.Text("description") ?? keys.Text("label") ?? "",
            Range = keys.Scalar("range"),
            IsMany = keys.Choice("cardinality", "one", "many") == "many",
            IsRequired = keys.Boolean("required"),
            IsLocalized = keys.Boolean("localized"),
            Deprecated = keys.Text("deprecated"),
            IsCited = keys.Node("cited") is null ? null : keys.Boolean("cited"),
        };
        keys.Text("label");
        if (type is null == property.Range is null)
            Report(Rules.InvalidSchema, document, type ?? (SeedNode)key, $"The property '{name}' must have either a 'type' or a 'range'");
        else if (type is not null && !Types.TryGetValue(type.Text, out property.Type))
            Report(Rules.UnknownSchemaName, document, type, "type", type.Shortened, Rules.DidYouMean(NearestName.Find(type.Text, Types.Keys)));

        property.Constraints = ReadConstraints(keys, property);
        ReadEnumValues(draft, keys, property);
        if (property.IsLocalized && property.Type is not (PropertyType.Text or PropertyType.Markdown or PropertyType.Invalid))
            Report(Rules.InvalidSchema, document, mapping.ValueOf("localized")!, $"Only text and markdown can be localized, and '{name}' is neither");
        if (keys.Map("reverse") is { } reverse)
        {
            var reverseKeys = new KeyReader(document, reverse, $"The reverse of '{name}'", Rules.UnknownSchemaKey, _diagnostics);
            property.Reverse = reverseKeys.Scalar("name");
            property.ReverseDescription = reverseKeys.Text("description");
            reverseKeys.ReportUnknownKeys();
            if (property.Reverse is null)
                Report(Rules.InvalidSchema, document, reverse, $"The reverse of '{name}' must have a 'name'");
        }

        keys.ReportUnknownKeys();
        return property;
    }

    private Constraints ReadConstraints(KeyReader keys, PropertyDraft property)
    {
        var format = keys.Choice("format", Formats.All);
        if (property.Type == PropertyType.Identifier && keys.Mapping.Find("format") is null)
            Report(Rules.InvalidSchema, keys.Document, property.Key, $"The identifier '{property.Name}' must have a 'format': {string.Join(", ", Formats.All)}");
        if (format is not null && property.Type != PropertyType.Identifier) Reject(keys, "format", "an identifier");
        var pattern = keys.Scalar("pattern");
        if (pattern is not null && !Formats.IsPattern(pattern.Text, out var reason))
            Report(Rules.InvalidSchema, keys.Document, pattern, $"'{pattern.Shortened}' is not a regular expression: {reason}");
        else if (pattern is not null && !IsTextual(property.Type)) Reject(keys, "pattern", "text");
        var minimum = keys.Number("minimum");
        var maximum = keys.Number("maximum");
        var isNumber = property.Type is PropertyType.Integer or PropertyType.Decimal or PropertyType.Money or PropertyType.Invalid;
        if (minimum is not null && !isNumber) Reject(keys, "minimum", "a number");
        if (maximum is not null && !isNumber) Reject(keys, "maximum", "a number");
        if (minimum > maximum)
            Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf("maximum")!, "The maximum is below the minimum");
        var maxLength = keys.Number("maxLength");
        if (maxLength is not null && !IsTextual(property.Type)) Reject(keys, "maxLength", "text");
        if (maxLength is not null && (maxLength < 1 || maxLength > int.MaxValue || decimal.Truncate(maxLength.Value) != maxLength))
        {
            Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf("maxLength")!, "'maxLength' takes a whole number above 0");
            maxLength = null;
        }

        var isUnique = keys.Boolean("unique");
        if (isUnique && (property.Range is not null || property.IsLocalized || property.Type is PropertyType.Boolean or PropertyType.Money))
            Reject(keys, "unique", "a single text, number, date or identifier that is not localized");
        return new Constraints(format, pattern is not null && Formats.IsPattern(pattern.Text, out _) ? pattern.Text : null,
            minimum, maximum, (int?)maxLength, isUnique);
    }

    private void ReadEnumValues(Draft draft, KeyReader keys, PropertyDraft property)
    {
        var values = keys.Node("values");
        if (property.Type != PropertyType.Enum)
        {
            if (values is not null && property.Type != PropertyType.Invalid) Reject(keys, "values", "an enum");
            return;
        }

        property.EnumType = draft.Name + Names.ToPascalCase(property.Name);
        var entries = values switch
        {
            SeedMapping map => map.Entries.Select(entry => (entry.Key, Description: (entry.Value as SeedScalar) is { IsNull: false } text ? text.Text.Trim() : "")),
            SeedSequence list => list.Items.OfType<SeedScalar>().Select(item => (Key: item, Description: "")),
            _ => [],
        };
        var byMember = new Dictionary<string, SeedScalar>(StringComparer.Ordinal);
        foreach (var (key, description) in entries)
        {
            var value = new EnumValue(key.Text, description);
            if (!Names.IsId(Names.ToKebabCase(key.Text)))
                Report(Rules.InvalidCSharpName, keys.Document, key, key.Shortened, "; hyphens may stand between the words of a value");
            else if (byMember.TryGetValue(value.CSharpName, out var other))
                Report(Rules.AccessorCollision, keys.Document, key, other.Text, key.Text, $"{property.EnumType}.{value.CSharpName}", keys.Document.At(other).ToString());
            else
            {
                byMember.Add(value.CSharpName, key);
                property.Values.Add(value);
            }
        }

        if (property.Values.Count > 0) return;
        if (byMember.Count == 0 && !entries.Any())
            Report(Rules.InvalidSchema, keys.Document, values ?? property.Key, $"The enum '{property.Name}' must have 'values', each with its description");
        property.Type = PropertyType.Invalid;
    }

    private static bool IsTextual(PropertyType type) =>
        type is PropertyType.Text or PropertyType.Markdown or PropertyType.Identifier or PropertyType.Url or PropertyType.Language or PropertyType.Invalid;

    private void Reject(KeyReader keys, string key, string what) =>
        Report(Rules.InvalidSchema, keys.Document, keys.Mapping.ValueOf(key)!, $"'{key}' is for {what}");

    /// <summary>Seeds whose schema says nothing of articles can have articles all the same.</summary>
    private void AddBuiltInArticle()
    {
        if (_drafts.ContainsKey("Article") || _drafts.Values.Any(draft => draft.Shape == KindShape.Article)) return;
        if (_drafts.Values.Any(draft => draft.Plural == "Articles")) return;
        var none = new SeedDocument("", "", new LineMap(default), null, null, false, default);
        PropertyDraft Make(string name, PropertyType type, bool isRequired, string description) =>
            new(name, new SeedScalar(default, name, true)) { Type = type, IsRequired = isRequired, Description = description };
        SeedScalar Named(string name) => new(default, name, true);
        var article = new Draft("Article", none, KindShape.Article)
        {
            Plural = "Articles",
            Label = "Article",
            Description = "A text that supports what the data say.",
            Caption = Named("title"),
            Summary = Named("description"),
            FindBy = [Named("title")],
        };
        article.Properties.Add(Make("title", PropertyType.Text, true, "The headline of the article."));
        article.Properties.Add(Make("description", PropertyType.Text, false, "What the article is about."));
        article.Properties.Add(Make("language", PropertyType.Language, false, "The language in which the article is written (BCP 47)."));
        article.Properties.Add(Make("author", PropertyType.Text, false, "Who wrote the article."));
        article.Properties.Add(Make("publisher", PropertyType.Text, false, "Who published the article."));
        article.Properties.Add(Make("published", PropertyType.Date, false, "When the article was published (EDTF)."));
        article.Properties.Add(Make("url", PropertyType.Url, false, "Where the article can be read."));
        article.Properties.Add(Make("license", PropertyType.Text, false, "The terms under which the article can be used, as an SPDX identifier where there is one."));
        _drafts.Add("Article", article);
    }

    private EquatableArray<Kind> Complete()
    {
        CheckArticleKind();
        RejectTwinTypes();
        foreach (var draft in _drafts.Values) ResolveExtends(draft);
        foreach (var draft in _drafts.Values) CutCycles(draft);
        foreach (var draft in _drafts.Values) draft.Ancestors = AncestorsOf(draft);
        foreach (var draft in _drafts.Values) ResolveRanges(draft);
        foreach (var draft in _drafts.Values) Inherit(draft);
        foreach (var draft in _drafts.Values) AddReverses(draft);
        CheckTypeNames();
        return _drafts.Values.Select(ToKind).ToEquatableArray();
    }

    private void CheckArticleKind()
    {
        foreach (var extra in _drafts.Values.Where(draft => draft.Shape == KindShape.Article).Skip(1))
            _diagnostics.Add(Rules.InvalidSchema, SeedLocation.StartOf(extra.Document.FilePath), $"There can be one kind of article, and {extra.Name} is a second one");
    }

    private void ResolveExtends(Draft draft)
    {
        foreach (var name in draft.Extends)
        {
            if (!_drafts.TryGetValue(name.Text, out var parent))
                ReportUnknownKind(draft, name);
            else if (parent.Shape != KindShape.Abstract || draft.Shape == KindShape.Embedded)
                Report(Rules.InvalidSchema, draft.Document, name, draft.Shape == KindShape.Embedded
                    ? $"An embedded kind extends nothing, and {draft.Name} is embedded"
                    : $"A kind can extend abstract kinds only, and {name.Text} is not abstract");
            else if (!draft.Parents.Contains(parent)) draft.Parents.Add(parent);
        }

        draft.IsIncomplete |= draft.Parents.Count < draft.Extends.Select(name => name.Text).Distinct(StringComparer.Ordinal).Count();
    }

    private void ReportUnknownKind(Draft draft, SeedScalar name)
    {
        if (!_isIncomplete)
            Report(Rules.UnknownSchemaName, draft.Document, name, "kind", name.Shortened, Rules.DidYouMean(NearestName.Find(name.Text, _drafts.Keys)));
    }

    /// <summary>Reports each circle of kinds that extend one another once, and opens it there: C# could not compile it (CS0529).</summary>
    private void CutCycles(Draft draft)
    {
        foreach (var name in draft.Extends)
        {
            if (draft.Parents.Find(candidate => candidate.Name == name.Text) is not { } parent || (parent != draft && !AncestorsOf(parent).Contains(draft))) continue;
            Report(Rules.InvalidSchema, draft.Document, name, $"{draft.Name} extends itself");
            draft.Parents.Remove(parent);
            draft.IsIncomplete = true;
        }
    }

    /// <summary>Breadth first, so that the nearest stand first.</summary>
    private static List<Draft> AncestorsOf(Draft draft)
    {
        var ancestors = new List<Draft>();
        var queue = new Queue<Draft>(draft.Parents);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            if (ancestors.Contains(next)) continue;
            ancestors.Add(next);
            foreach (var parent in next.Parents) queue.Enqueue(parent);
        }

        return ancestors;
    }

    private void ResolveRanges(Draft draft)
    {
        foreach (var property in draft.Properties)
        {
            if (property.Range is null) continue;
            if (!_drafts.TryGetValue(property.Range.Text, out var range))
            {
                ReportUnknownKind(draft, property.Range);
                property.Type = PropertyType.Invalid;
                continue;
            }

            property.Type = range.Shape == KindShape.Embedded ? PropertyType.Embedded : PropertyType.Reference;
            if (property.Type == PropertyType.Embedded && range == draft)
            {
                Report(Rules.InvalidSchema, draft.Document, property.Range, $"{draft.Name} cannot embed itself");
                property.Type = PropertyType.Invalid;
            }

            if (property.Reverse is null) continue;
            if (property.Type == PropertyType.Embedded || draft.Shape == KindShape.Embedded)
            {
                Report(Rules.InvalidSchema, draft.Document, property.Reverse, "Only a reference from an entity to an entity can have a reverse");
                property.Reverse = null;
            }
        }

        foreach (var property in draft.Properties)
        {
            if (property.Range is not null || property.Reverse is null) continue;
            Report(Rules.InvalidSchema, draft.Document, property.Reverse, "Only a reference can have a reverse");
            property.Reverse = null;
        }
    }

    private void Inherit(Draft draft)
    {
        // The furthest ancestor first: what all things have in common opens every documentation page.
        foreach (var owner in Enumerable.Reverse(draft.Ancestors).Append(draft))
        {
            foreach (var property in owner.Properties)
            {
                var twin = draft.All.Find(other => other.Property.CSharpName == property.CSharpName);
                if (owner != draft && draft.Shape != KindShape.Abstract && Names.IsTakenInEntity(property.CSharpName, draft.Name, draft.Shape == KindShape.Article))
                {
                    Report(Rules.InvalidSchema, draft.Document, draft.Extends[0],
                        $"{draft.Name} would inherit the property '{property.Name}' of {owner.Name}, and its record has another member of that name");
                    Disinherit(draft, owner);
                }
                else if (twin.Property is null) draft.All.Add((property, owner));
                else if (twin.Owner != owner && (owner == draft || !draft.Parents.Any(parent => parent.Ancestors.Contains(owner) && parent.Ancestors.Contains(twin.Owner))))
                {
                    Report(Rules.InvalidSchema, draft.Document, owner == draft ? property.Key : draft.Extends[0],
                        $"{draft.Name} would have two properties '{property.Name}': of {twin.Owner.Name} and of {owner.Name}");
                    if (owner != draft) Disinherit(draft, owner);
                }
            }
        }
    }

    /// <summary>The record cannot have the property, so it cannot have the interface: C# would report that a second time (CS0535).</summary>
    private static void Disinherit(Draft draft, Draft owner)
    {
        draft.Parents.RemoveAll(parent => parent == owner || parent.Ancestors.Contains(owner));
        draft.IsIncomplete = true;
    }

    private void AddReverses(Draft draft)
    {
        foreach (var property in draft.Properties)
        {
            if (property.Reverse is not { } name || property.Type != PropertyType.Reference) continue;
            var range = _drafts[property.Range!.Text];
            if (!Names.IsPlainIdentifier(name.Text) || name.Text[0] is >= 'A' and <= 'Z')
            {
                Report(Rules.InvalidCSharpName, draft.Document, name, name.Shortened, "; a reverse starts with a small letter");
                continue;
            }

            var reverse = new Reverse(name.Text, property.ReverseDescription ?? $"The {Plural(draft)} whose '{property.Name}' name this one, ordered by id.",
                draft.Name, property.Name, range.Name);
            var clash = _drafts.Values.Where(kind => kind == range || kind.Ancestors.Contains(range)).FirstOrDefault(kind =>
                kind.All.Any(other => other.Property.CSharpName == reverse.CSharpName)
                || kind.Reverses.Any(other => other.CSharpName == reverse.CSharpName)
                || Names.IsTakenInEntity(reverse.CSharpName, kind.Name, kind.Shape == KindShape.Article));
            if (clash is not null)
            {
                Report(Rules.InvalidSchema, draft.Document, name, $"{clash.Name} has a member '{name.Text}' already: choose another name for the reverse of '{property.Name}'");
                continue;
            }

            property.HasReverse = true;
            foreach (var kind in _drafts.Values.Where(kind => kind == range || kind.Ancestors.Contains(range))) kind.Reverses.Add(reverse);
        }
    }

    private static string Plural(Draft draft) => draft.Shape == KindShape.Abstract ? draft.Name : draft.Plural;

    /// <summary>Removes a kind whose type would have the name of another kind's: IThing, and the interface of Thing. Case makes no
    /// difference, as generated files are named by their types, and the compiler takes no two that differ in case only.</summary>
    private void RejectTwinTypes()
    {
        var taken = new Dictionary<string, Draft>(StringComparer.OrdinalIgnoreCase);
        // The abstract ones first: more kinds depend on them.
        foreach (var draft in _drafts.Values.OrderBy(draft => draft.Shape == KindShape.Abstract ? 0 : 1).ToList())
        {
            if (taken.TryGetValue(draft.TypeName, out var other))
            {
                _diagnostics.Add(Rules.InvalidSchema, SeedLocation.StartOf(draft.Document.FilePath), $"The type of {draft.Name} would be a second type called {draft.TypeName}, beside the type of {other.Name}");
                _drafts.Remove(draft.Name);
                _isIncomplete = true;
            }
            else taken.Add(draft.TypeName, draft);
        }
    }

    /// <summary>Types, catalogs and enumerations of all kinds share one namespace. What clashes gives way, so that the compiler does not report it too.</summary>
    private void CheckTypeNames()
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in _drafts.Values) taken.Add(draft.TypeName, $"type of {draft.Name}");
        bool TryTake(SeedLocation location, string type, string what)
        {
            if (!taken.TryGetValue(type, out var other))
            {
                taken.Add(type, what);
                return true;
            }

            _diagnostics.Add(Rules.InvalidSchema, location, $"The {what} would be a second type called {type}, beside the {other}");
            return false;
        }

        // Of Crew and Ship, both with the plural Ships, Crew is the one that is probably mistaken.
        foreach (var draft in _drafts.Values.Where(draft => draft.Shape is KindShape.Entity or KindShape.Article).OrderBy(draft => draft.Plural == draft.Name + "s" ? 0 : 1))
        {
            var location = draft.PluralNode is { } node ? draft.Document.At(node) : SeedLocation.StartOf(draft.Document.FilePath);
            if (!TryTake(location, draft.Plural, $"catalog of {draft.Name}")) draft.Plural += Names.Evasion;
        }

        foreach (var draft in _drafts.Values)
            foreach (var property in draft.Properties.Where(property => property.Type == PropertyType.Enum))
                if (!TryTake(draft.Document.At(property.Key), property.EnumType, $"enumeration of {draft.Name}.{property.Name}")) property.Type = PropertyType.Invalid;
    }

    private Kind ToKind(Draft draft)
    {
        string? Named(SeedScalar? own, Func<Draft, SeedScalar?> inherited)
        {
            var (name, at) = own is not null
                ? (own, draft)
                : draft.Ancestors.Select(ancestor => (inherited(ancestor), ancestor)).FirstOrDefault(found => found.Item1 is not null);
            if (name is null) return null;
            if (draft.All.Any(property => property.Property.Name == name.Text)) return name.Text;
            if (at == draft) ReportUnknownPropertyName(draft, name);
            return null;
        }

        EquatableArray<string> NamedList(IReadOnlyList<SeedScalar> own, Func<Draft, IReadOnlyList<SeedScalar>> inherited)
        {
            var (names, at) = own.Count > 0
                ? (own, draft)
                : draft.Ancestors.Select(ancestor => (inherited(ancestor), ancestor)).FirstOrDefault(found => found.Item1?.Count > 0);
            var found = new List<string>();
            foreach (var name in names ?? [])
                if (draft.All.Any(property => property.Property.Name == name.Text)) found.Add(name.Text);
                else if (at == draft) ReportUnknownPropertyName(draft, name);
            return found.Distinct(StringComparer.Ordinal).ToEquatableArray();
        }

        Temporal? TemporalOf()
        {
            if (draft.Shape == KindShape.Embedded) return null;
            var owner = new[] { draft }.Concat(draft.Ancestors).FirstOrDefault(kind => kind.Start is not null);
            if (owner is null || DateOf(owner.Start, owner) is not { } start) return null;
            return owner.End is null ? new Temporal(start, null) : DateOf(owner.End, owner) is { } end ? new Temporal(start, end) : null;
        }

        string? DateOf(SeedScalar? name, Draft owner)
        {
            var found = draft.All.Find(property => property.Property.Name == name?.Text).Property;
            if (found is { Type: PropertyType.Date, IsMany: false }) return found.Name;
            // What an ancestor says was reported there.
            if (owner != draft || name is null || found is { Type: PropertyType.Invalid }) return null;
            if (found is null) ReportUnknownPropertyName(draft, name);
            else Report(Rules.InvalidSchema, draft.Document, name, $"A timeline goes by single dates, and '{found.Name}' is none");
            return null;
        }

        var caption = Named(draft.Caption, ancestor => ancestor.Caption);
        var findBy = NamedList(draft.FindBy, ancestor => ancestor.FindBy);
        return new Kind(
            draft.Name,
            draft.Shape is KindShape.Entity or KindShape.Article ? draft.Plural : "",
            draft.Label, draft.Description, draft.Shape,
            draft.Parents.Select(parent => parent.Name).ToEquatableArray(),
            draft.Ancestors.Select(ancestor => ancestor.Name).ToEquatableArray(),
            caption,
            Named(draft.Summary, ancestor => ancestor.Summary),
            findBy.Count == 0 && caption is not null ? new[] { caption }.ToEquatableArray() : findBy,
            NamedList(draft.Featured, ancestor => ancestor.Featured),
            TemporalOf(),
            draft.All.Select(property => property.Property.ToProperty(property.Owner)).ToEquatableArray(),
            draft.Reverses.OrderBy(reverse => reverse.Name, StringComparer.Ordinal).ToEquatableArray(),
            draft.Deprecated,
            draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete));
    }

    private void ReportUnknownPropertyName(Draft draft, SeedScalar name)
    {
        if (draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete)) return;
        Report(Rules.UnknownProperty, draft.Document, name, draft.Name, name.Shortened,
            Rules.DidYouMean(NearestName.Find(name.Text, draft.All.Select(property => property.Property.Name))));
    }

    private void Report(DiagnosticDescriptor rule, SeedDocument document, SeedNode node, params string[] arguments) =>
        _diagnostics.Add(rule, document.At(node), arguments);

    /// <summary>A kind while its schema is being completed, with the places of what it says.</summary>
    private sealed class Draft(string name, SeedDocument document, KindShape shape)
    {
        public string Name { get; } = name;
        public SeedDocument Document { get; } = document;
        public KindShape Shape { get; } = shape;
        public string TypeName => Shape == KindShape.Abstract ? "I" + Name : Name;
        public string Plural { get; set; } = "";
        public SeedScalar? PluralNode { get; init; }
        public string Label { get; init; } = "";
        public string Description { get; init; } = "";
        public IReadOnlyList<SeedScalar> Extends { get; init; } = [];
        public SeedScalar? Caption { get; init; }
        public SeedScalar? Summary { get; init; }
        public IReadOnlyList<SeedScalar> FindBy { get; init; } = [];
        public IReadOnlyList<SeedScalar> Featured { get; init; } = [];
        public SeedScalar? Start { get; set; }
        public SeedScalar? End { get; set; }
        public string? Deprecated { get; init; }
        public bool IsIncomplete { get; set; }
        public List<PropertyDraft> Properties { get; } = [];
        public List<Draft> Parents { get; } = [];
        public List<Draft> Ancestors { get; set; } = [];
        public List<(PropertyDraft Property, Draft Owner)> All { get; } = [];
        public List<Reverse> Reverses { get; } = [];
    }

    private sealed class PropertyDraft(string name, SeedScalar key)
    {
        public PropertyType Type;
        public string Name { get; } = name;
        public SeedScalar Key { get; } = key;
        public string CSharpName { get; } = Names.ToPascalCase(name);
        public string Description { get; init; } = "";
        public SeedScalar? Range { get; init; }
        public bool IsMany { get; init; }
        public bool IsRequired { get; init; }
        public bool IsLocalized { get; init; }
        public string? Deprecated { get; init; }
        public Constraints Constraints { get; set; } = Constraints.None;
        public string EnumType { get; set; } = "";
        public List<EnumValue> Values { get; } = [];
        public SeedScalar? Reverse { get; set; }
        public string? ReverseDescription { get; set; }
        public bool? IsCited { get; init; }
        public bool HasReverse { get; set; }

        public Property ToProperty(Draft owner) => new(
            Name, Description, Type, Type is PropertyType.Reference or PropertyType.Embedded ? Range!.Text : "",
            IsMany, IsRequired, IsLocalized && Type is PropertyType.Text or PropertyType.Markdown && IsLocalized,
            Type == PropertyType.Enum ? EnumType : "", Values.ToEquatableArray(), Constraints, Deprecated,
            HasReverse ? Reverse!.Text : null, owner.Name, IsCited);
    }
}
