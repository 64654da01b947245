using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes the value of an enumeration as its name in the schema, and also reads its name in C#, in any case.
/// For generated code, whose enumerations count from 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumJsonConverter<T> : TextJsonConverter<T>
    where T : struct, Enum
{
    private readonly string[] _names;

    /// <summary>Takes the names in the order of their values.</summary>
    protected EnumJsonConverter(params string[] names) => _names = names;

    private protected override string SchemaName(int levels) => typeof(T).Name;

    private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. _names.Select(name => (JsonNode)name)]) };

    private protected override string Expected =>
        $"{Nouns.WithArticle(typeof(T).Name)} in quotes, such as '{_names[0]}'";

    private protected override string Format(T value) =>
        Unsafe.BitCast<T, int>(value) is >= 0 and var number && number < _names.Length
            ? _names[number]
            : throw new JsonException($"{value} is not a value of {typeof(T).Name}.");

    private protected override T Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new JsonException(
                $"There is no {typeof(T).Name} '{VisibleText.Of(text)}'.{EntityJson.DidYouMean(text, _names)}"
            );

    internal bool TryParse([NotNullWhen(true)] string? text, out T value)
    {
        if (text is not null && Array.IndexOf(_names, text) is >= 0 and var number)
        {
            value = Unsafe.BitCast<int, T>(number);
            return true;
        }

        // Enum.TryParse alone would read numbers and lists of names too.
        value = default;
        return text is not null
            && Array.Exists(Enum.GetNames<T>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
