namespace DataPackage.Engine.Syntax;

/// <summary>What seeds are ordered and identified by.</summary>
internal interface ISeed
{
    /// <summary>The path below the seeds folder, with forward slashes.</summary>
    string SeedPath { get; }

    /// <summary>The path of the file as the host has it.</summary>
    string FilePath { get; }
}
