using System.Text;
using DataPackage.Tool.Export;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site;

/// <summary>The folder of a site. A file is written only if its content is another one, so that what copies the site to
/// a host copies only what changed. Files that an earlier run wrote and this one does not are removed. Files of others,
/// such as <c>CNAME</c>, stay. A run may be killed at any moment: the next one goes on from what it left.</summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>Lists the files that were written, one on each line, without itself. A name comes before its file, so
    /// the list may have more names than there are files.</summary>
    public const string Marker = ".datapackage-site";

    private const string MarkerInCapitals = ".DATAPACKAGE-SITE";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TargetFolder _place;
    private readonly HashSet<string> _earlier;
    private readonly Dictionary<string, long> _written;
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private StreamWriter? _marker;
    private int _changed;

    private SiteFolder(TargetFolder place, IEnumerable<string> earlier)
    {
        _place = place;
        // On a disk to which the case of letters is nothing, the marker answers to another name too.
        var names = File.Exists(Path.Combine(place.Path, MarkerInCapitals))
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;
        (_earlier, _written) = (new HashSet<string>(earlier, names), new Dictionary<string, long>(names));
    }

    /// <summary>The number of files of this run.</summary>
    public int Count => _written.Count;

    /// <summary>The number of files that are new or other than before.</summary>
    public int Changed => _changed;

    /// <summary>The number of bytes of all files.</summary>
    public long Size => _written.Values.Sum();

    /// <summary>The largest file, and its size.</summary>
    public (string Name, long Size) Largest =>
        _written.Select(each => (each.Key, each.Value)).MaxBy(each => each.Value);

    /// <summary>The folder that has the most files and folders directly in it, and how many; empty for the folder
    /// itself.</summary>
    public (string Name, int Count) Fullest =>
        _written
            .Keys.SelectMany(EntriesTo)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(
                entry => entry[..(entry.LastIndexOf('/') is >= 0 and var slash ? slash : 0)],
                StringComparer.Ordinal
            )
            .Select(folder => (folder.Key, folder.Count()))
            .OrderByDescending(folder => folder.Item2)
            .ThenBy(folder => folder.Key, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The file, and the folders on the way to it.</summary>
    private static IEnumerable<string> EntriesTo(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('/', end - 1))
            yield return name[..end];
    }

    /// <param name="seeds">The folder of the seeds, in which nothing is written.</param>
    /// <exception cref="StopException">The folder may not be written.</exception>
    public static SiteFolder Prepare(string target, string seeds, Session session)
    {
        var place = new TargetFolder(target, Marker, "a site", session);
        place.RefuseUnfit(seeds);
        place.EarlierNames(target);
        place.Lock();
        try
        {
            var earlier = place.EarlierNames(target);
            Directory.CreateDirectory(target);
            return new SiteFolder(place, earlier);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>May be called by several threads at the same time.</summary>
    /// <param name="name">The path below the folder, with '/'.</param>
    /// <exception cref="StopException">Somebody else has a file of that name, or a link is on the way.</exception>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = PathOf(name);
        bool isKnown;
        lock (_written)
        {
            if (!_written.TryAdd(name, content.Length))
                throw new InvalidOperationException($"'{name}' is written twice.");
            isKnown = _earlier.Contains(name);
            RefuseTaken(path, isKnown);
            _marker ??= OpenMarker();
            MakeFolder(Path.GetDirectoryName(path)!);
            if (!isKnown)
                _marker.WriteLine(name);
        }

        if (isKnown && HasContent(path, content))
            return;
        Interlocked.Increment(ref _changed);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(content);
    }

    private void RefuseTaken(string path, bool isKnown)
    {
        var there = AttributesOf(path);
        if (there is null)
            return;
        if (!isKnown || (there & (FileAttributes.Directory | FileAttributes.ReparsePoint)) != 0)
            throw _place.Foreign(path, "is where the site has a file of its own, and no run wrote it");
    }

    private void MakeFolder(string folder)
    {
        if (_folders.Contains(folder))
            return;
        foreach (var above in FoldersTo(folder))
            if (!_folders.Contains(above) && IsLink(above))
                throw _place.Foreign(above, "is a symbolic link, and nothing is written through one");
        Directory.CreateDirectory(folder);
        _folders.UnionWith(FoldersTo(folder));
    }

    /// <summary>A folder and those above it, up to that of the site, which is not among them.</summary>
    private IEnumerable<string> FoldersTo(string folder)
    {
        for (var each = folder; each.Length > _place.Path.Length; each = Path.GetDirectoryName(each)!)
            yield return each;
    }

    /// <summary>Null if nothing is there. Other ways to ask throw then, which takes long for many files.</summary>
    private static FileAttributes? AttributesOf(string path) =>
        new FileInfo(path).Attributes is var attributes && (int)attributes == -1 ? null : attributes;

    private static bool IsLink(string path) => AttributesOf(path)?.HasFlag(FileAttributes.ReparsePoint) == true;

    private StreamWriter OpenMarker()
    {
        var file = new FileStream(PathOf(Marker), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        // A run that was killed may have left a part of a line.
        var end = file.Length;
        for (; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
                break;
        }

        file.SetLength(end);
        file.Position = end;
        return new StreamWriter(file, Utf8) { NewLine = "\n", AutoFlush = true };
    }

    private string PathOf(string name) => Path.Combine(_place.Path, name.Replace('/', Path.DirectorySeparatorChar));

    private static bool HasContent(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path));
    }

    /// <summary>Removes what earlier runs wrote and this one did not.</summary>
    public void Commit()
    {
        _marker?.Dispose();
        _marker = null;
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in _earlier.Where(name => !_written.ContainsKey(name)).Select(PathOf).Where(IsOurs))
        {
            File.Delete(path);
            folders.Add(Path.GetDirectoryName(path)!);
        }

        foreach (var folder in folders.OrderByDescending(folder => folder.Length).Where(Directory.Exists))
            RemoveEmpty(folder);
        WriteMarker();
    }

    /// <summary>Whether a file is there, below the folder, and no link is on the way: anybody may have edited the
    /// list.</summary>
    private bool IsOurs(string path) =>
        File.Exists(path)
        && Path.GetFullPath(path) == path
        && path.StartsWith(_place.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !FoldersTo(path).Any(IsLink);

    /// <summary>Replaces the list at once, so that no moment has a part of it.</summary>
    private void WriteMarker()
    {
        var (path, made) = (PathOf(Marker), PathOf(Marker + ".new"));
        // Not written through a link that is there.
        File.Delete(made);
        File.WriteAllText(
            made,
            string.Concat(_written.Keys.Order(StringComparer.Ordinal).Select(name => name + "\n")),
            Utf8
        );
        File.Move(made, path, overwrite: true);
    }

    private void RemoveEmpty(string folder)
    {
        foreach (var each in FoldersTo(folder))
        {
            if (Directory.EnumerateFileSystemEntries(each).Any())
                break;
            Directory.Delete(each);
        }
    }

    public void Dispose()
    {
        _marker?.Dispose();
        _place.Dispose();
    }
}
