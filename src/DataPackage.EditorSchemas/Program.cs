using DataPackage.BuildTasks;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Writes JSON Schemas of a package's seeds for editors, and the inferred schemas, which users can pin.
/// DataPackage.Generator.targets calls it.</summary>
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
        return 0;
    }
}
