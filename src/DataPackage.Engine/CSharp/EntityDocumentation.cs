using System.Globalization;
using System.Runtime.CompilerServices;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the documentation that the editor shows for an entity: its summary, its main properties and
/// references, and the passages that support them.</summary>
internal sealed class EntityDocumentation(PackageSchema schema, CodeTarget target)
{
    private const int MostItems = 5;
    private const int MostCitations = 3;
    private const int LongestText = 300;

    private readonly CSharpTypes _types = new(schema, target);

    /// <summary>What each property is called.</summary>
    private readonly ConditionalWeakTable<Property, Heading> _headings = new();

    /// <summary>The paragraphs of the summary, as XML.</summary>
    public EquatableArray<string> Of(Kind kind, LinkedEntity entity)
    {
        var paragraphs = new List<string>();
        // The documentation of thousands of entities takes megabytes, so few passages are shown: each once, beside the
        // first property that it supports.
        var unshown = entity.Citations.ToList();
        var first = FirstPassages(entity.Citations);
        var summary = kind.Summary is { } property ? Text(entity.Values[kind.IndexOf(property)]) : null;
        paragraphs.Add(
            $"{CSharpText.Doc(entity.Caption)} "
                + $"({CSharpText.Doc(LetterCase.ToLower(kind.Label))}).{(summary is null ? "" : " " + summary)}"
        );
        foreach (var name in kind.Featured.Count > 0 ? kind.Featured : kind.Properties.Select(each => each.Name))
        {
            var index = kind.IndexOf(name);
            if (name == kind.Caption || name == kind.Summary)
                continue;
            var claims = ClaimsOf(entity, index);
            var value = entity.Values[index];
            if (value is null && claims.Count == 0)
                continue;
            if ((value is null ? Absent(claims) : Describe(kind.Properties[index], value)) is not { Length: > 0 } text)
                continue;
            text += Claimed(kind.Properties[index], claims);
            // The first passage says most. If it was shown already, a lesser one would be taken for it.
            var passage =
                entity.Citations.Count - unshown.Count < MostCitations && first.TryGetValue(name, out var found)
                    ? found
                    : null;
            var isShown = passage is not null && unshown.Remove(passage);
            paragraphs.Add(
                $"{HeadingOf(kind.Properties[index]).Alone}: {text}{(isShown ? $" ({Describe(passage!)})" : "")}"
            );
        }

        if (unshown.Count > 0)
            paragraphs.Add(unshown.Count == 1 ? "1 more citation" : Number(unshown.Count) + " more citations");
        return paragraphs.ToEquatableArray();
    }

    private static List<Claim> ClaimsOf(LinkedEntity entity, int property) =>
        entity.Claims.Where(claim => claim.Property == property).ToList();

    /// <summary>The passage for each property, the first in the package's language, else the first: a path names the
    /// property, or leads into it.</summary>
    private Dictionary<string, LinkedCitation> FirstPassages(EquatableArray<LinkedCitation> citations)
    {
        var first = new Dictionary<string, LinkedCitation>(StringComparer.Ordinal);
        foreach (var citation in citations.Where(IsInOwnLanguage).Concat(citations))
        {
            foreach (var path in citation.For)
            {
                var property = path.IndexOfAny(PathEnds) is >= 0 and var end ? path.Substring(0, end) : path;
                if (!first.ContainsKey(property))
                    first.Add(property, citation);
            }
        }

        return first;
    }

    /// <summary>Regions and scripts apart: en-GB is English.</summary>
    private bool IsInOwnLanguage(LinkedCitation citation) =>
        citation
            .Passage.Language?.Split('-')[0]
            .Equals(schema.Facts.Language.Split('-')[0], StringComparison.OrdinalIgnoreCase) == true;

    private static readonly char[] PathEnds = ['.', '['];

    private Heading HeadingOf(Property property) => _headings.GetValue(property, Heading.Of);

    private string Describe(LinkedCitation citation) =>
        (
            citation.Passage.Text is null
                ? ""
                : $"&#x201C;{CSharpText.Doc(Shorten(citation.Passage.Text))}&#x201D; &#x2014; "
        ) + $"{Link(citation.Article, citation.Article.Id)}, paragraph {Number(citation.Passage.Paragraph)}";

    private string? Describe(Property property, Value value)
    {
        switch (value)
        {
            case ListValue list:
                return Describe(property, list);
            case MapValue map:
                return Describe(property, map);
            case UntypedText untyped:
                return CSharpText.Doc(Shorten(untyped.Text));
            case ReferenceValue reference:
                return Link(reference.Target, reference.Target.Id);
            case ExternalValue external:
                return external.Target.Accessor.Length == 0 || schema.FindExternal(property.Range) is not { } range
                    ? CSharpText.Doc(external.Target.Id)
                    : LinkTo(CSharpTypes.CatalogOf(range), external.Target.Accessor);
            case EmbeddedValue embedded:
                return Describe(schema[property.Range], embedded);
            case EnumItemValue choice:
                return CSharpText.Doc(property.Values[choice.Index].Name);
            case ScalarValue or LocalizedValue:
                return Text(value);
            default:
                throw new NotSupportedException($"A {value.GetType().Name} is not documented.");
        }
    }

    private string Describe(Property property, ListValue list) =>
        Join(property, list.Items.Count, list.Items.Select(item => item is null ? null : Describe(property, item)));

    private string Describe(Property property, MapValue map) =>
        Join(
            property,
            map.Entries.Count,
            map.Entries.Select(entry =>
                entry.Value is not null && Describe(property, entry.Value) is { Length: > 0 } text
                    ? $"{CSharpText.Doc(entry.Key)}: {text}"
                    : null
            )
        );

