using DataPackage.Generator.Model;
using DataPackage.Generator.Schema.Configuration;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Schema.Inference;

/// <summary>What one file adds to the shape of its collection; an edited value of the same form leaves it equal.</summary>
/// <param name="Folder">The folder or file that it is in.</param>
/// <param name="Collection">The name of its configuration; where it has none, its folder.</param>
/// <param name="Records">The shape of what <see cref="SeedRecords"/> will find in the file.</param>
/// <param name="Ids">Of records that neither a file's name nor a key names: what each has for an id, null where it has none that could be one.</param>
/// <param name="HasNames">Whether some records are named by the file or by a key.</param>
internal sealed record SeedShape(string SeedPath, string FilePath, string Folder, string Collection, Shape Records, EquatableArray<string?> Ids, bool HasNames)
{
    private static readonly KeyPath DefaultId = KeyPath.Of("id");

    public static SeedShape? Of(SeedDocument document, KindConfiguration? configuration)
    {
        if (document.IsBroken || document.Article is not null || document.Root is null) return null;
        var mayBeMap = !document.IsInFolder || configuration?.Items is not null || configuration?.Source is not null;
        var shape = new ShapeBuilder();
        var (ids, hasNames) = (new List<string?>(), false);
        void Add(SeedNode record, bool isNamed)
        {
            shape.Add(IgnoredPaths.Without(record, configuration?.Ignored ?? default));
            hasNames |= isNamed;
            if (!isNamed) ids.Add((configuration?.Id ?? DefaultId).In(record) is SeedScalar { IsNull: false } id ? id.Text : null);
        }

        foreach (var root in new[] { document.Root }.Concat(document.MoreRoots))
        {
            switch (configuration?.Items is { } items ? items.In(root) : root)
            {
                case SeedSequence list:
                    foreach (var item in list.Items) Add(item, isNamed: false);
                    break;
                case SeedMapping { Entries.Count: > 0 } map when mayBeMap && map.Entries.All(entry => entry.Value is SeedMapping):
                    foreach (var entry in map.Entries) Add(entry.Value, isNamed: true);
                    break;
                case SeedMapping record:
                    Add(record, isNamed: document.MoreRoots.Count == 0);
                    break;
            }
        }

        var records = shape.ToShape();
        return records.Mappings == 0 ? null : new SeedShape(document.SeedPath, document.FilePath, document.Collection, configuration?.Name ?? document.Collection, records, ids.ToEquatableArray(), hasNames);
    }
}
