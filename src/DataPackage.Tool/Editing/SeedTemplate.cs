using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Reads the values that arguments give to properties.</summary>
internal static class SeedTemplate
{
    /// <summary>By property, the value in YAML.</summary>
    /// <exception cref="StopException">An argument names no property.</exception>
    public static IReadOnlyDictionary<string, string> Values(IEnumerable<string> arguments, Kind kind)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                throw StopException.Usage($"'{argument}' sets nothing: write property=value");
            var name = argument[..at];
            if (kind.IndexOfKey(name) is not (>= 0 and var index))
                throw StopException.Usage($"{kind.Name} has no property '{name}'{Nearest(name, kind)}");
            values[name] = Value(argument[(at + 1)..], kind.Properties[index]);
        }

        return values;
    }

    private static string Nearest(string name, Kind kind) =>
        MessageText.DidYouMean(NameList.FindNearest(name, [kind.Keys], new SuggestionWork(SuggestionWork.OfPackage)));

    private static string Value(string text, Property property)
    {
        // A date of several possible days starts with a bracket, too, and is a text.
        var mayBeCollection =
            property.IsMany
            || property.IsLocalized
            || property.Type == PropertyType.Embedded
            || property.Type == PropertyType.Any;
        return mayBeCollection && text.Length > 0 && text[0] is '[' or '{' ? text : YamlText.Scalar(text);
    }
}
