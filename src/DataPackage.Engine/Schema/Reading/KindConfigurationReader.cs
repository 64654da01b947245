using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads <c>kinds</c> of <c>datapackage.yaml</c>. Names of kinds and properties are checked when these are
/// complete.</summary>
internal sealed class KindConfigurationReader
{
    public const string Key = "kinds";

    private readonly SeedDocument _document;
    private readonly DiagnosticBag _diagnostics;

    private KindConfigurationReader(SeedDocument document, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
    }

    /// <param name="document">datapackage.yaml; null if there is none.</param>
    public static EquatableArray<KindConfiguration> Read(SeedDocument? document, DiagnosticBag diagnostics)
    {
        if (
            document?.Root is not SeedMapping root
            || root.ValueOf(Key) is not { } node
            || node is SeedScalar { IsNull: true }
        )
            return default;
        var reader = new KindConfigurationReader(document, diagnostics);
        if (node is not SeedMapping kinds)
        {
            reader.ReportType(Key, "a mapping from kind or collection to its configuration", node);
            return default;
        }

        var configurations = new List<KindConfiguration>(kinds.Entries.Count);
        foreach (var entry in kinds.Entries)
        {
            if (entry.Value is SeedMapping mapping)
                configurations.Add(reader.Read(entry.Name, mapping));
            else if (entry.Value is not SeedScalar { IsNull: true })
                reader.ReportType($"{Key}.{entry.Name}", "a mapping", entry.Value);
        }

        return configurations.ToEquatableArray();
    }

    private KindConfiguration Read(string name, SeedMapping mapping)
    {
        var keys = new KeyReader(
            _document,
            mapping,
            $"The configuration of {name}",
            Rules.UnknownSchemaKey,
            _diagnostics,
            SchemaKeys.OfConfiguration
        );
        var configuration = new KindConfiguration
        {
            Name = name,
            Source = Source(keys),
            Items = SeedingReader.Items(keys),
            Id = SeedingReader.Pattern("id", keys),
            CSharpName = SeedingReader.Pattern("csharpName", keys),
            Label = keys.Text("label"),
            Plural = Plural(keys),
            References = References(keys),
            Renamed = Renamed(keys),
            Ignored = Ignored(keys),
            Lists = Lists(keys),
            Types = Types(keys),
            Accessors = SeedingReader.Accessors(keys),
        };
        keys.ReportUnknownKeys();
        return configuration;
    }

    private static SeedSource? Source(KeyReader keys)
    {
        if (keys.Scalar("source") is not { } source)
            return null;
        if (SeedSource.Check(source.Text) is not { } reason)
            return new SeedSource(source.Text);
        keys.Report(Rules.InvalidSchema, source, $"'{source.Shortened}' cannot be a source: {reason}");
        return null;
    }

    private static string? Plural(KeyReader keys)
    {
        if (keys.Scalar("plural") is not { } plural)
            return null;
        if (Names.IsTypeName(plural.Text) && !Names.IsTakenInCatalog(plural.Text))
            return plural.Text;
        keys.Report(
            Rules.InvalidCSharpName,
            plural,
            plural.Shortened,
            Names.IsTakenInCatalog(plural.Text)
                ? "; the catalog has a member of that name"
                : "; a plural starts with a capital letter"
        );
        return null;
    }

    private EquatableArray<ConfiguredReference> References(KeyReader keys)
    {
        if (keys.Map("references") is not { } mapping)
            return default;
        var references = new List<ConfiguredReference>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is SeedScalar { IsNull: false } kind)
                references.Add(new ConfiguredReference(entry.Name, kind.Text, null));
            else if (entry.Value is SeedMapping target)
            {
                var inner = new KeyReader(
                    _document,
                    target,
                    $"The reference '{entry.Name}'",
                    Rules.UnknownSchemaKey,
                    _diagnostics,
                    SchemaKeys.OfReference
                );
                if (inner.Scalar("kind") is { } named)
                    references.Add(new ConfiguredReference(entry.Name, named.Text, inner.Scalar("by")?.Text));
                else if (inner.Node("kind") is null)
                    keys.Report(Rules.InvalidSchema, target, $"The reference '{entry.Name}' must have a 'kind'");
                inner.Scalar("by");
                inner.ReportUnknownKeys();
            }
            else
                keys.ReportType($"references.{entry.Name}", "a kind, or { kind: Country, by: code }", entry.Value);
        }

        return references.ToEquatableArray();
    }

    private static EquatableArray<RenamedKey> Renamed(KeyReader keys)
    {
        if (keys.Map("rename") is not { } mapping)
            return default;
        var renamed = new List<RenamedKey>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is SeedScalar { IsNull: false } property)
                renamed.Add(new RenamedKey(entry.Name, property.Text));
            else
                keys.ReportType($"rename.{entry.Name}", "the name of a property", entry.Value);
        }

        return renamed.ToEquatableArray();
    }

    private static EquatableArray<KeyPath> Ignored(KeyReader keys)
    {
        var node = keys.Node("ignore");
        if (node is null)
            return default;
        var items = node is SeedSequence list ? list.Items : new[] { node }.ToEquatableArray();
        return items
            .Select(item => SeedingReader.Path("ignore", item, keys))
            .Where(path => path is not null)
            .Select(path => path!.Value)
            .ToEquatableArray();
    }

    private static EquatableArray<SeparatedList> Lists(KeyReader keys)
    {
        if (keys.Map("lists") is not { } mapping)
            return default;
        var lists = new List<SeparatedList>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is SeedScalar { IsNull: false, Text.Length: > 0 } separator)
                lists.Add(new SeparatedList(KeyPath.Parse(entry.Name), separator.Text));
            else
                keys.ReportType($"lists.{entry.Name}", "the text between items, such as ';'", entry.Value);
        }

        return lists.ToEquatableArray();
    }

    private EquatableArray<ConfiguredType> Types(KeyReader keys)
    {
        if (keys.Map("types") is not { } mapping)
            return default;
        var types = new List<ConfiguredType>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is SeedScalar { IsNull: false } type && ConfiguredType.Names.Contains(type.Text))
                types.Add(new ConfiguredType(entry.Name, type.Text));
            else if (entry.Value is SeedScalar { IsNull: false } unknown)
                keys.Report(
                    Rules.UnknownSchemaName,
                    unknown,
                    "type",
                    unknown.Shortened,
                    _diagnostics.DidYouMean(unknown.Text, ConfiguredType.Names) is { Length: > 0 } near
                        ? near
                        : "; it takes " + string.Join(", ", ConfiguredType.Names)
                );
            else
                keys.ReportType($"types.{entry.Name}", "the name of a type", entry.Value);
        }

        return types.ToEquatableArray();
    }

    private void ReportType(string key, string expected, SeedNode actual)
    {
        if (!_document.IsInDoubt(actual.Span))
            _diagnostics.Add(Rules.WrongType, _document.At(actual), key, expected, actual.Noun);
    }
}
