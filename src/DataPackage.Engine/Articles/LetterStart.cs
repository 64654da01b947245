namespace DataPackage.Engine.Articles;

/// <summary>How a letter follows the one before it.</summary>
[Flags]
internal enum LetterStart : byte
{
    None = 0,

    /// <summary>Other characters are between the two.</summary>
    Word = 1,

    /// <summary>A capital letter follows a small one, as words start in the names of code.</summary>
    Capital = 2,
}
