using System.Text;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests;

/// <summary>A folder outside of the repository, which is removed with its contents.</summary>
internal sealed class TempFolder : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Resolved: some systems' folder for temporary files is a link.
    public string Path { get; } = Directory.CreateTempSubdirectory("datapackage-tool-").FullName;

    /// <summary>Writes a file; its folders are made.</summary>
    public TempFolder With(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, Utf8.GetBytes(text));
        return this;
    }

    /// <summary>Copies a folder of the repository, without what builds leave in it.</summary>
    public TempFolder WithCopyOf(string folder, string target)
    {
        var root = Repository.PathOf(folder);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/');
            if (path.Split('/').Any(part => part is "bin" or "obj"))
                continue;
            var full = PathOf(target + "/" + path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            File.Copy(file, full);
        }

        return this;
    }

    public string PathOf(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, path));

    public string Text(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The text of every file, by path.</summary>
    public SortedDictionary<string, string> Files(string below = ".")
    {
        var root = PathOf(below);
        return new(
            Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'),
                    // As Latin-1, in which two files have the same text only if they have the same bytes.
                    file => File.ReadAllText(file, Encoding.Latin1)
                ),
            StringComparer.Ordinal
        );
    }

    public ToolRun Run(params string[] arguments) => ToolRun.In(Path, arguments);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
