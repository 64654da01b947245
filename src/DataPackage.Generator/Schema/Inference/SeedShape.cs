using DataPackage.Generator.Model;
using DataPackage.Generator.Schema.Configuration;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Schema.Inference;

/// <summary>How the entities of a collection stand in its files.</summary>
internal enum CollectionForm
{
    /// <summary>Each file is one.</summary>
    File,

    /// <summary>A file is a list of them.</summary>
    List,

    /// <summary>A file is a mapping from id to entity.</summary>
    Map,
}

/// <summary>What one file adds to the shape of its collection; an edited value of the same form leaves it equal.</summary>
/// <param name="Collection">The name of its configuration; where it has none, of its folder or file.</param>
/// <param name="Ids">Of a list: what each record has for an id, null where it has none that could be one.</param>
internal sealed record SeedShape(string SeedPath, string FilePath, string Collection, CollectionForm Form, Shape Records, EquatableArray<string?> Ids)
{
    private static readonly KeyPath DefaultId = KeyPath.Of("id");

    public static SeedShape? Of(SeedDocument document, KindConfiguration? configuration)
    {
        if (document.IsBroken || document.Article is not null) return null;
        var root = configuration?.Items is { } items ? items.In(document.Root) : document.Root;
        var mayBeMap = !document.IsInFolder || configuration?.Items is not null || configuration?.Source is not null;
        var (form, records) = root switch
        {
            SeedSequence list => (CollectionForm.List, list.Items),
            SeedMapping { Entries.Count: > 0 } mapping when mayBeMap && mapping.Entries.All(entry => entry.Value is SeedMapping) =>
                (CollectionForm.Map, mapping.Entries.Select(entry => entry.Value).ToEquatableArray()),
            SeedMapping mapping => (CollectionForm.File, new[] { (SeedNode)mapping }.ToEquatableArray()),
            _ => (default, default),
        };
        if (records.Count == 0) return null;
        var shape = new ShapeBuilder();
        foreach (var record in records) shape.Add(configuration?.Ignored.Count > 0 ? Without(record, configuration, []) : record);
        var idPath = configuration?.Id ?? DefaultId;
        var ids = form == CollectionForm.List ? records.Select(record => idPath.In(record) is SeedScalar { IsNull: false } id ? id.Text : null).ToEquatableArray() : default;
        return new SeedShape(document.SeedPath, document.FilePath, configuration?.Name ?? document.Collection, form, shape.ToShape(), ids);
    }

    /// <summary>A record without what its configuration leaves out.</summary>
    private static SeedNode Without(SeedNode node, KindConfiguration configuration, List<string> path)
    {
        switch (node)
        {
            case SeedSequence list:
                return list with { Slots = list.Items.Select(item => new SeedSlot(Without(item, configuration, path))).ToEquatableArray() };
            case SeedMapping mapping:
                var entries = new List<SeedEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    path.Add(entry.Name);
                    if (!configuration.IsIgnored(path)) entries.Add(entry with { ValueSlot = new SeedSlot(Without(entry.Value, configuration, path)) });
                    path.RemoveAt(path.Count - 1);
                }

                return mapping with { Entries = entries.ToEquatableArray() };
            default:
                return node;
        }
    }
}
