using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The records of one collection that no schema declares, and the kinds inferred from them.</summary>
internal sealed class InferredCollection
{
    private static readonly string[] Captions = ["name", "title", "label", "caption"];

    private readonly List<SeedShape> _files;
    private readonly KindConfiguration? _configuration;
    private readonly Shape _records;
    private readonly InferredIds _ids;

    /// <summary>Whether each file is a mapping whose entries are the records, which not all are mappings.</summary>
    private readonly bool _areEntries;

    /// <summary>The key of the property that has a record which is no mapping of properties; null if there is
    /// none.</summary>
    private readonly string? _valueKey;

    /// <summary>The key of the property that has the text of a file; null if no file has one.</summary>
    private readonly string? _bodyKey;

    private List<InferredKind> _kinds = [];
    private string _kindName = "";
    private string _plural = "";

    private InferredCollection(List<SeedShape> files, KindConfiguration? configuration, CitationPolicy citations)
    {
        (_files, _configuration) = (files, configuration);
        _areEntries = files.Count > 0 && files.TrueForAll(file => file.Entries is not null);
        var found = files.Select(file => (file.SeedPath, Records: _areEntries ? file.Entries! : file.Records)).ToList();
        _ids = InferredIds.Of(found, configuration);
        var records = new ShapeBuilder();
        foreach (var file in found)
            records.Add(file.Records.Shape);
        _records = WithoutOwnKeys(records.ToShape(), citations);
        HasRecords =
            (_records.Count > 0 && files.Exists(file => !file.IsEmpty)) || files.Exists(file => file.IsIncomplete);
        var planner = new TypePlanner(configuration);
        var properties = new List<PlannedProperty>();
        if (IsDictionary(found))
        {
            _valueKey = FreeKey("entries");
            var entries = _records.Values!;
            properties.Add(
                new PlannedProperty(
                    _valueKey,
                    new PlannedItems(planner.Plan(entries, _valueKey, false), isMap: true, entries.Nulls > 0),
                    isRequired: false,
                    isNullable: false
                )
            );
        }
        else
        {
            properties.AddRange(planner.PlanRecord(_records).Properties);
            if (_records.Scalars + _records.Lists > 0)
                properties.Add(PlanValue(planner, _valueKey = FreeKey(_records.Scalars == 0 ? "items" : "value")));
        }

        if (files.Exists(file => file.HasBody))
        {
            _bodyKey = FreeKey("body");
            properties.Add(new PlannedProperty(_bodyKey, new PlannedScalar("markdown"), false, false));
        }

        Plan = new PlannedRecord(properties);
    }

    public bool HasRecords { get; }

    /// <summary>The start of its first file.</summary>
    public SeedPosition Start => SeedPosition.StartOf(_files[0].FilePath);

    /// <summary>The type of the records.</summary>
    public PlannedRecord Plan { get; }

    /// <param name="citations">Which citations the package asks for.</param>
    public static InferredCollection Of(
        List<SeedShape> files,
        KindConfiguration? configuration,
        CitationPolicy citations
    )
    {
        var haveBodies = files.Exists(file => file is { HasBody: true, IsTextOnly: false });
        return new(haveBodies ? files : files.FindAll(file => !file.IsTextOnly), configuration, citations);
    }

    /// <summary>Takes the names of the kind and its catalog, before embedded kinds take theirs.</summary>
    public void Name(KindNames names) => (_kindName, _plural) = names.TakeCollection(_files[0].Folder, _configuration);

    /// <summary>The schema of the records, then those of the kinds that they embed.</summary>
    public IEnumerable<InferredSchema> ToSchemas(KindNames names)
    {
        var properties = new PropertyNames(_kindName, isEmbedded: false);
        var kind = new TypeInference(names).KindOf(
            _kindName,
            Plan,
            key => properties.Take(_configuration?.PropertyOf(key) ?? key)
        );
        _kinds = [kind, .. EmbeddedIn(kind)];
        var isIncomplete = _files.Exists(file => file.IsIncomplete);
        return _kinds.Select(each => new InferredSchema(
            InferredSchema.PathOf(each.Name),
            SchemaText.Of(each, each == kind ? Head(kind) : [("embedded", "true")]),
            isIncomplete
        ));
    }

    /// <summary>Says what was inferred, and what was too irregular for it.</summary>
    /// <param name="irregular">The paths of irregular values, with the number of kinds that each would need.</param>
    public void Report(DiagnosticBag diagnostics, List<(string Path, int Kinds)> irregular)
    {
        diagnostics.Add(Rules.InferredKind, Start, _kindName, Describe());
        if (irregular.Count > 0)
            diagnostics.Add(
                Rules.TooIrregular,
                Start,
                string.Join("', '", irregular.Take(3).Select(each => each.Path)),
                _kindName,
                Nouns.Count(irregular.Sum(each => each.Kinds), "kind")
                    + (irregular.Count > 3 ? $" at {Nouns.Count(irregular.Count, "path")}" : "")
            );
    }

