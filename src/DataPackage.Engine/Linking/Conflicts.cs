using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Reports contradictions between seeds: duplicate ids, accessors and unique values, and texts without
/// metadata.</summary>
internal sealed class Conflicts
{
    private readonly PackageIndex _index;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly CancellationToken _cancellation;

    /// <summary>The first position of each unique value. The key names the kind that declares the property: a unique
    /// property of an abstract kind is unique among all kinds that extend it.</summary>
    private readonly Dictionary<(string DeclaredBy, string Property, string Key), SeedPosition> _unique = [];

    private Conflicts(PackageIndex index, CancellationToken cancellation)
    {
        _index = index;
        _cancellation = cancellation;
    }

    public static EquatableArray<SeedDiagnostic> Find(
        IReadOnlyList<BoundSeed> seeds,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        var conflicts = new Conflicts(index, cancellation);
        if (index.HasConflicts)
            seeds = SeedOrder.Sort(seeds);
        var byKind = index
            .Kinds.Where(conflicts.IsChecked)
            .ToDictionary(kind => kind.Kind.Name, _ => new List<BoundEntity>(), StringComparer.Ordinal);
        if (byKind.Count == 0)
            return default;
        foreach (var seed in seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entity in seed.Entities)
                if (byKind.TryGetValue(entity.Kind, out var entities))
                    entities.Add(entity);
        }

