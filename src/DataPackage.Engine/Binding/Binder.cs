using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Reads the tree of one seed by the schema of its kind.</summary>
internal sealed class Binder
{
    /// <summary>Of kinds with one plural: each reads the whole file.</summary>
    private const int MostAttempts = 4;

    private readonly SeedDocument _document;
    private readonly PackageSchema _schema;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics;
    private readonly CitationBinder _citations;
    private readonly ConstraintChecker _constraints;
    private readonly ValueBinder _values;
    private readonly List<BoundEntity> _entities = [];
    private string? _unreadKind;

    private Binder(
        SeedDocument document,
        PackageSchema schema,
        SeedShare share,
        List<TextSpan>? addresses,
        CancellationToken cancellation
    )
    {
        _document = document;
        _schema = schema;
        _cancellation = cancellation;
        _diagnostics = new DiagnosticBag(share.SuggestionWork, document.Lost.Count > 0 ? document.IsInDoubt : null);
        _citations = new CitationBinder(document, schema, _diagnostics);
        _constraints = new ConstraintChecker(document, _diagnostics, new PatternPatience(share.PatternPatience));
        _values = new ValueBinder(document, schema, _citations, _diagnostics, _constraints, BindEmbedded, addresses);
    }

    /// <param name="share">What the seed may spend; null where it is the only one.</param>
    public static BoundSeed Bind(
        SeedDocument document,
        PackageSchema schema,
        CancellationToken cancellation,
        SeedShare? share = null
    ) => Bind(document, schema, addresses: null, cancellation, share);

    /// <param name="addresses">Takes the places of the values that are web addresses; null where nobody asks.</param>
    /// <param name="share">What the seed may spend; null where it is the only one.</param>
    public static BoundSeed Bind(
        SeedDocument document,
        PackageSchema schema,
        List<TextSpan>? addresses,
        CancellationToken cancellation,
        SeedShare? share = null
    )
    {
        var own = share ?? SeedShare.Of(1);
        var claims = schema.FindFor(document.SeedPath, document.Collection);
        if (claims.Count <= 1 || claims[0].Seeding.Source is not null)
            return Bind(document, schema, claims, own, addresses, cancellation);

        // Several kinds have this plural, which was reported: a seed is of the kind that it fits, and where it fits
        // none, nobody knows what is wrong with it.
        var attempts = claims
            .Take(MostAttempts)
            .Select(kind => Bind(document, schema, [kind], own, addresses: null, cancellation))
            .ToList();
        return attempts.Find(seed => seed.Diagnostics.Count == 0) ?? attempts[0] with { Diagnostics = default };
    }

    /// <summary>With what reading had to say of the seed, which is reported with what binding has.</summary>
    public static BoundSeed BindAfterReading(
        SeedDocument document,
        PackageSchema schema,
        SeedShare share,
        CancellationToken cancellation
    )
    {
        var bound = Bind(document, schema, cancellation, share);
        return document.Diagnostics.Count == 0
            ? bound
            : bound with
            {
                Diagnostics = document.Diagnostics.Concat(bound.Diagnostics).ToEquatableArray(),
            };
    }

    private static BoundSeed Bind(
        SeedDocument document,
        PackageSchema schema,
        IReadOnlyList<Kind> claims,
        SeedShare share,
        List<TextSpan>? addresses,
        CancellationToken cancellation
    )
    {
        var binder = new Binder(document, schema, share, addresses, cancellation);
        var text = binder.Bind(claims);
        binder._constraints.ReportMisplacedControls();
        return new BoundSeed(
            document.SeedPath,
            document.FilePath,
            binder._entities.ToEquatableArray(),
            text,
            binder._diagnostics.ToEquatableArray(),
            binder._unreadKind,
            document.Size.Rounded()
        );
    }

