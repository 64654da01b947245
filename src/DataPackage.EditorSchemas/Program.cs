using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using DataPackage.BuildTasks;
using DataPackage.Generator.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Writes JSON Schemas of a package's seeds for editors, and the schemas that were inferred, for those who want to pin them; called by DataPackage.Generator.targets.</summary>
internal static class Program
{
    private const string Usage = "usage: DataPackage.EditorSchemas <what is asked: see EditorRequest>";

    internal static int Main(string[] arguments)
    {
        if (arguments is not [var path])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var request = EditorRequest.Read(File.ReadAllBytes(path));
        // The generator and its parser are beside the compiler's analyzers, and the compiler is part of the SDK: neither is copied.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            request.Folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name.Name + ".dll")))
                .FirstOrDefault(File.Exists) is { } found ? context.LoadFromAssemblyPath(found) : null;
        Write(request);
        return 0;
    }

    /// <summary>Apart from Main, which must not name a type of an assembly that cannot be found yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(EditorRequest request)
    {
        var package = Package.Read(request.Files);
        var folder = new SchemaFolder(request.Target);
        foreach (var (name, schema) in PackageSchemas.Of(package)) folder.Add(name, schema);
        folder.Add("settings.json",
            EditorSettings.Of(package, Workspace.Of(request.Project, request.Seeds), request.Seeds, request.Target));
        // No schema of such a name could be pinned: its file would be a seed that is refused.
        foreach (var schema in package.Inferred)
            if (SeedNames.Refuse(schema.Path) is null) folder.Add(schema.Path, schema.Text);
        folder.Write();
    }
}
