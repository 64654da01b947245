using System.Buffers;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Reads the values that arguments give to properties.</summary>
internal static class SeedTemplate
{
    /// <summary>After any of these, what follows could be an entry of its own.</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <summary>By property, the value in YAML.</summary>
    /// <exception cref="StopException">An argument names no property, or a collection has several lines.</exception>
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
        if (!mayBeCollection || text.Length == 0 || text[0] is not ('[' or '{'))
            return YamlText.Scalar(text);
        return text.AsSpan().ContainsAny(LineEnds)
            ? throw StopException.Usage(
                $"the value of '{property.Key}' has several lines: write [...] or {{...}} in one"
            )
            : text;
    }
}
