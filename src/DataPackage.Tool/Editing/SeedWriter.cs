using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Writes files to disk: all of them, or none.</summary>
internal static class SeedWriter
{
    private const string New = ".changed";
    private const string Old = ".kept";

    /// <exception cref="IOException">A file cannot be written; then all are as they were, and a folder that was made
    /// for them is gone.</exception>
    public static void Write(IReadOnlyList<WrittenFile> files, Session session)
    {
        foreach (var file in files)
            Refuse(file, session);
        var undo = new Stack<Action>();
        try
        {
            foreach (var file in files.Where(file => file.Content is not null))
            {
                session.Cancellation.ThrowIfCancellationRequested();
                Prepare(file, undo);
            }

            session.Cancellation.ThrowIfCancellationRequested();
            // From here on a signal is too late: the rest is renaming, and takes no time.
            foreach (var file in files)
                Exchange(file, undo);
        }
        catch (Exception failure)
        {
            Undo(undo, failure);
            throw;
        }

        foreach (var file in files.Where(file => file.Path is not null))
            File.Delete(file.Path + Old);
    }

    private static void Refuse(WrittenFile file, Session session)
    {
        var blocking = Made(file).FirstOrDefault(Links.IsTaken);
        if (file.Path is { } path && Links.IsLink(path))
            blocking = path;
        if (blocking is not null)
            throw StopException.NotStarted($"'{session.Show(blocking)}' is in the way: nothing is written");
        if (file.Path is { } changed && !File.ReadAllBytes(changed).AsSpan().SequenceEqual(file.Before))
            throw StopException.NotStarted($"'{session.Show(changed)}' has just changed: nothing is written");
    }

    /// <summary>The names that are not there before, some for a moment only.</summary>
    private static IEnumerable<string> Made(WrittenFile file)
    {
        if (file.Path is { } path)
            yield return path + Old;
        if (file.Target is not { } target)
            yield break;
        if (target != file.Path)
            yield return target;
        yield return target + New;
    }

    /// <summary>Writes the file beside its place.</summary>
    private static void Prepare(WrittenFile file, Stack<Action> undo)
    {
        var target = file.Target!;
        MakeFolder(Path.GetDirectoryName(target)!, undo);
        OwnFolder.Create(target + New, file.Content!);
        undo.Push(() => File.Delete(target + New));
        if (file.Path is { } path && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(target + New, File.GetUnixFileMode(path));
    }

    private static void MakeFolder(string folder, Stack<Action> undo)
    {
        if (Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(folder) is { } above)
            MakeFolder(above, undo);
        Directory.CreateDirectory(folder);
        undo.Push(() => Directory.Delete(folder));
    }

    private static void Exchange(WrittenFile file, Stack<Action> undo)
    {
        if (file.Path is { } path)
        {
            if (path == file.Target)
            {
                Replace(path);
                undo.Push(() => File.Move(path + Old, path, overwrite: true));
                return;
            }

            File.Move(path, path + Old);
            undo.Push(() => File.Move(path + Old, path));
        }

        if (file.Target is not { } target)
            return;
        File.Move(target + New, target);
        undo.Push(() => File.Delete(target));
    }

    /// <summary>At no moment is there no file.</summary>
    private static void Replace(string path)
    {
        try
        {
            File.Replace(path + New, path, path + Old);
        }
        catch
        {
            // It keeps the old file before it puts the new one there.
            if (File.Exists(path))
                File.Delete(path + Old);
            else
                File.Move(path + Old, path);
            throw;
        }
    }

    /// <summary>Takes back all that can be taken back.</summary>
    /// <exception cref="IOException">Something cannot be.</exception>
    private static void Undo(Stack<Action> undo, Exception failure)
    {
        var left = new List<string>();
        while (undo.TryPop(out var step))
        {
            try
            {
                step();
            }
            catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
            {
                left.Add(stuck.Message);
            }
        }

        if (left.Count > 0)
            throw new IOException(
                $"{failure.Message} Not all could be taken back: {string.Join(' ', left)} A file whose name ends in "
                    + $"'{Old}' has what was there before",
                failure
            );
    }
}

/// <summary>A file as it is on disk, and as it is to be.</summary>
/// <param name="Path">The full path, as it is; null if the file is new.</param>
/// <param name="Before">The bytes, as they are; null if the file is new.</param>
/// <param name="Target">The full path, as it will be; null if the file is removed.</param>
/// <param name="Content">The bytes, as they will be; null if the file is removed.</param>
internal sealed record WrittenFile(string? Path, byte[]? Before, string? Target, byte[]? Content)
{
    public static WrittenFile New(string path, string text) =>
        new(null, null, path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
}
