using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Applies what <c>datapackage.yaml</c> says of the entities of one kind, and checks its paths: a path that no
/// record has is a mistake there, not at each record.</summary>
/// <param name="document">datapackage.yaml.</param>
/// <param name="mapping">The configuration of the kind.</param>
internal sealed class ConfiguredPaths(SchemaDrafts drafts, KindDraft draft, SeedDocument document, SeedMapping mapping)
{
    public void Apply(KindConfiguration configuration)
    {
        var stated = draft.Seeding;
        var isIdKnown = configuration.Id is not { } id || AreKnown("id", id, stated.Id);
        var isNameKnown = configuration.CSharpName is not { } name || AreKnown("csharpName", name, stated.Id);
        CheckTypes(configuration);
        CheckLists();
        draft.Seeding = stated with
        {
            Source = configuration.Source,
            Items = configuration.Items ?? stated.Items,
            Id = isIdKnown ? configuration.Id ?? stated.Id : null,
            IsIdUnknown = !isIdKnown,
            CSharpName = isNameKnown ? configuration.CSharpName : null,
            Ignored = configuration.Ignored,
            Lists = configuration.Lists,
            Accessors = configuration.Accessors ?? stated.Accessors,
        };
    }

    /// <param name="id">The id of records by the schema: its key need not be a property.</param>
    private bool AreKnown(string key, NamePattern pattern, NamePattern? id)
    {
        if (draft.IsIncomplete || draft.Extends.Count > 0)
            return true;
        foreach (var path in pattern.Paths)
        {
            if (Find(path, id) is not { } unknown)
                continue;
            drafts.Report(
                Rules.UnknownPath,
                document,
                mapping.ValueOf(key)!,
                draft.Name,
                path.ToString(),
                Suggest(unknown.Owner, unknown.Key)
            );
            return false;
        }

        return true;
    }

    /// <summary>The first key of a path that no record has, and the kind that lacks it; null if the path leads to
    /// values.</summary>
    private (KindDraft Owner, string Key)? Find(KeyPath path, NamePattern? id)
    {
        var owner = draft;
        foreach (var key in path.Keys)
        {
            if (owner == draft && (key == "id" || key == id?.Key))
                return null;
            if (owner.Properties.Find(property => property.SeedName == key) is not { } property)
                return (owner, key);
            if (!LeadsOn(property, out var next))
                return null;
            owner = next!;
        }

        return null;
    }

    /// <summary>Whether the values of a property are mappings whose keys are known.</summary>
    private bool LeadsOn(PropertyDraft property, out KindDraft? embedded)
    {
        embedded = null;
        return !property.IsMany
            && property.Range is { } range
            && drafts.ByName.TryGetValue(range.Text, out embedded)
            && embedded is { Shape: KindShape.Embedded, IsIncomplete: false };
    }

    private string Suggest(KindDraft owner, string key) =>
        drafts.Diagnostics.DidYouMean(key, owner.Properties.Select(property => property.SeedName));

    private void CheckTypes(KindConfiguration configuration)
    {
        if (configuration.Types.Count == 0 || draft.IsIncomplete || mapping.ValueOf("types") is not SeedMapping types)
            return;
        foreach (var type in configuration.Types)
        {
            var at = types.Find(type.Path)!.Value.Key;
            if (!draft.Document.IsInferred)
                drafts.Report(
                    Rules.InvalidSchema,
                    document,
                    at,
                    $"'types' is for kinds that no schema declares: the schema of {draft.Name} says what "
                        + $"'{type.Path}' is"
                );
            else if (FindTyped(type.Path) is { } unknown)
                drafts.Report(
                    Rules.UnknownPath,
                    document,
                    at,
                    draft.Name,
                    type.Path,
                    Suggest(unknown.Owner, unknown.Key)
                );
        }
    }

    private void CheckLists()
    {
        if (draft.IsIncomplete || mapping.ValueOf("lists") is not SeedMapping lists)
            return;
        foreach (var entry in lists.Entries)
            if (FindTyped(entry.Name) is { } unknown)
                drafts.Report(
                    Rules.UnknownPath,
                    document,
                    entry.Key,
                    draft.Name,
                    entry.Name,
                    Suggest(unknown.Owner, unknown.Key)
                );
    }

    /// <summary>The first key of a path that has no value in any record. Lists on the way have no key.</summary>
    private (KindDraft Owner, string Key)? FindTyped(string path)
    {
        var owner = draft;
        foreach (var key in path.Split('.'))
        {
            if (owner.Properties.Find(property => property.SeedName == key) is not { } property)
                return owner.Properties.Exists(each => each.SeedName == path) ? null : (owner, key);
            if (
                property.Type == PropertyType.Any
                || property.Range is not { } range
                || !drafts.ByName.TryGetValue(range.Text, out var embedded)
            )
                return null;
            owner = embedded;
        }

        return null;
    }
}
