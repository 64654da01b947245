using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Export.Json;

/// <summary>Writes the JSON Schema of a kind's document. It allows nothing that the document never has.</summary>
internal sealed class KindSchema(Kind kind, PackageSchema schema, Utf8JsonWriter json)
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string Name = "^[^/]+/";

    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("$schema", Dialect);
        json.WriteString("title", kind.Plural);
        json.WriteString("description", kind.Description);
        WriteObject(
            ["$schema", "kind", "entities"],
            () =>
            {
                Text("$schema", null);
                json.WriteStartObject("kind");
                json.WriteString("const", kind.Name);
                json.WriteEndObject();
                Text("date", "The day that the export was made for.");
                List("entities", Entity);
            }
        );
        json.WriteStartObject("$defs");
        foreach (var embedded in EmbeddedKinds())
        {
            json.WriteStartObject(embedded.Name);
            WriteValues(embedded);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The embedded kinds that values of the kind can hold, ordered by name.</summary>
    private SortedDictionary<string, Kind>.ValueCollection EmbeddedKinds()
    {
        var found = new SortedDictionary<string, Kind>(StringComparer.Ordinal);
        var open = new Stack<Kind>([kind]);
        while (open.TryPop(out var next))
            foreach (var property in next.Properties.Where(property => property.Form == ValueForm.Embedded))
                if (found.TryAdd(property.Range, schema[property.Range]))
                    open.Push(schema[property.Range]);
        return found.Values;
    }

    private void Entity() =>
        WriteObject(
            ["id", "caption", "formerIds", "values", "claims", "citations", "reverses"],
            () =>
            {
                Text("id", "The id.");
                Text("caption", "What the entity is called.");
                List("formerIds", () => json.WriteString("type", "string"));
                json.WriteStartObject("values");
                WriteValues(kind);
                json.WriteEndObject();
                if (kind.IsArticle)
                {
                    Text("text", "The text, if it may be redistributed.");
                    Text("sha256", "The SHA-256 of the text.");
                }

                List("claims", Claim);
                List("citations", Citation);
                json.WriteStartObject("reverses");
                WriteObject(
                    [],
                    () =>
                    {
                        foreach (var reverse in kind.Reverses)
                            List(reverse.Name, () => Pattern(Name), reverse.Description);
                    }
                );
                json.WriteEndObject();
            }
        );

    private void WriteValues(Kind owner)
    {
        json.WriteString("description", owner.Description);
        WriteObject(
            [],
            () =>
            {
                foreach (var property in owner.Properties.Where(property => property.Form != ValueForm.Invalid))
                {
                    json.WriteStartObject(property.Name);
                    json.WriteString("description", property.Description);
                    if (property.Deprecated is not null)
                        json.WriteBoolean("deprecated", true);
                    Value(property, 0);
                    json.WriteEndObject();
                }
            }
        );
    }

    /// <param name="depth">How many lists and maps are around the value.</param>
    private void Value(Property property, int depth)
    {
        if (depth > 0 && property.IsNullableAt(depth))
        {
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteStartObject();
            Stated(property, depth);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
            Stated(property, depth);
    }

    private void Stated(Property property, int depth)
    {
        if (depth < property.Layers.Count)
        {
            json.WriteString("type", property.Layers[depth].IsMap ? "object" : "array");
            json.WriteStartObject(property.Layers[depth].IsMap ? "additionalProperties" : "items");
            Value(property, depth + 1);
            json.WriteEndObject();
            return;
        }

        switch (property.Form)
        {
            case ValueForm.Any:
                return;
            case ValueForm.Localized:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                json.WriteString("type", "string");
                json.WriteEndObject();
                return;
            case ValueForm.Enum:
                Words("enum", property.Values.Select(value => value.Name));
                return;
            case ValueForm.Reference:
                var kinds = schema.ConcreteKindsOf(schema[property.Range]).Select(each => Regex.Escape(each.Name));
                Pattern($"^({string.Join('|', kinds)})/");
                return;
            case ValueForm.Embedded:
                json.WriteString("$ref", "#/$defs/" + Uri.EscapeDataString(property.Range));
                return;
            default:
                json.WriteString("type", TypeOf(property));
                return;
        }
    }

    private static string TypeOf(Property property) =>
        property.Scalar is not { } scalar ? "string"
        : scalar == ScalarTypes.Integer || scalar == ScalarTypes.Int32 ? "integer"
        : scalar == ScalarTypes.Decimal ? "number"
        : scalar == ScalarTypes.Boolean ? "boolean"
        : "string";

    private void Claim() =>
        WriteObject(
            ["path", "value", ClaimKeys.Rank],
            () =>
            {
                Text("path", "The path of the value if the entity has it; else that of the claim.");
                json.WriteStartObject("value");
                json.WriteString("description", "Null if it is unknown, or if there is none.");
                json.WriteEndObject();
                Choice(ClaimKeys.State, ClaimKeys.States);
                Choice(ClaimKeys.Rank, ClaimKeys.Ranks);
                Text(ClaimKeys.Because, "The reason of the rank.");
                Text(ClaimKeys.AccordingTo, "Who says so: a kind and an id, or a text.");
                Text(ClaimKeys.During, "When it is or was so, in EDTF.");
                Choice(ClaimKeys.Basis, ClaimKeys.Bases);
                Text(ClaimKeys.Note, "A remark.");
            }
        );

    private void Citation() =>
        WriteObject(
            ["article", "paragraph", "start", "end", "for"],
            () =>
            {
                Text("article", "The id of the article.");
                Text("quote", "The passage, if the article may be redistributed.");
                Text("language", "The language of the article (BCP 47).");
                Integer("paragraph", "The paragraph, from 1.");
                Integer("start", "Where the passage starts in the text, in Unicode code points.");
                Integer("end", "Where it ends, exclusive.");
                List("for", () => json.WriteString("type", "string"));
            }
        );

    private void WriteObject(IReadOnlyCollection<string> required, Action properties)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        if (required.Count > 0)
            Words("required", required);
        json.WriteBoolean("additionalProperties", false);
    }

    private void Words(string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private void Choice(string name, IEnumerable<string> words)
    {
        json.WriteStartObject(name);
        Words("enum", words);
        json.WriteEndObject();
    }

    private void Text(string name, string? description) => Scalar(name, "string", description);

    private void Integer(string name, string description) => Scalar(name, "integer", description);

    private void Scalar(string name, string type, string? description)
    {
        json.WriteStartObject(name);
        if (description is not null)
            json.WriteString("description", description);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private void Pattern(string pattern)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
    }

    private void List(string name, Action item, string? description = null)
    {
        json.WriteStartObject(name);
        if (description is not null)
            json.WriteString("description", description);
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        item();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
