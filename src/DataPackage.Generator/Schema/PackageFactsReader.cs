using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Schema.Configuration;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Schema;

/// <summary>Reads <c>datapackage.yaml</c>.</summary>
internal static class PackageFactsReader
{
    public static PackageFacts Read(SeedDocument document, SchemaDrafts drafts)
    {
        if (!drafts.TryGetMapping(document, "datapackage.yaml", out var mapping)) return PackageFacts.Default;
        var keys = new KeyReader(document, mapping, "datapackage.yaml", Rules.UnknownSchemaKey, drafts.Diagnostics);
        var @namespace = keys.Scalar("namespace");
        if (@namespace is not null && !@namespace.Text.Split('.').All(part => Names.IsPlainIdentifier(part) && !Names.IsKeyword(part)))
        {
            drafts.Report(Rules.InvalidCSharpName, document, @namespace, @namespace.Shortened, ", with dots between the parts of a namespace");
            @namespace = null;
        }

        var language = keys.Scalar("language");
        if (language is not null && !Formats.IsLanguageTag(language.Text))
        {
            drafts.Report(Rules.InvalidSchema, document, language, $"'{language.Shortened}' is not a language tag of BCP 47, such as 'en' or 'pt-BR'");
            language = null;
        }

        var citations = keys.Choice("citations", "none", "entity", "property") switch
        {
            "entity" => CitationPolicy.Entity,
            "property" => CitationPolicy.Property,
            _ => CitationPolicy.None,
        };
        var maxQuoteLength = keys.Number("maxQuoteLength") ?? PackageFacts.DefaultMaxQuoteLength;
        if (maxQuoteLength < 1 || maxQuoteLength > PackageFacts.LargestMaxQuoteLength || decimal.Truncate(maxQuoteLength) != maxQuoteLength)
        {
            drafts.Report(Rules.InvalidSchema, document, mapping.ValueOf("maxQuoteLength")!,
                FormattableString.Invariant($"'maxQuoteLength' takes a whole number from 1 to {PackageFacts.LargestMaxQuoteLength}"));
            maxQuoteLength = PackageFacts.DefaultMaxQuoteLength;
        }

        foreach (var text in new[] { "name", "title", "description" }) keys.Text(text);
        foreach (var list in new[] { "licenses", "contributors", "sources" }) CheckMappings(keys, list);
        drafts.Configurations = KindConfigurationReader.Read(document, drafts.Diagnostics);
        keys.Node(KindConfigurationReader.Key);
        keys.ReportUnknownKeys();
        return new PackageFacts(@namespace?.Text, language?.Text ?? "en", citations, (int)maxQuoteLength);
    }

    private static void CheckMappings(KeyReader keys, string key)
    {
        if (keys.Node(key) is not { } node) return;
        if (node is not SeedSequence sequence) keys.ReportType(key, "a list of mappings", node);
        else foreach (var item in sequence.Items)
            if (item is not SeedMapping) keys.ReportType(key, "a list of mappings", item);
    }
}
