using System.Globalization;
using System.Text.Json;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Texts;

/// <summary>The texts of pages that come from no seed, in one language.</summary>
internal sealed class UiTexts
{
    private const string Fallback = "en";
    private const string MonthsName = "months";
    private const int MonthsOfYear = 12;

    /// <summary>The languages that the tool has texts in.</summary>
    public static readonly IReadOnlyList<string> Languages = [Fallback, "de"];

    private readonly IReadOnlyDictionary<string, string> _texts;

    private UiTexts(IReadOnlyDictionary<string, string> texts)
    {
        _texts = texts;
        Months = texts[MonthsName].Split('|');
    }

    /// <summary>The text with a name, such as <c>facts</c>. Every name that our source asks for is in
    /// <c>texts.en.json</c>.</summary>
    public string this[string name] => _texts[name];

    /// <summary>Null if there is no text with the name.</summary>
    public string? Find(string name) => _texts.GetValueOrDefault(name);

    /// <summary>The names of the months, from January.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>A text in which the place <c>{0}</c> has a number, and whose name with <c>One</c> is for 1.</summary>
    public string Count(string name, int number) =>
        _texts[number == 1 ? name + "One" : name].Replace("{0}", Number(number), StringComparison.Ordinal);

    /// <summary>A number with the separators of the language, and with all its digits.</summary>
    /// <param name="isWhole">Whether the digits stand in one group.</param>
    public string Number(decimal number, bool isWhole = false)
    {
        var format = FormattableString.Invariant($"{(isWhole ? 'F' : 'N')}{number.Scale}");
        return string.Concat(
            number
                .ToString(format, CultureInfo.InvariantCulture)
                .Select(c =>
                    c switch
                    {
                        ',' => _texts["groupSeparator"],
                        '.' => _texts["decimalSeparator"],
                        _ => c.ToString(),
                    }
                )
        );
    }

    /// <summary>A text in which the place <c>{0}</c> has another text.</summary>
    public string With(string name, string text) => _texts[name].Replace("{0}", text, StringComparison.Ordinal);

    /// <param name="theme">The folder that may have texts in other languages, or other texts; null for none. Texts for
    /// <c>pt</c> are also for <c>pt-BR</c>, unless a file of that language has others.</param>
    /// <exception cref="StopException">The texts cannot be read, or have a name that there is not.</exception>
    public static UiTexts Of(string language, string? theme, Session session)
    {
        var texts = ReadBuiltIn(Fallback);
        var parts = language.Split('-');
        foreach (var known in Languages.Where(known => known == parts[0]))
            Put(ReadBuiltIn(known), texts);
        for (var length = 1; theme is not null && length <= parts.Length; length++)
        {
            var path = Path.Combine(theme, $"texts.{string.Join('-', parts[..length])}.json");
            if (File.Exists(path))
                Put(ReadOwn(path, texts, session), texts);
        }

        return new UiTexts(texts);
    }

    /// <summary>The texts in English, as a file for a translator.</summary>
    public static string Template => BuiltIn(Fallback);

    private static void Put(Dictionary<string, string> from, Dictionary<string, string> to)
    {
        foreach (var (name, text) in from)
            to[name] = text;
    }

    /// <param name="known">Texts with all names that there are.</param>
    private static Dictionary<string, string> ReadOwn(string path, Dictionary<string, string> known, Session session)
    {
        var shown = session.Show(path);
        var own = Read(File.ReadAllText(path), shown);
        if (own.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
            throw StopException.NotStarted(
                $"'{shown}' has the text '{unknown}', which no page shows; the names are those of "
                    + "'datapackage site --texts'"
            );
        if (own.TryGetValue(MonthsName, out var months) && months.Split('|').Length is not MonthsOfYear and var count)
            throw StopException.NotStarted(
                FormattableString.Invariant(
                    $"'{shown}' has the names of {count} months in '{MonthsName}', not of {MonthsOfYear}; "
                ) + "a '|' stands between two of them"
            );
        return own;
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
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw StopException.NotStarted($"'{shown}' is no mapping of texts: {wrong.Message}");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw StopException.NotStarted($"'{shown}' is no mapping of texts");
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var each in document.RootElement.EnumerateObject())
                if (each.Value.ValueKind != JsonValueKind.String)
                    throw StopException.NotStarted($"'{each.Name}' in '{shown}' is no text");
                else if (!texts.TryAdd(each.Name, each.Value.GetString()!))
                    throw StopException.NotStarted($"'{shown}' has the text '{each.Name}' twice");
            return texts;
        }
    }
}
