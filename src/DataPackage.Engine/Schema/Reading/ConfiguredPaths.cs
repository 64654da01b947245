using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
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
            if (Find(path.Keys, id ?? default(NamePattern), entersLists: false) is not { } unknown)
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
    /// <param name="id">The id of records by the schema: its key need not be a property.</param>
    /// <param name="entersLists">Whether the path leads into the items of lists, which have no key.</param>
    private (KindDraft Owner, string Key)? Find(IEnumerable<string> keys, NamePattern? id, bool entersLists)
    {
        var owner = draft;
        foreach (var key in keys)
        {
            if (owner == draft && id is not null && (key == "id" || key == id.Value.Key))
                return null;
            if (owner.Properties.Find(property => property.SeedName == key) is not { } property)
                return (owner, key);
            if (
                (property.IsMany && !entersLists)
                || property.Range is not { } range
                || !drafts.ByName.TryGetValue(range.Text, out var next)
                || next is not { Shape: KindShape.Embedded, IsIncomplete: false }
            )
                return null;
            owner = next;
        }

        return null;
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

    /// <summary>The first key of a path in dots that has no value in any record. A key itself may have
    /// dots.</summary>
    private (KindDraft Owner, string Key)? FindTyped(string path) =>
        draft.Properties.Exists(property => property.SeedName == path)
            ? null
            : Find(path.Split('.'), id: null, entersLists: true);
}
