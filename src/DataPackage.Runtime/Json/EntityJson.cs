using System.Globalization;
using System.Text.Json;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>What the converters share: properties that all entities have, parsing, messages.</summary>
internal static class EntityJson
{
    public const string Kind = "kind";
    public const string Id = "id";

    /// <summary>So many names are compared with one that is unknown: the text may be a stranger's.</summary>
    private const int MostNames = 256;

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
    public static string WithArticle(string kind) =>
        ("AEIOaeio".Contains(kind[0], StringComparison.Ordinal) ? "an " : "a ") + kind;

    /// <summary>The end of a message about a name that is none of these.</summary>
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
