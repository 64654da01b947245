using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime.Json;

/// <summary>Writes ranks, bases and states as seeds spell them: <c>common-knowledge</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaimWordJsonConverter<T> : JsonStringEnumConverter<T>
    where T : struct, Enum
{
    /// <summary>For System.Text.Json.</summary>
    public ClaimWordJsonConverter()
        : base(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) { }
}
