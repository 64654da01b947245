namespace DataPackage.Engine.Text;

/// <summary>Counts Unicode's code points.</summary>
internal static class CodePoints
{
    /// <summary>The number of code points of a text: what a reader counts as characters, if combining marks are counted
    /// too.</summary>
    public static int Count(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
