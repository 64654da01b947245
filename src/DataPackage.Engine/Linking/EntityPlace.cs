namespace DataPackage.Engine.Linking;

/// <summary>A line of a file, with the path that the compiler has, counted from 1.</summary>
internal readonly record struct SeedLine(string Path, int Number);

/// <summary>The place of one entity.</summary>
/// <param name="SeedPath">The path below the seeds folder; empty if unknown.</param>
internal sealed record EntityPlace(string Id, string SeedPath, SeedLine Line);
