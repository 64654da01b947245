using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Sees to it that no two types that are generated have one name.</summary>
internal sealed class TypeNames(SchemaDrafts drafts)
{
    /// <summary>Removes a kind whose type would have the name of another kind's: IThing, and the interface of Thing.
    /// Case makes no difference, as generated files are named by their types, and the compiler takes no two that differ
    /// in case only.</summary>
    public void RejectTwins()
    {
        var taken = new Dictionary<string, KindDraft>(LetterCase.Comparer.Instance);
        // The abstract ones first: more kinds depend on them.
        foreach (var draft in drafts.ByName.Values.OrderBy(draft => draft.Shape == KindShape.Abstract ? 0 : 1).ToList())
        {
            if (taken.TryGetValue(draft.TypeName, out var other))
            {
                drafts.Diagnostics.Add(
                    Rules.InvalidSchema,
                    SeedPosition.StartOf(draft.Document.FilePath),
                    $"The type of {draft.Name} would be a second type called {draft.TypeName}, beside the type of "
                        + $"{other.Name} at {SeedPosition.StartOf(other.Document.FilePath)}"
                );
                drafts.ByName.Remove(draft.Name);
                drafts.IsIncomplete = true;
            }
            else
                taken.Add(draft.TypeName, draft);
        }
    }

    /// <summary>Types, catalogs and enumerations of all kinds share one namespace. What clashes gives way, so that the
    /// compiler does not report it too.</summary>
    public void Check()
    {
        var taken = new Dictionary<string, string>(LetterCase.Comparer.Instance);
        foreach (var draft in drafts.ByName.Values)
            taken.Add(draft.TypeName, At(SeedPosition.StartOf(draft.Document.FilePath), $"type of {draft.Name}"));
        // The built-in kind of article stands in no file.
        static string At(SeedPosition location, string what) =>
            location.Path.Length == 0 ? what : $"{what} at {location}";
        bool TryTake(SeedPosition location, string type, string what)
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

            if (!taken.TryGetValue(type, out var other))
            {
                taken.Add(type, At(location, what));
                return true;
            }

            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                location,
                $"The {what} would be a second type called {type}, beside the {other}"
            );
            return false;
        }

        var evaded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // Of Crew and Ship, both with the plural Ships, Crew is the one that is probably mistaken.
        foreach (
            var draft in drafts
                .ByName.Values.Where(draft => draft.Shape is KindShape.Entity or KindShape.Article)
                .OrderBy(draft => draft.Plural == draft.Name + "s" ? 0 : 1)
        )
        {
            var location = draft.PluralNode is { } node
                ? draft.Document.At(node)
                : SeedPosition.StartOf(draft.Document.FilePath);
            if (TryTake(location, draft.Plural, $"catalog of {draft.Name}"))
                continue;
            // The catalogs of Crew and Fleet, if both would be called Ships as well.
            var plural = draft.Plural;
            if (evaded.TryGetValue(plural, out var last))
                draft.Plural = last;
            do draft.Plural += Names.Evasion;
            while (taken.ContainsKey(draft.Plural));
            evaded[plural] = draft.Plural;
            taken.Add(draft.Plural, $"catalog of {draft.Name}");
        }

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
}
