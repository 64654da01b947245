using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>One thing that is measured.</summary>
internal interface ISection
{
    /// <summary>By which the command line asks for it.</summary>
    string Name { get; }

    SectionResult Run(Workspace workspace);
}
