using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Model;

/// <summary>Brings the seeds together: orders and names the entities, resolves references and their reverses, verifies quotes.</summary>
internal sealed class Linker
{
    private readonly PackageSchema _schema;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly Dictionary<string, List<BoundEntity>> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, EntityLink>> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundText> _texts = new(StringComparer.Ordinal);
    /// <summary>Kinds of whose entities some could not be read: a reference that finds none may mean one of these.</summary>
    private readonly HashSet<string> _unreadKinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuoteMatcher> _matchers = new(StringComparer.Ordinal);

    /// <summary>Who refers to whom: (the kind that declares the property, the property) → target → sources.</summary>
    private readonly Dictionary<(string From, string Property), Dictionary<EntityLink, List<EntityLink>>> _references = [];

    private Linker(PackageSchema schema) => _schema = schema;

    public static (LinkedPackage Package, EquatableArray<SeedDiagnostic> Diagnostics) Link(
        IEnumerable<BoundSeed> seeds, PackageSchema schema, CancellationToken cancellation)
    {
        var linker = new Linker(schema);
        linker.Collect(seeds);
        cancellation.ThrowIfCancellationRequested();
        foreach (var kind in schema.ConcreteKinds) linker.NameEntities(kind);
        cancellation.ThrowIfCancellationRequested();
        var drafts = schema.ConcreteKinds.Select(kind => (kind, Entities: linker._entities[kind.Name].Select(entity => linker.LinkEntity(kind, entity)).ToList())).ToList();
        cancellation.ThrowIfCancellationRequested();
        foreach (var kind in schema.ConcreteKinds) linker.CheckUnique(kind);
        var kinds = drafts.Select(draft => new LinkedKind(draft.kind.Name,
            draft.Entities.ToEquatableArray(), linker.ReversesOf(draft.kind, draft.Entities))).ToEquatableArray();
        return (new LinkedPackage(kinds), linker._diagnostics.ToArray());
    }

    private void Collect(IEnumerable<BoundSeed> seeds)
    {
        foreach (var kind in _schema.ConcreteKinds) _entities.Add(kind.Name, []);
        var declared = new Dictionary<(string, string), BoundEntity>();
        // Files of one entity first: where an id stands twice, the entry in a file of many is the word to point at.
        foreach (var seed in seeds.OrderBy(seed => seed.SeedPath.Contains('/') ? 0 : 1).ThenBy(seed => seed.SeedPath, StringComparer.Ordinal))
        {
            if (seed.UnreadKind is { } unread) _unreadKinds.Add(unread);
            if (seed.Text is { } text)
            {
                if (_texts.TryGetValue(text.Id, out var twin)) ReportDuplicate(_schema.Article!, text.Id, text.Location, twin.Location);
                else _texts.Add(text.Id, text);
            }

            foreach (var entity in seed.Entities)
            {
                if (declared.TryGetValue((entity.Kind, entity.Id), out var first))
                {
                    ReportDuplicate(_schema[entity.Kind], entity.Id, entity.Location, first.Location);
                    continue;
                }

                declared.Add((entity.Kind, entity.Id), entity);
                _entities[entity.Kind].Add(entity);
            }
        }

        foreach (var entities in _entities.Values)
            entities.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        foreach (var text in _texts.Values)
        {
            var kind = _schema.Article!;
            if (!declared.TryGetValue((kind.Name, text.Id), out var metadata))
                _diagnostics.Add(Rules.FrontMatter, text.Location, $"The text of the article '{text.Id}' has no metadata: they belong in '{text.Id}.yaml' beside it");
            else if (metadata.Body is not null)
                ReportDuplicate(kind, text.Id, text.Location, metadata.Location);
        }
    }

    private void ReportDuplicate(Kind kind, string id, SeedLocation location, SeedLocation first) =>
        _diagnostics.Add(Rules.DuplicateId, location, kind.Label, id, first.ToString());

