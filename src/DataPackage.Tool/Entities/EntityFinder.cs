using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Shared.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Entities;

/// <summary>Finds the kind or the entity that an argument names.</summary>
internal sealed class EntityFinder(PackageCompiler compiler)
{
    /// <summary>The concrete kind of this name, plural or collection, in any case.</summary>
    /// <exception cref="StopException">There is none.</exception>
    public KindIndex Kind(string name) => FindKind(name) ?? throw StopException.Findings(NoKind(name));

    private KindIndex? FindKind(string name)
    {
        var folded = LetterCase.ToLower(name);
        return compiler.Index.Kinds.FirstOrDefault(kind =>
            LetterCase.ToLower(kind.Kind.Name) == folded
            || LetterCase.ToLower(kind.Kind.Plural) == folded
            || kind.Kind.Collection == folded
        );
    }

    private string NoKind(string name)
    {
        var names = NameList.Of(
            compiler.Index.Kinds.SelectMany(kind => new[] { kind.Kind.Name, kind.Kind.Collection })
        );
        var work = new SuggestionWork(SuggestionWork.OfPackage);
        return $"there is no kind '{name}'{MessageText.DidYouMean(NameList.FindNearest(name, [names], work))}";
    }

    /// <summary>The entity that <c>[KIND/]ID</c> or a name means.</summary>
    /// <exception cref="StopException">There is none, or several.</exception>
    public FoundEntity Entity(string named)
    {
        var found = Find(named);
        return found switch
        {
            [var only] => only,
            [] => throw StopException.Findings($"there is no entity '{named}'{Suggest(named)}"),
            _ => throw StopException.Findings(
                $"'{named}' may be {string.Join(" or ", found.Select(each => each.Name))}: name one of these"
            ),
        };
    }

    private List<FoundEntity> Find(string named)
    {
        var kinds = compiler.Index.Kinds.AsEnumerable();
        var id = named;
        if (named.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && FindKind(named[..slash]) is { } kind)
            (kinds, id) = ([kind], named[(slash + 1)..]);
        var searched = kinds.ToList();
        var byId = searched.Select(each => each.Find(id)).OfType<EntityLink>().ToList();
        if (byId.Count > 0)
            return [.. byId.Select(entity => new FoundEntity(entity, null))];
        var byFormerId = searched.Select(each => each.FindFormer(id)).OfType<EntityLink>().ToList();
        return byFormerId.Count > 0
            ? [.. byFormerId.Select(entity => new FoundEntity(entity, $"by the former id '{id}'"))]
            : FindByName(searched, id);
    }

    private List<FoundEntity> FindByName(List<KindIndex> kinds, string name)
    {
        var wanted = EntityNames.FormsOf(name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from kind in kinds
            from entity in EntitiesOf(kind)
            let match = EntityNames
                .Of(kind.Kind, entity)
                .FirstOrDefault(each => EntityNames.FormsOf(each).Any(wanted.Contains))
            where match is not null
            select new FoundEntity(kind.Find(entity.Id)!, match == entity.Caption ? null : $"by the name '{match}'"),
        ];
    }

    /// <summary>All entities of a kind, ordered by id.</summary>
    public IEnumerable<LinkedEntity> EntitiesOf(KindIndex kind) =>
        compiler.Package.Kinds.First(each => each.Name == kind.Kind.Name).Entities;

    public LinkedEntity Linked(EntityLink entity) =>
        compiler.Package.Kinds.First(each => each.Name == entity.Kind).Entities[entity.Row];

    private string Suggest(string named)
    {
        var id = named[(named.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var work = new SuggestionWork(SuggestionWork.OfPackage);
        return MessageText.DidYouMean(
            NameList.FindNearest(id, [.. compiler.Index.Kinds.Select(kind => kind.Ids)], work)
        );
    }
}

/// <param name="How">How it was found, if not by its id or its caption; null otherwise.</param>
internal sealed record FoundEntity(EntityLink Entity, string? How)
{
    /// <summary>The kind and the id.</summary>
    public string Name => $"{Entity.Kind}/{Entity.Id}";
}
