using System.ComponentModel;

namespace DataPackage.Runtime.Json;

/// <summary>A date is its EDTF text: <c>"2004-06~"</c>. For System.Text.Json, which finds it by itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EdtfDateJsonConverter : TextJsonConverter<EdtfDate>
{
    private protected override string Expected => "an EDTF date in quotes";

    private protected override string Format(EdtfDate value) => value.ToString();

    private protected override EdtfDate Parse(string text) => EntityJson.Parse<EdtfDate>(text);
}
