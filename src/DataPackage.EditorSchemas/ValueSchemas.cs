using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.EditorSchemas;

/// <summary>Writes schemas of the values of properties. The build reads every scalar as text, then by the property's
/// type, so <c>1901</c> can be a name. The editor knows only the types of YAML, so the schema accepts any scalar
/// there.</summary>
internal sealed partial class ValueSchemas(PackageSchema schema)
{
    public static string Whole(string pattern) => $"^(?:{pattern})$";

    public static JsonObject OfTypes(params string[] types) =>
        new() { ["type"] = new JsonArray([.. types.Select(type => (JsonNode)type)]) };

    public JsonObject Of(Property property, Kind kind)
    {
        var hasClaims = ClaimKeys.AreFor(kind, property);
        var value =
            property.Form != ValueForm.Embedded ? Citable(property, hasClaims)
            : hasClaims && !property.AreItemsNullable ? OneOrMany(() => OfOne(property))
            : property.Layers is [{ IsMap: false }] && !property.AreItemsNullable ? OneOrMany(() => OfOne(property))
            : OfLayers(property, 0);
        value["description"] = Describe(property);
        return value;
    }

    /// <summary>A value of an inferred kind, whose next value may have another type.</summary>
    public static JsonObject OfAny(Property property) =>
        new() { ["description"] = property.Description.Length > 0 ? property.Description : property.Key };

    /// <summary>The keys of an entity other than the properties of its kind.</summary>
    public JsonObject OfOwnKey(string key, Kind kind)
    {
        var (value, description) = key switch
        {
            "id" => (Scalar(), "The stable name of the entity. In a file of its own the file's name is the id."),
            _ when key == kind.Seeding.Id?.Key => (Scalar(), "The id of the entity."),
            "csharpName" => (
                Pattern(DeclarationSchemas.Identifier, "A name in C#: letters and digits, a letter first."),
                "The name of the accessor in C#, where it is not to follow from the id."
            ),
            "citations" => (
                OneOrMany(() => OfCitation(kind)),
                "The passages of articles that support what is said here."
            ),
            "formerIds" => (
                OneOrMany(Scalar),
                "The ids that the entity had in earlier versions of the package; they and their accessors still lead "
                    + "to it."
            ),
            OwnKeys.Deprecated => (
                DeclarationSchemas.OfDeprecation(),
                "The entity is to be given up in a later release."
            ),
            "mentions" => (OneOrMany(Scalar), "The entities whose names the text must have, by id."),
            OwnKeys.Featured => (
                OfScalar(ScalarTypes.Boolean, Constraints.None),
                "true: the entity has an accessor, in a kind that gives them to such only."
            ),
            OwnKeys.Claim => (new JsonObject { ["$ref"] = SchemaNames.Claim }, "What is said of this value."),
            "cite" => (OneOrMany(() => OfCitation(kind)), "The passages of articles that support this value."),
            _ => OfArticleKey(key),
        };
        value["description"] = description;
        return value;
    }

    /// <summary>The keys that only articles have.</summary>
    private static (JsonObject Schema, string Description) OfArticleKey(string key) =>
        key switch
        {
            "sha256" => (
                Pattern("[0-9A-Fa-f]{64}", "A SHA-256: 64 hexadecimal digits.", number: true),
                "The fingerprint of the text that the citations were checked against; when the text is another, all "
                    + "of them are reported."
            ),
            "redistribute" => (
                OfScalar(ScalarTypes.Boolean, Constraints.None),
                "false keeps the text, and the quotes from it, out of everything that is built."
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(key),
                key,
                "The build knows this key, and the editor is not told of it."
            ),
        };

    /// <summary>The description of a property, and how its values are written if that is not obvious.</summary>
    private static string Describe(Property property)
    {
        var how = property.Constraints.Format is { } format
            ? $"An identifier ({format})"
            : (property.Type as ScalarType)?.Editor.Hint ?? "";
        var deprecated = property.Deprecated is { } reason ? $"Deprecated: {reason}" : "";
        return string.Join(
            "\n\n",
            new[] { property.Description.Length > 0 ? property.Description : property.Key, how, deprecated }.Where(
                part => part.Length > 0
            )
        );
    }

    /// <summary>The citation, or the list of citations, of a single value.</summary>
    public JsonObject OfCite() => OneOrMany(() => OfCitation(null));

    /// <summary>A value, or its long form with citations of its own. Items of lists and whole lists have a long form
    /// too.</summary>
    /// <param name="hasClaims">Whether the long form has the keys of claims, and values can compete.</param>
    private JsonObject Citable(Property property, bool hasClaims)
    {
        // A map with arbitrary keys has no long form.
        if (property.IsMap || property.Layers.Count > 1 || property.Form == ValueForm.Any)
            return OfLayers(property, 0);
        JsonObject Long() => hasClaims ? ClaimForm(OfOne(property)) : LongForm(OfOne(property));
        JsonObject One() => AnyOf(OfOne(property), Long());
        if (property.IsMany)
            return AnyOf(One(), List(() => OfItem(property, 1, One)), LongForm(List(() => OfItem(property, 1, One))));
        if (!hasClaims)
            return One();
        var competing = List(One);
        competing["contains"] = Long();
        return AnyOf(OfOne(property), Long(), competing);
    }

