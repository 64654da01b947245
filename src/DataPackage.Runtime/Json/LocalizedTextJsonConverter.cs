using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes a localized text as an object of texts by language, the default language first: <c>{ "en": "Envoy",
/// "de": "Gesandter" }</c>. System.Text.Json uses it without registration. In an entity it also reads a single text, in
/// the default language of the package.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LocalizedTextJsonConverter : ValueJsonConverter<LocalizedText>
{
    private protected override string SchemaName(int levels) => nameof(LocalizedText);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var schema = JsonSchemas.OfMap(new JsonObject { ["type"] = "string" });
        schema["description"] =
            "Texts by language (a BCP 47 tag), the default language first. Within an entity a single text is read too, "
            + "in the default language of the package.";
        schema["minProperties"] = 1;
        schema["examples"] = new JsonArray(new JsonObject { ["en"] = "Envoy", ["de"] = "Gesandter" });
        return schema;
    }

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, LocalizedText value, int levels)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.Languages.Count; i++)
            writer.WriteString(value.Languages[i], value.TextAt(i));
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override LocalizedText Read(JsonElement element, JsonScope scope)
    {
        if (element.ValueKind == JsonValueKind.String && scope.DefaultLanguage is { } language)
            return new LocalizedText(language, element.GetString()!);
        if (element.ValueKind != JsonValueKind.Object)
            throw JsonScope.Unexpected("""an object of texts by language, such as {"en": "Envoy"}""", element);
        var texts = new List<(string, string)>();
        foreach (var property in element.EnumerateObject())
            texts.Add(
                (
                    property.Name,
                    property.Value.ValueKind == JsonValueKind.String
                        ? property.Value.GetString()!
                        : throw JsonScope.Unexpected(
                            $"the text for '{VisibleText.Of(property.Name)}' in quotes",
                            property.Value
                        )
                )
            );
        try
        {
            return LocalizedText.Of([.. texts]);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }
}
