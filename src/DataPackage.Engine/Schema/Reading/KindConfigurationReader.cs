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
            _diagnostics
        );
        var configuration = new KindConfiguration
        {
            Name = name,
            Source = Source(keys),
            Items = Items(keys),
            Id = Path(keys, "id"),
            CSharpName = Pattern(keys),
            Label = keys.Text("label"),
            Plural = Plural(keys),
            References = References(keys),
            Renamed = Renamed(keys),
            Ignored = Ignored(keys),
            Accessors = Accessors(keys),
        };
        keys.ReportUnknownKeys();
        return configuration;
    }

    /// <summary>The entities that have an accessor; a kind's schema states them the same way.</summary>
    public static AccessorPolicy? Accessors(KeyReader keys) =>
        keys.Choice("accessors", "all", "none", "featured") switch
        {
            "all" => AccessorPolicy.All,
            "none" => AccessorPolicy.None,
            "featured" => AccessorPolicy.Featured,
            _ => null,
        };

    private SeedSource? Source(KeyReader keys)
    {
        if (keys.Scalar("source") is not { } source)
            return null;
        if (SeedSource.Check(source.Text) is not { } reason)
            return new SeedSource(source.Text);
        Report(Rules.InvalidSchema, source, $"'{source.Shortened}' cannot be a source: {reason}");
        return null;
    }

    /// <summary>A path, or a dot for the whole file.</summary>
    private KeyPath? Items(KeyReader keys) =>
        keys.Node("items") is SeedScalar { IsNull: false, Text: "." } ? KeyPath.Of() : Path(keys, "items");

    private KeyPath? Path(KeyReader keys, string key) => keys.Node(key) is { } node ? Path(key, node) : null;

    /// <summary>A text with dots between keys, or a list of keys.</summary>
    private KeyPath? Path(string key, SeedNode node)
    {
        if (node is SeedScalar { IsNull: false } scalar)
            return KeyPath.Parse(scalar.Text);
        if (
            node is SeedSequence { Slots.Count: > 0 } list
            && list.Items.All(item => item is SeedScalar { IsNull: false })
        )
            return new KeyPath(list.Items.Select(item => ((SeedScalar)item).Text).ToEquatableArray());
        ReportType(key, "a path such as 'id.code', or a list of its keys", node);
        return null;
    }

    private NamePattern? Pattern(KeyReader keys)
    {
        if (keys.Scalar("csharpName") is not { } text)
            return null;
        if (NamePattern.TryParse(text.Text, out var pattern))
            return pattern;
        Report(
            Rules.InvalidSchema,
            text,
            $"In '{text.Shortened}' each path is written between braces, as in '{{name.first}} {{name.last}}'"
        );
        return null;
    }

    private string? Plural(KeyReader keys)
    {
        if (keys.Scalar("plural") is not { } plural)
            return null;
        if (
            Names.IsPlainIdentifier(plural.Text)
            && plural.Text[0] is >= 'A' and <= 'Z'
            && !Names.IsTakenInCatalog(plural.Text)
        )
            return plural.Text;
        Report(
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
                    _diagnostics
                );
                if (inner.Scalar("kind") is { } named)
                    references.Add(new ConfiguredReference(entry.Name, named.Text, inner.Scalar("by")?.Text));
                else if (inner.Node("kind") is null)
                    Report(Rules.InvalidSchema, target, $"The reference '{entry.Name}' must have a 'kind'");
                inner.Scalar("by");
                inner.ReportUnknownKeys();
            }
            else
                ReportType($"references.{entry.Name}", "a kind, or { kind: Country, by: code }", entry.Value);
        }

        return references.ToEquatableArray();
    }

    private EquatableArray<RenamedKey> Renamed(KeyReader keys)
    {
        if (keys.Map("rename") is not { } mapping)
            return default;
        var renamed = new List<RenamedKey>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is SeedScalar { IsNull: false } property)
                renamed.Add(new RenamedKey(entry.Name, property.Text));
            else
                ReportType($"rename.{entry.Name}", "the name of a property", entry.Value);
        }

        return renamed.ToEquatableArray();
    }

    private EquatableArray<KeyPath> Ignored(KeyReader keys)
    {
        var node = keys.Node("ignore");
        if (node is null)
            return default;
        var items = node is SeedSequence list ? list.Items : new[] { node }.ToEquatableArray();
        return items
            .Select(item => Path("ignore", item))
            .Where(path => path is not null)
            .Select(path => path!.Value)
            .ToEquatableArray();
    }

    private void Report(Rule rule, SeedNode node, params string[] arguments)
    {
        if (!_document.IsInDoubt(node.Span))
            _diagnostics.Add(rule, _document.At(node), arguments);
    }

    private void ReportType(string key, string expected, SeedNode actual) =>
        Report(Rules.WrongType, actual, key, expected, actual.Noun);
}
