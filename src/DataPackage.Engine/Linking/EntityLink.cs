using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.Linking;

/// <summary>Identifies an entity: its kind, its index among the entities of that kind, its id and its
/// accessor.</summary>
internal sealed record EntityLink(string Kind, int Row, string Id, string Accessor);

/// <summary>A reference after the Link step.</summary>
internal sealed record ReferenceValue(EntityLink Target) : Value;

/// <summary>A reference to an entity of another package, after the Link step.</summary>
internal sealed record ExternalValue(ExternalEntity Target) : Value;
