using System.Text;

namespace DataPackage.BuildTasks;

/// <summary>The request of the build to the program that writes schemas for editors: a list whose entries end with NUL,
/// the only character that no path of any system contains.</summary>
/// <param name="Project">The folder of the project.</param>
/// <param name="Seeds">The folder of the seeds.</param>
/// <param name="Target">The folder to write to.</param>
/// <param name="Files">The seeds.</param>
internal sealed record EditorRequest(
    string Project,
    string Seeds,
    string Target,
    IReadOnlyList<(string SeedPath, string FullPath)> Files
)
{
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        void Add(string entry) => text.Append(entry).Append('\0');

        Add(Project);
        Add(Seeds);
        Add(Target);
        foreach (var (seedPath, fullPath) in Files)
        {
            Add(seedPath);
            Add(fullPath);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <exception cref="InvalidDataException">The bytes are not such a list.</exception>
    public static EditorRequest Read(byte[] bytes)
    {
        var entries = Encoding.UTF8.GetString(bytes).Split('\0');
        // Nothing follows the last NUL.
        if (entries.Length < 4 || entries.Length % 2 != 0 || entries[entries.Length - 1].Length > 0)
            throw new InvalidDataException("This is no list of seeds");
        var files = new List<(string, string)>();
        for (var i = 3; i + 1 < entries.Length; i += 2)
            files.Add((entries[i], entries[i + 1]));
        return new(entries[0], entries[1], entries[2], files);
    }
}
