using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Packages;

/// <summary>Seeds for a verb that needs them without an error.</summary>
internal static class CheckedSeeds
{
    /// <param name="outcome">What the errors have kept the run from, as in 'no site was written'.</param>
    /// <returns>Null if the seeds have errors, which were told.</returns>
    public static PackageCompiler? Of(SeedPackage package, string outcome, Session session)
    {
        var (compiler, errors) = Compile(package, session);
        if (errors.Count == 0)
            return compiler;
        TextReport.Tell(errors, session);
        TellCount(errors.Count, outcome, session);
        return null;
    }

    public static void TellCount(int errors, string outcome, Session session) =>
        session.Tell($"datapackage: {Counted.Of(errors, "error")}: {outcome}");

    private static (PackageCompiler Compiler, List<Finding> Errors) Compile(SeedPackage package, Session session)
    {
        using var progress = Progress.Show(session, $"checking {session.Show(package.Folder)}");
        var compiler = package.Compile();
        var errors = compiler
            .Check()
            .Where(message => message.Rule.Severity == RuleSeverity.Error)
            .Select(message => Finding.Of(message, session))
            .ToList();
        return (compiler, errors);
    }
}
