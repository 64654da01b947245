using System.Text;

namespace DataPackage.BuildTasks;

/// <summary>A folder that programs of ours write to. A file is written beside and renamed, so that it is the old one or
/// the new one whole, whatever the disk has room for; only what a manifest says was written here is removed; and
/// nothing is written or removed through a symbolic link.</summary>
internal sealed class OwnFolder(string folder)
{
    /// <summary>Names of the files that were written here, each on a line.</summary>
    public const string Manifest = "manifest";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <param name="name">The name of a file, or its path below the folder, with '/'.</param>
    public void Add(string name, string content) => _files[name] = Utf8.GetBytes(content);

    /// <summary>Writes what was added, where it is not there already: an editor reads a file again whenever it is
    /// written. What was written earlier and was not added now is removed.</summary>
    public void Write()
    {
        var earlier = Names();
        // Before the files: whatever stops this program, none is left that the manifest lacks.
        WriteManifest(earlier.Union(_files.Keys, StringComparer.Ordinal));
        foreach (var file in _files)
            WriteWhereItDiffers(file.Key, file.Value);
        foreach (var name in earlier.Where(name => !_files.ContainsKey(name)))
            File.Delete(PathOf(name));
        WriteManifest(_files.Keys);
    }

    /// <summary>Writes one more file, with a new time whatever it held; <see cref="Remove"/> is told of it.</summary>
    public void WriteAnew(string name, byte[] content) => Replace(PathOf(name), content);

    public void WriteWhereItDiffers(string name, byte[] content)
    {
        var path = PathOf(name);
        if (!Links.IsLink(path) && File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(content))
            return;
        Replace(path, content);
    }

    /// <summary>What the manifest has, except names that no program of ours writes.</summary>
    public List<string> Names()
    {
        var path = PathOf(Manifest);
        return Links.IsLink(path) || !File.Exists(path)
            ? []
            : [.. File.ReadAllText(path).Split('\n').Where(IsName).Distinct(StringComparer.Ordinal)];
    }

    public string ReadText(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Removes what was written, and the folder where nothing else is in it.</summary>
    /// <param name="others">Files that the manifest does not have.</param>
    public void Remove(params string[] others)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var name in Names().Concat(others).Append(Manifest).ToList())
        {
            var path = PathOf(name);
            File.Delete(path);
            var parent = Path.GetDirectoryName(path)!;
            if (parent != Path.GetDirectoryName(PathOf(Manifest)))
                RemoveWhereEmpty(parent);
        }

        RemoveWhereEmpty(folder);
    }

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="IOException">It is, or it cannot be written whole; then nothing is left of it.</exception>
    public static void Create(string path, byte[] content) =>
        WriteBeside(path, content, beside => File.Move(beside, path));

    private static void Replace(string path, byte[] content) =>
        WriteBeside(
            path,
            content,
            beside =>
            {
                if (!Links.IsTaken(path))
                    File.Move(beside, path);
                // A link is replaced, not what it leads to.
                else if (Links.IsLink(path))
                {
                    File.Delete(path);
                    File.Move(beside, path);
                }
                else
                    File.Replace(beside, path, null);
            }
        );

    private static void WriteBeside(string path, byte[] content, Action<string> rename)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        // Left by a program that was ended; of a link, this removes the link.
        File.Delete(beside);
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content, 0, content.Length);
                file.Flush();
            }

            rename(beside);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private void WriteManifest(IEnumerable<string> names) =>
        WriteWhereItDiffers(
            Manifest,
            Utf8.GetBytes(
                string.Concat(names.OrderBy(name => name, StringComparer.Ordinal).Select(name => name + "\n"))
            )
        );

    private static void RemoveWhereEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Links.IsLink(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && name.IndexOfAny(['\\', ':', '\0']) < 0
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && part is not ("." or ".."));

    /// <exception cref="IOException">The folder, or one on the way from it to the file, is a symbolic link.</exception>
    private string PathOf(string name)
    {
        if (!IsName(name))
            throw new ArgumentException($"'{name}' is no name of a file below a folder.", nameof(name));
        var path = folder.TrimEnd('/', Path.DirectorySeparatorChar);
        foreach (var part in name.Split('/'))
        {
            if (Links.IsLink(path))
                throw new IOException($"'{path}' is a symbolic link, and nothing is written through one");
            path = Path.Combine(path, part);
        }

        return path;
    }
}
