using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Gives each inferred kind a name that no other type of the package has.</summary>
internal sealed class KindNames
{
    /// <summary>Names of nested records grow with each level, and a number may be added
    /// (<see cref="Diagnostics.SeedLimits.NameLength"/>).</summary>
    private const int LongestName = 48;

    private readonly HashSet<string> _taken = new(LetterCase.Comparer.Instance);

    /// <summary>The last number added to each wanted name.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="declared">The kinds of schemas, which keep their names.</param>
    public KindNames(IEnumerable<Kind> declared)
    {
        foreach (var kind in declared)
        {
            _taken.Add(kind.TypeName);
            _taken.Add(kind.Name);
            if (kind.IsConcrete)
                _taken.Add(kind.Plural);
            foreach (var property in kind.Properties.Where(property => property.EnumType.Length > 0))
                _taken.Add(property.EnumType);
        }
    }

    /// <summary>The names of the kind and the catalog of a collection: <c>languages</c> → Language, Languages. If the
    /// name is not a plural, such as <c>data</c>, the kind is a DataEntry.</summary>
    /// <param name="configuration">The configuration of the collection; it may name the kind, the catalog, or
    /// both.</param>
    public (string Kind, string Plural) TakeCollection(string collection, KindConfiguration? configuration)
    {
        var plural = CatalogOf(
            configuration is { Source: not null, IsNamedByKind: false, Name: var stated } ? stated : collection
        );
        if (configuration is { IsNamedByKind: true, Name: var kind })
            return (Take(kind), Take(configuration.Plural ?? PluralOf(kind, plural)));
        if (configuration?.Plural is { } chosen)
            return (TakeSingular(Take(chosen)), chosen);
        plural = Take(Names.IsTakenInCatalog(plural) ? plural + "Catalog" : plural);
        return (TakeSingular(plural), plural);
    }

    /// <summary>The catalog that a collection names: <c>languages</c> → Languages, <c>größen</c> → Grossen, <c>2024</c>
    /// → Seeds2024.</summary>
    public static string CatalogOf(string collection)
    {
        var name = Shorten(Names.ToMember(collection));
        return Names.IsTypeName(name) ? name
            : Shorten("Seeds" + name.TrimStart(Names.Evasion)) is var seeds && Names.IsTypeName(seeds) ? seeds
            : "Seeds";
    }

    private static string Shorten(string name) =>
        name.Length > LongestName ? name.Substring(0, LongestName).TrimEnd(Names.Evasion) : name;

    private static string PluralOf(string kind, string collection) =>
        Plurals.SingularOf(collection) == kind && collection != kind ? collection
        : Plurals.PluralOf(kind) is var plural && plural == kind ? kind + "Catalog"
        : plural;

    private string TakeSingular(string plural) =>
        Take(Plurals.SingularOf(plural) is var singular && singular == plural ? plural + "Entry" : singular);

    /// <summary>The name of the kind of records within another kind: <c>name</c> of Country → CountryName.</summary>
    /// <param name="property">The property, in any script and of any length; what cannot be in a kind's name is left
    /// out.</param>
    public string TakeEmbedded(string owner, string property)
    {
        var wanted = owner + (Names.ToMember(Plurals.SingularOf(property)) is { Length: > 0 } name ? name : "Part");
        return Take(Names.IsTypeName(Shorten(wanted)) ? Shorten(wanted) : owner + "Part");
    }

    /// <summary>A name like the wanted one. Other words are tried before a number, which says nothing.</summary>
    public string Take(string wanted)
    {
        if (TryTake(wanted))
            return wanted;
        if (TryTake(wanted + "Record"))
            return wanted + "Record";
        for (var number = _numbers.TryGetValue(wanted, out var last) ? last + 1 : 2; ; number++)
        {
            var name = FormattableString.Invariant($"{wanted}Record{number}");
            if (!TryTake(name))
                continue;
            _numbers[wanted] = number;
            return name;
        }
    }

    private bool TryTake(string name) => !Names.IsTakenInEntity(name, kind: "", isArticle: true) && _taken.Add(name);
}