    /// <param name="claims">The kinds whose source the file is; of its collection, one at most.</param>
    private BoundText? Bind(IReadOnlyList<Kind> claims)
    {
        var start = SeedPosition.StartOf(_document.FilePath);
        if (claims.Count == 0)
        {
            // Of a file that cannot be read no kind can be inferred either, and why it cannot be read was reported.
            if (!_schema.IsIncomplete && !_document.IsBroken)
                _diagnostics.Add(
                    Rules.UnknownKind,
                    start,
                    _document.SeedPath,
                    _document.Collection,
                    _diagnostics.DidYouMean(_document.Collection, _schema.Collections)
                );
            return null;
        }

        if (claims.Count > 1)
            _diagnostics.Add(Rules.ClaimedTwice, start, _document.SeedPath, claims[0].Name, claims[1].Name);
        var kind = claims[0];
        if (_document.Article is { } body)
        {
            var isText = _document.SeedPath.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
            if (!kind.IsArticle)
            {
                if (!kind.IsIncomplete)
                    _diagnostics.Add(
                        Rules.FrontMatter,
                        start,
                        $"Only articles have a text, and {kind.Name} is not a kind of article: write "
                            + $"'{_document.SeedPath}' as YAML"
                    );
                return null;
            }

            if (isText && Names.IsId(_document.FileName))
                return new BoundText(_document.FileName, body, start);
        }

        // The text of an article that could not be read: what it is the text of stands elsewhere.
        if (_document.Article is null && _document.SeedPath.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            return null;
        var records = SeedRecords.Of(_document, kind, _diagnostics, out var isRead);
        foreach (var record in records)
            if (record.Id is { } id)
                BindEntity(kind, id, record);
        if (!isRead)
            _unreadKind = kind.Name;
        return null;
    }

    private void BindEntity(Kind kind, string id, SeedRecord record)
    {
        _cancellation.ThrowIfCancellationRequested();
        // What is lost of a file of one entity may be the entity's, wherever it stood.
        var isBroken =
            _document.IsBroken
            && (
                record.Node is null
                || ReferenceEquals(record.Node, _document.Root)
                || _document.LacksPartOf(record.Node)
            );
        var location = record.Location;
        var mapping = record.Node as SeedMapping;
        if (mapping is null && record.Node is not null and not SeedScalar { IsNull: true })
        {
            // That a file is no mapping was said where its records were looked for.
            if (record.Origin != IdOrigin.File)
                ReportType(kind.Label, "a mapping", record.Node);
            isBroken = true;
        }

        // Nobody can have the rights of an article ignored.
        var rights = kind.IsArticle ? mapping?.Find("redistribute") : null;
        mapping = mapping is null
            ? new SeedMapping(default, default)
            : (SeedMapping)kind.Seeding.WithoutIgnored(mapping);
        var own = OwnKeys.Of(kind);
        var keys = new KeyReader(_document, mapping, kind.Name, Rules.UnknownProperty, _diagnostics);
        if (
            own.Contains("id")
            && kind.Seeding.Id is null
            && mapping.Find("id") is { } idEntry
            && keys.Scalar("id") is { } declared
            && declared.Text != id
        )
            _diagnostics.Add(
                Rules.InvalidId,
                _document.At(idEntry.Value),
                declared.Shortened,
                $"; the {(record.Origin == IdOrigin.File ? "file's name" : "key")} says that the id is '{id}'"
            );

        var csharpName = own.Contains("csharpName") ? keys.Scalar("csharpName") : null;
        if (
            csharpName is not null
            && (
                !Names.IsPlainIdentifier(csharpName.Text)
                || Names.IsKeyword(csharpName.Text)
                || Names.ToAccessor(csharpName.Text, kind) != Names.ToPascalCase(csharpName.Text)
            )
        )
        {
            _diagnostics.Add(
                Rules.InvalidCSharpName,
                _document.At(csharpName),
                csharpName.Shortened,
                Rules.DidYouMean(Names.SuggestName(csharpName.Text, startsUpper: true)) is { Length: > 0 } near
                    ? near
                    : "; the names of the catalog's own members are taken"
            );
            csharpName = null;
        }

        // Articles are what is cited, and what a broken seed lacks is not its fault.
        var areValuesCited = _schema.Facts.Citations != CitationPolicy.Property || kind.IsArticle || isBroken;
        var support = _citations.Bind(
            own.Contains("citations") ? keys.Node("citations") : null,
            "citations",
            kind,
            path: ""
        );
        var unique = new List<UniqueValue>();
        var values = BindProperties(
            kind,
            mapping,
            own,
            isBroken ? null : location,
            unique,
            kind.Label,
            id,
            path: "",
            support,
            areValuesCited || support.IsUnclear
        );
        if (!isBroken)
            CheckTime(kind, values, mapping);
        var citations = _citations.Take(
            kind,
            id,
            _schema.Facts.Citations == CitationPolicy.None || kind.IsArticle || isBroken ? null : location
        );
        _entities.Add(
            new BoundEntity(
                kind.Name,
                id,
                location,
                NameOf(kind, id, record, csharpName?.Text),
                csharpName is null ? location : _document.At(csharpName),
                values,
                unique.ToEquatableArray(),
                citations,
                kind.IsArticle ? BindArticle(rights, keys) : null,
                isBroken,
                own.Contains("formerIds") ? BindFormerIds(keys, record.Origin) : default,
                LookupsOf(kind, values)
            )
        );
    }

    /// <summary>An entity that has its own file had slugs for ids, as file names are; any other may have had any
    /// key.</summary>
    private EquatableArray<FormerId> BindFormerIds(KeyReader keys, IdOrigin origin)
    {
        var former = new List<FormerId>();
        foreach (var id in keys.Scalars("formerIds"))
        {
            if (origin != IdOrigin.File || Names.IsId(id.Text))
                former.Add(new FormerId(id.Text, _document.At(id)));
            else
                _diagnostics.Add(
                    Rules.InvalidId,
                    _document.At(id),
                    id.Shortened,
                    Rules.DidYouMean(Names.SuggestId(id.Text))
                );
        }

        return former.ToEquatableArray();
    }

    /// <summary>The accessor that an entity is to have: empty for none, null for the one that follows from its
    /// id.</summary>
    private string? NameOf(Kind kind, string id, SeedRecord record, string? stated)
    {
        if (kind.Seeding.Accessors == AccessorPolicy.None)
            return "";
        if (
            kind.Seeding.Accessors == AccessorPolicy.Featured
            && !(
                (record.Node as SeedMapping)?.ValueOf(OwnKeys.Featured) is SeedScalar scalar
                && KeyReader.TryReadBoolean(scalar.Text, out var isFeatured)
                && isFeatured
            )
        )
            return "";
        if (stated is not null)
            return stated;
        if (
            kind.Seeding.CSharpName is { } pattern
            && record.Node is { } node
            && pattern.NameIn(node) is { } name
            && Names.ToAccessor(name, kind) is { Length: > 0 } made
        )
            return made;
        if (record.Origin == IdOrigin.Place)
            return "";
        if (Names.ToAccessor(id, kind).Length == 0)
            _diagnostics.Add(Rules.NoAccessor, record.Location, id, LetterCase.ToLower(kind.Label));
        return null;
    }

    /// <summary>The values by which references name the entity.</summary>
    private EquatableArray<LookupKey> LookupsOf(Kind kind, EquatableArray<Value?> values)
    {
        var lookups = _schema.LookupsOf(kind.Name);
        if (lookups.Count == 0)
            return default;
        var keys = new List<LookupKey>();
        foreach (var property in lookups)
        {
            var value = values[kind.IndexOf(property)];
            foreach (var item in value is ListValue list ? list.Items : new[] { value }.ToEquatableArray())
                if (LookupKey.TextOf(item) is { } text)
                    keys.Add(new LookupKey(property, text));
        }

        return keys.ToEquatableArray();
    }

    /// <param name="rights">What the seed says of redistribution; null where it says nothing.</param>
    private BoundArticle BindArticle(SeedEntry? rights, KeyReader keys)
    {
        var pin = keys.Scalar("sha256");
        if (
            pin is not null
            && !(
                pin.Text.Length == 64
                && pin.Text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F')
            )
        )
        {
            ReportType("sha256", "the SHA-256 of the article's text, 64 hexadecimal digits", pin);
            pin = null;
        }

        return new BoundArticle(
            _document.Article,
            rights is null || keys.Boolean("redistribute"),
            pin is null ? null : new Pin(LetterCase.ToLower(pin.Text), _document.At(pin)),
            keys.Scalars("mentions")
                .Select(name => new DeclaredMention(name.Text, _document.At(name)))
                .ToEquatableArray()
        );
    }

    /// <param name="lacking">Where to report a missing property; null where nothing is to be reported.</param>
    /// <param name="path">Of the mapping, with what joins it to a property's name; empty for an entity.</param>
    /// <param name="support">What the citations beside the properties support.</param>
    /// <param name="isCited">Whether the values need no more citations, or none at all.</param>
    private EquatableArray<Value?> BindProperties(
        Kind kind,
        SeedMapping mapping,
        string[] ownKeys,
        SeedPosition? lacking,
        List<UniqueValue>? unique,
        string label,
        string id,
        string path,
        Support support,
        bool isCited
    )
    {
        var values = new Value?[kind.Properties.Count];
        var isGiven = new bool[kind.Properties.Count];
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Name;
            var index = kind.IndexOfKey(key);
            if (index < 0)
            {
                if (!ownKeys.Contains(key) && !kind.IsIncomplete && !_diagnostics.Counts(_document.At(entry.Key)))
                    _diagnostics.Add(
                        Rules.UnknownProperty,
                        _document.At(entry.Key),
                        kind.Name,
                        entry.Key.Shortened,
                        _diagnostics.DidYouMean(key, kind.Keys, NameList.Of(ownKeys))
                    );
                continue;
            }

            var (property, value) = (kind.Properties[index], entry.Value);
            if (value is SeedScalar { IsNull: true })
                continue;
            isGiven[index] = true;
            values[index] = _values.Bind(
                property,
                value,
                path + key,
                isCited || support.Has(key) || !kind.MustBeCited(property)
            );
            // What is wrong was reported, and is there.
            if (
                lacking is not null
                && property.IsRequired
                && values[index] is not null
                && LongForm.ValueOf(property, value) is { } stated
                && SaysNothing(stated)
            )
                _diagnostics.Add(Rules.MissingProperty, _document.At(stated), label, id, property.Key);
            if (property.Constraints.IsUnique && values[index] is { } bound)
                unique?.AddRange(UniqueValues(index, bound, LongForm.ScalarsOf(property, value).ToList()));
        }

        if (lacking is null)
            return new(values);
        for (var i = 0; i < values.Length; i++)
        {
            if (!kind.Properties[i].IsRequired || isGiven[i])
                continue;
            // A key without a value is the very place where the value belongs.
            var at = mapping.Find(kind.Properties[i].Key) is { } empty ? _document.At(empty.Key) : lacking.Value;
            _diagnostics.Add(Rules.MissingProperty, at, label, id, kind.Properties[i].Key);
        }

        return new(values);
    }

