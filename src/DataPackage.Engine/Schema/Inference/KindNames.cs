using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Gives each inferred kind a name that no other type of the package has.</summary>
internal sealed class KindNames
{
    /// <summary>Names of nested records grow with each level, and a number may follow
    /// (<see cref="Diagnostics.SeedLimits.NameLength"/>).</summary>
    private const int LongestName = 48;

    private readonly HashSet<string> _taken = new(LetterCase.Comparer.Instance);

    /// <summary>The last number that a wanted name got.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="declared">The kinds that schemas declare: they keep their names.</param>
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

    /// <summary>The kind and the catalog of a collection: <c>languages</c> → Language, Languages. Where the name is no
    /// plural, as of <c>data</c>, the kind is a DataEntry.</summary>
    /// <param name="configuration">What datapackage.yaml says of the collection; may name the kind, the catalog, or
    /// both.</param>
    public (string Kind, string Plural) TakeCollection(string collection, KindConfiguration? configuration)
    {
        var plural = Names.ToPascalCase(collection);
        if (configuration is { IsNamedByKind: true })
            return (
                Take(configuration.Name),
                Take(
                    configuration.Plural
                        ?? (Plurals.SingularOf(plural) == configuration.Name ? plural : configuration.Name + "s")
                )
            );
        if (configuration?.Plural is { } chosen)
            return (TakeSingular(Take(chosen)), chosen);
        if (!Names.IsPlainIdentifier(plural))
            plural = "Seeds" + plural.TrimStart(Names.Evasion);
        plural = Take(Names.IsTakenInCatalog(plural) ? plural + "Catalog" : plural);
        return (TakeSingular(plural), plural);
    }

    private string TakeSingular(string plural) =>
        Take(Plurals.SingularOf(plural) is var singular && singular == plural ? plural + "Entry" : singular);

    /// <summary>The kind of the records within one of another kind: <c>name</c> of Country → CountryName.</summary>
    /// <param name="property">Of any script and length; what a kind's name cannot have of it is left out.</param>
    public string TakeEmbedded(string owner, string property)
    {
        var name = new string(
            Names
                .ToPascalCase(Plurals.SingularOf(property))
                .Where(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
                .ToArray()
        );
        var wanted = owner + (name.Length == 0 ? "Part" : name);
        return Take(wanted.Length > LongestName ? wanted.Substring(0, LongestName) : wanted);
    }

    /// <summary>A name like the wanted one. It is not silently numbered before other words were tried: numbers say
    /// nothing.</summary>
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
