using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Lists the facts of an entity.</summary>
internal sealed class EntityFacts
{
    /// <summary>The path of the text of an article.</summary>
    public const string TextPath = "text";

    private readonly PackageSchema _schema;
    private readonly Dictionary<string, ClaimDetails> _said = new(StringComparer.Ordinal);
    private readonly List<PublishedFact> _facts = [];

    private EntityFacts(LinkedEntity entity, Kind kind, PackageSchema schema)
    {
        _schema = schema;
        foreach (var claim in entity.Claims)
            if (claim.IsShown)
                _said[claim.Path] = claim.Details;
            else
                Add(
                    kind.Properties[claim.Property].Name + "~",
                    claim.Value is { } value ? FactText.Of(value, kind.Properties[claim.Property], schema) : "",
                    claim.Details
                );
        AddMembers(kind, entity.Values, "", "");
        if (entity.Text is { } text)
            Add(TextPath, text.Sha256, ClaimDetails.None);
    }

    public static PublishedEntity Of(LinkedEntity entity, Kind kind, PackageSchema schema) =>
        new(
            kind.Name,
            entity.Id,
            entity.FormerNames.Select(former => former.Id).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray(),
            new EntityFacts(entity, kind, schema)
                ._facts.OrderBy(fact => fact.Path, StringComparer.Ordinal)
                .ThenBy(fact => fact.Value, StringComparer.Ordinal)
                .ThenBy(fact => fact.Remarks, StringComparer.Ordinal)
                .ToEquatableArray(),
            entity
                .Citations.Select(PublishedCitationOf)
                .OrderBy(citation => citation.Article, StringComparer.Ordinal)
                .ThenBy(citation => citation.Quote, StringComparer.Ordinal)
                .ThenBy(citation => citation.For, StringComparer.Ordinal)
                .ToEquatableArray()
        );

    private static PublishedCitation PublishedCitationOf(LinkedCitation citation) =>
        new(
            citation.Article.Id,
            citation.Passage.Text ?? $"characters {citation.Passage.Start} to {citation.Passage.End}",
            string.Join(",", citation.For)
        );

    /// <param name="path">Where the members are, as it is shown.</param>
    /// <param name="place">The same with the numbers of items, by which claims name a value.</param>
    private void AddMembers(Kind kind, EquatableArray<Value?> values, string path, string place)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                Add(value, kind.Properties[i], path + kind.Properties[i].Name, place + kind.Properties[i].Name);
    }

    private void Add(Value value, Property property, string path, string place)
    {
        var details = _said.TryGetValue(place, out var said) ? said : ClaimDetails.None;
        switch (value)
        {
            case LocalizedValue localized:
                foreach (var entry in localized.Entries)
                    Add($"{path}.{entry.Language}", entry.Text, details);
                break;
            case EmbeddedValue embedded:
                if (details != ClaimDetails.None)
                    Add(path, FactText.Of(value, property, _schema), details);
                AddMembers(_schema[property.Range], embedded.Values, path + ".", place + ".");
                break;
            case MapValue map:
                foreach (var entry in map.Entries)
                    AddItem(entry.Value, property, $"{path}[{entry.Key}]", $"{place}[{entry.Key}]");
                break;
            // Items are found again by what they say: a new first item moves no other.
            case ListValue list:
                for (var i = 0; i < list.Items.Count; i++)
                    AddItem(list.Items[i], property, path + "[]", $"{place}[{i}]");
                break;
            default:
                Add(path, FactText.Of(value, property, _schema), details);
                break;
        }
    }

    private void AddItem(Value? item, Property property, string path, string place)
    {
        if (item is MapValue)
            Add(item, property, path, place);
        else
            Add(
                path,
                item is null ? "null" : FactText.Of(item, property, _schema),
                _said.TryGetValue(place, out var said) ? said : ClaimDetails.None
            );
    }

    private void Add(string path, string value, ClaimDetails details) =>
        _facts.Add(new PublishedFact(path, value, Remarks(details)));

    private static string Remarks(ClaimDetails details)
    {
        var remarks = new List<string>();
        void Add(string key, string? text)
        {
            if (text is not null)
                remarks.Add($"{key}: {text}");
        }

        Add(ClaimKeys.State, details.State == ClaimState.Known ? null : ClaimKeys.States[(int)details.State - 1]);
        Add(ClaimKeys.Rank, details.Rank == ClaimRank.Normal ? null : ClaimKeys.Ranks[(int)details.Rank]);
        Add(ClaimKeys.Because, details.Because);
        Add(
            ClaimKeys.AccordingTo,
            details.AccordingTo switch
            {
                ReferenceValue who => $"{who.Target.Kind}/{who.Target.Id}",
                TextValue text => text.Text,
                _ => null,
            }
        );
        Add(ClaimKeys.During, details.During?.Canonical);
        Add(ClaimKeys.Basis, details.Basis == ClaimBasis.Unspecified ? null : ClaimKeys.Bases[(int)details.Basis - 1]);
        Add(ClaimKeys.Note, details.Note);
        return string.Join("; ", remarks);
    }
}
