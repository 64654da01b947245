using DataPackage.Engine.Binding;
using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>What the compiler tells those who name an entity that was given up, or that will be.</summary>
internal static class Notice
{
    /// <summary>Null if the entity is not to be given up.</summary>
    public static string? Of(Deprecation? deprecated, PackageSchema schema) =>
        deprecated is null
            ? null
            : Sentence(deprecated.Because)
                + See(deprecated.See.OfType<ReferenceValue>().Select(see => see.Target), schema)
                + (deprecated.Until is null ? "" : $" It is gone in {deprecated.Until}.");

    public static string Of(Retirement retired, PackageSchema schema) =>
        $"{(retired.IsSplit ? "Split" : "Retired")} in {retired.Since}: {Sentence(retired.Because)}"
        + See(retired.Successors, schema);

    private static string See(IEnumerable<EntityLink> entities, PackageSchema schema)
    {
        var names = entities
            .Select(entity =>
                entity.Accessor.Length > 0
                    ? $"{schema[entity.Kind].Plural}.{entity.Accessor}"
                    : $"{entity.Kind}/{entity.Id}"
            )
            .ToList();
        return names.Count == 0 ? "" : $" See {string.Join(" or ", names)}.";
    }

    private static string Sentence(string text) =>
        OneLine(text) is var line && line.Length > 0 && line[line.Length - 1] is '.' or '!' or '?' ? line : line + ".";

    /// <summary>The text without breaks of lines: the compiler prints it in the log of a build, where a line of its own
    /// would be taken for a message.</summary>
    public static string OneLine(string text) =>
        VisibleText.Of(string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
