using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>All that generated code says of one entity: an edit makes that of one entity again, and no other.</summary>
internal sealed record EntityCode(PackedEntity Packed, AccessorSource Accessor)
{
    public static EntityCode Of(string kindName, LinkedEntity entity, CodeContext context)
    {
        var kind = context.Packing.Schema[kindName];
        var documentation =
            entity.Accessor.Length == 0 ? default : context.Documentation.Of(kind, entity).ToEquatableArray();
        var former = entity.FormerNames.Where(name => name.Accessor.Length > 0).Select(name => name.Accessor);
        return new EntityCode(
            EntityPacker.Pack(kindName, entity, context.Packing),
            new AccessorSource(entity.Accessor, documentation, former.ToEquatableArray())
        );
    }

    /// <summary>Keeps the place and the accessor of an entity that failed: other generated code names them.</summary>
    public static EntityCode Empty(string kind, LinkedEntity entity) =>
        new(PackedEntity.Empty(kind, entity), AccessorSource.Undocumented(entity));
}
