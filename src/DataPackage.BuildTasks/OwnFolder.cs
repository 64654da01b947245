using System.Text;

namespace DataPackage.BuildTasks;

/// <summary>A folder that our programs write to. A file is written beside its place and renamed, so it is always whole,
/// even if the disk is full. Only files that the manifest lists are removed. Nothing is written or removed through a
/// symbolic link.</summary>
internal sealed class OwnFolder(string folder)
{
    /// <summary>Lists the names of the files that were written here, one on each line.</summary>
    public const string Manifest = "manifest";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <param name="name">The name of a file, or its path below the folder, with '/'.</param>
    public void Add(string name, string content) => _files[name] = Utf8.GetBytes(content);

    /// <summary>Writes the added files whose content differs, because an editor reads a file again whenever it is
    /// written. Removes files that were written earlier and not added now.</summary>
    public void Write()
    {
        var earlier = Names();
        // Before the files: if this program is stopped, the manifest lists every file that was written.
        WriteManifest(earlier.Union(_files.Keys, StringComparer.Ordinal));
        foreach (var file in _files)
            WriteWhereItDiffers(file.Key, file.Value);
        foreach (var name in earlier.Where(name => !_files.ContainsKey(name)))
            File.Delete(PathOf(name));
        WriteManifest(_files.Keys);
    }

    /// <summary>Writes a file that the manifest does not list, even if its content is the same. <see cref="Remove"/>
    /// gets its name as an argument.</summary>
    /// <param name="time">The time that the file gets.</param>
    public void WriteAnew(string name, byte[] content, DateTime time) => Replace(PathOf(name), content, time);

    /// <summary>Deletes files that the manifest does not list.</summary>
    public void Delete(params string[] names)
    {
        if (Directory.Exists(folder))
            foreach (var name in names)
                File.Delete(PathOf(name));
    }

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>The time of a file; null if there is none.</summary>
    public DateTime? TimeOf(string name) => Has(name) ? File.GetLastWriteTimeUtc(PathOf(name)) : null;

    public void WriteWhereItDiffers(string name, byte[] content)
    {
        var path = PathOf(name);
        if (!Links.IsLink(path) && File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(content))
            return;
        Replace(path, content);
    }

    /// <summary>The names in the manifest, except those that our programs never write.</summary>
    public List<string> Names()
    {
        var path = PathOf(Manifest);
        return Links.IsLink(path) || !File.Exists(path)
            ? []
            : [.. File.ReadAllText(path).Split('\n').Where(IsName).Distinct(StringComparer.Ordinal)];
    }

    public string ReadText(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Removes the files that were written, and the folder if nothing else is in it.</summary>
    /// <param name="others">Files that the manifest does not list.</param>
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

    /// <summary>Writes a new file.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written whole; then nothing of it is
    /// left.</exception>
    public static void Create(string path, byte[] content) =>
        WriteBeside(path, content, beside => File.Move(beside, path));

    private static void Replace(string path, byte[] content, DateTime? time = null) =>
        WriteBeside(
            path,
            content,
            beside =>
            {
                if (time is { } known)
                    File.SetLastWriteTimeUtc(beside, known);
                if (!Links.IsTaken(path))
                    File.Move(beside, path);
                // Replaces the link, not its target.
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
        // Left by an interrupted run; deletes a link, not its target.
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

    /// <exception cref="IOException">The folder, or one on the way to the file, is a symbolic link.</exception>
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
