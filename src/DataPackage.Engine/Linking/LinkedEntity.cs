using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>An entity whose references are resolved.</summary>
internal sealed record LinkedEntity
{
    public required string Id { get; init; }

    /// <summary>Its C# name in the catalog; empty if it has none.</summary>
    public required string Accessor { get; init; }

    /// <summary>The text that names the entity; its id if it has no other.</summary>
    public required string Caption { get; init; }

    /// <summary>One value for each property of the kind, null if absent.</summary>
    public required EquatableArray<Value?> Values { get; init; }

    public EquatableArray<LinkedCitation> Citations { get; init; }

    /// <summary>Values with remarks of the seed, and values that compete.</summary>
    public EquatableArray<Claim> Claims { get; init; }

    /// <summary>The text of an article; null for all other entities.</summary>
    public LinkedText? Text { get; init; }

    /// <summary>Its ids and accessors in earlier versions of the package.</summary>
    public EquatableArray<FormerName> FormerNames { get; init; }

    /// <summary>Null if the entity is not to be given up.</summary>
    public Deprecation? Deprecated { get; init; }

    /// <summary>The link to the entity in a row of a kind.</summary>
    public EntityLink LinkAt(string kind, int row) => new(kind, row, Id, Accessor);

    public static LinkedEntity Empty(Kind kind, EntityLink self) =>
        new()
        {
            Id = self.Id,
            Accessor = self.Accessor,
            Caption = self.Id,
            Values = new(new Value?[kind.Properties.Count]),
        };
}

/// <summary>A citation whose article and passage are found.</summary>
internal sealed record LinkedCitation(EntityLink Article, Passage Passage, EquatableArray<string> For);
