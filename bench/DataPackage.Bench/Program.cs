using DataPackage.Bench;
using DataPackage.Bench.Report;
using DataPackage.Bench.Sections;

if (args is [ForeignSection.Argument, var foreign])
{
    ForeignSection.MeasureHere(foreign);
    return;
}

ISection[] sections =
[
    new ColdSection(),
    new WarmSection(),
    new AllSection(),
    new MemorySection(),
    new GeneratorSection(),
    new RebuildSection(),
    new BuildSection(),
    new SizeSection(),
    new TrimSection(),
    new CompletionSection(),
    new ForeignSection(),
    new ToolSection(),
    new DiffSection(),
    new ExportSection(),
    new SiteSection(),
];

var options = Options.Parse(args);
if (options.Only.FirstOrDefault(name => sections.All(section => section.Name != name)) is { } unknown)
    throw new FormatException(
        $"There is no section '{unknown}', but {string.Join(", ", sections.Select(section => section.Name))}."
    );

var workspace = new Workspace(options);
var results = Results.Load(workspace.ResultsPath);
foreach (var section in sections.Where(section => options.Asks(section.Name)))
{
    Console.WriteLine($"== {section.Name}");
    results.Replace(section.Name, section.Run(workspace));
    results.Save();
}

PerformanceDocument.Write(results, options, workspace.ReportFolder);
Console.WriteLine($"== {workspace.ReportFolder}");
