using System.Globalization;
using System.Text.Json;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Shared by the converters: properties of all entities, parsing, messages.</summary>
internal static class EntityJson
{
    public const string Kind = "kind";
    public const string Id = "id";

    /// <summary>An unknown name is compared with at most this many, because it may come from untrusted input.</summary>
    private const int MostNames = 256;

    /// <summary>Parses a value, such as an entity from its id.</summary>
    /// <exception cref="JsonException">The text is not such a value; the message may suggest the intended
    /// one.</exception>
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

    /// <summary>The name of the schema of a kind with so many levels of objects.</summary>
    public static string SchemaName(string kind, int levels) =>
        levels switch
        {
            0 => kind + "Id",
            1 => kind,
            _ => string.Create(CultureInfo.InvariantCulture, $"{kind}Of{levels}Levels"),
        };

    /// <summary>The end of a message about an unknown name.</summary>
    public static string DidYouMean(string text, IEnumerable<string> names) =>
        DidYouMean(NearestName.Find(text, names.Take(MostNames)));

    public static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    public static JsonException NotOfThePackage(string kind, string id) =>
        new(
            $"This {kind} with the id '{VisibleText.Of(id)}' is not the package's own but a changed copy, or one of "
                + $"yours: its id would be read as another, or not at all. {nameof(JsonWholeEntityConverter)} writes "
                + "it whole."
        );

    public static JsonException Refused(string expected) =>
        new(
            $"Expected {expected}, not an object. {nameof(JsonWholeEntityConverter)} reads entities that are written "
                + "whole, unless it reads ids only."
        );
}
