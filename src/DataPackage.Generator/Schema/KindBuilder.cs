using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Schema;

/// <summary>Makes a kind of a completed draft: follows the names of properties that it or its ancestors give.</summary>
internal sealed class KindBuilder(SchemaDrafts drafts)
{
    public Kind Build(KindDraft draft)
    {
        string? Named(SeedScalar? own, Func<KindDraft, SeedScalar?> inherited)
        {
            var (name, at) = own is not null
                ? (own, draft)
                : draft.Ancestors.Select(ancestor => (inherited(ancestor), ancestor)).FirstOrDefault(found => found.Item1 is not null);
            if (name is null) return null;
            if (draft.All.Any(property => property.Property.Name == name.Text)) return name.Text;
            if (at == draft) ReportUnknownPropertyName(draft, name);
            return null;
        }

        EquatableArray<string> NamedList(IReadOnlyList<SeedScalar> own, Func<KindDraft, IReadOnlyList<SeedScalar>> inherited)
        {
            var (names, at) = own.Count > 0
                ? (own, draft)
                : draft.Ancestors.Select(ancestor => (inherited(ancestor), ancestor)).FirstOrDefault(found => found.Item1?.Count > 0);
            var found = new List<string>();
            foreach (var name in names ?? [])
                if (draft.All.Any(property => property.Property.Name == name.Text)) found.Add(name.Text);
                else if (at == draft) ReportUnknownPropertyName(draft, name);
            return found.Distinct(StringComparer.Ordinal).ToEquatableArray();
        }

        Temporal? TemporalOf()
        {
            if (draft.Shape == KindShape.Embedded) return null;
            var owner = new[] { draft }.Concat(draft.Ancestors).FirstOrDefault(kind => kind.Start is not null);
            if (owner is null || DateOf(owner.Start, owner) is not { } start) return null;
            return owner.End is null ? new Temporal(start, null) : DateOf(owner.End, owner) is { } end ? new Temporal(start, end) : null;
        }

        string? DateOf(SeedScalar? name, KindDraft owner)
        {
            var found = draft.All.Find(property => property.Property.Name == name?.Text).Property;
            if (found is { Type: PropertyType.Date, Layers.Count: 0 }) return found.Name;
            // What an ancestor says was reported there.
            if (owner != draft || name is null || found is { Type: PropertyType.Invalid }) return null;
            if (found is null) ReportUnknownPropertyName(draft, name);
            else drafts.Report(Rules.InvalidSchema, draft.Document, name, $"A timeline goes by single dates, and '{found.Name}' is none");
            return null;
        }

        var caption = Named(draft.Caption, ancestor => ancestor.Caption);
        var findBy = NamedList(draft.FindBy, ancestor => ancestor.FindBy);
        return new Kind(
            draft.Name,
            draft.Shape is KindShape.Entity or KindShape.Article ? draft.Plural : "",
            draft.Label, draft.Description, draft.Shape,
            draft.Parents.Select(parent => parent.Name).ToEquatableArray(),
            draft.Ancestors.Select(ancestor => ancestor.Name).ToEquatableArray(),
            caption,
            Named(draft.Summary, ancestor => ancestor.Summary),
            findBy.Count == 0 && caption is not null ? new[] { caption }.ToEquatableArray() : findBy,
            NamedList(draft.Featured, ancestor => ancestor.Featured),
            TemporalOf(),
            draft.All.Select(property => property.Property.ToProperty(property.Owner)).ToEquatableArray(),
            draft.Reverses.OrderBy(reverse => reverse.Name, StringComparer.Ordinal).ToEquatableArray(),
            draft.Deprecated,
            draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete));
    }

    private void ReportUnknownPropertyName(KindDraft draft, SeedScalar name)
    {
        if (draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete)) return;
        drafts.Report(Rules.UnknownProperty, draft.Document, name, draft.Name, name.Shortened,
            Rules.DidYouMean(NearestName.Find(name.Text, draft.All.Select(property => property.Property.Name))));
    }
}
