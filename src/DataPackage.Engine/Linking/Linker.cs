using System.Globalization;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Links the entities of one seed: resolves their references, and adds the passages that they cite.</summary>
internal sealed class Linker
{
    private readonly PackageIndex _index;
    private readonly PackageSchema _schema;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<ReversibleReference> _references = [];
    private bool _isInClaim;

    private Linker(PackageIndex index, CancellationToken cancellation)
    {
        _index = index;
        _diagnostics = new DiagnosticBag(index.SuggestionWork);
        _schema = index.Schema;
        _cancellation = cancellation;
    }

    public static Result<LinkedSeed> Link(VerifiedSeed verified, PackageIndex index, CancellationToken cancellation)
    {
        var linker = new Linker(index, cancellation);
        var entities = verified.Seed.Entities;
        var rows = new List<LinkedRow>(entities.Count);
        for (var i = 0; i < entities.Count; i++)
        {
            var kind = index[entities[i].Kind];
            if (kind.Find(entities[i].Id) is not { } self)
                continue; // The index failed, which was reported.
            var linked = linker.LinkEntity(kind.Kind, entities[i], verified.Entities[i], self);
            if (!index.IsDuplicate(verified.Seed.FilePath, verified.Seed.Piece, i))
                rows.Add(new LinkedRow(self, linked));
        }

        return new(
            new LinkedSeed(rows.ToEquatableArray(), linker._references.ToEquatableArray()),
            linker._diagnostics.ToEquatableArray()
        );
    }

    private LinkedEntity LinkEntity(Kind kind, BoundEntity entity, VerifiedEntity verified, EntityLink self)
    {
        var values = LinkValues(kind, entity.Values, self);
        var citations = new List<LinkedCitation>(entity.Citations.Count);
        for (var i = 0; i < entity.Citations.Count; i++)
            if (LinkCitation(entity.Citations[i], verified.Passages[i]) is { } citation)
                citations.Add(citation);
        return new LinkedEntity
        {
            Id = entity.Id,
            Accessor = self.Accessor,
            Caption = EntityNames.CaptionOf(kind, values) ?? entity.Id,
            Values = values,
            Citations = citations.ToEquatableArray(),
            Claims = LinkClaims(kind, entity.Claims, self),
            Text = verified.Text,
            FormerNames = _index[self.Kind].FormerNamesOf(self.Row),
            Deprecated = entity.Deprecated is { } deprecated ? Link(deprecated) : null,
        };
    }

    private EquatableArray<Value?> LinkValues(Kind kind, EquatableArray<Value?> values, EntityLink source)
    {
        _cancellation.ThrowIfCancellationRequested();
        Value?[]? linked = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            var link = LinkValue(kind.Properties[i], value, source);
            if (!ReferenceEquals(link, value))
                (linked ??= values.ToArray())[i] = link;
        }

