using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Names;

namespace DataPackage.Tool.Export.Ftm;

/// <summary>Finds each <c>ftm</c> of a schema that FollowTheMoney does not have, or that says nothing of any
/// entity.</summary>
internal static class FtmCheck
{
    private const string Key = "ftm";

    public static IEnumerable<ExportFault> Find(ExportSource source)
    {
        var model = FtmModel.Read();
        foreach (var kind in source.Schema.Kinds)
        {
            if (kind.Ftm is { } named && FaultOf(kind, named, model) is { } fault)
                yield return ExportFault.At(source, kind.Name, [Key], fault);
            foreach (var property in kind.Properties.Where(each => each.DeclaredBy == kind.Name))
                if (property.Ftm is { } place && FaultOf(kind, property, place, model) is { } inVain)
                    yield return ExportFault.At(source, kind.Name, ["properties", property.Name, Key], inVain);
        }
    }

    private static string? FaultOf(Kind kind, string named, FtmModel model) =>
        kind.IsConcrete
            ? model.Find(named) is not null
                ? null
                : $"the schema of {kind.Name} has 'ftm: {named}', which is no schema of FollowTheMoney that entities "
                    + $"have{MessageText.DidYouMean(NearestName.Find(named, model.Names))}"
            : $"the schema of {kind.Name} has 'ftm: {named}', but no entity is just a {kind.Name}, which is "
                + $"{(kind.IsEmbedded ? "embedded" : "abstract")}: the kinds that have entities say which they are";

    private static string? FaultOf(Kind kind, Property property, string place, FtmModel model)
    {
        if (kind.IsEmbedded)
            return $"{kind.Name}.{property.Name} has 'ftm: {place}', but {kind.Name} is embedded, and values within "
                + "values have no place in FollowTheMoney";
        // An abstract kind does not know which schemas inherit the property.
        if (!kind.IsConcrete || kind.Ftm is null || model.Find(kind.Ftm) is not { } schema)
            return null;
        return model.Find(schema, place) is not null
            ? null
            : $"{kind.Name}.{property.Name} has 'ftm: {place}', which {schema.Name} of FollowTheMoney does not have"
                + MessageText.DidYouMean(NearestName.Find(place, model.PropertiesOf(schema)));
    }
}
