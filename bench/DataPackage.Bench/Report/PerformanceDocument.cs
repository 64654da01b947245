using System.Text;
using DataPackage.Bench.Sections;

namespace DataPackage.Bench.Report;

/// <summary>Writes <c>performance.md</c> and its plots.</summary>
internal sealed class PerformanceDocument
{
    private const string ColdStartPlot = "cold-start.svg";
    private const string BuildPlot = "build-time.svg";

    private static readonly string[] AllBuilds =
    [
        BuildSection.Package,
        BuildSection.Limited,
        BuildSection.Floor,
        BuildSection.Undocumented,
        BuildSection.Emitted,
        BuildSection.AsLiterals,
        BuildSection.AsResource,
        BuildSection.ForEditor,
    ];

    private readonly Results _results;
    private readonly Options _options;
    private readonly StringBuilder _text = new();

    private PerformanceDocument(Results results, Options options)
    {
        _results = results;
        _options = options;
    }

    private int Middle => _options.Middle;

    public static void Write(Results results, Options options, string folder)
    {
        var document = new PerformanceDocument(results, options);
        document.AppendAll();
        File.WriteAllText(Path.Combine(folder, "performance.md"), document._text.ToString());
        Draw(
            ColdStartPlot,
            "Time to the first entity over the number of persons",
            Peer.All.Select(peer => new TimePlot.Line(
                peer.Name,
                peer == Peer.DataPackage,
                size => results.Median("cold", size, peer.Name, "id first") / Unit.Thousand
            ))
        );
        Draw(
            BuildPlot,
            "Time of a build over the number of persons",
            ((string[])[BuildSection.Package, BuildSection.AsLiterals, BuildSection.Floor]).Select(
                subject => new TimePlot.Line(
                    subject,
                    subject == BuildSection.Package,
                    size => results.Median("build", size, subject, BuildSection.Build) * Unit.Thousand
                )
            )
        );

        void Draw(string file, string title, IEnumerable<TimePlot.Line> lines)
        {
            if (TimePlot.Draw(title, options.Sizes, lines) is { } plot)
                File.WriteAllText(Path.Combine(folder, file), plot);
        }
    }

    private void AppendAll()
    {
        Paragraph(
            $"""
            # Performance

            Everything here was measured by this command, which also wrote this page; sections may come from runs of their own (`--only`), and a dash stands for what was not measured:

            ```sh
            {_options.CommandLine}
            ```

            Machine: {Machine.Describe()}.

            Such machines share their processors with others: on some days everything takes half or twice as long. So
            ratios tell more than seconds.

            Date: {string.Join(
                ", ",
                _results.Dates.Select(date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            )}.

            The data are invented, the same in each run: N persons with names in two languages, three aliases, two summaries of 200 characters, two roles, two citations
            and three events each; 0.6 N events; N / 50 articles, which the data package alone carries, with the quotes verified in them. Where no N is given it is {Text.Count(
                Middle
            )}.

            ## At a glance

            What the project asks of itself, and what came out. Ratios are of the data package to what it is compared with: less is better.
            """
        );
        Table(["bar", "limit", "measured", "met"], new Bars(_results, _options).List().Select(bar => bar.Row));
        AppendLimits();
        AppendCold();
        AppendWarm();
        AppendAllNames();
        AppendMemory();
        AppendGenerator();
        AppendRebuild();
        AppendBuild();
        AppendSize();
        AppendEditor();
        AppendTool();
        AppendDiff();
        AppendExport();
        AppendSite();
    }

