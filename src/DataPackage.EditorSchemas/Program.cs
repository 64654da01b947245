using DataPackage.BuildTasks;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Does for a build what a generator cannot do: writes JSON Schemas of a package's seeds for editors, with the
/// inferred schemas, which users can pin; or prints what a nuspec says of the package. DataPackage.Generator.targets
/// calls it.</summary>
internal static class Program
{
    private const string Usage =
        "usage: DataPackage.EditorSchemas <what is asked: see EditorRequest>\n"
        + "       DataPackage.EditorSchemas nuspec <path of datapackage.yaml>";

    internal static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [var path]:
                WriteSchemas(EditorRequest.Read(File.ReadAllBytes(path)));
                return 0;
            case ["nuspec", var path]:
                foreach (var (property, value) in NuspecFacts.Of(path))
                    Console.WriteLine(NuspecLine.Write(property, value));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
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
