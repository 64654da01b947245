namespace DataPackage.Engine.Text;

/// <summary>Text as Unicode counts it.</summary>
internal static class CodePoints
{
    /// <summary>How many code points a text has: what a reader takes for characters, except for marks of their
    /// own.</summary>
    public static int Count(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
