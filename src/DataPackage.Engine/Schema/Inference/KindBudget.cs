namespace DataPackage.Engine.Schema.Inference;

/// <summary>Keeps the number of inferred kinds within limits: where a subtree is so irregular that nearly every value
/// would need a kind of its own, its values are read as they stand.</summary>
internal static class KindBudget
{
    /// <summary>The embedded kinds of one collection. Nobody reads more types than that.</summary>
    private const int MostOfOne = 128;

    /// <summary>The kinds of all collections, with room for those that schemas declare
    /// (<see cref="Diagnostics.SeedLimits.Kinds"/>).</summary>
    private const int MostOfAll = 800;

    /// <summary>Replaces irregular types within the records of collections.</summary>
    /// <returns>For each collection, the paths that were replaced and the number of kinds that each would have
    /// needed.</returns>
    public static List<(string Path, int Kinds)>[] Apply(IReadOnlyList<PlannedRecord> collections)
    {
        var replaced = collections.Select(_ => new List<(string Path, int Kinds)>()).ToArray();
        for (var i = 0; i < collections.Count; i++)
            Shrink(collections[i], MostOfOne, replaced[i]);
        while (collections.Sum(records => records.Kinds) > Math.Max(MostOfAll, collections.Count))
        {
            var largest = Enumerable.Range(0, collections.Count).OrderByDescending(i => collections[i].Kinds).First();
            Shrink(collections[largest], collections[largest].Kinds / 2, replaced[largest]);
        }

        return replaced;
    }

    private static void Shrink(PlannedRecord records, int most, List<(string Path, int Kinds)> replaced)
    {
        while (records.Kinds > Math.Max(most, 1))
        {
            var (path, part) = MostIrregular(records);
            part.Replace(PlannedScalar.Any);
            replaced.Add((path, part.Type.Kinds));
        }
    }

    /// <summary>The deepest place that needs most of the kinds: below it no part does, so its parts have little in
    /// common.</summary>
    private static (string Path, PlannedPart Part) MostIrregular(PlannedType type)
    {
        var path = "";
        (string, PlannedPart)? found = null;
        while (true)
        {
            var largest = type.Parts.OrderByDescending(part => part.Type.Kinds).FirstOrDefault();
            if (largest.Type is null || largest.Type.Kinds == 0)
                return found!.Value;
            if (found is not null && largest.Type.Kinds * 2 < type.Kinds)
                return found.Value;
            if (largest.Key.Length > 0)
                path = path.Length == 0 ? largest.Key : $"{path}.{largest.Key}";
            found = (path, largest);
            type = largest.Type;
        }
    }
}
