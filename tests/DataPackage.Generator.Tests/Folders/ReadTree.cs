using System.Text.Json;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>A tree as the other reader prints it.</summary>
internal readonly record struct ReadTree(JsonElement Json)
{
    public bool IsNull => Json.ValueKind == JsonValueKind.Null;

    public bool IsList => Form == "l";

    public bool IsMapping => Form == "m";

    /// <summary>Whether it is the text of a file after its front matter.</summary>
    public bool IsBody => Form == "b";

    /// <summary>Whether a scalar has no quotes; null for the cell of a table, whose quotes mean nothing.</summary>
    public bool? IsPlain => Form == "c" ? null : Form == "p";

    /// <summary>The text of a scalar, as written if it is plain.</summary>
    public string Text => Json[1].GetString()!;

    /// <summary>Whether it holds no scalar.</summary>
    public bool IsEmpty =>
        IsNull
        || (IsList && Items.All(item => item.IsEmpty))
        || (IsMapping && Entries.All(entry => entry.Value.IsEmpty));

    public IEnumerable<ReadTree> Items => Json.EnumerateArray().Skip(1).Select(item => new ReadTree(item));

    public IEnumerable<(string Key, ReadTree Value)> Entries =>
        Json.EnumerateArray()
            .Skip(1)
            .Chunk(2)
            .Select(entry => (entry[0].GetString()!.Normalize(), new ReadTree(entry[1])));

    private string? Form => Json.ValueKind == JsonValueKind.Array ? Json[0].GetString() : null;

    /// <summary>The tree at an index of a list or a key of a mapping; null if there is none.</summary>
    public ReadTree? At(object step) =>
        step is int index
            ? Items.Select(item => (ReadTree?)item).ElementAtOrDefault(index)
            : Entries
                .Where(entry => entry.Key == (string)step)
                .Select(entry => (ReadTree?)entry.Value)
                .FirstOrDefault();
}
