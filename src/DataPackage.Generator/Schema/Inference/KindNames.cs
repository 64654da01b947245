using DataPackage.Generator.Schema.Configuration;

namespace DataPackage.Generator.Schema.Inference;

/// <summary>Gives each inferred kind a name that no other type of the package has.</summary>
internal sealed class KindNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="declared">The kinds that schemas declare: they keep their names.</param>
    public KindNames(IEnumerable<Kind> declared)
    {
        foreach (var kind in declared)
        {
            _taken.Add(kind.TypeName);
            _taken.Add(kind.Name);
            if (kind.IsConcrete) _taken.Add(kind.Plural);
            foreach (var property in kind.Properties.Where(property => property.EnumType.Length > 0)) _taken.Add(property.EnumType);
        }
    }

    /// <summary>The kind and the catalog of a collection: <c>languages</c> → Language, Languages. Where the name is no plural, as of <c>data</c>, the kind is a DataEntry.</summary>
    /// <param name="configuration">What datapackage.yaml says of the collection; may name the kind, the catalog, or both.</param>
    public (string Kind, string Plural) TakeCollection(string collection, KindConfiguration? configuration)
    {
        if (configuration is { IsNamedByKind: true }) return (Take(configuration.Name), Take(configuration.Plural ?? configuration.Name + "s"));
        if (configuration?.Plural is { } chosen) return (TakeSingular(Take(chosen)), chosen);
        var plural = Names.ToPascalCase(collection);
        if (!Names.IsPlainIdentifier(plural)) plural = "Seeds" + plural.TrimStart(Names.Evasion);
        plural = Take(Names.IsTakenInCatalog(plural) ? plural + "Catalog" : plural);
        return (TakeSingular(plural), plural);
    }

    private string TakeSingular(string plural) => Take(Plurals.SingularOf(plural) is var singular && singular == plural ? plural + "Entry" : singular);

    /// <summary>A name like the wanted one. It is not silently numbered before other words were tried: numbers say nothing.</summary>
    public string Take(string wanted)
    {
        if (TryTake(wanted)) return wanted;
        if (TryTake(wanted + "Record")) return wanted + "Record";
        for (var number = 2; ; number++)
            if (TryTake(FormattableString.Invariant($"{wanted}Record{number}"))) return FormattableString.Invariant($"{wanted}Record{number}");
    }

    private bool TryTake(string name) => !Names.IsTakenInEntity(name, kind: "", isArticle: true) && _taken.Add(name);
}