    /// <summary>An empty list, or a text of nothing but white space: what is required must say something.</summary>
    private static bool SaysNothing(SeedNode value) =>
        value is SeedSequence { Slots.Count: 0 }
        || (value is SeedScalar scalar && string.IsNullOrWhiteSpace(scalar.Text));

    private IEnumerable<UniqueValue> UniqueValues(int property, Value value, List<SeedScalar> scalars)
    {
        var values = value is ListValue list ? list.Items : new[] { (Value?)value }.ToEquatableArray();
        // Where they are not as many, one was wrong and has been reported. Nothing is not a value, and may stand there
        // twice.
        return values.Count != scalars.Count
            ? []
            : values
                .Select((each, i) => (Value: each, Scalar: scalars[i]))
                .Where(pair => pair.Value is not null)
                .Select(pair => new UniqueValue(
                    property,
                    NormalForm.Of(((KeyedValue)pair.Value!).Key),
                    pair.Scalar.Shortened,
                    _document.At(pair.Scalar)
                ));
    }

    /// <summary>A time must not end before it starts.</summary>
    private void CheckTime(Kind kind, EquatableArray<Value?> values, SeedMapping mapping)
    {
        if (kind.Temporal is not { End: { } endName } temporal)
            return;
        if (
            values[kind.IndexOf(temporal.Start)] is not DateValue { EarliestDay: { } first } start
            || values[kind.IndexOf(endName)] is not DateValue { LatestDay: { } last } end
            || first <= last
        )
            return;
        var at = LongForm.ValueOf(kind.Properties[kind.IndexOf(endName)], mapping.ValueOf(endName)!)!;
        _diagnostics.Add(
            Rules.TimeEndsBeforeStart,
            _document.At(at),
            endName,
            end.Canonical,
            temporal.Start,
            start.Canonical
        );
    }