    /// <summary>Explains why some bars are not met, by figures of the same run.</summary>
    private void AppendLimits() =>
        Paragraph(
            $"""
            What stands between some of the bars and what was measured, by figures of the same runs:

            - **Accessors over N.** The runtime loads the class of the accessors as a whole. A class of as many empty properties, with nothing behind them, takes {FloorOfAccessors(
                _options.Small
            )} ms at
              {Text.Count(_options.Small)} persons and {FloorOfAccessors(_options.Large)} ms at {Text.Count(
                _options.Large
            )}. `Get`, `Find` and `Person.Get` do not load it.
            - **A resource, Native AOT.** The same program with literals takes {FirstAhead(
                Peer.OtherDelivery
            )} ms instead of {FirstAhead(
                Peer.DataPackage
            )}. The difference is what the runtime takes to open a resource.
            - **Memory of data without a schema, as literals.** Large literals make the first entity fast, and take the
              compiler more memory. A build of such data makes a resource of them.
            - **All names, first.** {CompiledAhead(Peer.DataPackage)} ms are left when it is compiled ahead of time.
            - **The generator's cold run.** The parser's bare events take {Generated(
                GeneratorSection.EventLoop
            )} ms, the trees that the same library makes of them, kept as an edit needs them and not looked at yet, {Generated(
                GeneratorSection.Trees
            )} ms; the whole run, from text to
              generated code, {Generated(GeneratorRuns.Cold)} ms.
            - **An edited value in a file of all persons** has one piece of that file read again, of about 8,000 characters. Bare
              events of the whole file alone take {Generated(
                GeneratorSection.EventsOfEdited,
                GeneratorSection.InCollections
            )} ms of a cold run's {Generated(GeneratorRuns.Cold, GeneratorSection.InCollections)}, the run after the edit {Generated(
                GeneratorRuns.EditedValue,
                GeneratorSection.InCollections
            )}.
            - **A rebuild** also compiles what is generated. Where no compiler is running, the jit compiles in it
              {Text.Median(
                Rebuilt(RebuildSection.Shipped, RebuildSection.CompiledMethods)
            )} methods for the shipped data, and {Text.Median(
                Rebuilt(RebuildSection.Without + RebuildSection.Shipped, RebuildSection.CompiledMethods)
            )} without the generator.
              [Decisions](decisions.md#2026-11-30) tell what was tried.
            - **The build.** Beside {Built(
                BuildSection.Package
            )} s for the package, whose bytes are a resource, a build with literals takes {Built(
                BuildSection.AsLiterals
            )} s, and one of as many empty properties
              {Built(BuildSection.Floor)} s. The same code in files, compiled without a generator, takes {Built(
                BuildSection.Emitted
            )} s, and the package without its file of documentation {Built(BuildSection.Undocumented)} s.
            - **The build of {Text.Count(
                _options.Large
            )} persons.** The compiler takes {Compiled(BuildSection.Package)} of {Built(
                BuildSection.Package,
                _options.Large
            )} s, and {Compiled(BuildSection.Floor)} of {Built(
                BuildSection.Floor,
                _options.Large
            )} s for the empty properties. The rest is
              MSBuild, which lists the seeds, and the engine, which reads them.
            - **An editor** needs the documentation in the code, where it looks for it, and the engine in its own
              process. The compiler takes {Text.Median(
                _results.Find("build", Middle, BuildSection.ForEditor, BuildSection.Compiler)
            )} s with both, and {Text.Median(
                _results.Find("build", Middle, BuildSection.Package, BuildSection.Compiler)
            )} s in a build, which has neither there.
            - **The compiler's memory.** The compiler lets its heap grow with the machine's memory. With the heap that the runtime allows itself in a container of {BuildSection.MemoryAt(
                _options,
                Middle
            )} GiB, three quarters of it,
              it builds the package too, in {Built(BuildSection.Limited)} s; that of {Text.Count(
                _options.Large
            )} persons with the heap of {BuildSection.MemoryAt(_options, _options.Large)} GiB, in {Text.Median(
                _results.Find("build", _options.Large, BuildSection.Limited, BuildSection.Build)
            )} s.
            """
        );

    private string FloorOfAccessors(int size) =>
        Text.Median(_results.Find("cold", size, Peer.EmptyProperties.Name, "accessor first"), Unit.Thousand);

    private string FirstAhead(Peer peer) =>
        Text.Median(_results.Find("cold", Middle, ColdSection.SubjectOf(peer, "aot"), "id first"), Unit.Thousand);

