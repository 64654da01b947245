using DataPackage.Engine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Where and how an entity is written.</summary>
internal sealed class EntitySource
{
    private EntitySource(BoundSeed seed, BoundEntity entity, SeedDocument document) =>
        (Seed, Entity, Document) = (seed, entity, document);

    public BoundSeed Seed { get; }

    public BoundEntity Entity { get; }

    public SeedDocument Document { get; }

    /// <summary>The mapping that states it; null if the file is empty.</summary>
    public SeedMapping? Mapping { get; private init; }

    /// <summary>Whether the name of the file is the id.</summary>
    public bool IsFile { get; private init; }

    /// <summary>The entry of the file's mapping of entities that it is; null if it is no such entry.</summary>
    public (SeedMapping Parent, SeedEntry Entry)? Entry { get; private init; }

    /// <exception cref="StopException">Its id is not written as one text.</exception>
    public static EntitySource Of(EntityLink entity, PackageCompiler compiler)
    {
        var (seed, bound) = compiler
            .Bound.OrderBy(each => each, SeedOrder.Instance)
            .SelectMany(each => each.Entities.Select(bound => (each, bound)))
            .First(pair => pair.bound.Kind == entity.Kind && pair.bound.Id == entity.Id);
        var document = compiler.Documents.First(each => each.FilePath == seed.FilePath);
        if (bound.IsBroken || document.IsBroken)
            throw StopException.Findings($"{document.SeedPath} cannot be read as a whole: correct it first");
        var span = bound.Location.Span;
        if (span.IsEmpty && document.FileName == entity.Id && seed.Entities.Count == 1 && document.MoreRoots.Count == 0)
            return new(seed, bound, document) { IsFile = true, Mapping = document.Root as SeedMapping };
        foreach (var mapping in document.Roots.SelectMany(MappingsIn))
        foreach (var entry in mapping.Entries)
        {
            if (entry.KeySlot.Span == span && entry.Name == entity.Id)
                return new(seed, bound, document) { Mapping = entry.Value as SeedMapping, Entry = (mapping, entry) };
            if (entry.ValueSlot.Span == span && entry.ValueSlot.Text == entity.Id)
                return new(seed, bound, document) { Mapping = mapping };
        }

        throw StopException.Findings(
            $"the id '{entity.Id}' is not written as such in {document.SeedPath}: it is made of other values or a place"
        );
    }

    private static IEnumerable<SeedMapping> MappingsIn(SeedNode root)
    {
        var left = new Stack<SeedNode>([root]);
        while (left.TryPop(out var node))
        {
            if (node is SeedMapping mapping)
                yield return mapping;
            var children = node switch
            {
                SeedMapping parent => parent.Entries.Select(entry => entry.Value),
                SeedSequence list => list.Items,
                _ => Enumerable.Empty<SeedNode>(),
            };
            foreach (var child in children)
                if (child is not SeedScalar)
                    left.Push(child);
        }
    }
}
