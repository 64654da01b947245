using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.Runtime.Json;

/// <summary>Writes a citation as an object with the id of its article: <c>{ "article": "…", "quote": "…", "paragraph":
/// 2, "start": 310, "end": 352 }</c>. System.Text.Json uses it without registration.</summary>
/// <remarks>It cannot read citations, because their type does not tell which package the article is in.
/// <see cref="CitationJsonConverter{TArticle}"/> can.</remarks>
public class CitationJsonConverter : ValueJsonConverter<Citation>
{
    private protected static readonly string[] Names = ["article", "quote", "for", "paragraph", "start", "end"];

    private protected override string SchemaName(int levels) => nameof(Citation);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var shape = new JsonObjectShape(schemas, levels);
        shape.Add(Names[0], JsonSchemas.OfText("The id of the article."), isRequired: true);
        shape.Add(Names[1], JsonSchemas.OfText("The words of the article, if they may be shown."));
        var paths = JsonSchemas.OfList(JsonSchemas.OfText("The path of a value: `positions[0].title`."));
        paths["description"] = "The values that the passage supports; absent if it supports the whole entity.";
        shape.Add(Names[2], paths);
        shape.Add(Names[3], Place("The paragraph of the article, counted from 1."), isRequired: true);
        shape.Add(Names[4], Place("The index in the article at which the passage starts."), isRequired: true);
        shape.Add(Names[5], Place("The index after the passage."), isRequired: true);
        var schema = shape.ToSchema();
        schema["description"] = "A passage of an article that supports an entity or some of its values.";
        return schema;
    }

    private static JsonObject Place(string description) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = 0,
            ["description"] = description,
        };

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, Citation value, int levels)
    {
        writer.WriteStartObject();
        var json = new JsonObjectWriter(writer, levels);
        json.Write(Names[0], value.Article.Id, JsonValues.Text);
        json.Write(Names[1], value.Quote, JsonValues.Text);
        json.Write(Names[2], value.For, JsonValues.Text);
        writer.WriteNumber(Names[3], value.Paragraph);
        writer.WriteNumber(Names[4], value.Start);
        writer.WriteNumber(Names[5], value.End);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override Citation Read(JsonElement element, JsonScope scope) =>
        throw new JsonException(
            "A citation by itself does not say of which package its article is. Add a "
                + $"{nameof(CitationJsonConverter)} of that package's article, such as new "
                + $"{nameof(CitationJsonConverter)}<Article>(), to JsonSerializerOptions.Converters."
        );
}

/// <summary>Reads and writes the citations of one package: <c>options.Converters.Add(new
/// CitationJsonConverter&lt;Article&gt;())</c>. Citations within whole entities need no converter.</summary>
/// <typeparam name="TArticle">The kind of the package's articles.</typeparam>
public sealed class CitationJsonConverter<TArticle> : CitationJsonConverter
    where TArticle : class, IEntity<TArticle>, IArticle
{
    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1000", Justification = "Generated code names the type anyway.")]
    public static CitationJsonConverter<TArticle> Instance { get; } = new();

    /// <inheritdoc/>
    protected internal override Citation Read(JsonElement element, JsonScope scope)
    {
        var json = new JsonObjectReader("a citation", element, Names, scope);
        return new Citation
        {
            Article = EntityJson.Parse<TArticle>(json.Required(Names[0], JsonValues.Text)),
            Quote = json.Optional(Names[1], JsonValues.Text),
            For = json.Many(Names[2], JsonValues.Text),
            Paragraph = Number(json, Names[3]),
            Start = Number(json, Names[4]),
            End = Number(json, Names[5]),
        };
    }

    private static int Number(JsonObjectReader json, string name) =>
        json.Required(name, JsonValues.Integer) is >= 0 and <= int.MaxValue and var number
            ? (int)number
            : throw new JsonException($"{name}: Expected a number from 0 to {int.MaxValue}.");
}
