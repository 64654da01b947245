using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Reads the seeds of a folder as they were committed. Asks git itself, so that every form of repository can
/// be read, and writes nothing.</summary>
internal static class GitRevision
{
    /// <summary>The start of what git keeps in the place of a file that Git LFS keeps.</summary>
    private const string PointerOfLfs = "version https://git-lfs.github.com/spec/";

    /// <param name="revision">What git calls a revision: a tag, a branch, <c>HEAD~1</c>.</param>
    /// <param name="folder">The full path of the folder of the seeds, as it is now.</param>
    /// <exception cref="StopException">There is no git, no repository or no such revision.</exception>
    public static IReadOnlyList<SeedInput> Read(string revision, string folder, Session session)
    {
        // Options before the revision end here: a branch may be called as an option is.
        var commit = Ask(
            $"'{revision}' is neither a folder, nor a package, nor a revision of the repository of "
                + session.Show(folder),
            folder,
            session,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            revision + "^{commit}"
        );
        var seeds = List(revision, commit.Trim(), folder, session);
        if (seeds.Count == 0)
            throw StopException.NotStarted($"there are no seeds in {session.Show(folder)} in {revision}");
        return ReadObjects(seeds, folder, session);
    }

    /// <summary>The seeds of a commit, each with the name of its object.</summary>
    private static List<(string Path, string Object)> List(
        string revision,
        string commit,
        string folder,
        Session session
    )
    {
        var files = Ask(
            $"the files of {revision} cannot be listed",
            folder,
            session,
            "ls-tree",
            "-r",
            "-z",
            commit,
            "--",
            "."
        );
        var seeds = new List<(string Path, string Object)>();
        foreach (var line in files.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var facts = line[..tab].Split(' ');
            var path = line[(tab + 1)..];
            if (facts[1] == "commit")
                throw StopException.NotStarted(
                    $"'{path}' is a submodule in {revision}, and its seeds are in another repository"
                );
            if (facts[1] != "blob" || SeedsFolder.At(".").SeedPathOf(path) is null)
                continue;
            if (facts[0] == "120000")
                throw StopException.NotStarted(
                    $"'{path}' is a symbolic link in {revision}, and links are not followed"
                );
            seeds.Add((path, facts[2]));
        }

        return seeds;
    }

    private static List<SeedInput> ReadObjects(List<(string Path, string Object)> seeds, string folder, Session session)
    {
        using var git = Start(folder, "cat-file", "--batch");
        // It answers each question, so its complaints are not needed; a full pipe would hold it up.
        git.BeginErrorReadLine();
        using var stop = session.Cancellation.Register(() => git.Kill());
        var asking = Task.Run(() =>
        {
            foreach (var (_, name) in seeds)
                git.StandardInput.Write(name + "\n");
            git.StandardInput.Close();
        });
        using var answers = new BufferedStream(git.StandardOutput.BaseStream);
        var read = new List<SeedInput>(seeds.Count);
        foreach (var (path, _) in seeds)
        {
            var text = ReadObject(answers, path, session.Cancellation);
            if (text.StartsWith(PointerOfLfs, StringComparison.Ordinal))
                throw StopException.NotStarted($"git does not have the text of '{path}': it is kept by Git LFS");
            read.Add(new SeedInput(SeedPaths.Normalize(path), Path.Combine(folder, path), text));
        }

        asking.GetAwaiter().GetResult();
        git.WaitForExit();
        return read;
    }

    private static string ReadObject(Stream answers, string path, CancellationToken cancellation)
    {
        var head = ReadLine(answers);
        // The answers of a git that was killed end early.
        cancellation.ThrowIfCancellationRequested();
        if (head.Split(' ') is not [_, "blob", var length])
            throw StopException.NotStarted(
                $"git does not have the text of '{path}'{(head.Length > 0 ? ": " + head : "")}"
            );
        var bytes = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        var isWhole = answers.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
        cancellation.ThrowIfCancellationRequested();
        if (!isWhole)
            throw StopException.NotStarted($"git ended before it gave the text of '{path}'");
        answers.ReadByte();
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not ('\n' or -1); next = stream.ReadByte())
            line.Append((char)next);
        return line.ToString();
    }

    /// <summary>What git says.</summary>
    /// <param name="failure">The message if it fails. What git complains of follows.</param>
    private static string Ask(string failure, string folder, Session session, params string[] arguments)
    {
        using var git = Start(folder, arguments);
        var complaint = "";
        git.ErrorDataReceived += (_, line) => complaint += " " + line.Data;
        git.BeginErrorReadLine();
        using var stop = session.Cancellation.Register(() => git.Kill());
        git.StandardInput.Close();
        var said = git.StandardOutput.ReadToEnd();
        // Also waits for the end of the complaint.
        git.WaitForExit();
        session.Cancellation.ThrowIfCancellationRequested();
        return git.ExitCode == 0
            ? said
            : throw StopException.NotStarted(
                complaint.Trim() is { Length: > 0 } words ? $"{failure}; {words}" : failure
            );
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // In a partial clone, git would fetch what it lacks, and ask for a password. Older versions do not know the
        // first of these, but use no protocol that the second does not name.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw StopException.NotStarted("a revision is read with git, and it cannot be started: " + missing.Message);
        }
    }
}
