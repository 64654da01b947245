using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>An article that declares the entities that its text names.</summary>
internal sealed record DeclaringArticle(string Id, EquatableArray<DeclaredMention> Mentions)
{
    public static IEnumerable<DeclaringArticle> Of(BoundSeed seed) =>
        seed
            .Entities.Where(entity => entity.Article is { Mentions.Count: > 0 })
            .Select(entity => new DeclaringArticle(entity.Id, entity.Article!.Mentions));
}

/// <summary>Looks for the entities that articles declare to name, as a program finds them in any text.</summary>
internal sealed class MentionVerifier : EntityScanner
{
    private const int MostNames = 3;

    private readonly PackageIndex _index;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly Dictionary<EntityLink, List<string>> _names = [];
    private readonly HashSet<EntityLink> _mentioned = [];

    private MentionVerifier(PackageIndex index) => _index = index;

    public static EquatableArray<SeedDiagnostic> Verify(
        IReadOnlyList<DeclaringArticle> articles,
        ArticleShelf shelf,
        IReadOnlyList<LinkedSeed> seeds,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        if (articles.Count == 0)
            return default;
        var verifier = new MentionVerifier(index);
        foreach (var seed in seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (self, entity) in seed.Rows)
                verifier.Add(self, EntityNames.Of(index[self.Kind].Kind, entity));
        }

        foreach (var article in articles.OrderBy(article => article.Id, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            // Broken and duplicate entities were reported.
            if (shelf.Find(article.Id) is { IsBroken: false } text)
                verifier.Verify(article, text.Body);
        }

        return verifier._diagnostics.ToEquatableArray();
    }

    private void Add(EntityLink entity, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!_names.TryGetValue(entity, out var known))
                _names.Add(entity, known = []);
            known.Add(name);
            AddName(entity, name);
        }
    }

    protected override void Keep(EntityLink entity, int start, int length) => _mentioned.Add(entity);

    private void Verify(DeclaringArticle article, ArticleBody? body)
    {
        _mentioned.Clear();
        if (body is not null)
            Scan(body.Text);
        foreach (var declared in article.Mentions)
        {
            if (Resolve(declared) is not { } entity || _mentioned.Contains(entity))
                continue;
            // The entity's name may not have been read.
            if (_index.LacksValues(_index[entity.Kind]) || _diagnostics.Counts(declared.Location))
                continue;
            _diagnostics.Add(
                Rules.MentionNotFound,
                declared.Location,
                article.Id,
                LetterCase.ToLower(_index[entity.Kind].Kind.Label),
                entity.Id,
                body is null ? "it has no text here" : DescribeNames(entity)
            );
        }
    }

    private string DescribeNames(EntityLink entity)
    {
        if (!_names.TryGetValue(entity, out var names))
            return "the entity has no name to be found by";
        var shown = string.Join(
            ", ",
            names.Distinct(StringComparer.Ordinal).Take(MostNames).Select(name => $"'{name}'")
        );
        return $"the text has none of its names ({shown}{(names.Count > MostNames ? ", \u2026" : "")}) as words of "
            + "their own; another form of one is an alias that its seed can list";
    }

    /// <summary>The entity of any kind that an id names; <c>Kind/id</c> if several kinds have it.</summary>
    private EntityLink? Resolve(DeclaredMention declared)
    {
        var id = declared.Text;
        IReadOnlyList<EntityLink> found;
        if (id.IndexOf('/') is > 0 and var slash)
        {
            var kind = _index.Find(id.Substring(0, slash));
            id = id.Substring(slash + 1);
            found = kind?.Find(id) is { } entity ? [entity] : [];
        }
        else
            found = _index.FindAll(id);

        if (found.Count == 1)
            return found[0];
        if (found.Count == 0 && (_index.Schema.IsIncomplete || _index.HasUnread))
            return null;
        if (_diagnostics.Counts(declared.Location))
            return null;
        if (found.Count > 1)
            _diagnostics.Add(
                Rules.AmbiguousReference,
                declared.Location,
                id,
                string.Join(" or ", found.Select(entity => $"a {LetterCase.ToLower(_index[entity.Kind].Kind.Label)}")),
                $"{found[0].Kind}/{id}"
            );
        else
            _diagnostics.Add(
                Rules.UnknownReference,
                declared.Location,
                "entity",
                declared.Text,
                _diagnostics.DidYouMean(id, [.. _index.Kinds.Select(kind => kind.Ids)])
            );
        return null;
    }
}