    private void NameEntities(Kind kind)
    {
        var links = new Dictionary<string, EntityLink>(StringComparer.Ordinal);
        var byAccessor = new Dictionary<string, BoundEntity>(StringComparer.Ordinal);
        var entities = _entities[kind.Name];
        for (var row = 0; row < entities.Count; row++)
        {
            var entity = entities[row];
            var accessor = entity.CSharpName ?? Names.ToAccessor(entity.Id, kind);
            if (byAccessor.TryGetValue(accessor, out var other))
            {
                _diagnostics.Add(Rules.AccessorCollision, entity.NameLocation, other.Id, entity.Id, $"{kind.Plural}.{accessor}", other.NameLocation.ToString());
                accessor = "";
            }
            else byAccessor.Add(accessor, entity);
            links.Add(entity.Id, new EntityLink(kind.Name, row, entity.Id, accessor));
        }

        _links.Add(kind.Name, links);
    }

    private LinkedEntity LinkEntity(Kind kind, BoundEntity entity)
    {
        var self = _links[kind.Name][entity.Id];
        var values = LinkValues(kind, entity.Values, self);
        var citations = entity.Citations.Select(LinkCitation).Where(citation => citation is not null).Select(citation => citation!).ToEquatableArray();
        if (_schema.Facts.Citations == CitationPolicy.Entity && !kind.IsArticle && entity.Citations.Count == 0 && !entity.IsBroken)
            _diagnostics.Add(Rules.Uncited, entity.Location, kind.Label, entity.Id, "entity");
        var body = BodyOf(entity);
        return new LinkedEntity(entity.Id, self.Accessor, CaptionOf(kind, values) ?? entity.Id, values, citations,
            body is null ? null : new LinkedText(entity.MayRedistribute ? body.Text : null, body.Sha256));
    }

    private static string? CaptionOf(Kind kind, EquatableArray<Value?> values) =>
        kind.Caption is null ? null : values[kind.IndexOf(kind.Caption)] switch
        {
            TextValue text => text.Text,
            LocalizedValue localized => localized.Entries[0].Text,
            _ => null,
        };

    private EquatableArray<Value?> LinkValues(Kind kind, EquatableArray<Value?> values, EntityLink source)
    {
        var linked = new Value?[values.Count];
        for (var i = 0; i < linked.Length; i++) linked[i] = values[i] is { } value ? LinkValue(kind.Properties[i], value, source) : null;
        return linked.ToEquatableArray();
    }

    private Value? LinkValue(Property property, Value value, EntityLink source)
    {
        switch (value)
        {
            case UnlinkedReference reference:
                if (Resolve(property, reference) is not { } target) return null;
                if (property.ReverseName is not null) Record(property, target, source);
                return new ReferenceValue(target);
            case EmbeddedValue embedded:
                return new EmbeddedValue(LinkValues(_schema[property.Range], embedded.Values, source));
            case ListValue list:
                return new ListValue(list.Items.Select(item => LinkValue(property, item, source)).Where(item => item is not null).Select(item => item!).ToEquatableArray());
            default:
                return value;
        }
    }

    private void Record(Property property, EntityLink target, EntityLink source)
    {
        var key = (property.DeclaredBy, property.Name);
        if (!_references.TryGetValue(key, out var byTarget)) _references.Add(key, byTarget = []);
        if (!byTarget.TryGetValue(target, out var sources)) byTarget.Add(target, sources = []);
        if (!sources.Contains(source)) sources.Add(source);
    }

    /// <summary>The entity that a reference names: an id, or <c>Kind/id</c> where several kinds have that id.</summary>
    private EntityLink? Resolve(Property property, UnlinkedReference reference)
    {
        var range = _schema[property.Range];
        var candidates = _schema.ConcreteKindsOf(range).ToList();
        var id = reference.Text;
        if (id.IndexOf('/') is > 0 and var slash && candidates.Find(kind => kind.Name == id.Substring(0, slash)) is { } named)
        {
            candidates = [named];
            range = named;
            id = id.Substring(slash + 1);
        }

        var found = candidates.Where(kind => _links[kind.Name].ContainsKey(id)).ToList();
        if (found.Count == 1) return _links[found[0].Name][id];
        if (found.Count > 1)
        {
            _diagnostics.Add(Rules.AmbiguousReference, reference.Location, id,
                string.Join(" or ", found.Select(kind => $"a {kind.Label.ToLowerInvariant()}")), $"{found[0].Name}/{id}");
            return null;
        }

        if (candidates.Any(kind => _unreadKinds.Contains(kind.Name))) return null;
        // Ship/ann, where Ann is a sailor and sailors would do: what is not there is a ship called Ann.
        var elsewhere = id != reference.Text ? null : _schema.ConcreteKinds.FirstOrDefault(kind => _links[kind.Name].ContainsKey(id));
        if (elsewhere is not null)
            _diagnostics.Add(Rules.WrongReferenceKind, reference.Location, id, elsewhere.Label.ToLowerInvariant(), property.Name, range.Label.ToLowerInvariant());
        else
            _diagnostics.Add(Rules.UnknownReference, reference.Location, range.Label.ToLowerInvariant(), id,
                Rules.DidYouMean(NearestName.Find(id, candidates.SelectMany(kind => _links[kind.Name].Keys))));
        return null;
    }

