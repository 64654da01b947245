using System.Text;
using DataPackage.Tool.Export;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site;

/// <summary>The folder of a site. A file is written only if its content is another one, so that what copies the site to
/// a host copies only what changed. Files that an earlier run wrote and this one does not are removed.</summary>
internal sealed class SiteFolder : IDisposable
{
    /// <summary>Lists the files that were written, one on each line, without itself.</summary>
    public const string Marker = ".datapackage-site";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TargetFolder _place;
    private readonly HashSet<string> _earlier;
    private readonly Dictionary<string, long> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private int _changed;

    private SiteFolder(TargetFolder place, IReadOnlyCollection<string> earlier) =>
        (_place, _earlier) = (place, new HashSet<string>(earlier, StringComparer.Ordinal));

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
        place.RefuseForeign(target);
        place.Lock();
        try
        {
            var earlier = place.RefuseForeign(target);
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
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = PathOf(name);
        var above = Path.GetDirectoryName(path)!;
        bool isThere;
        lock (_written)
        {
            if (!_written.TryAdd(name, content.Length))
                throw new InvalidOperationException($"'{name}' is written twice.");
            isThere = _earlier.Contains(name);
            if (_folders.Add(above))
                Directory.CreateDirectory(above);
            // If this run is stopped, the next one finds the file in the list.
            if (_marker is null)
                _marker = OpenMarker();
            if (!isThere)
                _marker.WriteLine(name);
        }

        if (isThere && HasContent(path, content))
            return;
        Interlocked.Increment(ref _changed);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(content);
    }

    private StreamWriter? _marker;

    private StreamWriter OpenMarker() =>
        new(Path.Combine(_place.Path, Marker), append: true, Utf8) { NewLine = "\n", AutoFlush = true };

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
        foreach (var name in _earlier.Where(name => !_written.ContainsKey(name)))
        {
            File.Delete(PathOf(name));
            folders.Add(Path.GetDirectoryName(PathOf(name))!);
        }

        foreach (var folder in folders.OrderByDescending(folder => folder.Length))
            RemoveEmpty(folder);
        File.WriteAllText(
            Path.Combine(_place.Path, Marker),
            string.Concat(_written.Keys.Order(StringComparer.Ordinal).Select(name => name + "\n")),
            Utf8
        );
    }

    private void RemoveEmpty(string folder)
    {
        for (
            var each = folder;
            each.Length > _place.Path.Length
                && Directory.Exists(each)
                && !Directory.EnumerateFileSystemEntries(each).Any();
            each = Path.GetDirectoryName(each)!
        )
            Directory.Delete(each);
    }

    public void Dispose()
    {
        _marker?.Dispose();
        _place.Dispose();
    }
}
