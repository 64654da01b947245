using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

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
        var @namespace = keys.Scalar("namespace");
        if (@namespace is not null && !Names.IsNamespace(@namespace.Text))
        {
            drafts.Report(
                Rules.InvalidCSharpName,
                document,
                @namespace,
                @namespace.Shortened,
                ", with dots between the parts of a namespace"
            );
            // Fleet. is about to be Fleet.Ships: until then, accessors stay where they are.
            @namespace = LeadingNamespace(@namespace.Text) is { } leading ? @namespace with { Text = leading } : null;
        }
        else if (@namespace is not null && Names.IsTakenNamespace(@namespace.Text))
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                @namespace,
                $"The namespace '{@namespace.Text}' has types already, which generated code refers to: choose another"
            );
            @namespace = null;
        }

        drafts.Namespace = @namespace?.Text;
        var language = keys.Scalar("language");
        if (language is not null && !Formats.IsLanguageTag(language.Text))
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                language,
                $"'{language.Shortened}' is not a language tag of BCP 47, such as 'en' or 'pt-BR'"
            );
            language = null;
        }

        var citations = keys.Choice("citations", SchemaKeys.Policies) switch
        {
            "entity" => CitationPolicy.Entity,
            "property" => CitationPolicy.Property,
            _ => CitationPolicy.None,
        };
        // Where another length may be stated in what could not be read, no quote is too long.
        var maxQuoteLength =
            keys.Number("maxQuoteLength")
            ?? (keys.LacksPart ? PackageFacts.LargestMaxQuoteLength : PackageFacts.DefaultMaxQuoteLength);
        if (
            maxQuoteLength < 1
            || maxQuoteLength > PackageFacts.LargestMaxQuoteLength
            || decimal.Truncate(maxQuoteLength) != maxQuoteLength
        )
        {
            drafts.Report(
                Rules.InvalidSchema,
                document,
                mapping.ValueOf("maxQuoteLength")!,
                FormattableString.Invariant(
                    $"'maxQuoteLength' takes a whole number from 1 to {PackageFacts.LargestMaxQuoteLength}"
                )
            );
            maxQuoteLength = PackageFacts.DefaultMaxQuoteLength;
        }

        foreach (var text in new[] { "name", "title", "description" })
            keys.Text(text);
        foreach (var list in new[] { "licenses", "contributors", "sources" })
            CheckMappings(keys, list);
        drafts.Facts = document;
        drafts.IsIncomplete |=
            keys.LacksPart
            && (mapping.ValueOf(KindConfigurationReader.Key) is not { } kinds || document.LacksPartOf(kinds));
        drafts.Configurations = KindConfigurationReader.Read(document, drafts.Diagnostics);
        keys.Node(KindConfigurationReader.Key);
        keys.ReportUnknownKeys();
        return new PackageFacts(@namespace?.Text, language?.Text ?? "en", citations, (int)maxQuoteLength);
    }

    /// <summary>As much of a text as is a namespace that one can have; null where nothing is.</summary>
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
