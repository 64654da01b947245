using System.ComponentModel;

namespace DataPackage.Runtime.Packed;

/// <summary>An id that was given up. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetiredId
{
    /// <summary>Takes the release, the reason, and for each entity that took its place the number of its kind and its
    /// row.</summary>
    public RetiredId(string since, string because, params (int Kind, int Row)[] successors)
    {
        ArgumentNullException.ThrowIfNull(successors);
        (Since, Because, Successors) = (since, because, successors);
    }

    internal string Since { get; }

    internal string Because { get; }

    internal (int Kind, int Row)[] Successors { get; }
}
