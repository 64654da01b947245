using DataPackage.Engine;
using DataPackage.Engine.Linking;

namespace DataPackage.Tool.Entities;

/// <summary>Finds the entities that texts name, with the places. Not for several threads at the same time.</summary>
internal sealed class MentionFinder : EntityScanner
{
    private readonly List<(EntityLink Entity, int Start, int Length)> _found = [];

    public MentionFinder(PackageCompiler compiler)
    {
        foreach (var seed in compiler.Linked)
        foreach (var (self, entity) in seed.Rows)
        foreach (var name in EntityNames.Of(compiler.Index[self.Kind].Kind, entity))
            AddName(self, name);
    }

    /// <summary>In the order of the text; entities of one name by kind and id.</summary>
    public IReadOnlyList<(EntityLink Entity, int Start, int Length)> Find(string text)
    {
        _found.Clear();
        Scan(text);
        return
        [
            .. _found
                .Distinct()
                .OrderBy(found => found.Start)
                .ThenBy(found => found.Entity.Kind, StringComparer.Ordinal)
                .ThenBy(found => found.Entity.Id, StringComparer.Ordinal),
        ];
    }

    protected override void Keep(EntityLink entity, int start, int length) => _found.Add((entity, start, length));
}
