using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Says once what is odd in many files: which are not read as data, which are only because their folders hold
/// nothing else, and which have records without ids.</summary>
internal static class Oddities
{
    private const int Shown = 8;

    public static EquatableArray<SeedDiagnostic> Find(IReadOnlyList<BoundSeed> seeds)
    {
        var messages = new DiagnosticBag();
        var others = SeedOrder.Sort(seeds.Where(seed => seed.Reading != SeedReading.Data)).ToList();
        var leftOver = others.FindAll(seed => seed.Reading == SeedReading.LeftOver);
        if (leftOver.Count > 0)
            messages.Add(
                Rules.LeftOver,
                SeedPosition.StartOf(leftOver[0].FilePath),
                Nouns.Count(leftOver.Count, "file"),
                leftOver.Count == 1 ? "is" : "are",
                List(leftOver)
            );
        var tables = others.FindAll(seed => seed.Reading == SeedReading.Table);
        if (tables.Count > 0)
            messages.Add(
                Rules.NowData,
                SeedPosition.StartOf(tables[0].FilePath),
                Nouns.Count(tables.Count, "file")
                    + (tables.Count == 1 ? " of JSON or a table is" : " of JSON and tables are"),
                List(tables)
            );
        foreach (
            var kind in SeedOrder
                .Sort(seeds.Where(seed => seed.Unidentified.Count > 0))
                .SelectMany(seed => seed.Unidentified.Select(records => (seed.SeedPath, Records: records)))
                .GroupBy(each => each.Records.Kind, StringComparer.Ordinal)
        )
            ReportUnidentified([.. kind], messages);
        return messages.ToEquatableArray();
    }

    private static void ReportUnidentified(
        IReadOnlyList<(string SeedPath, UnidentifiedRecords Records)> files,
        DiagnosticBag messages
    ) =>
        messages.Add(
            Rules.WithoutIds,
            files[0].Records.Location,
            $"'{files[0].SeedPath}'"
                + (files.Count == 1 ? "" : $" and of {Nouns.Count(files.Count - 1, "other file")}"),
            files[0].Records.Advice
        );

    private static string List(List<BoundSeed> seeds) =>
        string.Join(", ", seeds.Take(Shown).Select(seed => $"'{seed.SeedPath}'"))
        + (seeds.Count > Shown ? $" and {seeds.Count - Shown} more" : "");
}
