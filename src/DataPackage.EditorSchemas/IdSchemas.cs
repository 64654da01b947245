using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Engine.Linking;
using DataPackage.Shared.Text;

namespace DataPackage.EditorSchemas;

/// <summary>The ids of existing entities, which a reference can name, each with what people call the entity.</summary>
internal static partial class IdSchemas
{
    /// <summary>All that can be referred to, by the name of the kind.</summary>
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
        var byId = kinds
            .SelectMany(kind => kind.Entities, (kind, entity) => (kind.Kind, entity.Id))
            .GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var (ids, captions) = (new JsonArray(), new JsonArray());
        var isText = true;
        foreach (var entities in byId)
        {
            isText &= !LooksLikeNoText().IsMatch(entities.Key);
            foreach (var (kind, id) in entities)
            {
                // Of an id that several kinds have, the build asks which is meant.
                ids.Add(entities.Count() == 1 ? id : $"{kind.Name}/{id}");
                captions.Add(
                    package.Captions.TryGetValue((kind.Name, id), out var caption)
                        ? $"{caption} ({LetterCase.ToLower(kind.Label)})"
                        : kind.Label
                );
            }
        }

        // In a file that could not be read nobody knows which entities there are.
        if (ids.Count == 0 || kinds.Any(package.Index.IsUnread))
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Suggestions(),
                    new JsonObject { ["not"] = ValueSchemas.OfTypes("object", "array") }
                ),
            };
        var message = $"There is no {label} with this id.";
        var choices = new JsonArray(Suggestions());
        choices.Add(
            new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = ValueSchemas.Whole($"({string.Join('|', kinds.Select(kind => kind.Kind.Name))})/.+"),
                ["patternErrorMessage"] = message,
            }
        );
        // The editor reads 2025 as a number, the build as the id that it is.
        if (!isText)
            choices.Add(new JsonObject { ["not"] = ValueSchemas.OfTypes("object", "array", "string") });
        return new JsonObject { ["anyOf"] = choices };

        JsonObject Suggestions() =>
            ids.Count == 0
                ? new JsonObject { ["type"] = "string" }
                : new JsonObject
                {
                    ["enum"] = ids,
                    ["enumDescriptions"] = captions,
                    ["errorMessage"] = $"There is no {label} with this id.",
                };
    }

    /// <summary>What YAML 1.2 reads as a number, a boolean or nothing.</summary>
    [GeneratedRegex(
        @"^([-+]?[0-9.]+(e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan|true|false|null|~)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LooksLikeNoText();
}
