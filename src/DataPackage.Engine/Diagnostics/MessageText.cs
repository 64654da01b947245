using DataPackage.Shared.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>Shows text from a seed in messages.</summary>
internal static class MessageText
{
    public static string Of(string text) => VisibleText.Of(text, SeedLimits.MessageLength);

    /// <summary>Shows a whole message of any length.</summary>
    public static string Visible(string message) => VisibleText.Of(message, int.MaxValue);

    /// <summary>The end of a message that has a suggestion, or nothing.</summary>
    public static string DidYouMean(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";
}
