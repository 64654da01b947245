using DataPackage.Bench.Data;
using DataPackage.Bench.Sections;

namespace DataPackage.Bench.Report;

/// <summary>All bars.</summary>
internal sealed class Bars(Results results, Options options)
{
    private const string Cold = "cold",
        Warm = "warm",
        All = "all",
        Memory = "memory",
        Generator = "generator",
        Build = "build",
        Size = "size",
        Foreign = "foreign",
        Command = "tool",
        Export = "export";
    private const int BytesPerKey = 64;

    private static readonly string[] Accesses = ["accessor", "id", "alias", "type"];

    private int Middle => options.Middle;

    public IEnumerable<Bar> List() =>
        [
            .. ColdBars(),
            .. WarmBars(),
            .. AllBars(),
            .. MemoryBars(),
            .. GeneratorBars(),
            .. RebuildBars(),
            .. BuildBars(),
            .. SizeBars(),
            .. ForeignBars(),
            .. ToolBars(),
            .. SiteBars(),
            .. ExportBars(),
        ];

    private IEnumerable<Bar> ColdBars()
    {
        foreach (var (variant, suffix) in ((string, string)[])[("", ""), ("r2r", ", ReadyToRun")])
        foreach (
            var (delivery, large, small) in ((string, Peer, Peer)[])
                [
                    ("a resource", Peer.DataPackage, Peer.OtherDelivery),
                    ("literals", Peer.OtherDelivery, Peer.DataPackage),
                ]
        )
            yield return new Bar(
                $"First entity, {delivery}{suffix}: {Text.Count(options.Large)} persons to {Text.Count(options.Small)}",
                1.15,
                Text.Ratio,
                [
                    .. Accesses.Select(access =>
                        (
                            access,
                            Own(options.Large, access, variant, large) / Own(options.Small, access, variant, small)
                        )
                    ),
                ]
            );
        foreach (
            var (peer, limit) in ((Peer, double)[])
                [
                    (Peer.SystemTextJson, 1 / 30.0),
                    (Peer.MemoryPack, 1 / 18.0),
                    (Peer.Sqlite, 1 / 6.0),
                    (Peer.FlatBuffers, 1 / 2.0),
                ]
        )
            yield return new Bar(
                $"First entity to {peer.Name}",
                limit,
                Text.Ratio,
                [.. Accesses.Select(access => (access, Own(Middle, access) / OfPeer(peer, access)))]
            );
        yield return new Bar(
            "First entity, ReadyToRun, ms",
            5,
            Text.Number,
            [.. Accesses.Select(access => (access, Own(Middle, access, "r2r") / Unit.Thousand))]
        );
        yield return new Bar(
            "First entity, Native AOT, a resource, ms",
            2.5,
            Text.Number,
            [.. Accesses.Select(access => (access, Own(Middle, access, "aot") / Unit.Thousand))]
        );
        yield return new Bar(
            "First entity, Native AOT, literals, ms",
            0.2,
            Text.Number,
            [.. Accesses.Select(access => (access, Own(Middle, access, "aot", Peer.OtherDelivery) / Unit.Thousand))]
        );
    }

    private IEnumerable<Bar> WarmBars()
    {
        yield return new Bar("Accessor to a `static readonly` field", 2, Text.Ratio, ("", WarmRatio("Accessor")));
        yield return new Bar(
            "`Get`, `TryGet` to a frozen dictionary",
            1,
            Text.Ratio,
            ("Get", WarmRatio("Get")),
            ("TryGet", WarmRatio("TryGet"))
        );
        yield return new Bar(
            "`Find` to a frozen dictionary of folded names, with the folding",
            1.3,
            Text.Ratio,
            ("name", WarmRatio("FindByName")),
            ("alias", WarmRatio("FindByAlias"))
        );
        yield return new Bar(
            "Allocated by any of the warm operations, B",
            0,
            Text.Number,
            (
                "",
                results
                    .Figures(Warm)
                    .Where(figure =>
                        figure.Measure == "DataPackage-allocated" && figure.Subject != WarmSection.NamesInText
                    )
                    .Select(figure => (double?)figure.Median)
                    .Max()
            )
        );
        yield return new Bar(
            "Events in a quarter of a year, µs",
            1,
            Text.Number,
            ("", WarmMedian("EventsOfAQuarter", "DataPackage") / Unit.Thousand)
        );
        yield return new Bar(
            "Events in a quarter of a year to a scan of objects",
            0.1,
            Text.Ratio,
            ("", WarmRatio("EventsOfAQuarter"))
        );
    }