    private string Generated(string run, string layout = GeneratorSection.InFiles) =>
        Text.Median(_results.Find("generator", Middle, layout, run));

    private string Built(string subject, int? size = null) =>
        Text.Median(_results.Find("build", size ?? Middle, subject, BuildSection.Build));

    private string Compiled(string subject) =>
        Text.Median(_results.Find("build", _options.Large, subject, BuildSection.Compiler));

    private void AppendCold()
    {
        Paragraph(
            $"""
            ## First entity of a process

            From the first statement of `Main` until the birth date of one person is there; ms, the median of whole processes (least–greatest). Processes take turns, in the other
            direction every second time. The files are in the operating system's cache.

            The bytes of the data package are literals at {Text.Count(
                _options.Small
            )} persons and a resource at more; the other delivery is the other way round.

            ![Time to the first entity by id over the number of persons]({ColdStartPlot})
            """
        );
        Table(
            ["by id, N =", .. _options.Sizes.Select(Text.Count), $"whole process, {Text.Count(Middle)}"],
            Peer.All.Where(peer => peer != Peer.EmptyProperties)
                .Select(peer =>
                    (IReadOnlyList<string>)
                        [
                            peer.Name,
                            .. _options.Sizes.Select(size =>
                                Text.Range(_results.Find("cold", size, peer.Name, "id first"), Unit.Thousand)
                            ),
                            Text.Range(
                                _results.Find(
                                    "cold",
                                    Middle,
                                    peer.Name,
                                    peer == Peer.Empty ? ProcessJob.Process : "id process"
                                ),
                                Unit.Thousand
                            ),
                        ]
                )
        );
        Table(
            ["DataPackage, N =", .. _options.Sizes.Select(Text.Count)],
            new (Peer Peer, string Access, string Label)[]
            {
                (Peer.DataPackage, "accessor", "by accessor: `Persons.SukruBasano`"),
                (Peer.DataPackage, "id", "by id: `Persons.Get`"),
                (Peer.DataPackage, "alias", "by alias: `Persons.Find`"),
                (Peer.DataPackage, "type", "by id, of the type: `Person.Get`"),
                (Peer.OtherDelivery, "accessor", "the other delivery, by accessor"),
                (Peer.OtherDelivery, "id", "the other delivery, by id"),
                (Peer.EmptyProperties, "accessor", "a class of as many empty properties, one of them read"),
            }.Select(row => OverSizes(row.Label, row.Peer.Name, row.Access))
        );
        Paragraph(
            """
            What grows with N is the runtime loading the class of the accessors, which it does as a whole: the last row is that and nothing else. Looking an entity up does not need that class.
            """
        );
        Table(
            ["by id, compiled ahead of time", "ReadyToRun", "Native AOT"],
            Peer.All.Where(peer => peer.Variants.Count > 0 && peer.HasData)
                .Select(peer =>
                    (IReadOnlyList<string>)
                        [
                            peer.Name,
                            .. peer.Variants.Select(variant =>
                                Text.Range(
                                    _results.Find("cold", Middle, ColdSection.SubjectOf(peer, variant), "id first"),
                                    Unit.Thousand
                                )
                            ),
                        ]
                )
        );
        Table(
            ["ReadyToRun, N =", .. _options.Sizes.Select(Text.Count)],
            new (Peer Peer, string Access, string Label)[]
            {
                (Peer.DataPackage, "accessor", "DataPackage, by accessor"),
                (Peer.DataPackage, "id", "DataPackage, by id"),
                (Peer.OtherDelivery, "accessor", "the other delivery, by accessor"),
                (Peer.OtherDelivery, "id", "the other delivery, by id"),
            }.Select(row => OverSizes(row.Label, ColdSection.SubjectOf(row.Peer, "r2r"), row.Access))
        );
        Paragraph(
            $"""
            Peers are used as their documentation advises: System.Text.Json and MemoryPack with generated code, MessagePack with its default resolver, which generates code at run
            time, YamlDotNet with its deserializer, SQLite with an index for each look-up and prepared commands, FlatBuffers with sorted vectors. The objects that they read stand behind
            frozen dictionaries by id, alias and event, as the data package has these look-ups too. Object initialisers do not compile beyond about {Text.Count(
                Data.DataFolder.MostInitialisers
            )} persons.

            Left out: {string.Join(" ", _results.Notes("cold"))}
            """
        );
    }

