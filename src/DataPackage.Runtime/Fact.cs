using System.Globalization;

namespace DataPackage.Runtime;

/// <summary>One value that an entity states, and the passages that support it.</summary>
/// <remarks>Made when it is asked for (<see cref="IEntity.Facts"/>); compares by reference.</remarks>
public sealed class Fact
{
    internal Fact(string property, object value, IReadOnlyList<Citation> citations)
    {
        Property = property;
        Value = value;
        Citations = citations;
    }

    /// <summary>The path of the value within its entity, as the seed spells its properties: <c>birthDate</c>, an item
    /// of a list <c>participants[0]</c> (counted from 0), a property of an embedded value
    /// <c>positions[0].title</c>.</summary>
    public string Property { get; }

    /// <summary>The value as the entity's own property gives it: a text, a <see cref="LocalizedText"/>, an
    /// <see cref="EdtfDate"/>, a number, an entity. Never a list or an embedded value, whose parts are facts of their
    /// own.</summary>
    public object Value { get; }

    /// <summary>The value as text, the same in every culture: an entity by its id, a localized text in the package's
    /// language, a date in EDTF, an address as the seed has it, the value of an enumeration by its name in
    /// C#.</summary>
    public string Text =>
        Value switch
        {
            IEntity entity => entity.Id,
            bool isTrue => isTrue ? "true" : "false",
            Uri address => address.OriginalString,
            _ => Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>The passages that support this value, or a whole that it is part of, in the order of
    /// <see cref="IEntity.Citations"/>. A citation that does not say what it is for supports the entity as such, and is
    /// not among them. Empty where there are none.</summary>
    public IReadOnlyList<Citation> Citations { get; }

    /// <summary>Property and value: <c>birthDate: [1975,1976]</c>.</summary>
    public override string ToString() => $"{Property}: {Text}";
}
