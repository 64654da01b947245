using DataPackage.Bench.Report;

namespace DataPackage.Bench.Sections;

/// <summary>One section of the measurements.</summary>
internal interface ISection
{
    /// <summary>The name of the section on the command line.</summary>
    string Name { get; }

    SectionResult Run(Workspace workspace);
}
