using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>What the citations at one place of a seed support: the thing that they are written beside, some of its
/// properties, or both.</summary>
/// <param name="IsWhole">A citation there does not say what it is for.</param>
/// <param name="IsUnclear">What a citation there is for could not be read, which was reported: it may be for
/// anything.</param>
/// <param name="Properties">The properties that citations there name; null for none.</param>
internal readonly record struct Support(bool IsWhole, bool IsUnclear, HashSet<string>? Properties)
{
    public bool Has(string property) => Properties is not null && Properties.Contains(property);
}

/// <summary>Reads the citations of a seed's entities wherever they stand, and reports the values that no citation
/// supports.</summary>
/// <remarks>A citation whose quote turns out not to be in its article supports what it is for all the same: that is
/// another mistake, and is reported as such.</remarks>
internal sealed class CitationBinder(SeedDocument document, PackageSchema schema, DiagnosticBag diagnostics)
{
    private readonly List<BoundCitation> _citations = [];
    private bool _isCited;
    private bool _isReported;

    /// <summary>Ends an entity.</summary>
    /// <param name="uncited">Where to report that it has no citation at all, unless that was reported of its values;
    /// null where it needs none.</param>
    /// <returns>Its citations: those of the entity first, then those beside its values, as the seed has them.</returns>
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
    /// <param name="key">Under which they stand.</param>
    /// <param name="kind">Whose properties they can be for; null beside a single value.</param>
    /// <param name="path">Of what they are written beside; empty for the entity.</param>
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
        // What it lacks may be what tells its passage from others.
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
            // What the schema calls it, or what the seed does.
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

    /// <summary>Whether a quote, a prefix or a suffix is within the limit; reports one that is not. A longer one is not
    /// looked for.</summary>
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

    /// <summary>Reports a value that no citation supports, where the package asks for one for each.</summary>
    public void ReportUncited(SeedNode value, string path, Property property)
    {
        _isReported = true;
        diagnostics.Add(Rules.UncitedValue, document.At(value), path, property.Name);
    }
}
