using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Reads <c>datapackage.yaml</c>.</summary>
internal static class PackageFactsReader
{
    public static PackageFacts Read(SeedDocument document, SchemaDrafts drafts)
    {
        if (!drafts.TryGetMapping(document, "datapackage.yaml", out var mapping))
            return PackageFacts.Default;
        var keys = new KeyReader(
            document,
            mapping,
            "datapackage.yaml",
            Rules.UnknownSchemaKey,
            drafts.Diagnostics,
            SchemaKeys.OfPackage
        );
        var @namespace = ReadNamespace(keys, drafts);
        drafts.Namespace = @namespace;
        var language = ReadLanguage(keys, drafts);
        var citations = keys.Choice("citations", SchemaKeys.Policies) switch
        {
            "entity" => CitationPolicy.Entity,
            "property" => CitationPolicy.Property,
            _ => CitationPolicy.None,
        };
        var maxQuoteLength = ReadMaxQuoteLength(keys, drafts);
        var excluded = ReadExcluded(keys);
        foreach (var text in new[] { "name", "title", "description" })
            keys.Text(text);
        keys.Scalars("keywords");
        foreach (var list in new[] { "licenses", "contributors", "sources" })
            CheckMappings(keys, list);
        drafts.Facts = document;
        drafts.IsIncomplete |=
            keys.LacksPart
            && (mapping.ValueOf(KindConfigurationReader.Key) is not { } kinds || document.LacksPartOf(kinds));
        drafts.Configurations = KindConfigurationReader.Read(document, drafts.Diagnostics);
        keys.Node(KindConfigurationReader.Key);
        keys.ReportUnknownKeys();
        return new PackageFacts(@namespace, language ?? "en", citations, maxQuoteLength, excluded);
    }

    private static EquatableArray<SeedSource> ReadExcluded(KeyReader keys)
    {
        var excluded = new List<SeedSource>();
        foreach (var pattern in keys.Scalars("exclude"))
        {
            if (SeedSource.Check(pattern.Text.TrimEnd('/')) is { } reason)
                keys.Report(Rules.InvalidSchema, pattern, $"'{pattern.Shortened}' excludes nothing: {reason}");
            else
                excluded.Add(new SeedSource(pattern.Text));
        }

        return excluded.ToEquatableArray();
    }

    private static string? ReadNamespace(KeyReader keys, SchemaDrafts drafts)
    {
        if (keys.Scalar("namespace") is not { } stated)
            return null;
        if (!Names.IsNamespace(stated.Text))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                keys.Document,
                stated,
                stated.Shortened,
                ", with dots between the parts of a namespace"
            );
            // Fleet. is about to be Fleet.Ships: until then, accessors stay where they are.
            return LeadingNamespace(stated.Text);
        }

        if (!Names.IsTakenNamespace(stated.Text))
            return stated.Text;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            stated,
            $"The namespace '{stated.Text}' has types already, which generated code refers to: choose another"
        );
        return null;
    }

    private static string? ReadLanguage(KeyReader keys, SchemaDrafts drafts)
    {
        if (keys.Scalar("language") is not { } stated)
            return null;
        if (Formats.IsLanguageTag(stated.Text))
            return stated.Text;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            stated,
            $"'{stated.Shortened}' is not a language tag of BCP 47, such as 'en' or 'pt-BR'"
        );
        return null;
    }

    private static int ReadMaxQuoteLength(KeyReader keys, SchemaDrafts drafts)
    {
        // If the part that could not be read may state another length, no quote is too long.
        var length =
            keys.Number("maxQuoteLength")
            ?? (keys.LacksPart ? PackageFacts.LargestMaxQuoteLength : PackageFacts.DefaultMaxQuoteLength);
        if (length >= 1 && length <= PackageFacts.LargestMaxQuoteLength && decimal.Truncate(length) == length)
            return (int)length;
        drafts.Report(
            Rules.InvalidSchema,
            keys.Document,
            keys.Mapping.ValueOf("maxQuoteLength")!,
            FormattableString.Invariant(
                $"'maxQuoteLength' takes a whole number from 1 to {PackageFacts.LargestMaxQuoteLength}"
            )
        );
        return PackageFacts.DefaultMaxQuoteLength;
    }

    /// <summary>The longest start of a text that can be the namespace; null if there is none.</summary>
    private static string? LeadingNamespace(string text)
    {
        var name = SalvagedNamespace.Clean(text);
        while (!Names.IsNamespace(name) && name.LastIndexOf('.') is > 0 and var dot)
            name = name.Substring(0, dot);
        return Names.IsNamespace(name) && !Names.IsTakenNamespace(name) ? name : null;
    }

    private static void CheckMappings(KeyReader keys, string key)
    {
        if (keys.Node(key) is not { } node)
            return;
        if (node is not SeedSequence sequence)
            keys.ReportType(key, "a list of mappings", node);
        else
            foreach (var item in sequence.Items)
                if (item is not SeedMapping)
                    keys.ReportType(key, "a list of mappings", item);
    }
}
