namespace DataPackage.Tool.Sessions;

/// <summary>What a stream ends in.</summary>
/// <param name="Width">The columns of the terminal; null if the stream is a file or a pipe.</param>
internal sealed record Terminal(int? Width, bool HasColor)
{
    private const int UnknownWidth = 80;

    public static Terminal None { get; } = new(null, HasColor: false);

    /// <param name="variable">The value of an environment variable; null if it is not set.</param>
    public static Terminal Of(bool isRedirected, Func<string, string?> variable) =>
        isRedirected
            ? None
            : new(WidthOfConsole(), string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb");

    /// <summary>A text in a colour, if the stream shows colours.</summary>
    public string Paint(string text, Color color) =>
        HasColor ? FormattableString.Invariant($"\u001b[{(int)color}m{text}\u001b[0m") : text;

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UnknownWidth;
        }
        // A terminal that does not say how wide it is.
        catch (IOException)
        {
            return UnknownWidth;
        }
    }
}

/// <summary>The colours of output, by their codes.</summary>
internal enum Color
{
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}
