using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes the value of an enumeration as its name in the schema. For generated code, whose enumerations count
/// from 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EnumJsonConverter<T> : TextJsonConverter<T>
    where T : struct, Enum
{
    private readonly string[] _names;

    /// <summary>Takes the names in the order of their values.</summary>
    protected EnumJsonConverter(params string[] names) => _names = names;

    private protected override string Expected =>
        $"{Nouns.WithArticle(typeof(T).Name)} in quotes, such as '{_names[0]}'";

    private protected override string Format(T value) =>
        Unsafe.BitCast<T, int>(value) is >= 0 and var number && number < _names.Length
            ? _names[number]
            : throw new JsonException($"{value} is not a value of {typeof(T).Name}.");

    private protected override T Parse(string text) =>
        Array.IndexOf(_names, text) is >= 0 and var number
            ? Unsafe.BitCast<int, T>(number)
            : throw new JsonException(
                $"There is no {typeof(T).Name} '{VisibleText.Of(text)}'.{EntityJson.DidYouMean(text, _names)}"
            );
}
