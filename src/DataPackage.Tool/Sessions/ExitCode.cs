namespace DataPackage.Tool.Sessions;

/// <summary>What the exit code of the tool says.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The run is complete, and it found something: mistakes, or that nothing has the name.</summary>
    public const int Findings = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int Usage = 2;

    /// <summary>The work could not be done: no seeds, a file that cannot be read or written.</summary>
    public const int NotStarted = 3;

    /// <summary>As shells report a program that SIGINT ended.</summary>
    public const int Cancelled = 130;
}
