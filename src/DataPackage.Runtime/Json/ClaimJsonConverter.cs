using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Reads and writes the claims of one kind, as objects within a whole entity. For generated code of packages
/// that were built before the runtime could read the values itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ClaimJsonConverter : ValueJsonConverter<Claim>
{
    private static readonly string[] Names =
    [
        "path",
        "value",
        "state",
        "rank",
        "because",
        "accordingTo",
        "during",
        "basis",
        "note",
    ];
    private static readonly string[] NamesOfSpeaker = ["kind", "id", "text"];
    private static readonly string[] States = ["known", "unknown", "none"];
    private static readonly string[] Ranks = ["normal", "preferred", "deprecated"];
    private static readonly string[] Bases = ["unspecified", "stated", "inferred", "common-knowledge"];

    /// <summary>Writes the value of a claim for a property.</summary>
    protected abstract void WriteValue(JsonObjectWriter json, string property, object value);

    /// <summary>Reads the value of a claim for a property; null if there is none.</summary>
    /// <exception cref="JsonException">The kind has no such property, or it has no claims.</exception>
    protected abstract object? ReadValue(JsonObjectReader json, string property);

    /// <summary>The entity of the package with this kind and id; null if there is none.</summary>
    protected abstract IEntity? Find(string kind, string id);

    private protected override string SchemaName(int levels) => nameof(Claim);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var shape = new JsonObjectShape(schemas, levels);
        shape.Add(
            Names[0],
            JsonSchemas.OfText("The value within its entity: `birthDate`; if the property has another, `birthDate~0`."),
            isRequired: true
        );
        shape.Add(Names[1], new JsonObject { ["description"] = "A value of the property, as the entity has it." });
        shape.Add(Names[2], OneOf(States, "Whether the value is known; `known` if absent."));
        shape.Add(Names[3], OneOf(Ranks, "How it compares with other claims; `normal` if absent."));
        shape.Add(Names[4], JsonSchemas.OfText("Why it has its rank."));
        var speaker = new JsonObjectShape(schemas, levels);
        speaker.Add(NamesOfSpeaker[0], JsonSchemas.OfText("The kind of the entity that says so."));
        speaker.Add(NamesOfSpeaker[1], JsonSchemas.OfText("The id of that entity."));
        speaker.Add(NamesOfSpeaker[2], JsonSchemas.OfText("Who says so, if that is no entity."));
        shape.Add(Names[5], speaker.ToSchema());
        shape.Add(Names[6], schemas.Describe(JsonValues.Date, levels));
        shape.Add(Names[7], OneOf(Bases, "What it is based on; `unspecified` if absent."));
        shape.Add(Names[8], JsonSchemas.OfText("A remark."));
        var schema = shape.ToSchema();
        schema["description"] = "A value that a source gives for a property, with what is said of it.";
        return schema;
    }

    private static JsonObject OneOf(string[] words, string description)
    {
        var schema = JsonSchemas.OfText(description);
        schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        return schema;
    }

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, Claim value, int levels)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        var json = new JsonObjectWriter(writer, levels);
        json.Write(Names[0], value.Path, JsonValues.Text);
        if (value.Value is { } stated)
            WriteValue(json, value.Property, stated);
        if (value.State is ValueState.Unknown or ValueState.None)
            writer.WriteString(Names[2], States[(int)value.State - 1]);
        if (value.Rank != ClaimRank.Normal)
            writer.WriteString(Names[3], Ranks[(int)value.Rank]);
        json.Write(Names[4], value.Because, JsonValues.Text);
        if (value.AccordingTo is { } speaker)
            WriteSpeaker(writer, speaker);
        json.Write(Names[6], value.During, JsonValues.Date);
        if (value.Basis != ClaimBasis.Unspecified)
            writer.WriteString(Names[7], Bases[(int)value.Basis]);
        json.Write(Names[8], value.Note, JsonValues.Text);
        writer.WriteEndObject();
    }

    private static void WriteSpeaker(Utf8JsonWriter writer, Attribution speaker)
    {
        writer.WriteStartObject(Names[5]);
        if (speaker.Entity is { } entity)
        {
            writer.WriteString(NamesOfSpeaker[0], entity.Kind);
            writer.WriteString(NamesOfSpeaker[1], entity.Id);
        }
        else
        {
            writer.WriteString(NamesOfSpeaker[2], speaker.Text);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override Claim Read(JsonElement element, JsonScope scope)
    {
        var json = new JsonObjectReader("a claim", element, Names, scope);
        var claim = new Claim
        {
            Path = json.Required(Names[0], JsonValues.Text),
            State = (ValueState)(Word(json, Names[2], States) + 1),
            Rank = (ClaimRank)Word(json, Names[3], Ranks),
            Because = json.Optional(Names[4], JsonValues.Text),
            AccordingTo = ReadSpeaker(element, scope),
            During = json.Optional(Names[6], JsonValues.Date),
            Basis = (ClaimBasis)Word(json, Names[7], Bases),
            Note = json.Optional(Names[8], JsonValues.Text),
        };
        return claim.State == ValueState.Known ? claim with { Value = ReadValue(json, claim.Property) } : claim;
    }

    /// <summary>The exception for a property that has no claims.</summary>
    protected static JsonException Unknown(string property) =>
        new($"path: No property '{VisibleText.Of(property)}' has claims.");

    /// <summary>The index of a word; 0 if it is absent.</summary>
    private static int Word(JsonObjectReader json, string name, string[] words)
    {
        if (json.Optional(name, JsonValues.Text) is not { } word)
            return 0;
        var index = Array.IndexOf(words, word);
        return index >= 0
            ? index
            : throw new JsonException(
                $"{name}: There is no {name} '{VisibleText.Of(word)}'.{EntityJson.DidYouMean(word, words)}"
            );
    }

    private Attribution? ReadSpeaker(JsonElement claim, JsonScope scope)
    {
        if (!claim.TryGetProperty(Names[5], out var element) || element.ValueKind == JsonValueKind.Null)
            return null;
        var json = new JsonObjectReader("who makes a claim", element, NamesOfSpeaker, scope);
        if (json.Optional(NamesOfSpeaker[2], JsonValues.Text) is { } text)
            return Attribution.To(text);
        var (kind, id) = (
            json.Required(NamesOfSpeaker[0], JsonValues.Text),
            json.Required(NamesOfSpeaker[1], JsonValues.Text)
        );
        return Find(kind, id) is { } entity
            ? Attribution.To(entity)
            : throw new JsonException(
                $"{Names[5]}: There is no {VisibleText.Of(kind)} with the id '{VisibleText.Of(id)}'."
            );
    }
}
