using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Makes a kind of a completed draft: follows the names of properties that it or its ancestors give.</summary>
internal sealed class KindBuilder(SchemaDrafts drafts)
{
    public Kind Build(KindDraft draft)
    {
        // What an ancestor says was reported there.
        string? Named(Func<KindDraft, SeedScalar?> of, string key, string what, Func<PropertyDraft, bool> isFit)
        {
            var owner = new[] { draft }.Concat(draft.Ancestors).FirstOrDefault(kind => of(kind) is not null);
            return owner is null ? null : Fit(of(owner)!, owner, key, what, isFit);
        }

        string? Fit(SeedScalar name, KindDraft owner, string key, string what, Func<PropertyDraft, bool> isFit)
        {
            var found = draft.Find(name.Text);
            if (found is not null && isFit(found))
                return name.Text;
            if (owner == draft && found is null)
                ReportUnknownPropertyName(draft, name);
            else if (owner == draft && found!.Type != PropertyType.Invalid)
                drafts.Report(
                    Rules.InvalidSchema,
                    draft.Document,
                    name,
                    $"'{key}' takes {what}, and '{found.Name}' is none"
                );
            return null;
        }

        EquatableArray<string> NamedList(
            Func<KindDraft, IReadOnlyList<SeedScalar>> of,
            string key,
            string what,
            Func<PropertyDraft, bool> isFit
        )
        {
            var owner = new[] { draft }.Concat(draft.Ancestors).FirstOrDefault(kind => of(kind).Count > 0);
            return owner is null
                ? default
                : of(owner)
                    .Select(name => Fit(name, owner, key, what, isFit))
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .ToEquatableArray();
        }

        Temporal? TemporalOf()
        {
            if (draft.Shape == KindShape.Embedded)
                return null;
            var owner = new[] { draft }.Concat(draft.Ancestors).FirstOrDefault(kind => kind.Start is not null);
            if (owner is null || DateOf(owner.Start, owner) is not { } start)
                return null;
            return owner.End is null ? new Temporal(start, null)
                : DateOf(owner.End, owner) is { } end ? new Temporal(start, end)
                : null;
        }

        string? DateOf(SeedScalar? name, KindDraft owner)
        {
            var found = name is null ? null : draft.Find(name.Text);
            if (found is { Type: PropertyType.Date, Layers.Count: 0 })
                return found.Name;
            // What an ancestor says was reported there.
            if (owner != draft || name is null || found is { Type: PropertyType.Invalid })
                return null;
            if (found is null)
                ReportUnknownPropertyName(draft, name);
            else
                drafts.Report(
                    Rules.InvalidSchema,
                    draft.Document,
                    name,
                    $"A timeline goes by single dates, and '{found.Name}' is none"
                );
            return null;
        }

        Assertions? AssertionsOf()
        {
            var fillRates = draft
                .FillRates.Where(rate => Fit(rate.Property, draft, "fillRate", "", _ => true) is not null)
                .Select(rate => new FillRate(rate.Property.Text, rate.Least))
                .ToEquatableArray();
            return draft.LeastEntities is null && draft.MostEntities is null && fillRates.Count == 0
                ? null
                : new Assertions(draft.LeastEntities, draft.MostEntities, fillRates);
        }

        var caption = Named(
            kind => kind.Caption,
            "caption",
            "a single text",
            property =>
                property
                    is {
                        IsMany: false,
                        Type: PropertyType.Text
                            or PropertyType.Markdown
                            or PropertyType.Identifier
                            or PropertyType.Language
                    }
        );
        var findBy = NamedList(
            kind => kind.FindBy,
            "findBy",
            "texts",
            property =>
                property.Type
                    is PropertyType.Text
                        or PropertyType.Markdown
                        or PropertyType.Identifier
                        or PropertyType.Language
                        or PropertyType.Url
        );
        return new Kind(
            draft.Name,
            draft.Shape is KindShape.Entity or KindShape.Article ? draft.Plural : "",
            draft.Label,
            draft.Description,
            draft.Shape,
            draft.Parents.Select(parent => parent.Name).ToEquatableArray(),
            draft.Ancestors.Select(ancestor => ancestor.Name).ToEquatableArray(),
            caption,
            Named(
                kind => kind.Summary,
                "summary",
                "a single text",
                property => property is { IsMany: false, Type: PropertyType.Text or PropertyType.Markdown }
            ),
            findBy.Count == 0 && caption is not null ? new[] { caption }.ToEquatableArray() : findBy,
            NamedList(kind => kind.Featured, "featured", "properties", _ => true),
            TemporalOf(),
            AssertionsOf(),
            draft.All.Select(property => property.Property.ToProperty(property.Owner)).ToEquatableArray(),
            draft.Reverses.OrderBy(reverse => reverse.Name, StringComparer.Ordinal).ToEquatableArray(),
            draft.Deprecated,
            draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete),
            draft.Folder,
            draft.Document.IsInferred
        )
        {
            Seeding = draft.Seeding,
            GroupBy = NamedList(
                kind => kind.GroupBy,
                "groupBy",
                "enumerations, dates, references or texts without a language, one or a list",
                property =>
                    property.Type
                        is PropertyType.Enum
                            or PropertyType.Date
                            or PropertyType.Reference
                            or PropertyType.Text
                            or PropertyType.Identifier
                            or PropertyType.Language
                    && !property.IsLocalized
                    && (property.Layers.Count == 0 || property.Layers is [{ IsMap: false }])
            ),
        };
    }

    private void ReportUnknownPropertyName(KindDraft draft, SeedScalar name)
    {
        if (draft.IsIncomplete || draft.Ancestors.Any(ancestor => ancestor.IsIncomplete))
            return;
        drafts.Report(
            Rules.UnknownProperty,
            draft.Document,
            name,
            draft.Name,
            name.Shortened,
            drafts.Diagnostics.DidYouMean(name.Text, draft.All.Select(property => property.Property.Name))
        );
    }
}
