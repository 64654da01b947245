namespace DataPackage.Engine.Syntax;

/// <summary>One file of the seeds folder, as a host has it.</summary>
/// <param name="Text">Null if the file cannot be read as UTF-8 text.</param>
internal sealed record SeedInput(string SeedPath, string FilePath, string? Text) : ISeed;
