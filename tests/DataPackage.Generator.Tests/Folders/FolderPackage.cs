using DataPackage.Engine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>A folder of <c>tests/Folders</c> as the seeds of a package, without a schema.</summary>
internal sealed class FolderPackage
{
    private const string Root = "tests/Folders";

    private readonly string _name;
    private readonly string _prefix;
    private readonly SeedSet _seeds = new();
    private readonly List<string> _paths = [];

    /// <summary>The files that a build does not give to the compiler, although it reads their format.</summary>
    private readonly List<string> _refused = [];
    private readonly PackageCompiler _compiler;

    /// <param name="prefix">The folder of the seeds folder that has the files, with a slash; empty for itself.</param>
    public FolderPackage(string name, string prefix = "")
    {
        (_name, _prefix) = (name, prefix);
        var root = Repository.PathOf($"{Root}/{name}");
        var inputs = new List<SeedInput> { new("datapackage.yaml", "datapackage.yaml", "namespace: Seeded\n") };
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = prefix + Path.GetRelativePath(root, file).Replace('\\', '/');
            if (SeedsFolder.At(".").SeedPathOf(path) is null)
            {
                if (SeedsFolder.HasExtension(path))
                    _refused.Add(path);
                continue;
            }

            var text = File.ReadAllText(file);
            _seeds.With(path, text);
            _paths.Add(path);
            inputs.Add(new SeedInput(path, path, text));
        }

        _compiler = new PackageCompiler(inputs, CompilerOptions.None with { RootNamespace = SeedSet.Namespace });
    }

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateDirectories(Repository.PathOf(Root))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name != "node_modules")
            .Order(StringComparer.Ordinal);

    public Generated Generate() => _seeds.Generate();

    /// <summary>Generates with the inferred schemas as files.</summary>
    public Generated GeneratePinned()
    {
        foreach (var schema in _compiler.Pinned)
            _seeds.With(schema.Path, schema.Text);
        return _seeds.Generate();
    }

    public PackageSchema Schema => _compiler.Schema;

    /// <summary>The files that become no entity, although their format is one of seeds.</summary>
    public IEnumerable<string> LeftOver =>
        _compiler
            .Bound.Where(seed => seed.Reading is SeedReading.LeftOver or SeedReading.LeftAlone)
            .Select(seed => seed.SeedPath)
            .Concat(_refused)
            .Select(path => $"{_name}/{path[_prefix.Length..]}");

    /// <summary>What the package says differently from what another reader reads.</summary>
    public ReadBack ReadBack(Generated package)
    {
        var back = new ReadBack(Schema);
        foreach (var seed in _compiler.Bound)
            if (seed.Reading is SeedReading.Data or SeedReading.Table)
                Compare(seed, package, back);
        foreach (var path in _paths.Except(_compiler.Bound.Select(seed => seed.SeedPath)))
            back.Differ(path, "a file that no message names", null);
        return back;
    }

    private void Compare(BoundSeed seed, Generated package, ReadBack back)
    {
        var document = _compiler.Documents.Single(each => each.SeedPath == seed.SeedPath);
        var records = Schema
            .FindFor(document.SeedPath, document.Collection)
            .SelectMany(kind =>
                SeedRecords
                    .Of(document, kind, new DiagnosticBag(), out _, out _)
                    .Where(record => record.Id is not null)
                    .Select(record => (kind, record))
            )
            .ToList();
        if (!records.Select(each => each.record.Id).SequenceEqual(seed.Entities.Select(entity => entity.Id)))
            back.Differ(seed.SeedPath, $"{records.Count} records", seed.Entities.Count);
        var file = new FileRecords(
            document,
            OtherReader.TreesOf($"{_name}/{seed.SeedPath[_prefix.Length..]}"),
            package,
            back
        );
        foreach (var (kind, record) in records)
            file.Compare(kind, record);
        file.ReportUnread();
    }
}
