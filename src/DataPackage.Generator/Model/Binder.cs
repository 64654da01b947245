using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Model;

/// <summary>Reads the tree of one seed by the schema of its kind.</summary>
internal sealed class Binder
{
    private readonly SeedDocument _document;
    private readonly PackageSchema _schema;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly CitationBinder _citations;
    private readonly ValueBinder _values;
    private readonly List<BoundEntity> _entities = [];
    private string? _unreadKind;

    private Binder(SeedDocument document, PackageSchema schema, CancellationToken cancellation)
    {
        _document = document;
        _schema = schema;
        _cancellation = cancellation;
        _citations = new CitationBinder(document, schema, _diagnostics);
        _values = new ValueBinder(document, schema, _citations, _diagnostics, BindEmbedded);
    }

    public static BoundSeed Bind(SeedDocument document, PackageSchema schema, CancellationToken cancellation)
    {
        var binder = new Binder(document, schema, cancellation);
        var text = binder.Bind();
        return new BoundSeed(document.SeedPath, document.FilePath, binder._entities.ToEquatableArray(), text, binder._diagnostics.ToArray(), binder._unreadKind);
    }

    private BoundText? Bind()
    {
        var kind = _schema.FindByCollection(_document.Collection);
        var start = SeedLocation.StartOf(_document.FilePath);
        if (kind is null)
        {
            if (!_schema.IsIncomplete) _diagnostics.Add(Rules.UnknownKind, start, _document.SeedPath, _document.Collection,
                Rules.DidYouMean(NearestName.Find(_document.Collection, _schema.ConcreteKinds.Select(candidate => candidate.Collection))));
            return null;
        }

        if (!_document.IsInFolder)
        {
            BindCollection(kind);
            return null;
        }

        var id = _document.FileName;
        if (!Names.IsId(id))
        {
            _diagnostics.Add(Rules.InvalidId, start, id, Rules.DidYouMean(Names.SuggestId(id)) is { Length: > 0 } near ? near + " The file's name is the id" : "; the file's name is the id");
            return null;
        }

        if (_document.Article is { } body && !kind.IsArticle)
        {
            _diagnostics.Add(Rules.FrontMatter, start, $"Only articles have a text, and {kind.Name} is not a kind of article: write '{_document.SeedPath}' as YAML");
            return null;
        }

        if (_document.SeedPath.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            return new BoundText(id, _document.Article!, start);
        BindEntity(kind, id, start, _document.Root);
        return null;
    }

    /// <summary>A file with many entities: a map from id to entity, or a list of entities that say their id.</summary>
    private void BindCollection(Kind kind)
    {
        switch (_document.Root)
        {
            case null:
                if (_document.IsBroken) _unreadKind = kind.Name;
                break;
            case SeedMapping map:
                foreach (var entry in map.Entries) BindItem(kind, entry.Key, entry.Value);
                break;
            case SeedSequence list:
                foreach (var item in list.Items)
                {
                    if ((item as SeedMapping)?.ValueOf("id") is SeedScalar { IsNull: false } id) BindItem(kind, id, item);
                    else if (item is SeedMapping) _diagnostics.Add(Rules.MissingProperty, StartOf(item), kind.Label, "", "id");
                    else ReportType(kind.Plural, "a list of mappings", item);
                }

                break;
            case var other:
                ReportType(kind.Plural, "a list or a mapping of entities", other);
                _unreadKind = kind.Name;
                break;
        }
    }

    private void BindItem(Kind kind, SeedScalar id, SeedNode value)
    {
        if (Names.IsId(id.Text)) BindEntity(kind, id.Text, _document.At(id), value);
        else _diagnostics.Add(Rules.InvalidId, _document.At(id), id.Shortened, Rules.DidYouMean(Names.SuggestId(id.Text)));
    }

    private void BindEntity(Kind kind, string id, SeedLocation location, SeedNode? root)
    {
        _cancellation.ThrowIfCancellationRequested();
        var isBroken = _document.IsBroken;
        var mapping = root as SeedMapping;
        if (mapping is null && root is not null and not SeedScalar { IsNull: true })
        {
            ReportType(kind.Label, "a mapping", root);
            isBroken = true;
        }

        mapping ??= new SeedMapping(default, default);
        var own = kind.IsArticle ? EntityKeys.OfArticle : EntityKeys.OfEntity;
        var keys = new KeyReader(_document, mapping, kind.Name, Rules.UnknownProperty, _diagnostics);
        if (mapping.Find("id") is { } idEntry && keys.Scalar("id") is { } declared && declared.Text != id)
            _diagnostics.Add(Rules.InvalidId, _document.At(idEntry.Value), declared.Shortened, $"; the file's name says that the id is '{id}'");

        var csharpName = keys.Scalar("csharpName");
        if (csharpName is not null && (!Names.IsPlainIdentifier(csharpName.Text) || Names.IsKeyword(csharpName.Text)
            || Names.ToAccessor(csharpName.Text, kind) != Names.ToPascalCase(csharpName.Text)))
        {
            _diagnostics.Add(Rules.InvalidCSharpName, _document.At(csharpName), csharpName.Shortened, "; the names of the catalog's own members are taken");
            csharpName = null;
        }

        // Articles are what is cited, and what a broken seed lacks is not its fault.
        var areValuesCited = _schema.Facts.Citations != CitationPolicy.Property || kind.IsArticle || isBroken;
        var support = _citations.Bind(keys.Node("citations"), "citations", kind, path: "");
        var unique = new List<UniqueValue>();
        var values = BindProperties(kind, mapping, own, isBroken ? null : location, unique, kind.Label, id, path: "", support, areValuesCited || support.IsUnclear);
        var citations = _citations.Take(kind, id, _schema.Facts.Citations == CitationPolicy.None || kind.IsArticle || isBroken ? null : location);
        _entities.Add(new BoundEntity(
            kind.Name, id, location, csharpName?.Text, csharpName is null ? location : _document.At(csharpName),
            values, unique.ToEquatableArray(), citations, kind.IsArticle ? BindArticle(mapping, keys) : null, isBroken, BindFormerIds(keys)));
    }

    private EquatableArray<FormerId> BindFormerIds(KeyReader keys)
    {
        var former = new List<FormerId>();
        foreach (var id in keys.Scalars("formerIds"))
        {
            if (Names.IsId(id.Text)) former.Add(new FormerId(id.Text, _document.At(id)));
            else _diagnostics.Add(Rules.InvalidId, _document.At(id), id.Shortened, Rules.DidYouMean(Names.SuggestId(id.Text)));
        }

        return former.ToEquatableArray();
    }

    private BoundArticle BindArticle(SeedMapping mapping, KeyReader keys)
    {
        var pin = keys.Scalar("sha256");
        if (pin is not null && !(pin.Text.Length == 64 && pin.Text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F')))
        {
            ReportType("sha256", "the SHA-256 of the article's text, 64 hexadecimal digits", pin);
            pin = null;
        }

        return new BoundArticle(_document.Article, mapping.Find("redistribute") is null || keys.Boolean("redistribute"),
            pin is null ? null : new Pin(pin.Text.ToLowerInvariant(), _document.At(pin)),
            keys.Scalars("mentions").Select(name => new DeclaredMention(name.Text, _document.At(name))).ToEquatableArray());
    }

    /// <param name="lacking">Where to report a missing property; null where nothing is to be reported.</param>
    /// <param name="path">Of the mapping, with what joins it to a property's name; empty for an entity.</param>
    /// <param name="support">What the citations beside the properties support.</param>
    /// <param name="isCited">Whether the values need no more citations, or none at all.</param>
    private EquatableArray<Value?> BindProperties(
        Kind kind, SeedMapping mapping, string[] ownKeys, SeedLocation? lacking, List<UniqueValue>? unique, string label, string id,
        string path, Support support, bool isCited)
    {
        var values = new Value?[kind.Properties.Count];
        var isGiven = new bool[kind.Properties.Count];
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Name;
            var index = kind.IndexOfKey(key);
            if (index < 0)
            {
                if (!ownKeys.Contains(key) && !kind.IsIncomplete)
                    _diagnostics.Add(Rules.UnknownProperty, _document.At(entry.Key), kind.Name, entry.Key.Shortened,
                        Rules.DidYouMean(NearestName.Find(key, kind.Properties.Select(property => property.Key).Concat(ownKeys))));
                continue;
            }

            var (property, value) = (kind.Properties[index], entry.Value);
            if (value is SeedScalar { IsNull: true }) continue;
            isGiven[index] = true;
            values[index] = _values.Bind(property, value, path + key, isCited || support.Has(key) || !kind.MustBeCited(property));
            if (!property.Constraints.IsUnique || values[index] is null || unique is null) continue;
            foreach (var scalar in LongForm.ScalarsOf(property, value))
                unique.Add(new UniqueValue(index, UniqueKeys.Of(values[index]) ?? scalar.Text, scalar.Text, _document.At(scalar)));
        }

        if (lacking is null) return new(values);
        for (var i = 0; i < values.Length; i++)
        {
            if (!kind.Properties[i].IsRequired || isGiven[i]) continue;
            // A key without a value is the very place where the value belongs.
            var at = mapping.Find(kind.Properties[i].Key) is { } empty ? _document.At(empty.Key) : lacking.Value;
            _diagnostics.Add(Rules.MissingProperty, at, label, id, kind.Properties[i].Key);
        }

        return new(values);
    }

    private EmbeddedValue? BindEmbedded(Kind kind, SeedNode node, string property, string path, bool isCited)
    {
        if (node is SeedMapping mapping)
        {
            var support = _citations.Bind(mapping.ValueOf("cite"), "cite", kind, path);
            return new EmbeddedValue(BindProperties(
                kind, mapping, EntityKeys.OfEmbedded, StartOf(mapping), null, kind.Label, property, path + ".", support, isCited || support.IsWhole || support.IsUnclear));
        }

        ReportType(property, $"a {kind.Label.ToLowerInvariant()}, which is a mapping", node);
        return null;
    }

    private SeedLocation StartOf(SeedNode node) => _document.At(new Microsoft.CodeAnalysis.Text.TextSpan(node.Span.Start, 0));

    private void ReportType(string key, string expected, SeedNode actual) =>
        _diagnostics.Add(Rules.WrongType, _document.At(actual), key, expected, actual.Noun);

    /// <summary>What an entity, or an embedded value, can say beyond the properties of its kind.</summary>
    private static class EntityKeys
    {
        public static readonly string[] OfEntity = ["id", "csharpName", "formerIds", "citations"];
        public static readonly string[] OfArticle = [.. OfEntity, "redistribute", "sha256", "mentions"];
        public static readonly string[] OfEmbedded = ["cite"];
    }
}
