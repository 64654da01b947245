using System.Diagnostics.CodeAnalysis;

namespace DataPackage.Shared.Dates;

/// <summary>Parses the Extended Date/Time Format in time linear in the text, without recursion and without
/// exceptions.</summary>
internal static class EdtfParser
{
    /// <summary>A regular expression, in the syntax that .NET and JavaScript share, that every date matches and most
    /// other texts do not.</summary>
    public const string Alphabet = @"^(?=.*[0-9X])[-+0-9XYESTZ:.,~?%/\[\]{}]+$";

    /// <summary>Parses a date. Nothing may precede or follow it, blanks included.</summary>
    /// <param name="text">The text of a date, interval or set.</param>
    /// <param name="expression">The date, or null if the text is invalid.</param>
    /// <param name="error">What is wrong with the text; meaningless on success.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out EdtfExpression? expression,
        out NotationError error
    )
    {
        var reader = new EdtfReader(text);
        expression = reader.Read();
        error = reader.Error;
        if (expression is null && EdtfSuggestion.For(text) is { } meant)
            error = new NotationError(error.Position, error.Message + "; did you mean '" + meant + "'?");
        return expression is not null;
    }
}