        return linked is null ? values : new(linked);
    }

    /// <summary>A reference in a claim makes no reverse: the property that shows the claim does.</summary>
    private EquatableArray<Claim> LinkClaims(Kind kind, EquatableArray<Claim> claims, EntityLink source)
    {
        if (claims.Count == 0)
            return claims;
        var linked = new List<Claim>(claims.Count);
        _isInClaim = true;
        foreach (var claim in claims)
        {
            // What the property shows was linked, and its mistakes were reported.
            _diagnostics.IsMuted = claim.IsShown;
            var value = claim.Value is null ? null : LinkValue(kind.Properties[claim.Property], claim.Value, source);
            _diagnostics.IsMuted = false;
            if (value is null && claim.Value is not null)
                continue;
            var who = claim.Details.AccordingTo is UnlinkedReference reference
                ? ResolveAnyone(reference, $"; who is no entity is written '{ClaimKeys.AccordingTo}: {{ text: ... }}'")
                : claim.Details.AccordingTo;
            linked.Add(claim with { Value = value, Details = claim.Details with { AccordingTo = who } });
        }

        _isInClaim = false;
        return linked.ToEquatableArray();
    }

    private Deprecation Link(Deprecation deprecated) =>
        deprecated with
        {
            See = deprecated
                .See.Select(see => see is UnlinkedReference named ? ResolveAnyone(named, "") : null)
                .OfType<Value>()
                .ToEquatableArray(),
        };

    /// <summary>The entity of any kind with this id, or with <c>Kind/id</c>.</summary>
    /// <param name="otherwise">What the message about an unknown entity says if none has a similar id.</param>
    private ReferenceValue? ResolveAnyone(UnlinkedReference reference, string otherwise)
    {
        var found = _index.FindAll(reference.Text);
        if (
            found.Count == 0
            && reference.Text.IndexOf('/') is > 0 and var slash
            && _index.Find(reference.Text.Substring(0, slash))?.Find(reference.Text.Substring(slash + 1)) is { } named
        )
            return new ReferenceValue(named);
        if (found.Count == 1)
            return new ReferenceValue(found[0]);
        if (_diagnostics.Counts(reference.Location) || (found.Count == 0 && _index.Kinds.Any(_index.IsUnread)))
            return null;
        if (found.Count > 1)
            _diagnostics.Add(
                Rules.AmbiguousReference,
                reference.Location,
                reference.Text,
                string.Join(" or ", found.Select(link => _index[link.Kind].Kind.NounWithArticle)),
                $"{found[0].Kind}/{reference.Text}"
            );
        else
            _diagnostics.Add(
                Rules.UnknownReference,
                reference.Location,
                "entity",
                reference.Text,
                _diagnostics.DidYouMean(reference.Text, _index.Kinds.Select(kind => kind.Ids).ToArray())
                    is { Length: > 0 } near
                    ? near
                    : otherwise
            );
        return null;
    }

    private Value? LinkValue(Property property, Value value, EntityLink source)
    {
        switch (value)
        {
            case UnlinkedReference reference when property.Type == PropertyType.External:
                return ResolveExternal(property, reference);
            case UnlinkedReference reference:
                if (Resolve(property, reference) is not { } target)
                    return null;
                if (property.ReverseName is not null && !_isInClaim)
                    _references.Add(new ReversibleReference(property.DeclaredBy, property.Name, target, source));
                return new ReferenceValue(target);
            case EmbeddedValue embedded:
                var values = LinkValues(_schema[property.Range], embedded.Values, source);
                return values.Equals(embedded.Values) ? embedded : new EmbeddedValue(values);
            case ListValue list when property.IsReference || property.Type == PropertyType.Embedded:
                var items = new List<Value?>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    var linked = item is null ? null : LinkValue(property, item, source);
                    if (item is null || linked is not null)
                        items.Add(linked);
                }

                return new ListValue(items.ToEquatableArray());
            case MapValue map when property.IsReference || property.Type == PropertyType.Embedded:
                var entries = new List<MapEntry>(map.Entries.Count);
                foreach (var entry in map.Entries)
                {
                    var linked = entry.Value is null ? null : LinkValue(property, entry.Value, source);
                    if (entry.Value is null || linked is not null)
                        entries.Add(new MapEntry(entry.Key, linked));
                }

                return new MapValue(entries.ToEquatableArray());
            default:
                return value;
        }
    }

    /// <summary>The entity that a reference names: an id, or <c>Kind/id</c> if several kinds have that id.</summary>
    private EntityLink? Resolve(Property property, UnlinkedReference reference)
    {
        var range = _schema[property.Range];
        var candidates = _index.KindsOf(range.Name);
        var id = reference.Text;
        if (property.By is { } by)
            return ResolveBy(by, reference, range, candidates);
        if (
            id.IndexOf('/') is > 0 and var slash
            && _index.Find(id.Substring(0, slash)) is { } named
            && Array.IndexOf(candidates, named) >= 0
        )
        {
            candidates = [named];
            range = named.Kind;
            id = id.Substring(slash + 1);
        }

        EntityLink? found = null;
        foreach (var kind in candidates)
        {
            if (kind.Find(id) is not { } target)
                continue;
            if (found is not null)
            {
                ReportAmbiguous(reference, id, candidates);
                return null;
            }

            found = target;
        }

        if (found is null)
            ReportUnknown(property, reference, id, range, candidates);
        return found;
    }

    /// <summary>The entity of another package that a reference names: an id, or <c>id@Package</c>.</summary>
    private ExternalValue? ResolveExternal(Property property, UnlinkedReference reference)
    {
        var id = reference.Text;
        // A host that does not know what the project references cannot look the id up.
        if (_schema.FindExternal(property.Range) is not { } kind)
            return new ExternalValue(new ExternalEntity(id, "", FormerId: null));
        // An id can contain an @ itself only if it is not a slug.
        if (kind.Find(id) is null && PackageOf(id) is { } package)
        {
            id = id.Substring(0, id.Length - package.Length - 1);
            if (package != kind.Package)
            {
                _diagnostics.Add(
                    Rules.WrongReferenceKind,
                    reference.Location,
                    id,
                    "in " + package,
                    property.Name,
                    $"one of {kind.Range}"
                );
                return null;
            }
        }

        _cancellation.ThrowIfCancellationRequested();
        var found = kind.Find(id);
        if (found is { FormerId: null })
            return new ExternalValue(found);
        if (_diagnostics.Counts(reference.Location))
            return null;
        _diagnostics.Add(
            Rules.UnknownReference,
            reference.Location,
            $"{kind.Name} of {kind.Package}",
            id,
            found is not null ? Renamed(found.Id) : _diagnostics.DidYouMean(id, kind.CurrentIds)
        );
        return null;
    }

    /// <summary>The package that a reference names after the @; null if it names none.</summary>
    private static string? PackageOf(string reference) =>
        reference.LastIndexOf('@') is > 0 and var at && Names.IsNamespace(reference.Substring(at + 1))
            ? reference.Substring(at + 1)
            : null;

    private static string Renamed(string now) => $"; it is called '{now}' now";

    /// <summary>The entity that has the reference's text as the value of a property.</summary>
    private EntityLink? ResolveBy(string by, UnlinkedReference reference, Kind range, KindIndex[] candidates)
    {
        var text =
            range.Properties[range.IndexOf(by)].Type is var type
            && (type == ScalarTypes.Integer || type == ScalarTypes.Int32)
            && long.TryParse(
                reference.Text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number.ToString(CultureInfo.InvariantCulture)
                : reference.Text;
        // There may be as many values as references.
        var (key, count) = (new LookupKey(by, text), 0);
        foreach (var kind in candidates)
            count += kind.FindBy(key).Count;
        if (count == 1)
            return candidates.SelectMany(kind => kind.FindBy(key)).First();
        _cancellation.ThrowIfCancellationRequested();
        if ((count == 0 && Array.Exists(candidates, _index.LacksValues)) || _diagnostics.Counts(reference.Location))
            return null;
        if (count > 1)
        {
            var found = candidates.SelectMany(kind => kind.FindBy(key)).Take(2).ToList();
            _diagnostics.Add(
                Rules.UnknownKey,
                reference.Location,
                $"There are {count.ToString(CultureInfo.InvariantCulture)} entities of {range.Name}",
                by,
                reference.Text,
                $": '{found[0].Id}' and '{found[1].Id}'{(count > 2 ? " among them" : "")}"
            );
        }
        else
            _diagnostics.Add(
                Rules.UnknownKey,
                reference.Location,
                $"There is no {LetterCase.ToLower(range.Label)}",
                by,
                reference.Text,
                _diagnostics.DidYouMean(text, Array.ConvertAll(candidates, kind => kind.LookupTexts(by)))
            );
        return null;
    }

    private void ReportAmbiguous(UnlinkedReference reference, string id, KindIndex[] candidates)
    {
        if (_diagnostics.Counts(reference.Location))
            return;
        var kinds = candidates.Where(kind => kind.Find(id) is not null).Select(kind => kind.Kind).ToList();
        _diagnostics.Add(
            Rules.AmbiguousReference,
            reference.Location,
            id,
            string.Join(" or ", kinds.Select(kind => kind.NounWithArticle)),
            $"{kinds[0].Name}/{id}"
        );
    }

    private void ReportUnknown(
        Property property,
        UnlinkedReference reference,
        string id,
        Kind range,
        KindIndex[] candidates
    )
    {
        _cancellation.ThrowIfCancellationRequested();
        if (property.IsIncomplete || candidates.Any(_index.IsUnread) || _diagnostics.Counts(reference.Location))
            return;
        // For Ship/ann, if Ann is a sailor and the range allows sailors, the missing entity is a ship called Ann.
        var elsewhere =
            id != reference.Text ? null
            : _index.FindAll(id) is [var other, ..] ? _index[other.Kind].Kind
            : null;
        // A kind whose schema is incomplete may have more ancestors.
        if (elsewhere is { IsIncomplete: true })
            return;
        if (elsewhere is not null)
            _diagnostics.Add(
                Rules.WrongReferenceKind,
                reference.Location,
                id,
                elsewhere.NounWithArticle,
                property.Name,
                range.NounWithArticle
            );
        else
            _diagnostics.Add(
                Rules.UnknownReference,
                reference.Location,
                LetterCase.ToLower(range.Label),
                id,
                candidates.Select(kind => kind.FindFormer(id)).FirstOrDefault(renamed => renamed is not null) is { } now
                    ? Renamed(now.Id)
                    : Suggest(id, range, candidates)
            );
    }

    /// <summary>Suggests the nearest id; for <c>Kind/id</c> with an unknown kind, the id with the nearest
    /// kind.</summary>
    private string Suggest(string id, Kind range, KindIndex[] candidates)
    {
        if (PackageOf(id) is { } package)
            return "; for entities of another package, a property needs the range "
                + $"'{ExternalKind.RangeOf(range.Name, package)}'";
        if (id.IndexOf('/') is not (> 0 and var slash))
            return _diagnostics.DidYouMean(id, Array.ConvertAll(candidates, kind => kind.Ids));
        return
            _diagnostics.FindNearest(id.Substring(0, slash), NameList.Of(candidates.Select(kind => kind.Kind.Name)))
                is { } kind
            ? MessageText.DidYouMean(kind + id.Substring(slash))
            : "";
    }

    private LinkedCitation? LinkCitation(BoundCitation citation, Passage? passage)
    {
        if (_index.Articles?.Find(citation.Article) is { } article)
            return passage is null ? null : new LinkedCitation(article, passage, citation.For);
        if (_index.Articles is { } articles ? _index.IsUnread(articles) : _schema.IsIncomplete)
            return null;
        _cancellation.ThrowIfCancellationRequested();
        if (_diagnostics.Counts(citation.ArticleLocation))
            return null;
        _diagnostics.Add(
            Rules.UnknownArticle,
            citation.ArticleLocation,
            citation.Article,
            _index.Articles is { } shelf ? _diagnostics.DidYouMean(citation.Article, shelf.Ids) : ""
        );
        return null;
    }
}
