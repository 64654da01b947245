using DataPackage.Shared.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>Text from a seed as messages show it.</summary>
internal static class MessageText
{
    public static string Of(string text) => VisibleText.Of(text, SeedLimits.MessageLength);

    /// <summary>A whole message, of any length.</summary>
    public static string Visible(string message) => VisibleText.Of(message, int.MaxValue);
}
