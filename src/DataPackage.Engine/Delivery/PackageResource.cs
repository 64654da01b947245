using System.Buffers.Binary;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Packing;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Delivery;

/// <summary>The packed bytes of a package as one resource of its assembly: the chunks of each table, then a directory
/// that says where each of them starts and how long it is. The runtime's <c>PackedTable</c> reads it.</summary>
/// <remarks>A literal costs the compiler a node for each byte; a resource costs it nothing.</remarks>
internal sealed class PackageResource
{
    private readonly List<byte[]> _parts = [];
    private int _length;

    public byte[] ToBytes()
    {
        var bytes = new byte[_length];
        var start = 0;
        foreach (var part in _parts)
        {
            part.CopyTo(bytes, start);
            start += part.Length;
        }

        return bytes;
    }

    /// <summary>The file without its bytes, which are added here; null if nothing is left of it.</summary>
    public GeneratedFile? Take(GeneratedFile file) =>
        file switch
        {
            // The table holds all chunks.
            ChunkFile => null,
            TableFile table => table with
            {
                Chunks = default,
                Directory = AddTable(table.Table.Chunks.Select(chunk => chunk.ToBytes())),
            },
            PlacesFile places => places with
            {
                Directory = AddTable(
                    PlacePacker.Pack(places.Entities, places.Options.Folder).Select(chunk => chunk.Array)
                ),
            },
            InfoFile info => info with { RestartsOnEdit = true },
            _ => file,
        };

    /// <summary>Adds the chunks of a table, and returns where their directory starts.</summary>
    private int AddTable(IEnumerable<byte[]> chunks)
    {
        var places = new List<(int Start, int Length)>();
        foreach (var chunk in chunks)
            places.Add((Add(chunk), chunk.Length));
        var directory = new byte[places.Count * PackedFormat.DirectoryEntry];
        for (var i = 0; i < places.Count; i++)
        {
            var entry = directory.AsSpan(i * PackedFormat.DirectoryEntry);
            BinaryPrimitives.WriteInt32LittleEndian(entry, places[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(entry.Slice(sizeof(int)), places[i].Length);
        }

        return Add(directory);
    }

    /// <summary>Adds bytes, and returns where they start.</summary>
    private int Add(byte[] part)
    {
        var start = _length;
        _parts.Add(part);
        _length = checked(_length + part.Length);
        return start;
    }
}
