using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Prevents two generated types from having one name.</summary>
internal sealed class TypeNames(SchemaDrafts drafts)
{
    /// <summary>The owner of each name, for messages.</summary>
    private readonly Dictionary<string, string> _taken = new(LetterCase.Comparer.Instance);

    /// <summary>Removes a kind whose type would have the name of another kind's: IThing, and the interface of Thing.
    /// Case is ignored, because generated files are named by their types, and the compiler takes no two that differ in
    /// case only.</summary>
    public void RejectTwins()
    {
        var taken = new Dictionary<string, KindDraft>(LetterCase.Comparer.Instance);
        // Abstract kinds are first: more kinds depend on them.
        foreach (var draft in drafts.ByName.Values.OrderBy(draft => draft.Shape == KindShape.Abstract ? 0 : 1).ToList())
        {
            if (taken.TryGetValue(draft.TypeName, out var other))
            {
                drafts.Diagnostics.Add(
                    Rules.InvalidSchema,
                    StartOf(draft),
                    $"The type of {draft.Name} would be a second type called {draft.TypeName}, beside the type of "
                        + $"{other.Name} at {StartOf(other)}"
                );
                drafts.ByName.Remove(draft.Name);
                drafts.IsIncomplete = true;
            }
            else
                taken.Add(draft.TypeName, draft);
        }
    }

    /// <summary>Gives types, catalogs and enumerations, which share one namespace, different names. A name that clashes
    /// gives way, so the compiler does not report it too.</summary>
    public void Check()
    {
        foreach (var draft in drafts.ByName.Values)
            _taken.Add(draft.TypeName, At(StartOf(draft), $"type of {draft.Name}"));
        NameCatalogs();
        foreach (var draft in drafts.ByName.Values)
        foreach (var property in draft.Properties.Where(property => property.Type == PropertyType.Enum))
            if (
                !TryTake(
                    draft.Document.At(property.Key),
                    property.EnumType,
                    $"enumeration of {draft.Name}.{property.Name}"
                )
            )
                property.Type = PropertyType.Invalid;
    }

    private void NameCatalogs()
    {
        var evaded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // If Crew and Ship both have the plural Ships, Crew is probably the mistaken one.
        foreach (
            var draft in drafts
                .ByName.Values.Where(draft => draft.Shape is KindShape.Entity or KindShape.Article)
                .OrderBy(draft => draft.Plural == draft.Name + "s" ? 0 : 1)
        )
        {
            var location = draft.PluralNode is { } node ? draft.Document.At(node) : StartOf(draft);
            if (TryTake(location, draft.Plural, $"catalog of {draft.Name}"))
                continue;
            // Several kinds may evade one name: the catalogs of Crew and Fleet, if both would be called Ships too.
            var plural = draft.Plural;
            if (evaded.TryGetValue(plural, out var last))
                draft.Plural = last;
            do draft.Plural += Names.Evasion;
            while (_taken.ContainsKey(draft.Plural));
            evaded[plural] = draft.Plural;
            _taken.Add(draft.Plural, $"catalog of {draft.Name}");
        }
    }

    private bool TryTake(SeedPosition location, string type, string what)
    {
        if (drafts.IsNamespace(type))
        {
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                location,
                $"The {what} would be called {type}, and {drafts.Namespace}.{type} is a namespace that generated "
                    + "code refers to"
            );
            return false;
        }

        if (!_taken.TryGetValue(type, out var other))
        {
            _taken.Add(type, At(location, what));
            return true;
        }

        drafts.Diagnostics.Add(
            Rules.InvalidSchema,
            location,
            $"The {what} would be a second type called {type}, beside the {other}"
        );
        return false;
    }

    /// <summary>The built-in kind of article is in no file.</summary>
    private static string At(SeedPosition location, string what) =>
        location.Path.Length == 0 ? what : $"{what} at {location}";

    private static SeedPosition StartOf(KindDraft draft) => SeedPosition.StartOf(draft.Document.FilePath);
}
