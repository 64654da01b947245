using DataPackage.Engine;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>The entries of an entity's seed as they are written.</summary>
internal static class SourceEntries
{
    /// <summary>By key, the whole entry with its lines. Without values that must be unique, and without what is about
    /// the entity itself: ids, citations.</summary>
    /// <exception cref="StopException">The entity is of another kind, or not alone in a YAML file.</exception>
    public static IReadOnlyDictionary<string, string> Of(
        EntityLink entity,
        Kind kind,
        PackageCompiler compiler,
        SeedPackage package
    )
    {
        if (entity.Kind != kind.Name)
            throw StopException.Findings($"'{entity.Id}' is of the kind {entity.Kind}, not {kind.Name}");
        var seed = compiler.Bound.First(each =>
            each.Entities.Any(bound => bound.Kind == entity.Kind && bound.Id == entity.Id)
        );
        var document = compiler.Documents.First(each => each.SeedPath == seed.SeedPath);
        if (seed.Entities.Count != 1 || document.Root is not SeedMapping mapping || !BlockMapping.Is(mapping, document))
            throw StopException.Findings(
                $"only the values of an entity in a YAML file of its own can be copied, and '{entity.Id}' is in "
                    + seed.SeedPath
            );
        var text = File.ReadAllText(package.PathOf(seed.SeedPath));
        return BlockMapping
            .Entries(mapping, text)
            .Where(entry =>
                kind.IndexOfKey(entry.Key) is >= 0 and var index && !kind.Properties[index].Constraints.IsUnique
            )
            .ToDictionary(entry => entry.Key, entry => entry.Lines, StringComparer.Ordinal);
    }
}
