using System.ComponentModel;
using System.Text.Json.Nodes;
using DataPackage.Shared.Dates;

namespace DataPackage.Runtime.Json;

/// <summary>Writes a date as its EDTF text: <c>"2004-06~"</c>. System.Text.Json uses it without registration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EdtfDateJsonConverter : TextJsonConverter<EdtfDate>
{
    private protected override string SchemaName(int levels) => nameof(EdtfDate);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var schema = JsonSchemas.OfText(
            "A date that may be vague, in the Extended Date/Time Format (https://www.loc.gov/standards/datetime/).",
            "2025-04-03",
            "2004-06~",
            "[1975,1976]",
            "1985/.."
        );
        schema["pattern"] = EdtfParser.Alphabet;
        return schema;
    }

    private protected override string Expected => "an EDTF date in quotes";

    private protected override string Format(EdtfDate value) => value.ToString();

    private protected override EdtfDate Parse(string text) => EntityJson.Parse<EdtfDate>(text);
}
