using DataPackage;
using DataPackage.Runtime;

namespace Tour;

/// <summary>Describes values in a few words for the tour.</summary>
internal static class InBrief
{
    /// <summary>The first position of a person; otherwise the occupation, or the organization that they head.</summary>
    public static string Role(Person person) =>
        person switch
        {
            { Positions: [var first, ..] } => first.Title.ToString(),
            { Occupation: { } occupation } => occupation.ToString(),
            { HeadOf: [var organization, ..] } => $"Head of the {organization.Caption}",
            _ => "",
        };

    /// <summary>An EDTF date in words: <c>[1975,1976]</c> is <c>1975 or 1976</c>.</summary>
    public static string Date(EdtfDate date)
    {
        var text = date.ToString();
        if (date.IsOneOf)
            text = text.Trim('[', ']');
        if (date.IsOpenStart)
            return "by " + text.TrimStart('.', '/');
        if (date.IsOpenEnd)
            return text.TrimEnd('.', '/') + " or later";
        return text.Replace(",", " or ", StringComparison.Ordinal)
            .Replace("..", " to ", StringComparison.Ordinal)
            .Replace("/", " to ", StringComparison.Ordinal);
    }
}