    /// <summary>A row: the first entity at each size.</summary>
    private IReadOnlyList<string> OverSizes(string label, string subject, string access) =>
        [
            label,
            .. _options.Sizes.Select(size =>
                Text.Range(_results.Find("cold", size, subject, $"{access} first"), Unit.Thousand)
            ),
        ];

    private void AppendWarm()
    {
        Paragraph(
            """
            ## In a warm process

            BenchmarkDotNet, keys in an order without pattern and never the very string that the data hold; each operation reads a property of what it found; ns, medians. The objects are
            linked and behind frozen dictionaries; for `Find` the keys are folded beforehand, and what is looked for by the data package's own folding.
            """
        );
        Table(
            ["operation", "DataPackage", "objects", "ratio", "DataPackage, B", "objects, B"],
            _results
                .Figures("warm")
                .Select(figure => figure.Subject)
                .Where(operation => operation != WarmSection.NamesInText)
                .Distinct()
                .Select(operation =>
                    (IReadOnlyList<string>)
                        [
                            $"`{operation}`",
                            Text.Median(Warm(operation, "DataPackage")),
                            Text.Median(Warm(operation, "object-graph")),
                            Text.Ratio(
                                Warm(operation, "DataPackage")!.Median / Warm(operation, "object-graph")!.Median
                            ),
                            Text.Median(Warm(operation, "DataPackage-allocated")),
                            Text.Median(Warm(operation, "object-graph-allocated")),
                        ]
                )
        );
        if (NamesFoundBy("DataPackage") is not { } mentions)
            return;
        Paragraph(
            $"""
            All names of {Text.Count(
                _options.Small
            )} persons in a text in which every tenth word is one of them: `Mentions.In`, one compiled `Regex` of the same names, and `SearchValues<string>`, which tells
            only where a name may begin. All three ignore case; accents, words and whose name it is are the first's alone.
            """
        );
        Table(
            ["found by", "ms", "ratio"],
            new[]
            {
                ("`Mentions.In`", "DataPackage"),
                ("`Regex`", "RegexAlternation"),
                ("`SearchValues<string>`", "SearchValuesAlone"),
            }.Select(row =>
                (IReadOnlyList<string>)
                    [
                        row.Item1,
                        Text.Median(NamesFoundBy(row.Item2), Unit.Megabyte),
                        Text.Ratio(NamesFoundBy(row.Item2)!.Median / mentions.Median),
                    ]
            )
        );
    }

    private Figure? NamesFoundBy(string what) => _results.Find("warm", _options.Small, WarmSection.NamesInText, what);

    private void AppendAllNames()
    {
        Paragraph(
            """
            ## All names

            The names of all persons and events in both languages. First: from the first statement of `Main` to the last name, ms. Again: another pass, warm, ms.
            """
        );
        Table(
            ["N =", .. _options.Sizes.SelectMany(size => (string[])[$"{Text.Count(size)} first", "again"])],
            Peer.All.Where(peer => peer.HasData)
                .Select(peer =>
                    (IReadOnlyList<string>)
                        [
                            peer.Name,
                            .. _options.Sizes.SelectMany(size =>
                                ((string[])["first", "again"]).Select(measure =>
                                    Text.Median(_results.Find("all", size, peer.Name, measure), Unit.Thousand)
                                )
                            ),
                        ]
                )
        );
        Paragraph(
            $"""
            Where the jit compiles the loops of the program but once (`DOTNET_TC_QuickJitForLoops=0`), the first pass over {Text.Count(
                Middle
            )} persons takes
            {LoopsCompiledOnce(Peer.DataPackage)} ms, and MemoryPack's {LoopsCompiledOnce(
                Peer.MemoryPack
            )} ms: the difference is compiling, while it runs, the loop that measures.
            Compiled ahead of time (ReadyToRun) it takes {CompiledAhead(
                Peer.DataPackage
            )} ms, and MemoryPack's {CompiledAhead(Peer.MemoryPack)} ms: what the data cost without the jit.
            """
        );
    }

