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
            complete.Append(lines[i]);
            if (i + 1 < lines.Length)
                complete.Append(lineEnd);
            if (lines[i].StartsWith(Member, StringComparison.Ordinal))
                others = missing.TryGetValue(IdOf(lines[i]), out var found) ? found : "";
            else if (lines[i] == End && others.Length > 0)
            {
                // An interrupted build may have written it already.
                var second = others.Substring(0, others.IndexOf('\n'));
                if (i + 1 == lines.Length || lines[i + 1] != second)
                    complete.Append(lineEnd == "\n" ? others : others.Replace("\n", lineEnd));
                others = "";
            }
        }

        // Beside it first: a build that is stopped here leaves the whole file of the compiler.
        var beside = File + ".new";
        System.IO.File.WriteAllText(beside, complete.ToString(), Utf8);
        System.IO.File.Replace(beside, File, null);
        return true;
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
