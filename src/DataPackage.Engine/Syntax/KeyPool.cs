namespace DataPackage.Engine.Syntax;

/// <summary>Makes equal keys one object: the keys of a kind stand again in each of its entities, in thousands of
/// files.</summary>
internal static class KeyPool
{
    /// <summary>A key is kept until another takes its place: enough for the keys of all schemas, and nothing that
    /// grows.</summary>
    private static readonly string?[] Slots = new string?[1_024];

    public static string Share(string key)
    {
        if (key.Length == 0)
            return "";
        var hash = unchecked(
            (key.Length * 31 * 31 * 31) + (key[0] * 31 * 31) + (key[key.Length / 2] * 31) + key[key.Length - 1]
        );
        // Whichever of two threads writes last: a slot holds a whole key at any time.
        ref var slot = ref Slots[hash & (Slots.Length - 1)];
        if (slot is { } shared && shared == key)
            return shared;
        return slot = key;
    }
}
