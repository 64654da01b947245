namespace DataPackage.Engine.Syntax;

/// <summary>Makes equal keys one object: the keys of a kind are repeated in each of its entities, in thousands of
/// files.</summary>
internal static class KeyPool
{
    /// <summary>A key is kept until another takes its slot: there is room for the keys of all schemas, and the pool
    /// never grows.</summary>
    private static readonly string?[] Slots = new string?[1_024];

    public static string Share(string key)
    {
        if (key.Length == 0)
            return "";
        var hash = unchecked(
            (key.Length * 31 * 31 * 31) + (key[0] * 31 * 31) + (key[key.Length / 2] * 31) + key[key.Length - 1]
        );
        // Either of two threads may write last: a slot always holds a whole key.
        ref var slot = ref Slots[hash & (Slots.Length - 1)];
        if (slot is { } shared && shared == key)
            return shared;
        return slot = key;
    }
}