        foreach (var kind in index.Kinds)
            if (byKind.TryGetValue(kind.Kind.Name, out var entities))
                conflicts.Check(kind, entities, seeds);
        return conflicts._diagnostics.ToEquatableArray();
    }

    private bool IsChecked(KindIndex kind) =>
        _index.HasConflicts
        || kind.Kind.IsArticle
        || kind.Kind.Properties.Any(property => property.Constraints.IsUnique);

    /// <param name="entities">The entities of the kind, in the order of their seeds.</param>
    private void Check(KindIndex kind, List<BoundEntity> entities, IReadOnlyList<BoundSeed> seeds)
    {
        _cancellation.ThrowIfCancellationRequested();
        var rows = new BoundEntity?[kind.Entities.Count];
        foreach (var entity in entities)
        {
            if (kind.Find(entity.Id) is not { Row: var row })
                continue; // The index failed, which was reported.
            if (rows[row] is { } first)
                ReportDuplicate(kind.Kind, entity.Id, entity.Location, first.Location);
            else
                rows[row] = entity;
        }

        if (kind.HasCollisions)
            CheckAccessors(kind.Kind, rows);
        if (kind.HasTooManyForAccessors)
            ReportTooMany(kind.Kind, rows);
        if (kind.HasFormerIds)
            CheckFormerIds(kind, rows);
        CheckUnique(kind.Kind, rows);
        if (kind == _index.Articles)
            CheckTexts(kind, rows, seeds);
    }

    private void ReportDuplicate(Kind kind, string id, SeedPosition location, SeedPosition first) =>
        _diagnostics.Add(Rules.DuplicateId, location, first, kind.Label, id);

    private void CheckAccessors(Kind kind, BoundEntity?[] rows)
    {
        var taken = new Dictionary<string, BoundEntity>(StringComparer.Ordinal);
        var collisions = new List<(string Accessor, BoundEntity First, BoundEntity Second)>();
        foreach (var entity in rows)
        {
            if (entity is null or { IsBroken: true })
                continue;
            var accessor = KindIndex.AccessorOf(kind, entity.Id, entity.CSharpName);
            if (accessor.Length == 0)
                continue;
            if (taken.TryGetValue(accessor, out var other))
                collisions.Add((accessor, other, entity));
            else
                taken.Add(accessor, entity);
        }

        if (kind.HasDistinctAccessors && collisions.Count > 0)
            ReportIndistinct(kind, collisions);
        else
            foreach (var (accessor, first, second) in collisions)
                _diagnostics.Add(
                    Rules.AccessorCollision,
                    second.NameLocation,
                    first.NameLocation,
                    first.Id,
                    second.Id,
                    $"{kind.Plural}.{accessor}"
                );
    }

    /// <summary>In data that nobody described, one message about all accessors is enough.</summary>
    private void ReportIndistinct(Kind kind, List<(string Accessor, BoundEntity First, BoundEntity Second)> collisions)
    {
        var (accessor, first, second) = collisions[0];
        var others = collisions.Skip(1).Select(each => each.Accessor).Distinct(StringComparer.Ordinal).ToList();
        others.Remove(accessor);
        _diagnostics.Add(
            Rules.InferredCollision,
            second.NameLocation,
            first.NameLocation,
            first.Id,
            second.Id,
            $"{kind.Plural}.{accessor}",
            others.Count == 0 ? "" : $" (so it is with {Nouns.Count(others.Count, "other name")})"
        );
    }

    private void ReportTooMany(Kind kind, BoundEntity?[] rows)
    {
        var named = rows.Where(entity =>
                entity is not null && KindIndex.AccessorOf(kind, entity.Id, entity.CSharpName).Length > 0
            )
            .Select(entity => entity!)
            .ToList();
        _diagnostics.Add(
            Rules.TooManyAccessors,
            named[0].Location,
            kind.Name,
            named.Count.ToString("N0", CultureInfo.InvariantCulture),
            KindIndex.MostAccessors.ToString("N0", CultureInfo.InvariantCulture),
            kind.Plural
        );
    }

    private void CheckFormerIds(KindIndex kind, BoundEntity?[] rows)
    {
        var former = new Dictionary<string, SeedPosition>(StringComparer.Ordinal);
        foreach (var entity in rows)
        {
            _cancellation.ThrowIfCancellationRequested();
            foreach (var (id, location) in entity?.FormerIds ?? [])
            {
                if (kind.Find(id) is { } present)
                    ReportDuplicate(kind.Kind, id, location, rows[present.Row]!.Location);
                else if (former.TryGetValue(id, out var first))
                    ReportDuplicate(kind.Kind, id, location, first);
                else
                    former.Add(id, location);
                var accessor = Names.ToAccessor(id, kind.Kind);
                if (kind.FindAccessor(accessor) is { } taken && taken.Id != id && taken.Id != entity!.Id)
                    _diagnostics.Add(
                        Rules.AccessorCollision,
                        location,
                        rows[taken.Row]!.NameLocation,
                        taken.Id,
                        id,
                        $"{kind.Kind.Plural}.{accessor}"
                    );
            }
        }
    }

    private void CheckUnique(Kind kind, BoundEntity?[] rows)
    {
        foreach (var entity in rows)
        {
            if (entity is null)
                continue;
            foreach (var value in entity.UniqueValues)
            {
                var property = kind.Properties[value.Property];
                var key = (property.DeclaredBy, property.Name, value.Key);
                if (_unique.TryGetValue(key, out var other))
                    _diagnostics.Add(Rules.NotUnique, value.Location, other, value.Text, property.Name);
                else
                    _unique.Add(key, value.Location);
            }
        }
    }

    private void CheckTexts(KindIndex kind, BoundEntity?[] rows, IReadOnlyList<BoundSeed> seeds)
    {
        var texts = new Dictionary<string, BoundText>(StringComparer.Ordinal);
        foreach (var text in SeedOrder.Sort(seeds.Where(seed => seed.Text is not null)).Select(seed => seed.Text!))
        {
            if (texts.TryGetValue(text.Id, out var twin))
                ReportDuplicate(kind.Kind, text.Id, text.Location, twin.Location);
            else
                texts.Add(text.Id, text);
        }

        foreach (var text in texts.Values)
        {
            if (kind.Find(text.Id) is not { } article)
            {
                // The metadata may not have been read.
                if (!_index.IsUnread(kind))
                    _diagnostics.Add(
                        Rules.FrontMatter,
                        text.Location,
                        $"The text of the article '{text.Id}' has no metadata: they belong in '{text.Id}.yaml' "
                            + "beside it"
                    );
            }
            else if (rows[article.Row] is { Article.Body: not null } metadata)
                ReportDuplicate(kind.Kind, text.Id, text.Location, metadata.Location);
        }
    }
}
