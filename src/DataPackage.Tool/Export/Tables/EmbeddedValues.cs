using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Export.Tables;

/// <summary>The values of embedded kinds within all entities, found for all tables in one walk. Those in lists of lists
/// are JSON, and not among them.</summary>
internal sealed class EmbeddedValues
{
    private readonly PackageSchema _schema;
    private readonly Lazy<Dictionary<string, List<TableOwner>>> _byKind;

    public EmbeddedValues(ExportSource source)
    {
        _schema = source.Schema;
        _byKind = new(() =>
        {
            var byKind = new Dictionary<string, List<TableOwner>>(StringComparer.Ordinal);
            foreach (var (kind, entity) in source.Entities)
                AddWithin(kind, entity.Values, "", new(kind.Name, entity.Id, byKind));
            return byKind;
        });
    }

    /// <summary>The values of a kind, ordered by entity and place.</summary>
    public IReadOnlyList<TableOwner> Of(Kind kind) => _byKind.Value.GetValueOrDefault(kind.Name) ?? [];

    private readonly record struct Entity(string Kind, string Id, Dictionary<string, List<TableOwner>> ByKind);

    private void AddWithin(Kind kind, IReadOnlyList<Value?> values, string prefix, in Entity entity)
    {
        foreach (var (property, value) in EntityValues.Of(kind, values))
        {
            if (property.Form != ValueForm.Embedded || property.Layers.Count > 1)
                continue;
            var path = prefix + property.Name;
            switch (value)
            {
                case EmbeddedValue single:
                    Add(property, single, path, entity);
                    break;
                case ListValue list:
                    for (var i = 0; i < list.Items.Count; i++)
                        Add(property, list.Items[i], Leaf.ItemPath(path, i), entity);
                    break;
                case MapValue map:
                    foreach (var entry in map.Entries)
                        Add(property, entry.Value, Leaf.EntryPath(path, entry.Key), entity);
                    break;
                default:
                    throw property.UnknownForm;
            }
        }
    }

    private void Add(Property property, Value? value, string path, in Entity entity)
    {
        if (value is not EmbeddedValue embedded)
            return;
        if (!entity.ByKind.TryGetValue(property.Range, out var found))
            entity.ByKind.Add(property.Range, found = []);
        found.Add(new TableOwner([entity.Kind, entity.Id, path], embedded.Values, null));
        AddWithin(_schema[property.Range], embedded.Values, path + ".", entity);
    }
}