    private EmbeddedValue? BindEmbedded(Kind kind, SeedNode node, string property, string path, bool isCited)
    {
        if (node is SeedMapping mapping)
        {
            var support = _citations.Bind(
                kind.IndexOfKey("cite") >= 0 ? null : mapping.ValueOf("cite"),
                "cite",
                kind,
                path
            );
            return new EmbeddedValue(
                BindProperties(
                    kind,
                    mapping,
                    OwnKeys.OfEmbedded,
                    _document.LacksPartOf(mapping) ? null : StartOf(mapping),
                    null,
                    kind.Label,
                    property,
                    path + ".",
                    support,
                    isCited || support.IsWhole || support.IsUnclear
                )
            );
        }

        if (!kind.IsIncomplete)
            ReportType(property, $"{kind.NounWithArticle}, which is a mapping", node);
        return null;
    }

    private SeedPosition StartOf(SeedNode node) => _document.At(new TextSpan(node.Span.Start, 0));

    private void ReportType(string key, string expected, SeedNode actual) =>
        _diagnostics.Add(Rules.WrongType, _document.At(actual), key, expected, actual.Noun);

    /// <summary>What an entity, or an embedded value, can say beyond the properties of its kind.</summary>
    internal static class OwnKeys
    {
        public const string Featured = "featured";

        public static readonly string[] OfEmbedded = ["cite"];

        private static readonly string[] OfEntity = ["id", "csharpName", "formerIds", "citations"];
        private static readonly string[] OfArticle = [.. OfEntity, "redistribute", "sha256", "mentions"];

        /// <summary>A property that seeds call so takes the place of such a key.</summary>
        public static string[] Of(Kind kind)
        {
            var keys = kind.IsArticle ? OfArticle : OfEntity;
            if (kind.Seeding.Accessors == AccessorPolicy.Featured)
                keys = [.. keys, Featured];
            return Array.Exists(keys, key => kind.IndexOfKey(key) >= 0)
                ? Array.FindAll(keys, key => kind.IndexOfKey(key) < 0)
                : keys;
        }
    }
}
