using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Gives planned types the names of kinds and properties.</summary>
internal sealed class TypeInference(KindNames kindNames)
{
    /// <summary>The kind of planned records.</summary>
    /// <param name="name">The name of the kind, which no other has.</param>
    public InferredKind KindOf(string name, PlannedRecord records, Func<string, string> nameProperty)
    {
        var properties = new List<InferredProperty>(records.Properties.Count);
        foreach (var property in records.Properties)
        {
            var named = nameProperty(property.Key);
            properties.Add(
                new InferredProperty(
                    property.Key,
                    named,
                    TypeOf(property.Type, name, PropertyNames.WordsOf(property.Key)),
                    property.IsRequired,
                    property.IsNullable
                )
            );
        }

        return new InferredKind(name, properties.ToEquatableArray());
    }

    private InferredType TypeOf(PlannedType type, string owner, string name) =>
        type switch
        {
            PlannedScalar scalar => new InferredScalar(scalar.Name),
            PlannedTexts => InferredTexts.Instance,
            PlannedItems { IsMap: true } map => new InferredMap(TypeOf(map.Items, owner, name), map.HasNulls),
            PlannedItems list => new InferredList(TypeOf(list.Items, owner, name), list.HasNulls),
            PlannedRecord record => RecordOf(record, owner, name),
            _ => throw new NotSupportedException($"A type planned as {type.GetType().Name} has no name."),
        };

    private InferredRecord RecordOf(PlannedRecord records, string owner, string name)
    {
        var kind = kindNames.TakeEmbedded(owner, name);
        var properties = new PropertyNames(kind, isEmbedded: true);
        return new InferredRecord(KindOf(kind, records, properties.Take));
    }
}
