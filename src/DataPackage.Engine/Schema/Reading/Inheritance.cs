using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Collects the properties of a kind: its own, and those of its ancestors.</summary>
internal sealed class Inheritance(SchemaDrafts drafts, KindDraft draft)
{
    private readonly Dictionary<string, (PropertyDraft Property, KindDraft Owner)> _byMember = new(
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, PropertyDraft> _bySeedName = new(StringComparer.Ordinal);

    public void Apply()
    {
        // The furthest ancestor is first: what all its kinds have in common opens every documentation page.
        foreach (var owner in Enumerable.Reverse(draft.Ancestors).Append(draft))
        {
            foreach (var property in owner.Properties)
            {
                _byMember.TryGetValue(property.CSharpName, out var twin);
                if (IsTaken(property, owner))
                    ReportTaken(property, owner);
                else if (twin.Property is not null)
                {
                    if (twin.Owner != owner && !IsOne(owner, twin.Owner))
                        ReportTwin(property, owner, twin.Owner);
                }
                else if (draft.All.Count < SeedLimits.Properties)
                    Add(property, owner);
                else
                {
                    ReportTooMany(property, owner);
                    break;
                }
            }
        }
    }

    private bool IsTaken(PropertyDraft property, KindDraft owner) =>
        owner != draft
        && draft.Shape != KindShape.Abstract
        && Names.IsTakenInEntity(property.CSharpName, draft.Name, draft.Shape == KindShape.Article);

    private void ReportTaken(PropertyDraft property, KindDraft owner)
    {
        drafts.Report(
            Rules.InvalidSchema,
            draft.Document,
            draft.Extends[0],
            $"{draft.Name} would inherit the property '{property.Name}' of {owner.Name}, and its record "
                + "has another member of that name"
        );
        Disinherit(owner);
    }

    /// <summary>Whether two inherited properties of one name need no report, because a parent has them both.</summary>
    private bool IsOne(KindDraft owner, KindDraft twin) =>
        owner != draft && draft.Parents.Any(parent => parent.Inherits(owner) && parent.Inherits(twin));

    private void ReportTwin(PropertyDraft property, KindDraft owner, KindDraft twin)
    {
        drafts.Report(
            Rules.InvalidSchema,
            draft.Document,
            owner == draft ? property.Key : draft.Extends[0],
            $"{draft.Name} would have two properties '{property.Name}': of {twin.Name} and of {owner.Name}"
        );
        if (owner != draft)
            Disinherit(owner);
    }

    private void ReportTooMany(PropertyDraft property, KindDraft owner)
    {
        drafts.ReportLimit(
            draft.Document.At(owner == draft ? property.Key : draft.Extends[0]),
            $"{draft.Name} has too many properties",
            SeedLimits.Properties,
            "properties, inherited ones included"
        );
        draft.IsIncomplete = true;
        if (owner != draft)
            Disinherit(owner);
    }

    private void Add(PropertyDraft property, KindDraft owner)
    {
        if (!_bySeedName.TryGetValue(property.SeedName, out var same))
            _bySeedName.Add(property.SeedName, property);
        else if (owner == draft)
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                property.SeedKey ?? property.Key,
                $"The properties '{same.Name}' and '{property.Name}' would both be what seeds call "
                    + $"'{property.SeedName}'"
            );
        draft.All.Add((property, owner));
        draft.Members.Add(property.CSharpName);
        _byMember.Add(property.CSharpName, (property, owner));
    }

    /// <summary>A record that cannot have the property cannot have the interface either: C# would report it again
    /// (CS0535).</summary>
    private void Disinherit(KindDraft owner)
    {
        draft.Parents.RemoveAll(parent => parent == owner || parent.Inherits(owner));
        draft.IsIncomplete = true;
    }
}
