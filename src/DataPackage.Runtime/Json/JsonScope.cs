using System.ComponentModel;
using System.Text.Json;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Shared by nested values while they are read. For generated code.</summary>
/// <param name="Options">The options of the caller.</param>
/// <param name="Levels">How many levels of entities, from here on, are objects. Below them, and if this is 0, an entity
/// is its id.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonScope(JsonSerializerOptions Options, int Levels)
{
    /// <summary>The language of a localized text that is given without one; null if that is an error.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>Records the items that are asked for, which are not read then; null to read.</summary>
    internal JsonShape? Shape { get; init; }

    /// <summary>The scope of the entities that an entity refers to.</summary>
    internal JsonScope Below => this with { Levels = Levels - 1 };

    internal static JsonException Unexpected(string expected, JsonElement found) =>
        new($"Expected {expected}, not {Describe(found)}.");

    private static string Describe(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => element.GetRawText() is { Length: <= 64 } text ? VisibleText.Of(text) : "a longer text",
        };
}