    private string CompiledAhead(Peer peer) =>
        Text.Median(_results.Find("all", Middle, peer.Name, AllSection.CompiledAhead + "first"), Unit.Thousand);

    private string LoopsCompiledOnce(Peer peer) =>
        Text.Median(_results.Find("all", Middle, peer.Name, AllSection.LoopsCompiledOnce + "first"), Unit.Thousand);

    private void AppendMemory()
    {
        Paragraph(
            """
            ## Memory

            The managed heap after a collection, and the peak of resident memory, after one person was read by id and after all names were; MB.
            """
        );
        foreach (var size in _options.Sizes)
            Table(
                [
                    $"N = {Text.Count(size)}",
                    "heap, one person",
                    "peak, one person",
                    "heap, all names",
                    "peak, all names",
                ],
                Peer.All.Select(peer =>
                    (IReadOnlyList<string>)
                        [
                            peer.Name,
                            .. ((string[])["heap-one", "peak-one", "heap-names", "peak-names"]).Select(measure =>
                                Text.Median(_results.Find("memory", size, peer.Name, measure), Unit.Megabyte)
                            ),
                        ]
                )
            );
    }

    private void AppendGenerator()
    {
        Paragraph(
            $"""
            ## The generator

            In the compiler's driver, warm; ms, medians. A large file of many entities is read in pieces. Files and steps are counted at N = {Text.Count(
                GeneratorSection.CountedPersons
            )},
            as the compiler takes longer to record them than to run.
            """
        );
        Table(
            [
                "",
                GeneratorSection.InFiles,
                "files parsed",
                "steps run",
                GeneratorSection.InCollections,
                "files parsed",
                "steps run",
            ],
            (
                (string[])
                    [
                        GeneratorSection.ReadFiles,
                        GeneratorSection.EventLoop,
                        GeneratorSection.EventsOfEdited,
                        GeneratorSection.Trees,
                        GeneratorRuns.Cold,
                        GeneratorRuns.EditedValue,
                        GeneratorRuns.AddedEntity,
                        GeneratorRuns.UnrelatedEdit,
                    ]
            ).Select(run =>
                (IReadOnlyList<string>)
                    [
                        run,
                        .. ((string[])[GeneratorSection.InFiles, GeneratorSection.InCollections]).SelectMany(layout =>
                            (string[])
                                [
                                    Text.Median(_results.Find("generator", Middle, layout, run)),
                                    .. ((string[])[GeneratorSection.FilesParsed, GeneratorSection.StepsRun]).Select(
                                        count =>
                                            Text.Median(
                                                _results.Find(
                                                    "generator",
                                                    GeneratorSection.CountedPersons,
                                                    layout,
                                                    run + count
                                                )
                                            )
                                    ),
                                ]
                        ),
                    ]
            )
        );
    }

    private void AppendRebuild()
    {
        Paragraph(
            $"""
            ## A rebuild

            `dotnet build` after one value of one seed was edited, of projects that reference the packages, and of the same projects without the generator; both have a file of documentation.
            The shipped data are the repository's own seeds, and the made data those of N = {Text.Count(
                _options.Small
            )}. A warm server has compiled the project before. Builds with the generator also start the program that writes schemas for editors.
            """
        );
        Table(
            ["", "with a warm server, s", "without a server, s", "methods that the jit compiles in the compiler"],
            ((string[])[RebuildSection.Shipped, RebuildSection.Made])
                .SelectMany(subject => (string[])[subject, RebuildSection.Without + subject])
                .Select(subject =>
                    (IReadOnlyList<string>)
                        [
                            subject,
                            Text.Range(Rebuilt(subject, RebuildSection.Server)),
                            Text.Range(Rebuilt(subject, RebuildSection.OwnProcess)),
                            Text.Median(Rebuilt(subject, RebuildSection.CompiledMethods)),
                        ]
                )
        );
    }

