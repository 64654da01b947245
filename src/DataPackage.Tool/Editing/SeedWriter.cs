using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Writes changes to disk: all of them, or none.</summary>
internal static class SeedWriter
{
    private const string New = ".changed";
    private const string Old = ".kept";

    /// <exception cref="IOException">A file cannot be written; then all are as they were.</exception>
    public static void Write(IReadOnlyList<ChangedFile> files, Session session)
    {
        foreach (var file in files)
            Refuse(file, session);
        var undo = new Stack<Action>();
        try
        {
            foreach (var file in files.Where(file => file.Content is not null))
            {
                session.Cancellation.ThrowIfCancellationRequested();
                undo.Push(() => File.Delete(file.Target + New));
                OwnFolder.Create(file.Target + New, file.Content!);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(file.Target + New, File.GetUnixFileMode(file.Path));
            }

            // From here on a signal is too late: the rest is renaming, and takes no time.
            foreach (var file in files)
                Exchange(file, undo);
        }
        catch
        {
            while (undo.TryPop(out var step))
                step();
            throw;
        }

        foreach (var file in files)
            File.Delete(file.Path + Old);
    }

    private static void Refuse(ChangedFile file, Session session)
    {
        var others = new[] { file.Path + Old, file.Target == file.Path ? null : file.Target, file.Target + New };
        foreach (var path in others.OfType<string>().Prepend(file.Path))
            if (Links.IsLink(path) || (path != file.Path && Links.IsTaken(path)))
                throw StopException.NotStarted($"'{session.Show(path)}' is in the way: nothing is written");
        if (!File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(file.Text.Bytes))
            throw StopException.NotStarted($"'{session.Show(file.Path)}' has just changed: nothing is written");
    }

    private static void Exchange(ChangedFile file, Stack<Action> undo)
    {
        if (file.Target == file.Path)
        {
            File.Replace(file.Path + New, file.Path, file.Path + Old);
            undo.Push(() => File.Move(file.Path + Old, file.Path, overwrite: true));
            return;
        }

        File.Move(file.Path, file.Path + Old);
        undo.Push(() => File.Move(file.Path + Old, file.Path));
        if (file.Target is not { } target)
            return;
        File.Move(target + New, target);
        undo.Push(() => File.Delete(target));
    }
}
