namespace DataPackage.Engine.Syntax;

/// <summary>A seed as it is ordered and told apart.</summary>
internal interface ISeed
{
    /// <summary>Below the seeds folder, with forward slashes.</summary>
    string SeedPath { get; }

    /// <summary>The file as the host knows it.</summary>
    string FilePath { get; }
}
