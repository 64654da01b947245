using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Export;

/// <summary>The folder that an export writes: made beside its place, and put there when all is written. A run that ends
/// before leaves the earlier folder as it was.</summary>
internal sealed class ExportFolder : IDisposable
{
    /// <summary>Lists the files that were written, one on each line, without itself. A folder that has other files, or
    /// lacks the list, is not replaced.</summary>
    public const string Marker = ".datapackage-export";

    private const string NewSuffix = ".datapackage-new";
    private const string OldSuffix = ".datapackage-old";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _target;
    private readonly string _written;
    private readonly string _replaced;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly TargetFolder _place;

    private ExportFolder(string target, Session session)
    {
        _target = target;
        _place = new TargetFolder(target, Marker, "an export", session);
        (_written, _replaced) = (target + NewSuffix, target + OldSuffix);
    }

    /// <param name="seeds">The folder of the seeds, in which nothing is written.</param>
    /// <exception cref="StopException">The folder may not be written.</exception>
    public static ExportFolder Prepare(string target, string seeds, Session session)
    {
        var folder = new ExportFolder(target, session);
        folder._place.RefuseUnfit(seeds);
        folder._place.EarlierNames(target);
        folder._place.Lock();
        try
        {
            folder.Recover();
            folder._place.RefuseForeign(target);
            Remove(folder._written, folder);
            Directory.CreateDirectory(folder._written);
            File.WriteAllText(Path.Combine(folder._written, Marker), "", Utf8);
            return folder;
        }
        catch
        {
            folder._place.Dispose();
            throw;
        }
    }

    /// <summary>Puts an earlier folder back that a run took away before it was stopped.</summary>
    private void Recover()
    {
        if (!Links.IsTaken(_target) && Directory.Exists(_replaced) && !Links.IsLink(_replaced))
            Directory.Move(_replaced, _target);
        Remove(_replaced, this);
    }

    /// <summary>Removes what an earlier run left beside the target.</summary>
    private static void Remove(string path, ExportFolder folder)
    {
        if (!Links.IsTaken(path))
            return;
        var isEmpty = Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();
        if (Links.IsLink(path) || !isEmpty && !File.Exists(Path.Combine(path, Marker)))
            throw folder._place.Foreign(path, "is where the export would write first, and no export wrote it");
        Delete(path);
    }

    /// <summary>The marker goes last: a run that is stopped here leaves a folder that the next one may
    /// remove.</summary>
    private static void Delete(string path)
    {
        foreach (var folder in Directory.EnumerateDirectories(path))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(path))
            if (Path.GetFileName(file) != Marker)
                File.Delete(file);
        Directory.Delete(path, recursive: true);
    }

    /// <summary>The full path of a new file, whose folders are made.</summary>
    /// <param name="name">Its path below the folder, with '/'.</param>
    public string Add(string name)
    {
        var path = Path.Combine(_written, name.Replace('/', Path.DirectorySeparatorChar));
        var above = Path.GetDirectoryName(path)!;
        lock (_names)
        {
            if (!_names.Add(name))
                throw new InvalidOperationException($"'{name}' is written twice.");
            if (_folders.Add(above))
                Directory.CreateDirectory(above);
        }

        return path;
    }

    /// <summary>The folder of a format. It is there for a package without any kind, too.</summary>
    public FormatFolder Below(string name)
    {
        Directory.CreateDirectory(Path.Combine(_written, name));
        return new FormatFolder(this, name);
    }

    /// <summary>Puts what was written into its place.</summary>
    public void Commit()
    {
        File.WriteAllText(
            Path.Combine(_written, Marker),
            string.Concat(_names.Order(StringComparer.Ordinal).Select(name => name + "\n")),
            Utf8
        );
        // The folder may have changed in the meantime.
        _place.RefuseForeign(_target);
        if (Directory.Exists(_target))
            Directory.Move(_target, _replaced);
        try
        {
            Directory.Move(_written, _target);
        }
        catch
        {
            if (Directory.Exists(_replaced))
                Directory.Move(_replaced, _target);
            throw;
        }

        if (Directory.Exists(_replaced))
            Delete(_replaced);
    }

    public void Dispose()
    {
        if (Directory.Exists(_written))
            Directory.Delete(_written, recursive: true);
        _place.Dispose();
    }
}

/// <summary>The part of an export's folder that one format writes.</summary>
internal sealed class FormatFolder(ExportFolder folder, string name)
{
    private const int Buffer = 1 << 16;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The full path of a new file.</summary>
    public string Add(string file) => folder.Add($"{name}/{file}");

    public FileStream Create(string file) =>
        new(Add(file), FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);

    /// <summary>A text in UTF-8 whose lines end with a line feed.</summary>
    public StreamWriter CreateText(string file) => new(Create(file), Utf8, Buffer) { NewLine = "\n" };

    /// <summary>Writes a whole text in UTF-8.</summary>
    public void WriteText(string file, string text) => File.WriteAllText(Add(file), text, Utf8);

    public void WriteJson(string file, Action<System.Text.Json.Utf8JsonWriter> write)
    {
        using var stream = Create(file);
        Reports.JsonText.Write(stream, write);
    }
}