    private Figure? Rebuilt(string subject, string measure) =>
        _results.Find("rebuild", _options.Small, subject, measure);

    private void AppendBuild()
    {
        Paragraph(
            $"""
            ## The build

            `dotnet build` of the data package, each entity in a file of its own, and of classes with as many properties that have one line of documentation and no value; the compiler
            in a process of its own. Without the file of documentation the compiler still has the comments; its generated code alone is the same code in files, compiled without a generator;
            as an editor compiles it, the code has all documentation and no bytes. A program reads the seeds of a large package before the compiler starts. In little memory means: with the managed heap that the runtime allows itself in a container of the size that the bar names.

            ![Time of a build over the number of persons]({BuildPlot})
            """
        );
        Table(
            ["", "N", "build, s", "compiler, s", "compiler's peak memory, MB", "program's, MB"],
            _options.Sizes.SelectMany(size =>
                AllBuilds
                    .Where(subject => _results.Find("build", size, subject, BuildSection.Build) is not null)
                    .Select(subject =>
                        (IReadOnlyList<string>)
                            [
                                subject,
                                Text.Count(size),
                                Text.Range(_results.Find("build", size, subject, BuildSection.Build)),
                                Text.Median(_results.Find("build", size, subject, BuildSection.Compiler)),
                                Text.Median(
                                    _results.Find("build", size, subject, BuildSection.PeakMemory),
                                    Unit.Megabyte
                                ),
                                Text.Median(
                                    _results.Find("build", size, subject, BuildSection.PeakOfProgram),
                                    Unit.Megabyte
                                ),
                            ]
                    )
            )
        );
    }

    private void AppendSize()
    {
        Paragraph(
            """
            ## Size

            Bytes for each entity. The values are what the seeds' scalars take as UTF-8, the articles' texts included.
            """
        );
        string[] subjects = [SizeSection.Values, SizeSection.Assembly, SizeSection.Documentation, SizeSection.Zipped];
        Table(
            ["N", "entities", .. subjects],
            _options.Sizes.Select(size =>
                (IReadOnlyList<string>)
                    [
                        Text.Count(size),
                        Text.Median(_results.Find("size", size, SizeSection.Entities, "")),
                        .. subjects.Select(subject =>
                            Text.Median(
                                _results.Find("size", size, subject, ""),
                                _results.Median("size", size, SizeSection.Entities, "") ?? 1
                            )
                        ),
                    ]
            )
        );
        Paragraph("What remains where a published program names one entity; MB.");
        string[] kept = [TrimSection.Before, TrimSection.Trimmed, TrimSection.Native];
        Table(
            kept,
            [
                [.. kept.Select(subject => Text.Median(_results.Find("trim", Middle, subject, ""), Unit.Megabyte))],
            ]
        );
    }

    private void AppendEditor()
    {
        Paragraph(
            """
            ## The editor

            The list after `Persons.`, by the compiler's editor services over the assembly and its documentation; ms.
            """
        );
        string[] lists = [CompletionSection.First, CompletionSection.Again];
        Table(
            ["", .. lists],
            ((string[])[BuildSection.Package, BuildSection.Floor]).Select(subject =>
                (IReadOnlyList<string>)
                    [subject, .. lists.Select(list => Text.Range(_results.Find("completion", Middle, subject, list)))]
            )
        );
    }