    private IEnumerable<Bar> AllBars()
    {
        yield return new Bar(
            "All names, first time, ms",
            10,
            Text.Number,
            ("", results.Median(All, Middle, Peer.DataPackage.Name, "first") / Unit.Thousand)
        );
        yield return new Bar(
            "All names, first time, ReadyToRun, ms",
            10,
            Text.Number,
            ("", results.Median(All, Middle, Peer.DataPackage.Name, AllSection.CompiledAhead + "first") / Unit.Thousand)
        );
        yield return new Bar(
            "All names, first time, to MemoryPack's load and read",
            0.1,
            Text.Ratio,
            ("", ToMemoryPack(All, "first"))
        );
        yield return new Bar(
            "All names, first time, to MemoryPack's load and read, both ReadyToRun",
            0.1,
            Text.Ratio,
            ("", ToMemoryPack(All, AllSection.CompiledAhead + "first"))
        );
        yield return new Bar("All names, again, to the object graph", 1, Text.Ratio, ("", ToMemoryPack(All, "again")));
    }

    private IEnumerable<Bar> MemoryBars()
    {
        yield return new Bar(
            "Managed heap after one access, MB",
            0.3,
            Text.Number,
            ("", results.Median(Memory, Middle, Peer.DataPackage.Name, "heap-one") / Unit.Megabyte)
        );
        yield return new Bar(
            "Peak of resident memory over the empty program, MB",
            3,
            Text.Number,
            (
                "",
                (
                    results.Median(Memory, Middle, Peer.DataPackage.Name, "peak-one")
                    - results.Median(Memory, Middle, Peer.Empty.Name, "peak-one")
                ) / Unit.Megabyte
            )
        );
        yield return new Bar(
            "Managed heap after all names to the object graph",
            0.2,
            Text.Ratio,
            ("", ToMemoryPack(Memory, "heap-names"))
        );
    }

    private IEnumerable<Bar> GeneratorBars()
    {
        foreach (var layout in (string[])[GeneratorSection.InFiles, GeneratorSection.InCollections])
        {
            var cold = Generated(layout, GeneratorRuns.Cold);
            yield return new Bar(
                $"Generator, {layout}: cold run to the bare YAML event loop",
                4,
                Text.Ratio,
                ("", cold / Generated(layout, GeneratorSection.EventLoop))
            );
            yield return new Bar(
                $"Generator, {layout}: edited value to the cold run",
                layout == GeneratorSection.InFiles ? 0.05 : 0.1,
                Text.Ratio,
                ("", Generated(layout, GeneratorRuns.EditedValue) / cold)
            );
            yield return new Bar(
                $"Generator, {layout}: edited value, files parsed",
                1,
                Text.Number,
                ("", Counted(layout, GeneratorRuns.EditedValue + GeneratorSection.FilesParsed))
            );
            yield return new Bar(
                $"Generator, {layout}: unrelated C# edit to the cold run",
                0.01,
                Text.Ratio,
                ("", Generated(layout, GeneratorRuns.UnrelatedEdit) / cold)
            );
            yield return new Bar(
                $"Generator, {layout}: unrelated C# edit, steps run",
                0,
                Text.Number,
                ("", Counted(layout, GeneratorRuns.UnrelatedEdit + GeneratorSection.StepsRun))
            );
        }
    }

    private IEnumerable<Bar> RebuildBars()
    {
        foreach (
            var (subject, measure, limit) in ((string, string, double)[])
                [
                    (RebuildSection.Shipped, RebuildSection.Server, 1.25),
                    (RebuildSection.Shipped, RebuildSection.OwnProcess, 1.5),
                    (RebuildSection.Made, RebuildSection.OwnProcess, 1.8),
                ]
        )
            yield return new Bar(
                $"Rebuild of {subject} after one edit, {measure}, to that without the generator",
                limit,
                Text.Ratio,
                ("", Rebuilt(subject, measure) / Rebuilt(RebuildSection.Without + subject, measure))
            );
    }