    /// <param name="depth">How many of the property's lists and maps enclose the value.</param>
    private JsonObject OfLayers(Property property, int depth)
    {
        if (depth == property.Layers.Count)
            return OfOne(property);
        JsonObject Item() => OfItem(property, depth + 1, () => OfLayers(property, depth + 1));
        return property.Layers[depth].IsMap
            ? new JsonObject { ["type"] = "object", ["additionalProperties"] = Item() }
            : List(Item);
    }

    private static JsonObject OfItem(Property property, int depth, Func<JsonObject> item) =>
        property.IsNullableAt(depth) ? AnyOf(item(), OfTypes("null")) : item();

    private static JsonObject List(Func<JsonObject> one) => new() { ["type"] = "array", ["items"] = one() };

    private static JsonObject LongForm(JsonObject value) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [Engine.Binding.LongForm.ValueKey] = value,
                [Engine.Binding.LongForm.CiteKey] = new JsonObject { ["$ref"] = SchemaNames.Cite },
            },
            ["required"] = new JsonArray(Engine.Binding.LongForm.ValueKey),
            ["additionalProperties"] = false,
        };

    private static JsonObject ClaimForm(JsonObject value)
    {
        var form = LongForm(AnyOf(value, OfTypes("null")));
        foreach (var key in ClaimKeys.All)
            form["properties"]![key] = new JsonObject { ["$ref"] = $"{SchemaNames.Claim}#/properties/{key}" };
        return form;
    }

    /// <summary>What is said of a value, under <c>claim</c> in an embedded value.</summary>
    public static JsonObject OfClaim() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [ClaimKeys.Rank] = Words(
                    ClaimKeys.Ranks,
                    "How the value compares with others: the property has the preferred one; a deprecated one is wrong "
                        + "and says why."
                ),
                [ClaimKeys.Because] = Said("Why the value has its rank."),
                [ClaimKeys.AccordingTo] = Said(
                    "Who says so: the id of an entity, or { text: ... }.",
                    AnyOf(
                        Scalar(),
                        new JsonObject
                        {
                            ["type"] = "object",
                            ["properties"] = new JsonObject { ["text"] = Scalar() },
                            ["required"] = new JsonArray("text"),
                            ["additionalProperties"] = false,
                        }
                    )
                ),
                [ClaimKeys.During] = Said(
                    "When the value holds: a date (EDTF).",
                    OfScalar(ScalarTypes.Date, Constraints.None)
                ),
                [ClaimKeys.Basis] = Words(
                    ClaimKeys.Bases,
                    "What the value is based on: a citation, other values (a note says which), or what everybody knows."
                ),
                [ClaimKeys.State] = Words(
                    ClaimKeys.States,
                    "Beside an empty value: there is one that nobody knows, or there is none."
                ),
                [ClaimKeys.Note] = Said("A remark, such as from what the value was inferred."),
            },
            ["additionalProperties"] = false,
        };

    private static JsonObject Words(string[] words, string description) =>
        Said(description, new JsonObject { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) });

    private static JsonObject Said(string description, JsonObject? value = null)
    {
        value ??= Scalar();
        value["description"] = description;
        return value;
    }

    private static JsonObject OneOrMany(Func<JsonObject> one) => AnyOf(one(), List(one));

    private static JsonObject AnyOf(params JsonObject[] choices) => new() { ["anyOf"] = new JsonArray([.. choices]) };

    private JsonObject OfOne(Property property) =>
        property.Form switch
        {
            // The schema of an invalid property is wrong, which the build reports.
            ValueForm.Invalid or ValueForm.Any => [],
            // Only the build knows the entities of other packages and the values of properties.
            ValueForm.External => Scalar(),
            ValueForm.Reference when property.By is not null => Scalar(),
            ValueForm.Reference => new JsonObject { ["$ref"] = $"{SchemaNames.Ids}#/definitions/{property.Range}" },
            ValueForm.Embedded => new JsonObject { ["$ref"] = SchemaNames.Of(schema[property.Range]) },
            ValueForm.Localized => OfLocalized(property.Constraints),
            ValueForm.Enum => OfEnum(property),
            ValueForm.Scalar => OfScalar(property.Scalar!, property.Constraints),
            _ => throw property.UnknownForm,
        };

    private JsonObject OfLocalized(Constraints constraints) =>
        AnyOf(
            Text(constraints),
            new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["propertyNames"] = new JsonObject
                {
                    ["pattern"] = Whole(ScalarTypes.Language.Editor.Pattern!),
                    ["patternErrorMessage"] = ScalarTypes.Language.Editor.Hint + ".",
                },
                ["properties"] = new JsonObject { [schema.Facts.Language] = Text(constraints) },
                ["additionalProperties"] = Text(constraints),
            }
        );

    private static JsonObject OfEnum(Property property)
    {
        var values = new JsonObject
        {
            ["enum"] = new JsonArray([.. property.Values.Select(value => (JsonNode)value.Name)]),
            ["enumDescriptions"] = new JsonArray([.. property.Values.Select(value => (JsonNode)value.Description)]),
        };
        // For the build, a value named 'true' or '2025' is a text.
        return property.Values.All(value =>
            value.Name is not ("true" or "false" or "null") && !char.IsAsciiDigit(value.Name[0])
        )
            ? values
            : AnyOf(values, new JsonObject { ["not"] = OfTypes("string", "object", "array") });
    }

    private static JsonObject OfScalar(ScalarType type, Constraints constraints)
    {
        var form = type.Editor;
        var value = form switch
        {
            _ when constraints.Format is { } format => Pattern(
                Formats.PatternOf(format),
                $"This is not the form of an identifier ({format}).",
                number: format == "lei"
            ),
            { JsonType: { } json } => Number(json, form.Pattern!, constraints),
            { Pattern: { } pattern } => Pattern(pattern, form.Hint + ".", form.MayLookLikeNumber),
            _ => Text(constraints),
        };
        return type == ScalarTypes.Money ? AnyOf(value, OfAmount(constraints)) : value;
    }

    private static JsonObject OfAmount(Constraints constraints) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["amount"] = OfScalar(ScalarTypes.Decimal, constraints),
                ["currency"] = Pattern("[A-Z]{3}", "A currency of ISO 4217, such as EUR."),
            },
            ["required"] = new JsonArray("amount", "currency"),
            ["additionalProperties"] = false,
        };

    /// <param name="kind">The kind whose properties it can support; null for a single value.</param>
    private JsonObject OfCitation(Kind? kind)
    {
        var article = schema.Article is { } articles
            ? new JsonObject { ["$ref"] = $"{SchemaNames.Ids}#/definitions/{articles.Name}" }
            : Scalar();
        article["description"] = "The id of the article that is quoted.";
        JsonObject Described(string description)
        {
            var text = Scalar();
            text["description"] = description;
            return text;
        }

        var properties = new JsonObject
        {
            ["article"] = article,
            ["quote"] = Described("The passage, as the article has it; it must be there exactly once."),
            ["prefix"] = Described("The text directly before the quote, where that occurs several times."),
            ["suffix"] = Described("The text directly after the quote, where that occurs several times."),
        };
        if (kind is { Properties.Count: > 0 })
        {
            var supported = OneOrMany(() =>
                new JsonObject
                {
                    ["enum"] = new JsonArray([.. kind.Properties.Select(property => (JsonNode)property.Name)]),
                    ["enumDescriptions"] = new JsonArray([
                        .. kind.Properties.Select(property => (JsonNode)property.Description),
                    ]),
                }
            );
            supported["description"] = "The properties that the passage supports.";
            properties["for"] = supported;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray("article", "quote"),
            ["additionalProperties"] = kind is { IsIncomplete: true },
        };
    }

    private static JsonObject Scalar() => new() { ["not"] = OfTypes("object", "array") };

    private static JsonObject Text(Constraints constraints)
    {
        var text = Scalar();
        if (constraints.MaxLength is { } length)
            text["maxLength"] = length;
        if (constraints.Pattern is { } pattern && IsCommon(pattern))
        {
            text["pattern"] = Whole(pattern);
            text["patternErrorMessage"] = $"This must match the pattern {pattern}";
        }

        return text;
    }

    /// <param name="number">Whether values that YAML reads as numbers may match. Editors apply patterns to texts
    /// only.</param>
    private static JsonObject Pattern(string pattern, string message, bool number = false)
    {
        var text = number ? Scalar() : new JsonObject { ["not"] = OfTypes("object", "array", "number", "boolean") };
        text["pattern"] = Whole(pattern);
        text["patternErrorMessage"] = message;
        return text;
    }

    /// <summary>A number or a boolean, with or without quotes.</summary>
    private static JsonObject Number(string type, string pattern, Constraints constraints)
    {
        var number = OfTypes(type, "string");
        number["pattern"] = Whole(pattern);
        if (constraints.Minimum is { } minimum)
            number["minimum"] = minimum;
        if (constraints.Maximum is { } maximum)
            number["maximum"] = maximum;
        return number;
    }

    /// <summary>Whether .NET and the JavaScript of an editor read a pattern alike: it has no named classes, whose
    /// letters differ, and only plain groups.</summary>
    private static bool IsCommon(string pattern) => Common().IsMatch(pattern);

    [GeneratedRegex(
        @"^(?:[^\\\[\](){}?*+|^$]|\\[\\^$.*+?()\[\]{}|/]|"
            + @"\[\^?(?:[^\\\[\]^&~-]|-|\\[\\\]\[^-])+\]|\((?:\?:)?|\)|\||[?*+]|\{[0-9]+(?:,[0-9]*)?\})*\z"
    )]
    private static partial Regex Common();
}