    private void AppendTool()
    {
        Paragraph(
            """
            ## The command line

            `datapackage check` as a whole process, on the shipped data and on N persons, beside an empty program;
            ms, and MB.
            """
        );
        var shipped = _results.Find("tool", 0, ToolSection.Check, ProcessJob.Process);
        var empty = _results.Find("tool", 0, Peer.Empty.Name, ProcessJob.Process);
        Table(
            ["", ToolSection.Check, ToolSection.Peak],
            [
                [Peer.Empty.Name, Text.Range(empty, Unit.Thousand), ""],
                ["shipped data", Text.Range(shipped, Unit.Thousand), ""],
                .. _options.Sizes.Select(size =>
                    (IReadOnlyList<string>)
                        [
                            $"{Text.Count(size)} persons",
                            Text.Range(
                                _results.Find("tool", size, ToolSection.Check, ProcessJob.Process),
                                Unit.Thousand
                            ),
                            Text.Median(
                                _results.Find("tool", size, ToolSection.Check, ToolSection.Peak),
                                Unit.Megabyte
                            ),
                        ]
                ),
            ]
        );
    }

    private void AppendDiff()
    {
        Paragraph(
            $"""
            ## Comparing

            `datapackage diff` as a whole process, of two folders of {Text.Count(_options.Large)} persons each, beside
            `check`; ms.
            """
        );
        Table(
            ["", "whole process"],
            new[] { DiffSection.Check, DiffSection.Folders }.Select(subject =>
                (IReadOnlyList<string>)
                    [
                        subject,
                        Text.Range(_results.Find("diff", _options.Large, subject, ProcessJob.Process), Unit.Thousand),
                    ]
            )
        );
    }

    private void AppendExport()
    {
        Paragraph(
            $"""
            ## Exports

            `datapackage export` as a whole process, for {Text.Count(Middle)} persons, beside `check`, which is a part
            of it; ms. Files go to memory where the system has a place for that. All forms at once take {Text.Median(
                _results.Find("export", Middle, ExportSection.All, ExportSection.Peak),
                Unit.Megabyte
            )} MB.
            """
        );
        Table(
            ["", "whole process"],
            [
                .. ExportSection
                    .Forms.Prepend(ExportSection.Check)
                    .Append(ExportSection.All)
                    .Select(subject =>
                        (IReadOnlyList<string>)
                            [
                                subject,
                                Text.Range(_results.Find("export", Middle, subject, ProcessJob.Process), Unit.Thousand),
                            ]
                    ),
            ]
        );
    }

    private void AppendSite()
    {
        Paragraph(
            """
            ## The site

            `datapackage site` as a whole process, in one language, beside `check`, which is a part of it; ms.
            """
        );
        int[] sizes = [Middle, _options.Large];
        Table(
            ["", .. sizes.Select(size => $"{Text.Count(size)} persons")],
            new[] { SiteSection.Check, SiteSection.Empty, SiteSection.Again }.Select(subject =>
                (IReadOnlyList<string>)
                    [
                        subject,
                        .. sizes.Select(size =>
                            Text.Range(_results.Find("site", size, subject, ProcessJob.Process), Unit.Thousand)
                        ),
                    ]
            )
        );
        string Size(string subject, double unit) =>
            Text.Median(_results.Find("site", _options.Large, subject, SiteSection.Size), unit);
        Paragraph(
            $"""
            At {Text.Count(_options.Large)} persons it takes {Text.Median(
                _results.Find("site", _options.Large, SiteSection.Empty, SiteSection.Peak),
                Unit.Megabyte
            )} MB, and the site has {Size(SiteSection.Size, Unit.Megabyte)} MB. Nine of ten pages of persons have at
            most {Size(SiteSection.Page, 1_000)} kB when compressed. The styles of all pages are {Size(
                SiteSection.Styles,
                1_000
            )} kB, the scripts of one at most {Size(SiteSection.Scripts, 1_000)} kB.
            """
        );
    }

    private Figure? Warm(string operation, string measure) => _results.Find("warm", Middle, operation, measure);

    private void Paragraph(string text) => Append(text.ReplaceLineEndings("\n") + "\n");

    private void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        Append(Text.Table(head, rows));

    /// <summary>Appends a block after an empty line.</summary>
    private void Append(string block) => _text.Append(_text.Length == 0 ? "" : "\n").Append(block);
}
