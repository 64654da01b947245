using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Copying, comparing and printing the values of entities. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityValues
{
    /// <summary>A copy that nobody else can change.</summary>
    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array.AsReadOnly(items.ToArray());
    }

    /// <summary>Whether both lists hold equal items in the same order.</summary>
    public static bool AreEqual<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) => ReferenceEquals(left, right) || left.SequenceEqual(right);

    /// <summary>Whether both are the same entity, by kind and id: what ends the comparison of entities that refer to one another.</summary>
    public static bool AreSame(IEntity? left, IEntity? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.Id == right.Id && left.Kind == right.Kind);

    /// <summary>Whether both lists name the same entities in the same order.</summary>
    public static bool AreSame<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : IEntity
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
            if (!AreSame(left[i], right[i])) return false;
        return true;
    }

    /// <summary>Adds <c>Name = value</c> to what a record prints, or nothing where there is no value. Entities print as their ids.</summary>
    public static void Print(StringBuilder builder, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (value is null or IReadOnlyCollection<object> { Count: 0 }) return;
        // The record's own ToString has written "Name { " before the first member.
        if (builder[^1] != ' ' || builder[^2] != '{') builder.Append(", ");
        builder.Append(name).Append(" = ");
        Append(builder, value);
    }

    private static void Append(StringBuilder builder, object? value)
    {
        switch (value)
        {
            case IEntity entity:
                builder.Append(entity.Id);
                break;
            case string text:
                builder.Append(text);
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
            default:
                builder.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
