using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Compiles the seeds of a large package before the compiler starts: to code, a resource and documentation. If
/// that fails, the compiler gets the seeds, as for a small package.</summary>
public sealed class CompileSeeds : ProgramTask
{
    /// <summary>The folder with the request, and for the results.</summary>
    [Required]
    public string Folder { get; set; } = "";

    protected override bool Run()
    {
        var folder = new OwnFolder(Folder);
        // If it stayed, the results of an earlier build would be taken for those of this one.
        folder.Delete(CompiledFiles.Stamp);
        try
        {
            var reason = "";
            var code = RunProgram(["compile", Path.Combine(Folder, CompiledFiles.Request)], line => reason += line);
            if (code == 0 && folder.Has(CompiledFiles.Stamp))
                return true;
            SayWhy(reason.Length > 0 ? reason : $"the program ended with {code}");
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            SayWhy(failure.Message);
        }

        return true;
    }

    private void SayWhy(string reason) =>
        LogMessage(
            MessageImportance.High,
            $"DataPackage: the compiler reads the seeds itself, which takes longer: {reason}"
        );
}
