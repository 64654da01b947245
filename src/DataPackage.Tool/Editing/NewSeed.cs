using System.Text;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Editing;

/// <summary>The text of a seed that is to be written.</summary>
/// <param name="values">By key, the values in YAML.</param>
internal sealed class NewSeed(Kind kind, IReadOnlyDictionary<string, string> values)
{
    private IReadOnlyDictionary<string, string> _copied = new Dictionary<string, string>();

    /// <summary>Takes entries of another seed, where no value is given.</summary>
    /// <param name="entries">By key, the whole entry with its line ends.</param>
    public void CopyFrom(IReadOnlyDictionary<string, string> entries) => _copied = entries;

    /// <summary>Required and given properties first, each in the order of the schema; the others as comments.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        if (kind.IsArticle)
            text.Append("---\n");
        foreach (var property in kind.Properties.Where(IsStated))
            text.Append(Entry(property));
        foreach (var property in kind.Properties.Where(property => !IsStated(property) && property.Deprecated is null))
            text.Append(Comment($"{Describe(property)}\n{property.Key}:"));
        if (kind.IsArticle)
            text.Append("---\n");
        return text.ToString();
    }

    private bool IsStated(Property property) =>
        property.IsRequired || values.ContainsKey(property.Key) || _copied.ContainsKey(property.Key);

    private string Entry(Property property)
    {
        if (values.TryGetValue(property.Key, out var value))
            return $"{property.Key}: {value}\n";
        return _copied.TryGetValue(property.Key, out var entry)
            ? entry
            : Comment(Describe(property)) + $"{property.Key}:\n";
    }

    private static string Comment(string lines) =>
        string.Concat(lines.Split('\n').Select(line => $"# {line}".TrimEnd() + "\n"));

    private static string Describe(Property property)
    {
        var description = property.Description.Length > 0 ? property.Description : property.Label;
        var type = property.Type switch
        {
            ScalarType scalar => scalar.Name,
            var other when other == PropertyType.Enum => string.Join(
                ", ",
                property.Values.Take(MostValues).Select(each => each.Name)
            ) + (property.Values.Count > MostValues ? ", ..." : ""),
            _ => property.Range,
        };
        var facts = new[]
        {
            type,
            property.IsMap ? "map"
            : property.IsMany ? "list"
            : "",
            property.IsRequired ? "required" : "",
        };
        return $"{OneLine(description)} ({string.Join("; ", facts.Where(fact => fact.Length > 0))})".TrimStart();
    }

    private const int MostValues = 8;

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r').Select(line => line.Trim()));
}
