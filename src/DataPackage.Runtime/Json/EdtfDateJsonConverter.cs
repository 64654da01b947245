using System.ComponentModel;

namespace DataPackage.Runtime.Json;

/// <summary>Writes a date as its EDTF text: <c>"2004-06~"</c>. System.Text.Json uses it without registration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EdtfDateJsonConverter : TextJsonConverter<EdtfDate>
{
    private protected override string Expected => "an EDTF date in quotes";

    private protected override string Format(EdtfDate value) => value.ToString();

    private protected override EdtfDate Parse(string text) => EntityJson.Parse<EdtfDate>(text);
}
