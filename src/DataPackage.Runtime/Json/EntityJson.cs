using System.Globalization;
using System.Text.Json;
using DataPackage.Runtime.Text;

namespace DataPackage.Runtime.Json;

/// <summary>What the converters share: properties that all entities have, parsing, messages.</summary>
internal static class EntityJson
{
    public const string Kind = "kind";
    public const string Id = "id";

    /// <summary>A value that parses itself, as every entity does by its id.</summary>
    /// <exception cref="JsonException">It does not; the message says what was probably meant.</exception>
    public static T Parse<T>(string text)
        where T : IParsable<T>
    {
        try
        {
            return T.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (FormatException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    /// <summary>A Person, an Event.</summary>
    public static string WithArticle(string kind) => ("AEIOaeio".Contains(kind[0], StringComparison.Ordinal) ? "an " : "a ") + kind;

    public static string DidYouMean(string text, IEnumerable<string> names) =>
        NearestName.Find(text, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    public static JsonException NotOfThePackage(string kind, string id) =>
        new($"This {kind} with the id '{id}' is not the package's own but a changed copy, or one of yours: its id would be read as another, or not at all. {nameof(JsonWholeEntityConverter)} writes it whole.");

    public static JsonException Refused(string expected) =>
        new($"Expected {expected}, not an object. {nameof(JsonWholeEntityConverter)} reads entities that are written whole, unless it reads ids only.");
}
