using System.Globalization;
using System.Text;

namespace DataPackage.BuildTasks;

/// <summary>The request of the build to the program that compiles seeds before the compiler starts: entries that end
/// with NUL, the only character that no path of any system contains.</summary>
/// <param name="Program">The path of the program: another version may compile otherwise.</param>
/// <param name="RootNamespace">That of the project; empty if it has none.</param>
/// <param name="SeedsName">The name of the seeds folder, for the places of entities.</param>
/// <param name="HasLines">Whether the PDB maps accessors to the lines of seeds.</param>
/// <param name="References">The assemblies that the project references.</param>
internal sealed record CompileRequest(
    string Program,
    string RootNamespace,
    string SeedsName,
    bool HasLines,
    IReadOnlyList<string> References,
    IReadOnlyList<(string SeedPath, string FullPath)> Files
)
{
    /// <summary>The entries before the references.</summary>
    private const int Head = 5;

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        void Add(string entry) => text.Append(entry).Append('\0');

        Add(Program);
        Add(RootNamespace);
        Add(SeedsName);
        Add(HasLines ? "lines" : "");
        Add(References.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var reference in References)
            Add(reference);
        foreach (var (seedPath, fullPath) in Files)
        {
            Add(seedPath);
            Add(fullPath);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <exception cref="InvalidDataException">The bytes are not such a request.</exception>
    public static CompileRequest Read(byte[] bytes)
    {
        var entries = Encoding.UTF8.GetString(bytes).Split('\0');
        // Nothing follows the last NUL.
        if (
            entries.Length <= Head
            || !int.TryParse(entries[Head - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var references)
            || references > entries.Length - Head - 1
            || (entries.Length - Head - 1 - references) % 2 != 0
        )
            throw new InvalidDataException("This is no request to compile seeds");
        var files = new List<(string, string)>();
        for (var i = Head + references; i + 1 < entries.Length; i += 2)
            files.Add((entries[i], entries[i + 1]));
        return new(
            entries[0],
            entries[1],
            entries[2],
            entries[3].Length > 0,
            entries.Skip(Head).Take(references).ToList(),
            files
        );
    }
}
