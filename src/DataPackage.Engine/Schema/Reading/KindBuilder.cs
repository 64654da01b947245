using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Makes a kind from a completed draft: resolves the names of properties that it or its ancestors
/// state.</summary>
internal sealed class KindBuilder
{
    private readonly SchemaDrafts _drafts;
    private readonly KindDraft _draft;

    /// <summary>The kind itself, then its ancestors: the first that states something decides.</summary>
    private readonly KindDraft[] _line;

    private KindBuilder(SchemaDrafts drafts, KindDraft draft)
    {
        (_drafts, _draft) = (drafts, draft);
        _line = [draft, .. draft.Ancestors];
    }

    public static Kind Build(SchemaDrafts drafts, KindDraft draft) => new KindBuilder(drafts, draft).Build();

    private Kind Build()
    {
        var caption = Caption();
        return new Kind
        {
            Name = _draft.Name,
            Plural = _draft.Shape is KindShape.Entity or KindShape.Article ? _draft.Plural : "",
            Label = _draft.Label,
            Description = _draft.Description,
            Shape = _draft.Shape,
            Extends = _draft.Parents.Select(parent => parent.Name).ToEquatableArray(),
            Ancestors = _draft.Ancestors.Select(ancestor => ancestor.Name).ToEquatableArray(),
            Caption = caption,
            Summary = Summary(),
            FindBy = FindBy(caption),
            Featured = NamedList(kind => kind.Featured, "featured", "properties", _ => true),
            GroupBy = GroupBy(),
            Temporal = Temporal(),
            Assertions = Assertions(),
            Properties = _draft.All.Select(each => each.Property.ToProperty(each.Owner)).ToEquatableArray(),
            Reverses = _draft.Reverses.OrderBy(reverse => reverse.Name, StringComparer.Ordinal).ToEquatableArray(),
            Ftm = _draft.Ftm,
            Deprecated = _draft.Deprecated,
            Seeding = _draft.Seeding with
            {
                Body = Named(
                    kind => kind.Body,
                    "body",
                    "a single text",
                    property => property is { IsMany: false, IsLocalized: false, Type: ScalarType { IsProse: true } }
                ),
                Value = Named(kind => kind.Value, "value", "any property", _ => true),
            },
            Folder = _draft.Folder,
            IsIncomplete = _line.Any(kind => kind.IsIncomplete),
            IsInferred = _draft.Document.IsInferred,
        };
    }

    private string? Caption() =>
        Named(
            kind => kind.Caption,
            "caption",
            "a single text",
            property => property is { IsMany: false, Type: ScalarType { IsString: true } }
        );

    private string? Summary() =>
        Named(
            kind => kind.Summary,
            "summary",
            "a single text",
            property => property is { IsMany: false, Type: ScalarType { IsProse: true } }
        );

    /// <summary>By default an entity is found by its caption.</summary>
    private EquatableArray<string> FindBy(string? caption)
    {
        var stated = NamedList(
            kind => kind.FindBy,
            "findBy",
            "texts",
            property => property.Type is ScalarType { IsTextual: true }
        );
        return stated.Count == 0 && caption is not null ? new[] { caption }.ToEquatableArray() : stated;
    }

    private EquatableArray<string> GroupBy() =>
        NamedList(
            kind => kind.GroupBy,
            "groupBy",
            "enumerations, dates, references or texts without a language, one or a list",
            property =>
                (
                    property.Type is ScalarType { CanGroup: true }
                    || property.Type == PropertyType.Enum
                    || property.Type == PropertyType.Reference
                )
                && !property.IsLocalized
                && property.Layers is [] or [{ IsMap: false }]
        );

    private Temporal? Temporal()
    {
        if (
            _draft.Shape == KindShape.Embedded
            || Array.Find(_line, kind => kind.Start is not null) is not { } owner
            || DateOf(owner.Start, owner) is not { } start
        )
            return null;
        return owner.End is null ? new Temporal(start, null)
            : DateOf(owner.End, owner) is { } end ? new Temporal(start, end)
            : null;
    }

    private string? DateOf(SeedScalar? name, KindDraft owner)
    {
        var found = name is null ? null : _draft.Find(name.Text);
        if (found is { Layers.Count: 0 } && found.Type == ScalarTypes.Date)
            return found.Name;
        // A mistake of an ancestor was reported there.
        if (owner != _draft || name is null || found?.Type == PropertyType.Invalid)
            return null;
        if (found is null)
            ReportUnknownPropertyName(name);
        else
            _drafts.Report(
                Rules.InvalidSchema,
                _draft.Document,
                name,
                $"A timeline goes by single dates, and '{found.Name}' is none"
            );
        return null;
    }

    private Assertions? Assertions()
    {
        var fillRates = _draft
            .FillRates.Where(rate => Fit(rate.Property, _draft, "fillRate", "", _ => true) is not null)
            .Select(rate => new FillRate(rate.Property.Text, rate.Least))
            .ToEquatableArray();
        return _draft.LeastEntities is null && _draft.MostEntities is null && fillRates.Count == 0
            ? null
            : new Assertions(_draft.LeastEntities, _draft.MostEntities, fillRates);
    }

    /// <summary>The property that the first of the line states under a key; null if none does, or if the property does
    /// not fit.</summary>
    private string? Named(Func<KindDraft, SeedScalar?> of, string key, string what, Func<PropertyDraft, bool> isFit) =>
        Array.Find(_line, kind => of(kind) is not null) is { } owner ? Fit(of(owner)!, owner, key, what, isFit) : null;

    /// <summary>The properties that the first of the line states under a key.</summary>
    private EquatableArray<string> NamedList(
        Func<KindDraft, IReadOnlyList<SeedScalar>> of,
        string key,
        string what,
        Func<PropertyDraft, bool> isFit
    ) =>
        Array.Find(_line, kind => of(kind).Count > 0) is { } owner
            ? of(owner)
                .Select(name => Fit(name, owner, key, what, isFit))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .ToEquatableArray()
            : default;

    private string? Fit(SeedScalar name, KindDraft owner, string key, string what, Func<PropertyDraft, bool> isFit)
    {
        var found = _draft.Find(name.Text);
        if (found is not null && isFit(found))
            return name.Text;
        // A mistake of an ancestor was reported there.
        if (owner == _draft && found is null)
            ReportUnknownPropertyName(name);
        else if (owner == _draft && found!.Type != PropertyType.Invalid)
            _drafts.Report(
                Rules.InvalidSchema,
                _draft.Document,
                name,
                $"'{key}' takes {what}, and '{found.Name}' is none"
            );
        return null;
    }

    private void ReportUnknownPropertyName(SeedScalar name)
    {
        if (_line.Any(kind => kind.IsIncomplete))
            return;
        _drafts.Report(
            Rules.UnknownProperty,
            _draft.Document,
            name,
            _draft.Name,
            name.Shortened,
            _drafts.Diagnostics.DidYouMean(name.Text, _draft.All.Select(property => property.Property.Name))
        );
    }
}