    /// <summary>A key that no record has.</summary>
    private string FreeKey(string wanted)
    {
        var taken = new HashSet<string>(_records.Keys.Select(key => key.Key), StringComparer.Ordinal);
        for (var key = wanted; ; key += "Value")
            if (!taken.Contains(key))
                return key;
    }

    private PlannedProperty PlanValue(TypePlanner planner, string key)
    {
        var values = _records with { Mappings = 0, EmptyMappings = 0, Keys = default, Incomplete = 0 };
        var type = planner.Plan(values, key, mayBeOneOrMany: true);
        var isStated = _records is { Mappings: 0, Nulls: 0, BlankTexts: 0 } && _records.Count > 1;
        return new PlannedProperty(key, type, isRequired: isStated && type is PlannedScalar { Name: not "any" }, false);
    }

    /// <summary>Whether each file is a dictionary, so its keys are no properties; and whatever has too many
    /// keys.</summary>
    private bool IsDictionary(List<(string SeedPath, FoundRecords Records)> found) =>
        OpenKeys.AreDictionaries(_records)
        && (
            _records.Keys.Count > SeedLimits.Properties
            || (
                found.TrueForAll(file => file.Records.IsFile)
                && _files.TrueForAll(file => !file.HasBody)
                && _configuration is null or { CSharpName: null, Id: null, References: [], Renamed: [], Types: [] }
            )
        );

    /// <summary>Removes the keys that are no properties: the id of all records, and citations.</summary>
    private Shape WithoutOwnKeys(Shape records, CitationPolicy citations)
    {
        var id = _configuration?.Id?.Key ?? (_ids.IsKeyId ? "id" : null);
        // Other people's data may have a key 'citations' for something else; such a package asks for none.
        var cited = citations == CitationPolicy.None ? null : SchemaKeys.Citations;
        var properties = records.Keys.Where(key => key.Key != id && key.Key != cited).ToEquatableArray();
        return properties.Count == records.Keys.Count ? records : records with { Keys = properties };
    }

    private IEnumerable<(string Key, string Value)> Head(InferredKind kind)
    {
        yield return ("plural", _plural);
        var folder =
            _configuration?.Source is null ? _files[0].Folder
            : _configuration.IsNamedByKind ? null
            : _configuration.Name;
        if (folder is not null && folder != Names.ToKebabCase(_plural))
            yield return ("collection", SchemaText.Quote(folder));
        if (_areEntries)
            yield return ("items", "\".\"");
        if (IdKey is { } id)
            yield return ("id", SchemaText.Quote(id));
        if (_ids.AreAny)
            yield return ("ids", "any");
        foreach (var (role, key) in new[] { ("value", _valueKey), ("body", _bodyKey) })
            if (key is not null)
                yield return (role, kind.Properties.First(property => property.Key == key).Name);
        if (CaptionOf(kind) is { } caption)
            yield return ("caption", caption);
        if (kind.Properties.FirstOrDefault(IsSummary) is { } summary)
            yield return ("summary", summary.Name);
    }

    /// <summary>The id that the schema states: a pattern, or the configured key that records have.</summary>
    private string? IdKey =>
        _ids.Pattern
        ?? (
            _configuration?.Id?.Key is { } key
            && _files.Exists(file => file.Records.Shape.Keys.Any(each => each.Key == key))
                ? key
                : null
        );

    /// <summary>The property that names a record; a text that is its own id names itself.</summary>
    private string? CaptionOf(InferredKind kind) =>
        _ids.Pattern == InferredIds.Text && kind.Properties.FirstOrDefault(IsText) is { } text
            ? text.Name
            : Captions.FirstOrDefault(name => kind.Properties.Any(each => each.Name == name && IsText(each)));

    private static bool IsSummary(InferredProperty property) =>
        property.Name is "description" or "summary" && IsText(property);

    private static bool IsText(InferredProperty property) =>
        property.Type is InferredTexts or InferredScalar { Name: "text" };

    private static IEnumerable<InferredKind> EmbeddedIn(InferredKind kind) =>
        kind
            .Properties.Select(property => KindIn(property.Type))
            .Where(embedded => embedded is not null)
            .SelectMany(embedded => EmbeddedIn(embedded!).Prepend(embedded!));

    private static InferredKind? KindIn(InferredType type) =>
        type switch
        {
            InferredRecord record => record.Kind,
            InferredList list => KindIn(list.Items),
            InferredMap map => KindIn(map.Values),
            _ => null,
        };

    private string Describe() =>
        string.Concat(
            Nouns.Count(_records.Count, "record"),
            _files.Count == 1 ? "" : " in " + Nouns.Count(_files.Count, "file"),
            ", ",
            Nouns.Count(_kinds[0].Properties.Count, "property", "properties"),
            _kinds.Count == 1 ? "" : " and " + Nouns.Count(_kinds.Count - 1, "embedded kind")
        );
}
