using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Tells what an entity says of itself (<see cref="OwnKeys"/>) from a property with the same key: other
/// people's data may have <c>citations</c> that are texts.</summary>
internal static class OwnKeyForms
{
    /// <summary>Whether all values of a key have the form of what the entity says by it.</summary>
    public static bool Have(KeyShape key) =>
        key.Key switch
        {
            SchemaKeys.Citations => AreCitations(key.Value),
            SchemaKeys.FormerIds => key.Value.Mappings == 0 && AreScalars(key.Value.Items),
            SchemaKeys.CSharpName => AreScalars(key.Value),
            _ => false,
        };

    private static bool AreScalars(Shape? values) => values is null or { Lists: 0, Mappings: 0 };

    private static bool AreCitations(Shape values)
    {
        var citations = new ShapeBuilder();
        citations.Add(values with { Lists = 0, EmptyLists = 0, Items = null });
        if (values.Items is { } items)
            citations.Add(items);
        var all = citations.ToShape();
        return all is { Scalars: 0, Lists: 0 }
            && SchemaKeys.RequiredOfCitation.All(required => all.Keys.Any(key => key.Key == required))
            && all.Keys.All(key => SchemaKeys.OfCitation.Contains(key.Key));
    }
}
