using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Packs the places where the entities of a kind are written. The path of a file of one entity usually follows
/// from its id, and costs nothing.</summary>
internal static class PlacePacker
{
    /// <param name="folder">The name of the seeds folder; empty if unknown.</param>
    public static IEnumerable<PackedBytes> Pack(EquatableArray<EntityPlace> entities, string folder)
    {
        for (var first = 0; first < entities.Count; first += PackedFormat.PlacesPerChunk)
            yield return PackChunk(entities.Skip(first).Take(PackedFormat.PlacesPerChunk).ToList(), folder);
    }

    private static PackedBytes PackChunk(List<EntityPlace> entities, string folder)
    {
        var numbers = new Dictionary<(string BeforeId, string AfterId), int>();
        var files = new PackedBuffer();
        var fileOf = new int[entities.Count];
        for (var i = 0; i < entities.Count; i++)
        {
            var file = Split(entities[i], folder);
            if (!numbers.TryGetValue(file, out fileOf[i]))
            {
                numbers.Add(file, fileOf[i] = numbers.Count);
                foreach (var part in new[] { file.BeforeId, file.AfterId })
                {
                    var text = new PackedBuffer();
                    text.Text(part);
                    files.Block(text);
                }
            }
        }

        var fileDigits = DigitsOf(numbers.Count - 1);
        var lineDigits = entities.TrueForAll(entity => entity.Line.Number == 1)
            ? 0
            : DigitsOf(entities.Max(entity => entity.Line.Number));
        var chunk = new PackedBuffer();
        chunk.Digit(fileDigits);
        chunk.Digit(lineDigits);
        chunk.Block(files);
        for (var i = 0; i < entities.Count; i++)
        {
            chunk.Fixed(fileOf[i], fileDigits);
            if (lineDigits > 0)
                chunk.Fixed(entities[i].Line.Number, lineDigits);
        }

        return chunk.ToBytes();
    }

    private static int DigitsOf(int largest)
    {
        var digits = 0;
        for (; largest > 0; largest >>= PackedFormat.BitsPerFixedDigit)
            digits++;
        return digits;
    }

    /// <summary>The path from the folder above the seeds folder. For a file that is named by the id: the parts before
    /// and after the id.</summary>
    private static (string BeforeId, string AfterId) Split(EntityPlace entity, string folder)
    {
        var path = folder.Length == 0 ? entity.SeedPath : folder + "/" + entity.SeedPath;
        var name = path.LastIndexOf('/') + 1;
        var dot = path.LastIndexOf('.');
        return dot > name && entity.SeedPath.Contains('/') && path.Substring(name, dot - name) == entity.Id
            ? (path.Substring(0, name), path.Substring(dot))
            : (path, "");
    }
}
