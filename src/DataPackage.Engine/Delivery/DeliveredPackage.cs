using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Delivery;

/// <summary>A large package, divided: code for the compiler; and what goes around it, because it takes the compiler
/// longer than all the rest.</summary>
/// <param name="Compiled">The code, and the messages.</param>
/// <param name="Resource">The packed bytes.</param>
/// <param name="Documentation">The documentation of accessors that the compiler's file lacks.</param>
internal sealed record DeliveredPackage(
    CompiledPackage Compiled,
    byte[] Resource,
    IReadOnlyList<DocumentedRun> Documentation
)
{
    /// <param name="all">The generated files of a package with literals.</param>
    /// <param name="messages">In the order in which they are reported.</param>
    public static DeliveredPackage Of(IReadOnlyList<GeneratedFile> all, IReadOnlyList<SeedDiagnostic> messages)
    {
        var resource = new PackageResource();
        var runs = new List<DocumentedRun>();
        var files = new List<CompiledFile>();
        foreach (var each in all)
        {
            if (resource.Take(each) is not { } withoutBytes)
                continue;
            var (file, run) = DocumentedRun.Take(withoutBytes);
            if (run is not null)
                runs.Add(run);
            files.Add(new CompiledFile(file.HintName, file.Write()));
        }

        return new DeliveredPackage(
            new CompiledPackage(files.ToEquatableArray(), messages.ToEquatableArray()),
            resource.ToBytes(),
            runs
        );
    }
}
