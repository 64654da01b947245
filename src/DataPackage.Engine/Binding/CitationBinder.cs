using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>What the citations at one place of a seed support: the value that they are beside, some of its properties,
/// or both.</summary>
/// <param name="IsWhole">Whether a citation there does not say what it is for.</param>
/// <param name="IsUnclear">Whether the purpose of a citation there could not be read, which was reported: it may be for
/// anything.</param>
/// <param name="Properties">The properties that citations there name; null for none.</param>
internal readonly record struct Support(bool IsWhole, bool IsUnclear, HashSet<string>? Properties)
{
    public bool Has(string property) => Properties is not null && Properties.Contains(property);
}

/// <summary>Reads the citations of a seed's entities at all places, and reports the values that no citation
/// supports.</summary>
/// <remarks>A citation still supports a value if its quote is not in its article: that is another mistake with a
/// message of its own.</remarks>
internal sealed class CitationBinder(SeedDocument document, PackageSchema schema, DiagnosticBag diagnostics)
{
    private readonly List<BoundCitation> _citations = [];
    private bool _isCited;
    private bool _isReported;

    /// <summary>Ends an entity.</summary>
    /// <param name="uncited">The place to report that the entity has no citation at all, unless one of its values was
    /// reported; null if it needs none.</param>
    /// <returns>The citations of the entity first, then those beside its values, in the order of the seed.</returns>
    public EquatableArray<BoundCitation> Take(Kind kind, string id, SeedPosition? uncited)
    {
        var taken = _citations.ToEquatableArray();
        if (uncited is { } location && !_isCited && !_isReported)
            diagnostics.Add(
                Rules.Uncited,
                location,
                kind.Label,
                id,
                LetterCase.ToLower(schema.Facts.Citations.ToString())
            );
        _citations.Clear();
        _isCited = _isReported = false;
        return taken;
    }

    /// <summary>Reads one citation, or a list of them.</summary>
    /// <param name="key">The key of the citations.</param>
    /// <param name="kind">The kind whose properties they can be for; null beside a single value.</param>
    /// <param name="path">The path of the value that they are beside; empty for the entity.</param>
    public Support Bind(SeedNode? node, string key, Kind? kind, string path)
    {
        if (node is null or SeedScalar { IsNull: true })
            return default;
        var (isWhole, isUnclear) = (false, false);
        HashSet<string>? properties = null;
        foreach (var item in node is SeedSequence list ? list.Items : new[] { node }.ToEquatableArray())
        {
            if (item is not SeedMapping mapping)
            {
                diagnostics.Add(
                    Rules.WrongType,
                    document.At(item),
                    key,
                    "a list of mappings that have an 'article' and a 'quote'",
                    item.Noun
                );
                isUnclear = _isCited = true;
                continue;
            }

            isUnclear |= document.LacksPartOf(mapping);

            _isCited = true;
            var supported = BindOne(mapping, kind, path, ref isUnclear);
            isWhole |= supported.Count == 0;
            foreach (var property in supported)
                (properties ??= new(StringComparer.Ordinal)).Add(property);
        }

        isUnclear |= document.LacksPartOf(node);
        return new Support(isWhole, isUnclear, properties);
    }

    /// <returns>The properties that the citation names.</returns>
    private List<string> BindOne(SeedMapping mapping, Kind? kind, string path, ref bool isUnclear)
    {
        var keys = new KeyReader(document, mapping, "A citation", Rules.UnknownProperty, diagnostics);
        var article = keys.Scalar("article");
        var quote = keys.Scalar("quote");
        var prefix = keys.Scalar("prefix");
        var suffix = keys.Scalar("suffix");
        var named = kind is null ? [] : keys.Scalars("for");
        var supported = kind is null ? [] : BindFor(kind, named);
        isUnclear |=
            supported.Count < named.Count || (kind is not null && named.Count == 0 && keys.Node("for") is not null);
        keys.ReportUnknownKeys();
        // The lost part may be what tells its passage from others.
        if (document.LacksPartOf(mapping))
            return supported;
        if (article is null || quote is null)
        {
            ReportMissing(keys, "article");
            ReportMissing(keys, "quote");
        }

        if (!IsShort(quote) | !IsShort(prefix) | !IsShort(suffix) || article is null || quote is null)
            return supported;
        var paths =
            supported.Count > 0 ? supported.Select(property => path.Length == 0 ? property : path + "." + property)
            : path.Length > 0 ? [path]
            : [];
        _citations.Add(
            new BoundCitation
            {
                Article = article.Text,
                ArticleLocation = document.At(article),
                Quote = quote.Text,
                QuoteLocation = document.At(quote),
                Prefix = prefix?.Text,
                Suffix = suffix?.Text,
                For = paths.ToEquatableArray(),
            }
        );
        return supported;
    }

    private List<string> BindFor(Kind kind, IReadOnlyList<SeedScalar> properties)
    {
        var supported = new List<string>(properties.Count);
        foreach (var property in properties)
        {
            // By its name in the schema, or its key in seeds.
            var index = kind.IndexOf(property.Text) is >= 0 and var byName ? byName : kind.IndexOfKey(property.Text);
            if (index >= 0)
                supported.Add(kind.Properties[index].Name);
            else if (!kind.IsIncomplete && !diagnostics.Counts(document.At(property)))
                diagnostics.Add(
                    Rules.UnknownProperty,
                    document.At(property),
                    kind.Name,
                    property.Shortened,
                    diagnostics.DidYouMean(property.Text, kind.PropertyNames)
                );
        }

        return supported;
    }

    /// <summary>Whether a quote, a prefix or a suffix is within the limit; reports one that is not, which is then not
    /// searched for.</summary>
    private bool IsShort(SeedScalar? text)
    {
        if (text is null || text.Text.Length <= schema.Facts.MaxQuoteLength)
            return true;
        var length = CodePoints.Count(text.Text.Trim());
        if (length <= schema.Facts.MaxQuoteLength)
            return true;
        diagnostics.Add(
            Rules.QuoteTooLong,
            document.At(text),
            length.ToString(CultureInfo.InvariantCulture),
            schema.Facts.MaxQuoteLength.ToString(CultureInfo.InvariantCulture)
        );
        return false;
    }

    private void ReportMissing(KeyReader keys, string key)
    {
        if (keys.Node(key) is not null)
            return;
        var mapping = keys.Mapping;
        diagnostics.Add(
            Rules.MissingProperty,
            mapping.Find(key) is { } empty ? document.At(empty.Key) : document.At(new TextSpan(mapping.Span.Start, 0)),
            "citation",
            "",
            key
        );
    }

    /// <summary>Reports a value that no citation supports, if the package demands one for each value.</summary>
    public void ReportUncited(SeedNode value, string path, Property property)
    {
        _isReported = true;
        diagnostics.Add(Rules.UncitedValue, document.At(value), path, property.Name);
    }
}
