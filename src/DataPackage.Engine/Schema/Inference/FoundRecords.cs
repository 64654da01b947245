using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The records that binding will find in one file.</summary>
internal sealed record FoundRecords
{
    /// <summary>The shape of the records. Those that are no mappings count too.</summary>
    public required Shape Shape { get; init; }

    /// <summary>Whether the file is one record, and names it.</summary>
    public required bool IsFile { get; init; }

    /// <summary>The keys of the records that a mapping names.</summary>
    public required EquatableArray<string> Keys { get; init; }

    /// <summary>The ids of the records that neither a file nor a key names; null for a record whose <c>id</c> is
    /// missing or not a text.</summary>
    public required EquatableArray<string?> Ids { get; init; }

    /// <summary>The records that are texts and that nothing names; null for a blank one.</summary>
    public required EquatableArray<string?> Texts { get; init; }

    /// <summary>Whether a record that its file or its key names has a key <c>id</c> too, which then is a value like any
    /// other.</summary>
    public required bool HasIdProperty { get; init; }
}
