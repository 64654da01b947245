using DataPackage.Engine.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Chooses how the bytes of a package reach its assembly: as literals in code; or, as the compiler takes long
/// for literals of large packages, as a resource.</summary>
public sealed class ChooseDelivery : BuildTask
{
    private const string Literals = "literals";
    private const string Resource = "resource";

    public ITaskItem[] Seeds { get; set; } = [];

    [Required]
    public string ProjectFolder { get; set; } = "";

    [Required]
    public string SeedsPath { get; set; } = "";

    /// <summary>What the project asks for; empty if it leaves the choice.</summary>
    public string Asked { get; set; } = "";

    /// <summary>The length of all seeds with data, in bytes, from which on a package is large.</summary>
    public long LargeFrom { get; set; }

    /// <summary>Whether the bytes are a resource.</summary>
    [Output]
    public bool IsResource { get; set; }

    protected override bool Run()
    {
        if (Asked.Length > 0 && Asked is not (Literals or Resource))
        {
            LogError(
                null,
                $"DataPackage: '{Asked}' is no delivery; the property DataPackageDelivery can be '{Literals}' or "
                    + $"'{Resource}', or is left out"
            );
            return false;
        }

        IsResource = Seeds.Length > 0 && (Asked == Resource || (Asked.Length == 0 && IsLarge()));
        return true;
    }

    private bool IsLarge()
    {
        long length = 0;
        foreach (var seed in SeedItem.In(Seeds, ProjectFolder, SeedsPath, (_, _) => { }))
        {
            // Schemas, and what releases record, are no data. Articles are read, but not packed.
            if (
                SeedPaths.IsDeclaration(seed.SeedPath)
                || Path.GetExtension(seed.SeedPath).ToUpperInvariant() is ".MD" or ".TXT"
            )
                continue;
            var file = new FileInfo(seed.FullPath);
            length += file.Exists ? file.Length : 0;
            if (length >= LargeFrom)
                return true;
        }

        return false;
    }
}