    private double? Rebuilt(string subject, string measure) =>
        results.Median("rebuild", options.Small, subject, measure);

    private IEnumerable<Bar> BuildBars()
    {
        foreach (var (size, times, peak) in ((int, double, double)[])[(Middle, 1.7, 0.6), (options.Large, 1.8, 2)])
        {
            yield return new Bar(
                $"Build of {Text.Count(size)} to that of as many empty properties",
                times,
                Text.Ratio,
                (
                    "",
                    Built(size, BuildSection.Package, BuildSection.Build)
                        / Built(size, BuildSection.Floor, BuildSection.Build)
                )
            );
            yield return new Bar(
                $"Compiler's peak memory at {Text.Count(size)}, on this machine, GB",
                peak,
                Text.Number,
                ("", Built(size, BuildSection.Package, BuildSection.PeakMemory) / Unit.Gigabyte)
            );
            yield return new Bar(
                $"Peak memory at {Text.Count(size)} of the program before the compiler, GB",
                peak,
                Text.Number,
                ("", Built(size, BuildSection.Package, BuildSection.PeakOfProgram) / Unit.Gigabyte)
            );
        }

        yield return new Bar(
            "What an editor compiles to the package with literals",
            0.5,
            Text.Ratio,
            (
                "time",
                Built(Middle, BuildSection.ForEditor, BuildSection.Compiler)
                    / Built(Middle, BuildSection.AsLiterals, BuildSection.Compiler)
            ),
            (
                "memory",
                Built(Middle, BuildSection.ForEditor, BuildSection.PeakMemory)
                    / Built(Middle, BuildSection.AsLiterals, BuildSection.PeakMemory)
            )
        );
        foreach (var size in ((int[])[Middle, options.Large]).Distinct())
        {
            var memory = BuildSection.MemoryAt(options, size)!.Value;
            yield return new Bar(
                $"Compiler's peak memory at {Text.Count(size)}, with the heap of a container of {memory} GiB, GB",
                memory,
                Text.Number,
                ("", Built(size, BuildSection.Limited, BuildSection.PeakMemory) / Unit.Gigabyte)
            );
        }
    }

    private IEnumerable<Bar> ForeignBars()
    {
        yield return new Bar(
            "Data without a schema, as literals: generated, compiled; to bare parser, and compiling the same code",
            3,
            Text.Ratio,
            [
                .. ForeignSeeds.All.Select(seeds =>
                    (
                        seeds + ":",
                        results.Median(Foreign, 0, seeds, ForeignSection.Whole)
                            / results.Median(Foreign, 0, seeds, ForeignSection.Floor)
                    )
                ),
            ]
        );
        foreach (
            var (name, peak) in ((string, string)[])
                [
                    ("built: peak memory of the compiler or of the program before it", ForeignSection.PeakOfBuild),
                    ("as literals: peak memory", ForeignSection.Peak),
                ]
        )
            yield return new Bar(
                $"Data without a schema, {name}, MB",
                600,
                Text.Number,
                [
                    .. ForeignSeeds.All.Select(seeds =>
                        (seeds + ":", results.Median(Foreign, 0, seeds, peak) / Unit.Megabyte)
                    ),
                ]
            );
    }

    private IEnumerable<Bar> ToolBars()
    {
        double? Checked(int size) =>
            results.Median(Command, size, ToolSection.Check, ProcessJob.Process) / Unit.Thousand / Unit.Thousand;

        yield return new Bar("datapackage check, shipped data, s", 0.6, Text.Number, ("", Checked(0)));
        foreach (var (size, limit) in ((int, double)[])[(Middle, 4), (options.Large, 20)])
            yield return new Bar(
                $"datapackage check, {Text.Count(size)} persons, s",
                limit,
                Text.Number,
                ("", Checked(size))
            );
        yield return new Bar(
            $"datapackage diff, {Text.Count(options.Large)} persons, to the time of check",
            2,
            Text.Ratio,
            (
                "",
                results.Median("diff", options.Large, DiffSection.Folders, ProcessJob.Process)
                    / results.Median("diff", options.Large, DiffSection.Check, ProcessJob.Process)
            )
        );
        yield return new Bar(
            $"datapackage check, {Text.Count(options.Large)} persons, peak memory, GB",
            1,
            Text.Number,
            ("", results.Median(Command, options.Large, ToolSection.Check, ToolSection.Peak) / Unit.Gigabyte)
        );
    }

