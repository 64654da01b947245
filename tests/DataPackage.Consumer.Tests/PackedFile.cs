using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace DataPackage.Consumer.Tests;

/// <summary>A file of a package, or a part hidden in one: symbols and sources are compressed within dlls and PDBs,
/// where a search of the bytes does not find them.</summary>
internal sealed record PackedFile(string Name, byte[] Bytes)
{
    /// <summary>The GUID of the debug information 'embedded source' in the Portable PDB format.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Every file of the package, each followed by its hidden parts.</summary>
    public static IReadOnlyList<PackedFile> AllOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return
        [
            .. archive.Entries.SelectMany(entry =>
            {
                using var stream = entry.Open();
                return Unfold($"{Path.GetFileName(package)}!{entry.FullName}", Read(stream));
            }),
        ];
    }

    public override string ToString() => Name;

    private static IEnumerable<PackedFile> Unfold(string name, byte[] bytes) =>
        Path.GetExtension(name) switch
        {
            ".dll" => [new(name, bytes), .. OfAssembly(name, bytes)],
            ".pdb" =>
            [
                new(name, bytes),
                .. OfSymbols(name, MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes))),
            ],
            _ => [new(name, bytes)],
        };

    private static List<PackedFile> OfAssembly(string name, byte[] bytes)
    {
        using var assembly = new PEReader(new MemoryStream(bytes));
        return
        [
            .. assembly
                .ReadDebugDirectory()
                .Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
                .SelectMany(entry =>
                    OfSymbols($"{name}!embedded.pdb", assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry))
                ),
        ];
    }

    private static List<PackedFile> OfSymbols(string name, MetadataReaderProvider symbols)
    {
        using (symbols)
        {
            var reader = symbols.GetMetadataReader();
            var found = new List<PackedFile>();
            foreach (var handle in reader.Documents)
            {
                // The format stores a path in pieces, so the bytes never contain it whole.
                var path = reader.GetString(reader.GetDocument(handle).Name);
                found.Add(new($"{name}!name of a document", Encoding.UTF8.GetBytes(path)));
                found.AddRange(
                    reader
                        .GetCustomDebugInformation(handle)
                        .Select(reader.GetCustomDebugInformation)
                        .Where(information => reader.GetGuid(information.Kind) == EmbeddedSource)
                        .Select(information => new PackedFile(
                            $"{name}!{path}",
                            Decompress(reader.GetBlobBytes(information.Value))
                        ))
                );
            }

            return found;
        }
    }

    /// <summary>The first four bytes are the length if the source was compressed.</summary>
    private static byte[] Decompress(byte[] source)
    {
        var content = new MemoryStream(source, sizeof(int), source.Length - sizeof(int));
        if (BitConverter.ToInt32(source) == 0)
            return content.ToArray();
        using var inflated = new DeflateStream(content, CompressionMode.Decompress);
        return Read(inflated);
    }

    private static byte[] Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
