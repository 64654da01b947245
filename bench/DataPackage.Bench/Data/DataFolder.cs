using System.Text.Json;
using MemoryPack;
using MessagePack;

namespace DataPackage.Bench.Data;

/// <summary>One data set in all the forms that the peers read, below the bench's work folder.</summary>
internal sealed class DataFolder
{
    private readonly string _folder;

    private DataFolder(int size, string folder)
    {
        _folder = folder;
        Dataset = DatasetMaker.Make(size);
    }

    /// <summary>The largest number of persons whose object initializers compile: their texts must fit into the 16 MB of
    /// an assembly's string heap.</summary>
    public const int MostInitialisers = 10_000;

    public Dataset Dataset { get; }

    /// <summary>Writes the data, or reuses those that the same bench has written.</summary>
    /// <param name="size">The number of persons.</param>
    /// <param name="folder">Used for this data set only: other files in it come from older data.</param>
    public static DataFolder Prepare(int size, string folder)
    {
        var data = new DataFolder(size, Path.Combine(folder, "data"));
        var mark = Path.Combine(folder, "written-by");
        var version = typeof(DataFolder).Module.ModuleVersionId.ToString();
        if (File.Exists(mark) && File.ReadAllText(mark) == version)
            return data;

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        data.WriteSeeds();
        data.WriteCode();
        data.WritePeerFiles();
        File.WriteAllText(mark, version);
        return data;
    }

    public override string ToString() => _folder;

    private string PathOf(string relative) => Path.Combine(_folder, relative);

    private void WriteSeeds()
    {
        foreach (var seed in SeedWriter.InFiles(Dataset))
            Write($"seeds/{seed.Path}", seed.Text);
        foreach (var seed in SeedWriter.InCollections(Dataset))
            Write($"collections/{seed.Path}", seed.Text);
    }

    private void WriteCode()
    {
        Write("code/SampleAccessor.cs", CodeWriter.SampleAccessor(Dataset.Sample));
        Write("code/SampleLoops.cs", CodeWriter.SampleLoops(Dataset.Graph.Persons));
        foreach (var (name, text) in CodeWriter.EmptyAccessors(Dataset))
            Write($"floor/{name}.cs", text);
        if (Dataset.Graph.Persons.Length > MostInitialisers)
            return;
        Write("code/StaticObjects.cs", CodeWriter.StaticObjects(Dataset.Graph));
        Write("code/LazyObjects.cs", CodeWriter.LazyObjects(Dataset.Graph));
    }

    private void WritePeerFiles()
    {
        File.WriteAllBytes(
            PathOf("data.json"),
            JsonSerializer.SerializeToUtf8Bytes(Dataset.Graph, JsonSerializerOptions.Web)
        );
        File.WriteAllBytes(PathOf("data.memorypack"), MemoryPackSerializer.Serialize(Dataset.Graph));
        File.WriteAllBytes(PathOf("data.messagepack"), MessagePackSerializer.Serialize(Dataset.Graph));
        DatabaseWriter.Write(Dataset.Graph, PathOf("data.db"));
        if (FlatBuffersWriter.IsPossible)
            FlatBuffersWriter.Write(Dataset.Graph, _folder, PathOf("code"));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }
}
