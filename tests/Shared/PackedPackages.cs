using System.IO.Compression;

namespace DataPackage.Testing;

/// <summary>The packages as 'dotnet pack' makes them from this tree, under a version that nobody has ever restored, in
/// a folder outside of the repository. Nothing is written into the tree, so that it does not matter what else is being
/// built there.</summary>
public class PackedPackages : IDisposable
{
    /// <summary>The folder that <see cref="Dispose()"/> removes with all that is in it.</summary>
    public string Workspace { get; } = Directory.CreateTempSubdirectory("datapackage-tests-").FullName;

    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>A source to restore from: *.nupkg and *.snupkg.</summary>
    public string Feed { get; }

    /// <summary>The folder of intermediate files; it is the machine's own business, and no packed file may name
    /// it.</summary>
    public string Artifacts { get; }

    /// <param name="projects">Folders of the projects to pack, below the repository's root.</param>
    protected PackedPackages(params string[] projects)
    {
        Feed = Path.Combine(Workspace, "packages");
        Artifacts = Path.Combine(Workspace, "artifacts");
        var environment = new Dictionary<string, string>();
        try
        {
            // Locked mode only reads the lock files; without it a restore may rewrite them.
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
            // Nobody disposes of what could not be constructed.
            Dispose();
            throw;
        }
    }

    /// <summary>Packages of this run: <c>DataPackage</c> and <c>.nupkg</c> give the path of
    /// DataPackage.0.0.0-test.1.nupkg.</summary>
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
        Directory.Delete(Workspace, recursive: true);
        GC.SuppressFinalize(this);
    }
}
