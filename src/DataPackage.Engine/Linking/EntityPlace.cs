namespace DataPackage.Engine.Linking;

/// <summary>A line of a file as the compiler knows it, counted from 1.</summary>
internal readonly record struct SeedLine(string Path, int Number);

/// <summary>The place of one entity.</summary>
/// <param name="SeedPath">Below the seeds folder; empty where nobody knows.</param>
internal sealed record EntityPlace(string Id, string SeedPath, SeedLine Line);
