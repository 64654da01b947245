namespace DataPackage.Engine.Syntax;

/// <summary>What seeds are ordered and identified by.</summary>
internal interface ISeed
{
    /// <summary>The path below the seeds folder, with forward slashes.</summary>
    string SeedPath { get; }

    /// <summary>The path of the file as the host has it.</summary>
    string FilePath { get; }
}

/// <summary>A seed, or a piece of one, whose text can be read.</summary>
internal interface IReadableSeed : ISeed
{
    SeedDocument Read(CancellationToken cancellation);
}
