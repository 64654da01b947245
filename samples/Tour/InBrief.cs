using DataPackage;
using DataPackage.Runtime;

namespace Tour;

/// <summary>What the tour says of a value in a few words.</summary>
internal static class InBrief
{
    /// <summary>The first post that a person holds; else what they do, or whom they lead.</summary>
    public static string Role(Person person) =>
        person switch
        {
            { Positions: [var first, ..] } => first.Title.ToString(),
            { Occupation: { } occupation } => occupation.ToString(),
            { HeadOf: [var organization, ..] } => $"Head of the {organization.Caption}",
            _ => "",
        };

    /// <summary>An EDTF date as one would say it: <c>[1975,1976]</c> is <c>1975 or 1976</c>.</summary>
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