    /// <summary>What there is to say of a property without a value.</summary>
    private static string Absent(List<Claim> claims)
    {
        var current = claims.FindAll(claim => claim.Details.Rank != ClaimRank.Deprecated);
        return current.Count > 1 ? "disputed"
            : current.Count == 0 || current[0].Details.State == ClaimState.Known ? "not known"
            : current[0].Details.State == ClaimState.Unknown ? "unknown"
            : "none";
    }

    /// <summary> (inferred: from his age; also said: 1976, TASS; corrected)</summary>
    private string Claimed(Property property, List<Claim> claims)
    {
        if (claims.Count == 0)
            return "";
        var parts = claims
            .Where(claim => claim.IsShown)
            .SelectMany(claim => Said(claim.Details))
            .Take(MostItems)
            .ToList();
        parts.AddRange(
            claims
                .Where(claim => !claim.IsShown && claim.Value is not null)
                .Take(MostItems)
                .Select(claim => $"also said: {string.Join("; ", Said(property, claim))}")
        );
        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    /// <summary>1976, TASS; corrected</summary>
    private IEnumerable<string> Said(Property property, Claim claim) =>
        Said(claim.Details with { AccordingTo = null })
            .Prepend(
                Describe(property, claim.Value!)
                    + (claim.Details.AccordingTo is { } speaker ? ", " + Describe(speaker) : "")
            );

    private IEnumerable<string> Said(ClaimDetails said)
    {
        if (said.AccordingTo is { } speaker)
            yield return "according to " + Describe(speaker);
        if (said.During is { } date)
            yield return CSharpText.Doc(DateWords.Of(date.Canonical));
        if (said.Because is { } reason)
            yield return CSharpText.Doc(Shorten(reason));
        if (said.Basis == ClaimBasis.CommonKnowledge)
            yield return "common knowledge";
        var note = said.Note is null ? "" : CSharpText.Doc(Shorten(said.Note));
        if (said.Basis == ClaimBasis.Inferred)
            yield return $"inferred: {note}";
        else if (note.Length > 0)
            yield return note;
    }

    private string Describe(Value speaker) =>
        speaker is ReferenceValue { Target: var entity } ? Link(entity, entity.Id) : Text(speaker) ?? "";

    /// <summary>Envoy (organization: Kremlin; date: 3 April 2025).</summary>
    private string Describe(Kind kind, EmbeddedValue embedded)
    {
        var parts = new List<string>();
        for (var i = 0; i < kind.Properties.Count; i++)
            if (embedded.Values[i] is { } value && Describe(kind.Properties[i], value) is { Length: > 0 } text)
                parts.Add(parts.Count == 0 ? text : $"{HeadingOf(kind.Properties[i]).Within}: {text}");
        return parts.Count < 2 ? string.Concat(parts) : $"{parts[0]} ({string.Join("; ", parts.Skip(1))})";
    }

    private static string Join(Property property, int count, IEnumerable<string?> items)
    {
        var text = string.Join(
            property is { Form: ValueForm.Embedded or ValueForm.Any } or { Layers.Count: > 1 } ? "; " : ", ",
            items.Take(MostItems).Where(item => !string.IsNullOrEmpty(item))
        );
        return count > MostItems ? $"{text} and {Number(count - MostItems)} more" : text;
    }

    private static string? Text(Value? value) =>
        value switch
        {
            DateValue date => CSharpText.Doc(DateWords.Of(date.Canonical)),
            ScalarValue scalar => CSharpText.Doc(Shorten(scalar.Shown)),
            LocalizedValue localized => CSharpText.Doc(Shorten(localized.Entries[0].Text)),
            _ => null,
        };

    /// <summary>A link that the editor can follow; the plain id if the entity has no accessor.</summary>
    private string Link(EntityLink entity, string fallback) =>
        entity.Accessor.Length == 0
            ? CSharpText.Doc(fallback)
            : LinkTo(_types.CatalogOf(schema[entity.Kind]), entity.Accessor);

    /// <summary>A link by the documentation id of the accessor, which the compiler copies. A name would cost a look-up
    /// for each reference of the package, and a syntax tree that is kept until the assembly is written.</summary>
    /// <param name="catalog">The full name of the catalog.</param>
    public static string LinkTo(string catalog, string accessor) => $"<see cref=\"{IdOf(catalog, accessor)}\"/>";

    /// <summary>The documentation id of an accessor, as the compiler writes it into its file.</summary>
    /// <param name="catalog">The full name of the catalog.</param>
    public static string IdOf(string catalog, string accessor) =>
        $"P:{catalog.Substring("global::".Length).Replace("@", "")}.{accessor}";

    private static string Shorten(string text) =>
        text.Length <= LongestText
            ? text
            : text.Substring(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText).TrimEnd()
                + "\u2026";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a property is called: the label, else the words of the name (birthDate → Birth date).</summary>
    /// <param name="Alone">At the start of a paragraph.</param>
    /// <param name="Within">After other text.</param>
    private sealed record Heading(string Alone, string Within)
    {
        public static Heading Of(Property property)
        {
            var alone = CSharpText.Doc(property.Label.Length > 0 ? property.Label : WordsOf(property.Name));
            return new Heading(alone, LetterCase.ToLower(alone));
        }

        private static string WordsOf(string name)
        {
            var words = Names.ToKebabCase(Names.ToPascalCase(name)).Replace('-', ' ');
            return LetterCase.ToUpper(words[0]) + words.Substring(1);
        }
    }
}
