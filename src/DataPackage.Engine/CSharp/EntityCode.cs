using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The part of generated code that depends on one entity alone. An edit of an entity makes only its own part
/// again.</summary>
internal sealed record EntityCode(PackedEntity Packed, AccessorSource Accessor)
{
    public static EntityCode Of(string kindName, LinkedEntity entity, CodeContext context)
    {
        var kind = context.Packing.Schema[kindName];
        var documentation = entity.Accessor.Length == 0 ? default : context.Documentation.Of(kind, entity);
        var former = entity.FormerNames.Where(name => name.Accessor.Length > 0).Select(name => name.Accessor);
        return new EntityCode(
            context.Target.HasBytes
                ? EntityPacker.Pack(kindName, entity, context.Packing)
                : PackedEntity.Empty(kindName, entity),
            new AccessorSource(
                entity.Accessor,
                documentation,
                former.ToEquatableArray(),
                Notice.Of(entity.Deprecated, context.Packing.Schema)
            )
        );
    }

    /// <summary>The row and the accessor of an entity that failed. They stay, since other generated code names
    /// them.</summary>
    public static EntityCode Empty(string kind, LinkedEntity entity) =>
        new(PackedEntity.Empty(kind, entity), AccessorSource.Undocumented(entity));
}
