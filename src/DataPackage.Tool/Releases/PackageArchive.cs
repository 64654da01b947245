using System.IO.Compression;
using System.Text;
using DataPackage.Engine.Releases;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Reads what a packed package says of itself. None of its code runs.</summary>
internal static class PackageArchive
{
    public const string Extension = ".nupkg";

    /// <summary>Where a package has its facts.</summary>
    private const string FactsPath = "datapackage/" + FactsFile.Name;

    /// <summary>More than the facts of a million entities.</summary>
    private const int MostBytes = 1 << 29;

    /// <exception cref="StopException">The file is no package, or has no facts that can be read.</exception>
    public static PublishedPackage Read(string path, Session session)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.GetEntry(FactsPath) is not { } entry)
                throw StopException.NotStarted(
                    $"'{session.Show(path)}' has no {FactsPath}: it is no package of data, or was made without one"
                );
            if (entry.Length > MostBytes)
                throw StopException.NotStarted($"the {FactsPath} of '{session.Show(path)}' is too large");
            using var content = entry.Open();
            using var reader = new StreamReader(content, Encoding.UTF8);
            return FactsFile.Read(reader.ReadToEnd());
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException)
        {
            throw StopException.NotStarted($"'{session.Show(path)}' cannot be read as a package: {wrong.Message}");
        }
    }
}
