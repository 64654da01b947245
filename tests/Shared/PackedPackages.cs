using System.IO.Compression;

namespace DataPackage.Testing;

/// <summary>The packages that 'dotnet pack' makes from this tree, in a folder outside of the repository, with a version
/// that was never restored. Nothing is written into the tree, so other builds there do not matter.</summary>
public class PackedPackages : IDisposable
{
    private const int MostAttempts = 600;

    /// <summary>The folder that <see cref="Dispose()"/> removes with its contents.</summary>
    public string Workspace { get; } = Directory.CreateTempSubdirectory("datapackage-tests-").FullName;

    public string Version { get; } = $"999.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>A source to restore from: *.nupkg and *.snupkg.</summary>
    public string Feed { get; }

    /// <summary>The folder of intermediate files, which no packed file may name.</summary>
    public string Artifacts { get; }

    /// <param name="projects">Folders of the projects to pack, below the repository's root.</param>
    protected PackedPackages(params string[] projects)
    {
        Feed = Path.Combine(Workspace, "packages");
        Artifacts = Path.Combine(Workspace, "artifacts");
        var environment = new Dictionary<string, string>();
        try
        {
            // Locked mode only reads the lock files; without it, a restore may rewrite them.
            foreach (var project in projects)
                Dotnet.Run(
                    Repository.Root,
                    environment,
                    "pack",
                    project,
                    "--configuration",
                    "Release",
                    "--output",
                    Feed,
                    "--artifacts-path",
                    Artifacts,
                    $"-p:Version={Version}",
                    "-p:RestoreLockedMode=true"
                );
        }
        catch
        {
            // Nobody disposes an object whose constructor throws.
            Dispose();
            throw;
        }
    }

    /// <summary>Packages of this run: <c>DataPackage</c> and <c>.nupkg</c> give the path of
    /// DataPackage.999.0.0-test.1.nupkg.</summary>
    public string PathOf(string id, string extension = ".nupkg") => Path.Combine(Feed, $"{id}.{Version}{extension}");

    /// <summary>Unpacks one file of a package into the workspace.</summary>
    public string Extract(string id, string entry)
    {
        var target = Path.Combine(Workspace, "extracted", id, entry);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var package = ZipFile.OpenRead(PathOf(id));
        package.GetEntry(entry)!.ExtractToFile(target, overwrite: true);
        return target;
    }

    public void Dispose()
    {
        // A build starts a program for editors that nobody waits for: it may still write.
        for (var attempts = 0; Directory.Exists(Workspace); attempts++)
            try
            {
                Directory.Delete(Workspace, recursive: true);
            }
            catch (IOException) when (attempts < MostAttempts)
            {
                Thread.Sleep(TimeSpan.FromSeconds(0.1));
            }

        GC.SuppressFinalize(this);
    }
}
