using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace DataPackage.EditorSchemas;

/// <summary>Writes JSON Schemas of a package's seeds for editors, and the schemas that were inferred, for those who want to pin them; called by DataPackage.Generator.targets.</summary>
internal static class Program
{
    private const string Usage = "usage: DataPackage.EditorSchemas <list of seeds> <folder of the project> <folder of the seeds> <folder to write to> <folders to load from>...";

    /// <summary>The list has a line for each seed: its path below the seeds folder, a tab, its full path.</summary>
    internal static int Main(string[] arguments)
    {
        if (arguments is not [var list, var project, var seeds, var target, .. var folders])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        // The generator and its parser are beside the compiler's analyzers, and the compiler is part of the SDK: neither is copied.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            folders.Select(folder => Path.GetFullPath(Path.Combine(folder, name.Name + ".dll"))).FirstOrDefault(File.Exists) is { } path ? context.LoadFromAssemblyPath(path) : null;
        Write(list, project, seeds, target);
        return 0;
    }

    /// <summary>Apart from Main, which must not name a type of an assembly that cannot be found yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(string list, string project, string seeds, string target)
    {
        var files = File.ReadLines(list).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(parts => (SeedPath: parts[0], FullPath: parts[1]));
        var package = Package.Read(files);
        var written = new SchemaFolder(target);
        foreach (var (name, schema) in PackageSchemas.Of(package)) written.Write(name, schema);
        written.Write("settings.json", EditorSettings.Of(package, Workspace.Of(project, seeds), seeds, target));
        foreach (var schema in package.Inferred) written.Write(schema.Path, schema.Text);
        written.RemoveOthers();
    }
}
