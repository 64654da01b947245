using System.Text.RegularExpressions;
using DataPackage.Engine.Binding;

namespace DataPackage.Engine.Releases;

/// <summary>The new ids of entities, for what names them: references, speakers and citations.</summary>
internal sealed class Renames
{
    private const string Speaker = ClaimKeys.AccordingTo + ": ";

    private static readonly Regex JsonTexts = new("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.Singleline);

    /// <summary>By kind and id, as references are spelled.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The same, as JSON spells them.</summary>
    private readonly Dictionary<string, string> _quoted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _articles = new(StringComparer.Ordinal);

    public void Add(PublishedEntity then, PublishedEntity now)
    {
        _names[then.Name] = now.Name;
        _quoted[FactText.Quoted(then.Name)] = FactText.Quoted(now.Name);
        if (then.Facts.Any(fact => fact.Path == EntityFacts.TextPath))
            _articles[then.Id] = now.Id;
    }

    /// <summary>The value with new ids: where it is a reference, or where a text in its JSON is one.</summary>
    public string InValue(string value)
    {
        if (_names.Count == 0)
            return value;
        if (_names.TryGetValue(value, out var name))
            return name;
        return value.Length > 0 && value[0] is '{' or '['
            ? JsonTexts.Replace(value, text => _quoted.TryGetValue(text.Value, out var now) ? now : text.Value)
            : value;
    }

    /// <summary>What is said of a value, with the new id of who says it.</summary>
    public string InRemarks(string remarks) =>
        _names.Count == 0
            ? remarks
            : string.Join(
                "; ",
                remarks
                    .Split(["; "], StringSplitOptions.None)
                    .Select(part =>
                        part.StartsWith(Speaker, StringComparison.Ordinal)
                        && _names.TryGetValue(part.Substring(Speaker.Length), out var name)
                            ? Speaker + name
                            : part
                    )
            );

    public string OfArticle(string id) => _articles.TryGetValue(id, out var now) ? now : id;
}