    private ArticleBody? BodyOf(BoundEntity article) =>
        article.Body ?? (_schema.Article?.Name == article.Kind && _texts.TryGetValue(article.Id, out var text) ? text.Body : null);

    private LinkedCitation? LinkCitation(BoundCitation citation)
    {
        var kind = _schema.Article;
        if (kind is null || !_links[kind.Name].TryGetValue(citation.Article, out var link))
        {
            if (kind is null ? _schema.IsIncomplete : _unreadKinds.Contains(kind.Name)) return null;
            _diagnostics.Add(Rules.UnknownArticle, citation.ArticleLocation, citation.Article,
                kind is null ? "" : Rules.DidYouMean(NearestName.Find(citation.Article, _links[kind.Name].Keys)));
            return null;
        }

        var article = _entities[kind.Name][link.Row];
        if (BodyOf(article) is not { } body)
        {
            // An article that could not be read has been reported; its quotes are not at fault.
            if (!article.IsBroken) _diagnostics.Add(Rules.ArticleWithoutText, citation.QuoteLocation, citation.Article);
            return null;
        }

        if (!_matchers.TryGetValue(citation.Article, out var matcher)) _matchers.Add(citation.Article, matcher = new QuoteMatcher(body));
        var passages = matcher.Find(citation.Quote, citation.Prefix, citation.Suffix);
        if (passages.Count == 1)
        {
            var passage = passages[0];
            return new LinkedCitation(link, article.MayRedistribute ? passage.Text : null, citation.For, passage.Paragraph, passage.Start, passage.End);
        }

        // What an article without its front matter, or with a malformed one, contains is anybody's guess.
        if (article.IsBroken) return null;
        if (passages.Count > 1)
            _diagnostics.Add(Rules.QuoteAmbiguous, citation.QuoteLocation, citation.Article, passages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else
            _diagnostics.Add(Rules.QuoteNotFound, citation.QuoteLocation, citation.Article,
                (citation.Prefix ?? citation.Suffix) is not null && matcher.Find(citation.Quote, null, null).Count > 0
                    ? " after that prefix and before that suffix; without them it does"
                    : "; quotes are compared literally, but for white space, quotation marks and dashes");
        return null;
    }

    private void CheckUnique(Kind kind)
    {
        var first = new Dictionary<(int, string), SeedLocation>();
        foreach (var value in _entities[kind.Name].SelectMany(entity => entity.UniqueValues))
        {
            if (first.TryGetValue((value.Property, value.Text), out var other))
                _diagnostics.Add(Rules.NotUnique, value.Location, value.Text, kind.Properties[value.Property].Name, other.ToString());
            else first.Add((value.Property, value.Text), value.Location);
        }
    }

    private EquatableArray<EquatableArray<EquatableArray<EntityLink>>> ReversesOf(Kind kind, List<LinkedEntity> entities) =>
        kind.Reverses.Select(reverse => entities.Select(entity =>
                _references.TryGetValue((reverse.From, reverse.Property), out var byTarget) && byTarget.TryGetValue(_links[kind.Name][entity.Id], out var sources)
                    ? sources.OrderBy(source => source.Id, StringComparer.Ordinal).ThenBy(source => source.Kind, StringComparer.Ordinal).ToEquatableArray()
                    : default).ToEquatableArray()).ToEquatableArray();
}
