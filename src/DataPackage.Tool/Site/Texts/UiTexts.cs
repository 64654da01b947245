using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Texts;

/// <summary>The texts of pages that come from no seed, in one language.</summary>
internal sealed class UiTexts
{
    private const string Fallback = "en";

    /// <summary>The languages that the tool has texts in.</summary>
    public static readonly IReadOnlyList<string> Languages = [Fallback, "de"];

    private readonly IReadOnlyDictionary<string, string> _texts;

    private UiTexts(IReadOnlyDictionary<string, string> texts) => _texts = texts;

    /// <summary>The text with a name, such as <c>facts</c>. Every name that our source asks for is in
    /// <c>en.json</c>.</summary>
    public string this[string name] => _texts[name];

    /// <summary>A text in which the place <c>{0}</c> has a number, and whose name with <c>One</c> is for 1.</summary>
    public string Count(string name, int number) =>
        _texts[number == 1 ? name + "One" : name].Replace("{0}", Number(number), StringComparison.Ordinal);

    /// <summary>A number with the separators of the language.</summary>
    public string Number(int number) =>
        number
            .ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)
            .Replace(",", _texts["groupSeparator"], StringComparison.Ordinal);

    /// <summary>A text in which the place <c>{0}</c> has another text.</summary>
    public string With(string name, string text) => _texts[name].Replace("{0}", text, StringComparison.Ordinal);

    /// <param name="theme">The folder that may have texts in other languages, or other texts; null for none.</param>
    /// <exception cref="StopException">The texts cannot be read, or have a name that there is not.</exception>
    public static UiTexts Of(string language, string? theme, Session session)
    {
        var english = ReadBuiltIn(Fallback);
        var texts = new Dictionary<string, string>(english, StringComparer.Ordinal);
        var primary = language.Split('-')[0];
        foreach (var known in Languages.Where(known => known == primary))
            Put(ReadBuiltIn(known), texts);
        var path = theme is null ? null : Path.Combine(theme, $"texts.{language}.json");
        if (path is null || !File.Exists(path))
            return new UiTexts(texts);
        var own = Read(File.ReadAllText(path), session.Show(path));
        if (own.Keys.FirstOrDefault(name => !english.ContainsKey(name)) is { } unknown)
            throw StopException.NotStarted(
                $"'{session.Show(path)}' has the text '{unknown}', which no page shows; the names are those of "
                    + "'datapackage site --texts'"
            );
        Put(own, texts);
        return new UiTexts(texts);
    }

    /// <summary>The texts in English, as a file for a translator.</summary>
    public static string Template => BuiltIn(Fallback);

    private static void Put(Dictionary<string, string> from, Dictionary<string, string> to)
    {
        foreach (var (name, text) in from)
            to[name] = text;
    }

    private static Dictionary<string, string> ReadBuiltIn(string language) => Read(BuiltIn(language), language);

    private static string BuiltIn(string language)
    {
        using var reader = new StreamReader(
            typeof(UiTexts).Assembly.GetManifestResourceStream($"site/texts.{language}.json")!
        );
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Read(string json, string shown)
    {
        try
        {
            var read = JsonNode.Parse(json) as JsonObject;
            return read?.ToDictionary(each => each.Key, each => each.Value!.GetValue<string>(), StringComparer.Ordinal)
                ?? throw StopException.NotStarted($"'{shown}' is no mapping of texts");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw StopException.NotStarted($"'{shown}' is no mapping of texts: {wrong.Message}");
        }
    }
}
