namespace DataPackage.Engine.Syntax;

/// <summary>One file of the seeds folder, as a host has it.</summary>
internal sealed class SeedInput : ISeed
{
    private readonly Func<string?> _read;

    /// <param name="text">Null if the file cannot be read as UTF-8 text.</param>
    public SeedInput(string seedPath, string filePath, string? text)
        : this(seedPath, filePath, () => text) { }

    /// <param name="read">Reads the text each time that it is needed, so that nobody has to keep the texts of thousands
    /// of files. Null if the file cannot be read as UTF-8 text. Called by several threads.</param>
    public SeedInput(string seedPath, string filePath, Func<string?> read)
    {
        SeedPath = seedPath;
        FilePath = filePath;
        _read = read;
    }

    public string SeedPath { get; }

    public string FilePath { get; }

    public string? Text => _read();
}
