using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Export;

namespace DataPackage.Tool.Site;

/// <summary>Another entity that a value names, or whose value names this one.</summary>
/// <param name="Properties">The properties that have the reference, of the entity that states it.</param>
internal sealed record Neighbour(EntityLink Entity, IReadOnlyList<Property> Properties);

/// <summary>Which entities refer to which, in values at any depth.</summary>
internal sealed class Neighbours
{
    private readonly Dictionary<string, IReadOnlyList<Neighbour>[]> _from = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Neighbour>?[]> _to = new(StringComparer.Ordinal);

    public static Neighbours Of(ExportSource source)
    {
        var all = new Neighbours();
        foreach (var (kind, linked) in source.Kinds)
        {
            all._from.Add(kind.Name, new IReadOnlyList<Neighbour>[linked.Entities.Count]);
            all._to.Add(kind.Name, new List<Neighbour>?[linked.Entities.Count]);
        }

        foreach (var (kind, linked) in source.Kinds)
            for (var row = 0; row < linked.Entities.Count; row++)
            {
                var entity = linked.Entities[row];
                all.Add(entity.LinkAt(kind.Name, row), kind, entity, source.Schema);
            }

        return all;
    }

    public IReadOnlyList<Neighbour> From(string kind, int row) => _from[kind][row];

    public IReadOnlyList<Neighbour> To(string kind, int row) => _to[kind][row] ?? (IReadOnlyList<Neighbour>)[];

    private void Add(EntityLink self, Kind kind, LinkedEntity entity, PackageSchema schema)
    {
        List<(EntityLink Entity, Property Property)>? found = null;
        for (var i = 0; i < entity.Values.Count; i++)
            if (entity.Values[i] is { } value && MayRefer(kind.Properties[i], schema))
                Collect(value, kind.Properties[i], kind.Properties[i], schema, found ??= []);
        _from[kind.Name][self.Row] = found is null
            ? []
            :
            [
                .. found
                    .GroupBy(each => (each.Entity.Kind, each.Entity.Row))
                    .Select(each => new Neighbour(
                        each.First().Entity,
                        [.. each.Select(one => one.Property).Distinct()]
                    )),
            ];
        foreach (var neighbour in _from[kind.Name][self.Row])
            (_to[neighbour.Entity.Kind][neighbour.Entity.Row] ??= []).Add(neighbour with { Entity = self });
    }

    private static bool MayRefer(Property property, PackageSchema schema) =>
        property.IsReference || (property.Range.Length > 0 && schema[property.Range].IsEmbedded);

    /// <param name="outer">The property of the entity in whose value this one is.</param>
    private static void Collect(
        Value? value,
        Property property,
        Property outer,
        PackageSchema schema,
        List<(EntityLink Entity, Property Property)> found
    )
    {
        switch (value)
        {
            case ReferenceValue reference:
                found.Add((reference.Target, outer));
                break;
            case ListValue list:
                foreach (var item in list.Items)
                    Collect(item, property, outer, schema, found);
                break;
            case MapValue map:
                foreach (var entry in map.Entries)
                    Collect(entry.Value, property, outer, schema, found);
                break;
            case EmbeddedValue embedded:
                var kind = schema[property.Range];
                for (var i = 0; i < embedded.Values.Count; i++)
                    Collect(embedded.Values[i], kind.Properties[i], outer, schema, found);
                break;
        }
    }
}
