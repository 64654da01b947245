using System.Text.Json;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>What <c>tests/Folders/read.mjs</c> reads of all folders.</summary>
internal static class OtherReader
{
    private static readonly Lazy<JsonElement> Files = new(Read);

    /// <summary>The trees of a file, in the form that the script describes.</summary>
    /// <param name="path">The path below <c>tests/Folders</c>.</param>
    public static IReadOnlyList<JsonElement> TreesOf(string path)
    {
        var trees = Files.Value.GetProperty(path);
        return trees.ValueKind == JsonValueKind.Array
            ? [.. trees.EnumerateArray()]
            : throw new InvalidOperationException($"Another reader refuses {path}: {trees.GetProperty("error")}");
    }

    private static JsonElement Read()
    {
        var read = NodeModules.Run("tests/Folders/read.mjs", "");
        return JsonDocument.Parse(read, new JsonDocumentOptions { MaxDepth = 512 }).RootElement;
    }
}
