using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Binds the tree of one seed to its kind.</summary>
internal sealed class Binder
{
    /// <summary>The most kinds of one plural that are tried: each reads the whole file.</summary>
    private const int MostAttempts = 4;

    private readonly SeedDocument _document;
    private readonly PackageSchema _schema;
    private readonly CancellationToken _cancellation;
    private readonly DiagnosticBag _diagnostics;
    private readonly CitationBinder _citations;
    private readonly ConstraintChecker _constraints;
    private readonly ValueBinder _values;
    private readonly ClaimBinder _claims;
    private readonly List<BoundEntity> _entities = [];
    private readonly List<string> _unreadKinds = [];
    private readonly List<UnidentifiedRecords> _unidentified = [];
    private readonly List<(string Id, SeedPosition Location, Kind Kind)> _nameless = [];
    private bool _isTorn;

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
        _claims = new ClaimBinder(document, _citations, _diagnostics, _values);
    }

    /// <param name="share">What the seed may spend; null if it is the only one.</param>
    public static BoundSeed Bind(
        SeedDocument document,
        PackageSchema schema,
        CancellationToken cancellation,
        SeedShare? share = null
    ) => Bind(document, schema, addresses: null, cancellation, share);

    /// <param name="addresses">Receives the places of the values that are web addresses; null if not wanted.</param>
    /// <param name="share">What the seed may spend; null if it is the only one.</param>
    public static BoundSeed Bind(
        SeedDocument document,
        PackageSchema schema,
        List<TextSpan>? addresses,
        CancellationToken cancellation,
        SeedShare? share = null
    )
    {
        var own = share ?? SeedShare.Of(1);
        var reading = SeedReadings.Of(document, schema);
        if (reading is SeedReading.LeftOver or SeedReading.LeftAlone)
            return new BoundSeed
            {
                SeedPath = document.SeedPath,
                FilePath = document.FilePath,
                Reading = reading,
            };
        return BindData(document, schema, addresses, own, cancellation) with { Reading = reading };
    }

    private static BoundSeed BindData(
        SeedDocument document,
        PackageSchema schema,
        List<TextSpan>? addresses,
        SeedShare own,
        CancellationToken cancellation
    )
    {
        var claims = schema.FindFor(document.SeedPath, document.Collection);
        if (document.TextFault is not null && claims.Any(kind => kind.IsArticle))
            document = document with { IsBroken = true };
        if (claims.Count <= 1 || claims[0].Seeding.Source is not null)
            return Bind(document, schema, claims, own, addresses, cancellation);

        // Several kinds have this plural, which was reported: a seed is of the kind that it fits. If it fits none, its
        // mistakes are unknown.
        var attempts = claims
            .Take(MostAttempts)
            .Select(kind => Bind(document, schema, [kind], own, addresses: null, cancellation))
            .ToList();
        return attempts.Find(seed => seed.Diagnostics.Count == 0) ?? attempts[0] with { Diagnostics = default };
    }

    /// <summary>Binds a seed, and adds the messages of reading to those of binding.</summary>
    public static BoundSeed BindAfterReading(
        SeedDocument document,
        PackageSchema schema,
        SeedShare share,
        CancellationToken cancellation
    )
    {
        if (document.Piece is not null && !SeedPieces.MayBind(document, schema))
            return BoundSeed.Torn(document, schema);
        var bound = Bind(document, schema, cancellation, share);
        return document.Diagnostics.Count == 0 || bound.Reading is SeedReading.LeftOver or SeedReading.LeftAlone
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
        return new BoundSeed
        {
            SeedPath = document.SeedPath,
            FilePath = document.FilePath,
            Piece = document.Piece,
            IsTorn = binder._isTorn,
            Entities = binder._entities.ToEquatableArray(),
            Text = text,
            Diagnostics = binder._diagnostics.ToEquatableArray(),
            UnreadKinds = binder._unreadKinds.ToEquatableArray(),
            Unidentified = binder._unidentified.ToEquatableArray(),
            Size = document.Piece is null ? document.Size.Rounded() : document.Size,
        };
    }

    /// <param name="claims">The kinds whose source the file is, or the one kind of its collection.</param>
    private BoundText? Bind(IReadOnlyList<Kind> claims)
    {
        var start = SeedPosition.StartOf(_document.FilePath);
        if (claims.Count == 0)
        {
            // If it is not, a wrong configuration has taken the file from its kind, which is reported there.
            if (!_schema.IsIncomplete && !_document.IsBroken && _schema.IsMisspelled(_document.Collection))
                ReportUnknownKind(start);
            return null;
        }

        for (var i = 1; i < claims.Count; i++)
            if (claims.Take(i).FirstOrDefault(other => HaveOnePlace(other, claims[i])) is { } other)
            {
                _diagnostics.Add(Rules.ClaimedTwice, start, _document.SeedPath, other.Name, claims[i].Name);
                claims = claims.Take(1).ToList();
            }

        BoundText? text = null;
        foreach (var kind in claims)
            text = Bind(kind, start) ?? text;
        // In data that nobody described, one message stands for the whole file.
        _isTorn |= _document.Piece is not null && _nameless.Exists(each => each.Kind.IsInferred);
        ReportNameless();
        return text;
    }

    /// <summary>Whether two kinds would have the same records of a file.</summary>
    private static bool HaveOnePlace(Kind left, Kind right) =>
        left.Seeding.Items is not { } items || right.Seeding.Items is not { } others || items.Equals(others);

    private BoundText? Bind(Kind kind, SeedPosition start)
    {
        var isText = _document.SeedPath.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        if (kind.IsArticle)
        {
            if (isText && _document.WholeText is null)
                return null;
            if (isText && Names.IsId(_document.FileName))
                return new BoundText(_document.FileName, _document.WholeText!, start);
        }
        else if (_document.Article is { Text.Length: > 0 } && kind.Seeding.Body is null)
        {
            ReportText(kind, start);
            return null;
        }

        if (_document.TextFault is { } fault && (kind.IsArticle || _document.IsBroken))
            _diagnostics.Add(Rules.FrontMatter, start, fault);
        var records = SeedRecords.Of(_document, kind, _diagnostics, out var isRead, out var unidentified);
        _isTorn |= _document.Piece is not null && !SeedPieces.HasEntities(_document, kind, records);
        if (unidentified is not null)
            _unidentified.Add(unidentified);
        foreach (var record in records)
            if (record.Id is { } id)
                BindEntity(kind, id, record);
        if (!isRead)
            _unreadKinds.Add(kind.Name);
        return null;
    }

    /// <summary>Reports a file whose folder is probably a misspelled collection of a declared kind.</summary>
    private void ReportUnknownKind(SeedPosition start) =>
        _diagnostics.Add(
            Rules.UnknownKind,
            start,
            _document.SeedPath,
            _document.Collection,
            _diagnostics.DidYouMean(_document.Collection, _schema.DeclaredCollections)
        );

    private void ReportText(Kind kind, SeedPosition start)
    {
        if (!kind.IsIncomplete)
            _diagnostics.Add(
                Rules.FrontMatter,
                start,
                $"{kind.Name} has no place for the text of '{_document.SeedPath}': name a property as 'body' in its "
                    + "schema, or write the file as YAML"
            );
    }

    private void BindEntity(Kind kind, string id, SeedRecord record)
    {
        _cancellation.ThrowIfCancellationRequested();
        var isBroken = MayLackPart(record);
        var stated = MappingOf(kind, record, ref isBroken);
        // The rights of an article cannot be ignored.
        var rights = kind.IsArticle ? stated?.Find("redistribute") : null;
        var mapping = stated is null ? new SeedMapping(default, default) : (SeedMapping)kind.Seeding.Edited(stated);
        var own = OwnKeys.Of(kind);
        var keys = new KeyReader(_document, mapping, kind.Name, Rules.UnknownProperty, _diagnostics);
        CheckId(kind, id, record, own, keys);
        var csharpName = ReadName(kind, own, keys);
        var stating = own.Contains(SchemaKeys.Citations) ? keys.Node(SchemaKeys.Citations) : null;
        var support = _citations.Bind(stating, SchemaKeys.Citations, kind, path: "");
        // Articles are what others cite; a broken seed may have its citations in the part that could not be read.
        var needsNoCitation = kind.IsArticle || isBroken;
        var unique = new List<UniqueValue>();
        var holder = new Holder(kind, mapping, own, id, isBroken ? null : record.Location, unique);
        var isCited = needsNoCitation || _schema.Facts.Citations != CitationPolicy.Property || support.IsUnclear;
        var values = BindProperties(holder, path: "", support, isCited);
        if (!isBroken)
            CheckTime(kind, values, mapping);
        var mayBeUncited = needsNoCitation || _schema.Facts.Citations == CitationPolicy.None;
        var citations = _citations.Take(kind, id, mayBeUncited ? null : record.Location);
        _entities.Add(
            new BoundEntity
            {
                Kind = kind.Name,
                Id = id,
                Location = record.Location,
                CSharpName = NameOf(kind, id, record, csharpName?.Text),
                NameLocation = csharpName is null ? record.Location : _document.At(csharpName),
                Values = values,
                UniqueValues = unique.ToEquatableArray(),
                Citations = citations,
                Claims = _claims.Take(),
                Article = kind.IsArticle ? BindArticle(rights, LanguageOf(kind, values), keys) : null,
                IsBroken = isBroken,
                FormerIds = own.Contains(SchemaKeys.FormerIds) ? BindFormerIds(keys, record.Origin) : default,
                Deprecated = own.Contains(OwnKeys.Deprecated) ? BindDeprecation(id, keys) : null,
                Lookups = LookupsOf(kind, values),
            }
        );
    }

    /// <summary>Whether a part of the entity may be in what could not be read. If the file is one entity, any lost part
    /// may be its.</summary>
    private bool MayLackPart(SeedRecord record) =>
        _document.IsBroken
        && (record.Node is null || ReferenceEquals(record.Node, _document.Root) || _document.LacksPartOf(record.Node));

    /// <summary>The mapping that states the entity; null if there is none.</summary>
    private SeedMapping? MappingOf(Kind kind, SeedRecord record, ref bool isBroken)
    {
        if (RecordMapping.Of(record.Node, kind, _document) is { } mapping)
            return mapping;
        if (record.Node is null or SeedScalar { IsNull: true })
            return null;
        // SeedRecords has reported a file that is no mapping.
        if (record.Origin != IdOrigin.File)
            ReportType(kind.Label, "a mapping", record.Node);
        isBroken = true;
        return null;
    }

    /// <summary>A seed may repeat the id that its name or its key states.</summary>
    private void CheckId(Kind kind, string id, SeedRecord record, string[] own, KeyReader keys)
    {
        if (
            own.Contains("id")
            && kind.Seeding.Id is null
            && keys.Mapping.Find("id") is { } entry
            && keys.Scalar("id") is { } declared
            && declared.Text != id
        )
            _diagnostics.Add(
                Rules.InvalidId,
                _document.At(entry.Value),
                declared.Shortened,
                $"; the {(record.Origin == IdOrigin.File ? "file's name" : "key")} says that the id is '{id}'"
            );
    }

    /// <summary>The <c>csharpName</c> that a seed states; null if there is none, or none that can be an
    /// accessor.</summary>
    private SeedScalar? ReadName(Kind kind, string[] own, KeyReader keys)
    {
        var name = own.Contains(SchemaKeys.CSharpName) ? keys.Scalar(SchemaKeys.CSharpName) : null;
        if (
            name is null
            || (
                Names.IsIdentifier(name.Text)
                && !Names.IsKeyword(name.Text)
                && Names.ToAccessor(name.Text, kind) == Names.ToPascalCase(name.Text)
            )
        )
            return name;
        _diagnostics.Add(
            Rules.InvalidCSharpName,
            _document.At(name),
            name.Shortened,
            MessageText.DidYouMean(Names.SuggestName(name.Text, startsUpper: true)) is { Length: > 0 } near
                ? near
                : "; the names of the catalog's own members are taken"
        );
        return null;
    }

    /// <summary>Reads former ids. Those of an entity in its own file are slugs, like the names of files; others may be
    /// any key.</summary>
    private EquatableArray<FormerId> BindFormerIds(KeyReader keys, IdOrigin origin)
    {
        var former = new List<FormerId>();
        foreach (var id in keys.Scalars(SchemaKeys.FormerIds))
        {
            if (origin != IdOrigin.File || Names.IsId(id.Text))
                former.Add(new FormerId(id.Text, _document.At(id)));
            else
                _diagnostics.Add(
                    Rules.InvalidId,
                    _document.At(id),
                    id.Shortened,
                    MessageText.DidYouMean(Names.SuggestId(id.Text))
                );
        }

        return former.ToEquatableArray();
    }

    /// <summary>Reads why an entity is to be given up, and what takes its place.</summary>
    private Deprecation? BindDeprecation(string id, KeyReader entity)
    {
        if (entity.Map(OwnKeys.Deprecated) is not { } stated)
            return null;
        var keys = new KeyReader(_document, stated, $"The deprecation of '{id}'", Rules.UnknownProperty, _diagnostics);
        var (because, until) = (keys.Text(Deprecation.BecauseKey), keys.Scalar(Deprecation.UntilKey));
        var see = keys.Scalars(Deprecation.SeeKey).Select(id => new UnlinkedReference(id.Text, _document.At(id)));
        if (string.IsNullOrEmpty(because) && !keys.LacksPart)
            keys.Report(Rules.MissingProperty, stated, "deprecation of", id, Deprecation.BecauseKey);
        if (until is not null && ReleaseVersion.Parse(until.Text) is null)
            keys.ReportType(Deprecation.UntilKey, "a version such as 2.0.0", until);
        keys.ReportUnknownKeys();
        return new Deprecation(because ?? "", see.ToEquatableArray<Value>(), until?.Text);
    }

    /// <summary>The name of the accessor of an entity: empty for none, null for the one that follows from its
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
        if (kind.Seeding.CSharpName is { } pattern && record.Node is { } node)
        {
            var place = new RecordPlace(_document.SeedPath, record.Key);
            if (
                pattern.NameIn(node, place, _schema.Facts.Language) is { } name
                && Names.ToAccessor(name, kind) is { Length: > 0 } accessor
            )
                return accessor;
            ReportNameFromId(kind, id, record, pattern);
        }

        if (record.Origin == IdOrigin.Place)
            return "";
        if (Names.ToAccessor(id, kind).Length == 0)
            _nameless.Add((id, record.Location, kind));
        return null;
    }

    private void ReportNameFromId(Kind kind, string id, SeedRecord record, NamePattern pattern)
    {
        if (kind.IsIncomplete || MayLackPart(record))
            return;
        var accessor = record.Origin == IdOrigin.Place ? "" : Names.ToAccessor(id, kind);
        _diagnostics.Add(
            Rules.NameFromId,
            record.Location,
            id,
            $"'{pattern}', which names accessors",
            accessor.Length == 0 ? "none" : $"{kind.Plural}.{accessor}, from its id"
        );
    }

    /// <summary>Reports entities whose ids cannot be names. In data that nobody described one message is
    /// enough.</summary>
    private void ReportNameless()
    {
        foreach (var kind in _nameless.GroupBy(each => each.Kind))
        {
            var nameless = kind.ToList();
            var shown = kind.Key.IsInferred ? 1 : nameless.Count;
            foreach (var (id, location, _) in nameless.Take(shown))
                _diagnostics.Add(
                    Rules.NoAccessor,
                    location,
                    id,
                    LetterCase.ToLower(kind.Key.Label),
                    shown < nameless.Count ? $" ({nameless.Count - shown} further ones have none either)" : ""
                );
        }
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

    private static string? LanguageOf(Kind article, EquatableArray<Value?> values) =>
        article.IndexOf("language") is >= 0 and var index && values[index] is TextValue language ? language.Text : null;

    /// <param name="rights">The statement about redistribution; null if there is none.</param>
    private BoundArticle BindArticle(SeedEntry? rights, string? language, KeyReader keys)
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
            language,
            pin is null ? null : new Pin(LetterCase.ToLower(pin.Text), _document.At(pin)),
            keys.Scalars("mentions")
                .Select(name => new DeclaredMention(name.Text, _document.At(name)))
                .ToEquatableArray()
        );
    }

    /// <param name="path">The path of the mapping, with the separator before a property's name; empty for an
    /// entity.</param>
    /// <param name="support">What the citations beside the properties support.</param>
    /// <param name="isCited">Whether the values need no more citations, or none at all.</param>
    private EquatableArray<Value?> BindProperties(in Holder holder, string path, Support support, bool isCited)
    {
        var properties = holder.Kind.Properties.Count;
        var values = new Value?[properties];
        var isGiven = new bool[properties];
        foreach (var entry in holder.Mapping.Entries)
        {
            var index = holder.Kind.IndexOfKey(entry.Name);
            if (index < 0)
                ReportUnknownProperty(holder, entry);
            else if (entry.Value is not SeedScalar { IsNull: true })
            {
                isGiven[index] = true;
                values[index] = BindProperty(holder, index, entry, path, support, isCited);
            }
        }

        if (holder.Lacking is { } lacking)
            ReportMissing(holder, lacking, isGiven);
        return new(values);
    }

    private Value? BindProperty(
        in Holder holder,
        int index,
        SeedEntry entry,
        string path,
        Support support,
        bool isCited
    )
    {
        var (property, node) = (holder.Kind.Properties[index], entry.Value);
        var needsNoCitation = isCited || support.Has(property.Name) || !holder.Kind.MustBeCited(property);
        var embedded = property.Type == PropertyType.Embedded ? _schema[property.Range] : null;
        if (ClaimKeys.AreIn(holder.Kind, property, embedded, node))
            return BindClaims(
                holder,
                new ClaimedProperty(property, index, embedded, path + property.Name),
                node,
                support,
                isCited || !holder.Kind.MustBeCited(property)
            );
        var value = _values.Bind(property, node, path + property.Name, needsNoCitation);
        // A wrong value was reported, and is not missing.
        if (value is null)
            return null;
        if (
            holder.Lacking is not null
            && property.IsRequired
            && LongForm.ValueOf(property, node) is { } stated
            && SaysNothing(stated)
        )
            ReportMissing(holder, _document.At(stated), property);
        if (property.Constraints.IsUnique)
            holder.UniqueValues?.AddRange(UniqueValues(index, value, LongForm.ScalarsOf(property, node).ToList()));
        return value;
    }

    private Value? BindClaims(in Holder holder, ClaimedProperty claimed, SeedNode node, Support support, bool isCited)
    {
        var bound = _claims.Bind(claimed, node, support, isCited);
        if (bound.Unusable is { } word && holder.Lacking is not null)
            _diagnostics.Add(Rules.NoUsableValue, word, holder.Kind.Label, holder.Id, claimed.Property.Key);
        if (
            holder.Lacking is not null
            && claimed.Property is { IsRequired: true, IsMany: false }
            && bound.Scalars is [var shown]
            && SaysNothing(shown)
        )
            ReportMissing(holder, _document.At(shown), claimed.Property);
        if (bound.Value is { } value && claimed.Property.Constraints.IsUnique)
            holder.UniqueValues?.AddRange(UniqueValues(claimed.Index, value, bound.Scalars));
        return bound.Value;
    }

    private void ReportUnknownProperty(in Holder holder, SeedEntry entry)
    {
        if (
            holder.OwnKeys.Contains(entry.Name)
            || holder.Kind.IsIncomplete
            || _diagnostics.Counts(_document.At(entry.Key))
        )
            return;
        _diagnostics.Add(
            Rules.UnknownProperty,
            _document.At(entry.Key),
            holder.Kind.Name,
            entry.Key.Shortened,
            _diagnostics.DidYouMean(entry.Name, holder.Kind.Keys, NameList.Of(holder.OwnKeys))
        );
    }

    private void ReportMissing(in Holder holder, SeedPosition lacking, bool[] isGiven)
    {
        for (var i = 0; i < isGiven.Length; i++)
        {
            var property = holder.Kind.Properties[i];
            if (!property.IsRequired || isGiven[i])
                continue;
            // A key without a value is the place where the value belongs.
            var at = holder.Mapping.Find(property.Key) is { } empty ? _document.At(empty.Key) : lacking;
            ReportMissing(holder, at, property);
        }
    }

    private void ReportMissing(in Holder holder, SeedPosition at, Property property) =>
        _diagnostics.Add(Rules.MissingProperty, at, holder.Kind.Label, holder.Id, property.Key);

    /// <summary>Whether a value is an empty list or a blank text, which a required property must not have.</summary>
    private static bool SaysNothing(SeedNode value) =>
        value is SeedSequence { Slots.Count: 0 }
        || (value is SeedScalar scalar && string.IsNullOrWhiteSpace(scalar.Text));

    private IEnumerable<UniqueValue> UniqueValues(int property, Value value, List<SeedScalar> scalars)
    {
        var values = value is ListValue list ? list.Items : new[] { (Value?)value }.ToEquatableArray();
        // If the counts differ, a value was wrong and has been reported. Null is not a value, and may be repeated.
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
        var property = kind.Properties[kind.IndexOf(endName)];
        var at = LongForm.ValueOf(property, mapping.ValueOf(property.Key)!)!;
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
            if (!ReferenceEquals(_claims.Current, node))
                ReportMisplacedClaim(kind, mapping);
            var lacking = _document.LacksPartOf(mapping) ? (SeedPosition?)null : _document.StartOf(mapping);
            var holder = new Holder(kind, mapping, OwnKeys.OfEmbedded, property, lacking, UniqueValues: null);
            return new EmbeddedValue(
                BindProperties(holder, path + ".", support, isCited || support.IsWhole || support.IsUnclear)
            );
        }

        if (!kind.IsIncomplete)
            ReportType(property, $"{kind.NounWithArticle}, which is a mapping", node);
        return null;
    }

    private void ReportMisplacedClaim(Kind kind, SeedMapping mapping)
    {
        if (kind.IndexOfKey(OwnKeys.Claim) < 0 && mapping.Find(OwnKeys.Claim) is { } claim)
            _diagnostics.Add(
                Rules.UnknownProperty,
                _document.At(claim.Key),
                kind.Name,
                claim.Key.Shortened,
                " here: only values of an entity's own properties, alone or in a list, have claims"
            );
    }

    private void ReportType(string key, string expected, SeedNode actual) =>
        _diagnostics.Add(Rules.WrongType, _document.At(actual), key, expected, actual.Noun);

    /// <summary>An entity or an embedded value whose properties are bound.</summary>
    /// <param name="OwnKeys">Its keys that are not properties.</param>
    /// <param name="Id">The id of the entity, or the property that has the embedded value.</param>
    /// <param name="Lacking">Where to report a missing property; null if none is to be reported.</param>
    /// <param name="UniqueValues">Receives the values of unique properties; null for an embedded value, which has
    /// none.</param>
    private readonly record struct Holder(
        Kind Kind,
        SeedMapping Mapping,
        string[] OwnKeys,
        string Id,
        SeedPosition? Lacking,
        List<UniqueValue>? UniqueValues
    );
}
