using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Copies, compares and prints the values of entities. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityValues
{
    /// <summary>A read-only copy.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array.AsReadOnly(items.ToArray());
    }

    /// <summary>A read-only copy that also copies each item, for items that others could change.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> items, Func<T, T> copy)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array.AsReadOnly(items.Select(copy).ToArray());
    }

    /// <summary>A read-only copy, in the order of the entries.</summary>
    public static IReadOnlyDictionary<string, T> Copy<T>(IReadOnlyDictionary<string, T> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries as ValueMap<T>
            ?? new ValueMap<T>([.. entries.Select(entry => entry.Key)], [.. entries.Select(entry => entry.Value)]);
    }

    /// <summary>A read-only copy that also copies each value, for values that others could change.</summary>
    public static IReadOnlyDictionary<string, T> Copy<T>(IReadOnlyDictionary<string, T> entries, Func<T, T> copy)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new ValueMap<T>(
            [.. entries.Select(entry => entry.Key)],
            [.. entries.Select(entry => copy(entry.Value))]
        );
    }

    /// <summary>The map of an entity that states no entries.</summary>
    public static IReadOnlyDictionary<string, T> NoEntries<T>() => ValueMap<T>.Empty;

    /// <summary>Whether both lists have equal items in the same order, or both are null.</summary>
    public static bool AreEqual<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right));

    /// <summary>Whether both lists have items in the same order that are equal by <paramref name="areEqual"/>, or both
    /// are null.</summary>
    public static bool AreEqual<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right, Func<T, T, bool> areEqual)
    {
        ArgumentNullException.ThrowIfNull(areEqual);
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
            if (!areEqual(left[i], right[i]))
                return false;
        return true;
    }

    /// <summary>Whether both maps have equal values for the same keys, in any order, or both are null.</summary>
    public static bool AreEqual<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right) =>
        AreEqual(left, right, EqualityComparer<T>.Default.Equals);

    /// <summary>Whether both maps have values for the same keys, in any order, that are equal by
    /// <paramref name="areEqual"/>, or both are null.</summary>
    public static bool AreEqual<T>(
        IReadOnlyDictionary<string, T>? left,
        IReadOnlyDictionary<string, T>? right,
        Func<T, T, bool> areEqual
    )
    {
        ArgumentNullException.ThrowIfNull(areEqual);
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Count != right.Count)
            return false;
        foreach (var (key, value) in left)
            if (!right.TryGetValue(key, out var other) || !areEqual(value, other))
                return false;
        return true;
    }

    /// <summary>Whether both are the same entity, by kind and id. Ends the comparison of entities that refer to one
    /// another.</summary>
    public static bool AreSame(IEntity? left, IEntity? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null && left.Id == right.Id && left.Kind == right.Kind);

    /// <summary>Whether both lists name the same entities, by kind and id, in the same order.</summary>
    public static bool AreSame<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : IEntity
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
            if (!AreSame(left[i], right[i]))
                return false;
        return true;
    }

    /// <summary>See <see cref="IEntity.CitationsFor"/>.</summary>
    public static IReadOnlyList<Citation> CitationsFor(IEntity entity, string property)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(property);
        return [.. entity.Citations.Where(citation => citation.Supports(property))];
    }

    /// <summary>Appends <c>Name = value</c> to the printed form of a record, or nothing if there is no value. Entities
    /// print as their ids.</summary>
    public static void Print(StringBuilder builder, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (value is null or IReadOnlyCollection<object> { Count: 0 } or ValueMap { Count: 0 })
            return;
        // Whoever prints the record has written "Name { " before the first member.
        if (builder[^1] != ' ' || builder[^2] != '{')
            builder.Append(", ");
        builder.Append(name).Append(" = ");
        Append(builder, value);
    }

    internal static void Append(StringBuilder builder, object? value)
    {
        switch (value)
        {
            case IEntity entity:
                builder.Append(entity.Id);
                break;
            case string or LocalizedText:
                builder.Append(value);
                break;
            case null:
                builder.Append("null");
                break;
            case ValueMap map:
                for (var i = 0; i < map.Count; i++)
                {
                    builder.Append(i == 0 ? "{" : ", ").Append(map.KeyAt(i)).Append(" = ");
                    Append(builder, map.ValueAt(i));
                }

                builder.Append(map.Count == 0 ? "{}" : "}");
                break;
            case System.Collections.IEnumerable items:
                var separator = "[";
                foreach (var item in items)
                {
                    builder.Append(separator);
                    Append(builder, item);
                    separator = ", ";
                }

                builder.Append(separator == "[" ? "[]" : "]");
                break;
            // Its own text is another where a machine has no ICU.
            case Uri address:
                builder.Append(address.OriginalString);
                break;
            default:
                builder.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
