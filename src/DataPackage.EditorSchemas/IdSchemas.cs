using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Engine.Linking;
using DataPackage.Shared.Text;

namespace DataPackage.EditorSchemas;

/// <summary>Writes the ids of existing entities, each with its caption, for references.</summary>
internal static partial class IdSchemas
{
    /// <summary>The ids that references can name, by the name of the kind.</summary>
    public static JsonObject Of(Package package)
    {
        var definitions = new JsonObject();
        foreach (var kind in package.Schema.Kinds.Where(kind => !kind.IsEmbedded))
            definitions[kind.Name] = OfReference(
                package,
                package.Index.KindsOf(kind.Name),
                LetterCase.ToLower(kind.Label)
            );
        return PackageSchemas.Document("Ids", new JsonObject { ["definitions"] = definitions });
    }

    private static JsonObject OfReference(Package package, KindIndex[] kinds, string label)
    {
        var message = $"There is no {label} with this id.";
        var (ids, captions, areText) = IdsOf(package, kinds);
        var suggestions =
            ids.Count == 0
                ? new JsonObject { ["type"] = "string" }
                : new JsonObject
                {
                    ["enum"] = ids,
                    ["enumDescriptions"] = captions,
                    ["errorMessage"] = message,
                };
        var choices = new JsonArray(suggestions);
        // The entities of a file that could not be read are unknown.
        if (ids.Count == 0 || kinds.Any(package.Index.IsUnread))
        {
            choices.Add(new JsonObject { ["not"] = ValueSchemas.OfTypes("object", "array") });
            return new JsonObject { ["anyOf"] = choices };
        }

        choices.Add(
            new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = ValueSchemas.Whole($"({string.Join('|', kinds.Select(kind => kind.Kind.Name))})/.+"),
                ["patternErrorMessage"] = message,
            }
        );
        // The editor reads 2025 as a number, the build as an id.
        if (!areText)
            choices.Add(new JsonObject { ["not"] = ValueSchemas.OfTypes("object", "array", "string") });
        return new JsonObject { ["anyOf"] = choices };
    }

    /// <summary>The ids of entities, ordered ordinally, and the caption of each.</summary>
    /// <returns>AreText is false if an editor reads an id as a number, a boolean or null.</returns>
    private static (JsonArray Ids, JsonArray Captions, bool AreText) IdsOf(Package package, KindIndex[] kinds)
    {
        var byId = kinds
            .SelectMany(kind => kind.Entities, (kind, entity) => (kind.Kind, entity.Id))
            .GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var (ids, captions) = (new JsonArray(), new JsonArray());
        var areText = true;
        foreach (var entities in byId)
        {
            areText &= !LooksLikeNoText().IsMatch(entities.Key);
            foreach (var (kind, id) in entities)
            {
                // The build demands the kind before an id that several kinds have.
                ids.Add(entities.Count() == 1 ? id : $"{kind.Name}/{id}");
                captions.Add(
                    package.Captions.TryGetValue((kind.Name, id), out var caption)
                        ? $"{caption} ({LetterCase.ToLower(kind.Label)})"
                        : kind.Label
                );
            }
        }

        return (ids, captions, areText);
    }

    /// <summary>Matches the texts that YAML 1.2 reads as a number, a boolean or null.</summary>
    [GeneratedRegex(
        @"^([-+]?[0-9.]+(e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan|true|false|null|~)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LooksLikeNoText();
}