    private IEnumerable<Bar> SiteBars()
    {
        double? Seconds(int size, string subject) =>
            results.Median("site", size, subject, ProcessJob.Process) / Unit.Thousand / Unit.Thousand;

        foreach (var (size, limit) in ((int, double)[])[(Middle, 10), (options.Large, 45)])
            yield return new Bar(
                $"datapackage site, {Text.Count(size)} persons, s beyond check",
                limit,
                Text.Number,
                ("", Seconds(size, SiteSection.Empty) - Seconds(size, SiteSection.Check))
            );
        yield return new Bar(
            $"datapackage site, {Text.Count(options.Large)} persons, peak memory, GB",
            1.5,
            Text.Number,
            ("", results.Median("site", options.Large, SiteSection.Empty, SiteSection.Peak) / Unit.Gigabyte)
        );
        foreach (
            var (subject, limit) in ((string, double)[])
                [(SiteSection.Page, 14), (SiteSection.Styles, 8), (SiteSection.Scripts, 6)]
        )
            yield return new Bar(
                $"datapackage site: {subject}, kB",
                limit,
                Text.Number,
                ("", results.Median("site", options.Large, subject, SiteSection.Size) / Unit.Thousand)
            );
    }

    private IEnumerable<Bar> ExportBars()
    {
        double? Took(string subject) =>
            results.Median(Export, Middle, subject, ProcessJob.Process) / Unit.Thousand / Unit.Thousand;

        yield return new Bar(
            $"datapackage export, all forms, {Text.Count(Middle)} persons, more than check, s",
            5,
            Text.Number,
            ("", Took(ExportSection.All) - Took(ExportSection.Check))
        );
        yield return new Bar(
            $"datapackage export, all forms, {Text.Count(Middle)} persons, peak memory, GB",
            1.5,
            Text.Number,
            ("", results.Median(Export, Middle, ExportSection.All, ExportSection.Peak) / Unit.Gigabyte)
        );
    }

    private IEnumerable<Bar> SizeBars()
    {
        yield return new Bar(
            $"Assembly, less {BytesPerKey} B for each entity and name key, to the values",
            1.15,
            Text.Ratio,
            [
                .. options.Sizes.Select(size =>
                    (
                        $"{Text.Count(size)}:",
                        (
                            Sized(size, SizeSection.Assembly)
                            - BytesPerKey * (Sized(size, SizeSection.Entities) + Sized(size, SizeSection.NameKeys))
                        ) / Sized(size, SizeSection.Values)
                    )
                ),
            ]
        );
    }

    private double? Own(int size, string access, string variant = "", Peer? of = null)
    {
        var peer = of ?? Peer.DataPackage;
        var subject = variant.Length == 0 ? peer.Name : ColdSection.SubjectOf(peer, variant);
        return results.Median(Cold, size, subject, $"{access} first");
    }

    /// <summary>The figure of a peer; peers without accessors are measured by id.</summary>
    private double? OfPeer(Peer peer, string access) =>
        results.Median(Cold, Middle, peer.Name, access == "alias" ? "alias first" : "id first");

    private double? WarmMedian(string operation, string measure) => results.Median(Warm, Middle, operation, measure);

    private double? WarmRatio(string operation) =>
        WarmMedian(operation, "DataPackage") / WarmMedian(operation, "object-graph");

    private double? ToMemoryPack(string section, string measure) =>
        results.Median(section, Middle, Peer.DataPackage.Name, measure)
        / results.Median(section, Middle, Peer.MemoryPack.Name, measure);

    private double? Generated(string layout, string measure) => results.Median(Generator, Middle, layout, measure);

    private double? Counted(string layout, string measure) =>
        results.Median(Generator, GeneratorSection.CountedPersons, layout, measure);

    private double? Built(int size, string subject, string measure) => results.Median(Build, size, subject, measure);

    private double? Sized(int size, string subject) => results.Median(Size, size, subject, "");
}
