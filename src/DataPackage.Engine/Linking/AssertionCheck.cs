using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Reports the assertions of schemas about all entities of a kind that are false, at the word of the
/// schema.</summary>
internal sealed class AssertionCheck
{
    private readonly PackageIndex _index;
    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>The seeds with entities of a kind, by its name.</summary>
    private readonly ILookup<string, BoundSeed> _seeds;

    /// <summary>The schemas, by the name of their kind.</summary>
    private readonly ILookup<string, SeedDocument> _schemas;

    private AssertionCheck(IReadOnlyList<BoundSeed> seeds, PackageIndex index, IReadOnlyList<SeedDocument> declarations)
    {
        _index = index;
        // All entities of a seed have one kind.
        _seeds = seeds
            .Where(seed => seed.Entities.Count > 0)
            .ToLookup(seed => seed.Entities[0].Kind, StringComparer.Ordinal);
        _schemas = declarations
            .Where(document => SeedPaths.IsSchema(document.SeedPath))
            .ToLookup(document => document.FileName, StringComparer.Ordinal);
    }

    public static EquatableArray<SeedDiagnostic> Find(
        IReadOnlyList<BoundSeed> seeds,
        PackageIndex index,
        IReadOnlyList<SeedDocument> declarations,
        CancellationToken cancellation
    )
    {
        if (!index.Schema.Kinds.Any(kind => kind.Assertions is not null))
            return default;
        var check = new AssertionCheck(seeds, index, declarations);
        foreach (var kind in index.Schema.Kinds)
        {
            cancellation.ThrowIfCancellationRequested();
            if (kind.Assertions is { } assertions)
                check.Check(kind, assertions);
        }

        return check._diagnostics.ToEquatableArray();
    }

    private void Check(Kind kind, Assertions assertions)
    {
        var concrete = _index.KindsOf(kind.Name);
        // Missing entities may be among those that could not be read.
        if (concrete.Any(_index.LacksValues) || MappingOf(kind) is not { } asserted)
            return;
        var count = concrete.Sum(each => each.Entities.Count);
        if (count < assertions.Minimum)
            Report(
                asserted.Document,
                asserted.Mapping.ValueOf("min"),
                kind,
                Plural(count),
                FormattableString.Invariant($"at least {assertions.Minimum}")
            );
        if (count > assertions.Maximum)
            Report(
                asserted.Document,
                asserted.Mapping.ValueOf("max"),
                kind,
                Plural(count),
                FormattableString.Invariant($"at most {assertions.Maximum}")
            );
        if (assertions.FillRates.Count == 0 || count == 0)
            return;

        var seeds = concrete.SelectMany(each => _seeds[each.Kind.Name]).ToList();
        // A wrong value was reported, and would count as missing.
        if (seeds.Exists(seed => seed.Diagnostics.Count > 0))
            return;
        foreach (var rate in assertions.FillRates)
        {
            var stated = seeds.Sum(seed => seed.Entities.Count(entity => IsStated(entity, rate.Property)));
            if (stated >= rate.Least * count)
                continue;
            Report(
                asserted.Document,
                (asserted.Mapping.ValueOf("fillRate") as SeedMapping)?.ValueOf(rate.Property),
                kind,
                FormattableString.Invariant($"{Plural(count)}, of which {stated} state '{rate.Property}'"),
                FormattableString.Invariant($"a fill rate of at least {rate.Least}")
            );
        }
    }

    private bool IsStated(BoundEntity entity, string property)
    {
        var kind = _index[entity.Kind].Kind;
        return entity.Values[kind.IndexOf(property)] is not null and not ListValue { Items.Count: 0 };
    }

    /// <summary>Finds the position in the schema. The kind's model has none, so generated types do not change with
    /// them.</summary>
    private (SeedDocument Document, SeedMapping Mapping)? MappingOf(Kind kind)
    {
        foreach (var document in _schemas[kind.Name])
            if ((document.Root as SeedMapping)?.ValueOf("assertions") is SeedMapping mapping)
                return (document, mapping);
        return null;
    }

    private static string Plural(int count) =>
        count == 1 ? "1 entity" : FormattableString.Invariant($"{count} entities");

    private void Report(SeedDocument document, SeedNode? node, Kind kind, string found, string asserted)
    {
        if (node is not null)
            _diagnostics.Add(Rules.AssertionFailed, document.At(node), kind.Name, found, asserted);
    }
}
