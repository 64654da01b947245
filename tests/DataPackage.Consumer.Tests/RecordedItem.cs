using System.Collections;
using Microsoft.Build.Framework;

namespace DataPackage.Consumer.Tests;

/// <summary>An item of a build that no build made: only its name.</summary>
internal sealed class RecordedItem(string name) : ITaskItem
{
    public string ItemSpec { get; set; } = name;

    public ICollection MetadataNames => Array.Empty<string>();

    public int MetadataCount => 0;

    public IDictionary CloneCustomMetadata() => new Hashtable();

    public void CopyMetadataTo(ITaskItem destinationItem) { }

    public string GetMetadata(string metadataName) => "";

    public void RemoveMetadata(string metadataName) { }

    public void SetMetadata(string metadataName, string metadataValue) { }
}
