using System.Text;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Writes the documentation of accessors into the compiler's documentation file, where the compiler would have
/// written it. The file is then the same as that of a package whose code has the documentation.</summary>
public sealed class CompleteDocumentation : BuildTask
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private const string Member = "        <member name=\"";
    private const string End = "        </member>";

    /// <summary>The folder of the compiled seeds.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The compiler's file.</summary>
    [Required]
    public string File { get; set; } = "";

    protected override bool Run()
    {
        var missing = Read();
        if (missing.Count == 0 || !System.IO.File.Exists(File))
            return true;
        var written = System.IO.File.ReadAllText(File);
        var lineEnd = written.Contains("\r\n") ? "\r\n" : "\n";
        var lines = written.Split(["\r\n", "\n"], StringSplitOptions.None);
        var complete = new StringBuilder(written.Length + missing.Values.Sum(text => text.Length));
        var others = "";
        for (var i = 0; i < lines.Length; i++)
        {
            Append(lines[i], isLast: i + 1 == lines.Length);
            if (lines[i].StartsWith(Member, StringComparison.Ordinal))
                others = missing.TryGetValue(IdOf(lines[i]), out var found) ? found : "";
            if (lines[i] != End || others.Length == 0)
                continue;
            complete.Append(lineEnd == "\n" ? others : others.Replace("\n", lineEnd));
            i = SkipEarlier(lines, i, others);
            others = "";
        }

        Replace(complete.ToString());
        return true;

        void Append(string line, bool isLast)
        {
            complete.Append(line);
            if (!isLast)
                complete.Append(lineEnd);
        }
    }

    /// <summary>Skips the elements that an earlier run has written, maybe with other texts.</summary>
    /// <param name="end">The line before them.</param>
    /// <returns>The last line to skip.</returns>
    private static int SkipEarlier(string[] lines, int end, string others)
    {
        var ids = new HashSet<string>(
            others.Split('\n').Where(line => line.StartsWith(Member, StringComparison.Ordinal)).Select(IdOf),
            StringComparer.Ordinal
        );
        while (
            end + 1 < lines.Length
            && lines[end + 1].StartsWith(Member, StringComparison.Ordinal)
            && ids.Contains(IdOf(lines[end + 1]))
        )
        {
            do end++;
            while (end + 1 < lines.Length && lines[end] != End);
        }

        return end;
    }

    /// <summary>Beside the other results first: a build that is stopped here leaves the whole file of the
    /// compiler.</summary>
    private void Replace(string text)
    {
        var made = Path.Combine(Folder, CompiledFiles.Documentation + ".new");
        System.IO.File.WriteAllText(made, text, Utf8);
        try
        {
            System.IO.File.Replace(made, File, null);
        }
        catch (IOException)
        {
            // On another volume nothing can be replaced.
            System.IO.File.Copy(made, File, overwrite: true);
            System.IO.File.Delete(made);
        }
    }

    private static string IdOf(string line) =>
        line.IndexOf('"', Member.Length) is > 0 and var end ? line.Substring(Member.Length, end - Member.Length) : "";

    /// <summary>The elements that follow that of an accessor, by its documentation id.</summary>
    private Dictionary<string, string> Read()
    {
        var entries = new OwnFolder(Folder).ReadText(CompiledFiles.Documentation).Split('\0');
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < entries.Length; i += 2)
            if (entries[i + 1].Length > 0)
                missing[entries[i]] = entries[i + 1];
        return missing;
    }
}
