using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

[assembly: MetadataUpdateHandler(typeof(HotReload))]

namespace DataPackage.Runtime.Packed;

/// <summary>Shows edited data to a running program, after a hot reload.</summary>
/// <remarks>A hot reload replaces the methods that return packed bytes. It neither runs a constructor again, nor knows
/// what was read before. Entities stay the same instances, and their rows stay the same: a change of ids restarts the
/// program. A program that is trimmed or compiled ahead of time contains nothing of this.</remarks>
internal static class HotReload
{
    /// <summary>Copies of literals, which are never freed: enumerators and other threads may still read them.</summary>
    private static readonly HashSet<byte[]> Copies = new(new EqualBytes());

    /// <summary>Called by .NET after each update. Makes the tables of the updated assemblies read their data
    /// again.</summary>
    /// <param name="updatedTypes">Null if unknown.</param>
    public static void ClearCache(Type[]? updatedTypes)
    {
        PackedTable.WasReloaded = true;
        var assemblies =
            updatedTypes?.Select(type => type.Assembly).Distinct() ?? AppDomain.CurrentDomain.GetAssemblies();
        foreach (var assembly in assemblies)
        foreach (var type in TypesOf(assembly))
            if (type.IsSubclassOf(typeof(PackedTable)) || type.IsSubclassOf(typeof(PackedMentions)))
                Renew(type);
    }

    /// <summary>A copy of a literal. An older runtime loads an updated literal as an array, which the garbage collector
    /// moves, so its address cannot be kept.</summary>
    public static ReadOnlySpan<byte> Keep(ReadOnlySpan<byte> literal)
    {
        var copy = GC.AllocateUninitializedArray<byte>(literal.Length, pinned: true);
        literal.CopyTo(copy);
        lock (Copies)
        {
            if (Copies.TryGetValue(copy, out var known))
                return known;
            Copies.Add(copy);
            return copy;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A trimmed program is not updated.")]
    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException)
        {
            // An assembly whose dependencies are missing is not a data package.
            return [];
        }
    }

    /// <summary>Gives a shared table what its constructor sets now.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A trimmed program is not updated.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A trimmed program is not updated.")]
    private static void Renew(Type type)
    {
        var shared = type.GetField("Instance", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null);
        if (shared is PackedMentions mentions)
            mentions.Forget();
        else if (shared is PackedTable table)
            table.Renew((PackedTable)Activator.CreateInstance(type, nonPublic: true)!);
    }

    /// <summary>Makes entities read their properties again. Only the fields of generated code forget: <c>_name_3</c>
    /// and <c>_citations_</c>, but not those that the package's author adds to the partial record.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A trimmed program is not updated.")]
    public static void Forget(Type kind, IEnumerable<object?> entities)
    {
        var fields = kind.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && field.Name[0] == '_')
            .Where(field => field.Name[(field.Name.LastIndexOf('_') + 1)..].All(char.IsAsciiDigit))
            .ToList();
        foreach (var entity in entities)
            if (entity is not null)
                fields.ForEach(field => field.SetValue(entity, null));
    }

    private sealed class EqualBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => (int)KeyHash.Compute(obj);
    }
}
