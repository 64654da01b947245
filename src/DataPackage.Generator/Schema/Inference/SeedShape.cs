using DataPackage.Generator.Model;
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
/// <param name="Ids">Of a list: what each record has for an id, null where it has none that could be one.</param>
internal sealed record SeedShape(string SeedPath, string FilePath, string Collection, CollectionForm Form, Shape Records, EquatableArray<string?> Ids)
{
    public static SeedShape? Of(SeedDocument document)
    {
        if (document.IsBroken || document.Article is not null) return null;
        var records = new ShapeBuilder();
        switch (document.Root)
        {
            case SeedSequence list:
                foreach (var item in list.Slots) records.Add(item.Node);
                return Make(document, CollectionForm.List, records,
                    list.Items.Select(item => (item as SeedMapping)?.ValueOf("id") is SeedScalar { IsNull: false } id ? id.Text : null));
            case SeedMapping mapping when !document.IsInFolder && mapping.Entries.Count > 0 && mapping.Entries.All(entry => entry.Value is SeedMapping):
                foreach (var entry in mapping.Entries) records.Add(entry.Value);
                return Make(document, CollectionForm.Map, records, []);
            case SeedMapping mapping:
                records.Add(mapping);
                return Make(document, CollectionForm.File, records, []);
            default:
                return null;
        }
    }

    private static SeedShape Make(SeedDocument document, CollectionForm form, ShapeBuilder records, IEnumerable<string?> ids) =>
        new(document.SeedPath, document.FilePath, document.Collection, form, records.ToShape(), ids.ToEquatableArray());
}
