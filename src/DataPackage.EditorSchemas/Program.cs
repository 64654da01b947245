using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Does for a build what a generator cannot do: writes JSON Schemas of a package's seeds for editors, with the
/// inferred schemas, which users can pin; prints what a nuspec says of the package; or writes the facts that are
/// packed. DataPackage.Generator.targets calls it.</summary>
internal static class Program
{
    private const string Usage =
        "usage: DataPackage.EditorSchemas <what is asked: see EditorRequest>\n"
        + "       DataPackage.EditorSchemas nuspec <path of datapackage.yaml>\n"
        + "       DataPackage.EditorSchemas facts <what is asked> <root namespace> <version>\n"
        + "       DataPackage.EditorSchemas compile <what is asked: see CompileRequest>";

    internal static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [var path]:
                return TryWriteSchemas(path) ? 0 : 1;
            case ["nuspec", var path]:
                foreach (var (property, value) in NuspecFacts.Of(path))
                    Console.WriteLine(NuspecLine.Write(property, value));
                return 0;
            case ["facts", var path, var rootNamespace, var version]:
                if (
                    PackedFacts.Write(EditorRequest.Read(File.ReadAllBytes(path)), rootNamespace, version) is { } reason
                )
                    Console.WriteLine(reason);
                return 0;
            case ["compile", var path]:
                if (WhyNotCompiled(path) is not { } why)
                    return 0;
                Console.WriteLine(why);
                return 1;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Why the compiler must read the seeds itself; null if it need not.</summary>
    private static string? WhyNotCompiled(string requestPath)
    {
        try
        {
            return SeedCompiler.Write(requestPath);
        }
        catch (Exception failure)
        {
            // The compiler fails likewise, and reports it; or it does not, and the build goes on.
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }

    /// <summary>Nobody reads the output of this program, since the build does not wait for it. So it leaves a file that
    /// says that it has finished, or why it could not.</summary>
    private static bool TryWriteSchemas(string requestPath)
    {
        var folder = new OwnFolder(Path.GetDirectoryName(requestPath)!);
        try
        {
            var start = DateTime.UtcNow;
            WriteSchemas(EditorRequest.Read(File.ReadAllBytes(requestPath)));
            folder.WriteAnew(EditorFiles.Stamp, [], start);
            return true;
        }
        catch (Exception failure)
        {
            var reason = failure is IOException or UnauthorizedAccessException ? failure.Message : $"{failure}";
            folder.WriteAnew(EditorFiles.Failure, Encoding.UTF8.GetBytes($"DataPackage: {reason}"), DateTime.UtcNow);
            return false;
        }
    }

    private static void WriteSchemas(EditorRequest request)
    {
        var package = Package.Read(request.Files);
        var folder = new SchemaFolder(request.Target);
        foreach (var (name, schema) in PackageSchemas.Of(package))
            folder.Add(name, schema);
        folder.Add(
            "settings.json",
            EditorSettings.Of(package, Workspace.Of(request.Project, request.Seeds), request.Seeds, request.Target)
        );
        // A schema with such a name cannot be pinned, since the build refuses a seed of that name.
        foreach (var schema in package.Inferred)
            if (SeedNames.Refuse(schema.Path) is null)
                folder.Add(schema.Path, schema.Text);
        folder.Write();
    }
}
