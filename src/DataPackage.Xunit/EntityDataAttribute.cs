using System.Collections;
using System.Reflection;
using DataPackage.Runtime;

namespace DataPackage.Xunit;

/// <summary>Runs a theory once for each entity of a kind, in the order of ids: <c>[EntityTheory,
/// EntityData&lt;Person&gt;] public void …(Person person)</c>. Each case is named by its entity's id, and a test
/// explorer can run it alone. The theory fails if no entity qualifies.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <remarks>Several of these attributes add up. The method has one parameter, whose type is the kind or an abstract
/// kind or interface of it.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed partial class EntityDataAttribute<T>
    where T : class, IEntity<T>
{
    private readonly PropertyInfo? _property;

    /// <summary>Selects all entities.</summary>
    public EntityDataAttribute() { }

    /// <summary>Selects the entities with a value in a property: <c>[EntityData&lt;Event&gt;(nameof(Event.Type),
    /// EventType.Talks)]</c>.</summary>
    /// <param name="property">A property of the kind.</param>
    /// <param name="value">The value of the property, or an item of its list. Give an entity as its id, and a date, an
    /// amount, an address or a localized text as its text. Null selects the entities whose property is null; it does
    /// not match an empty list.</param>
    /// <exception cref="ArgumentException">The kind has no such property.</exception>
    public EntityDataAttribute(string property, object? value)
    {
        _property =
            typeof(T).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new ArgumentException($"{typeof(T).Name} has no property '{property}'.", nameof(property));
        Property = property;
        Value = value;
    }

    /// <summary>The name of the property to compare; null to select by <see cref="Where"/> alone.</summary>
    public string? Property { get; }

    /// <summary>The value to compare with.</summary>
    public object? Value { get; }

    /// <summary>The name of a static method of the test class that tells whether an entity qualifies:
    /// <c>[EntityData&lt;Person&gt;(Where = nameof(IsOfficial))]</c>. Null for all entities.</summary>
    public string? Where { get; set; }

    /// <summary>The entities that qualify for a test, in the order of ids.</summary>
    private IEnumerable<T> EntitiesFor(MethodInfo testMethod)
    {
        var where = Where is null ? null : Predicate(testMethod.ReflectedType ?? testMethod.DeclaringType!, Where);
        return T.All.Where(entity => HasValue(entity) && where?.Invoke(entity) != false);
    }

    private static Func<T, bool> Predicate(Type type, string name) =>
        type.GetMethod(
            name,
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.FlattenHierarchy
        )
            is { } method
        && method.ReturnType == typeof(bool)
        && method.GetParameters() is [var parameter]
        && parameter.ParameterType.IsAssignableFrom(typeof(T))
            ? method.CreateDelegate<Func<T, bool>>()
            : throw new ArgumentException($"{type.Name} has no method 'static bool {name}({typeof(T).Name})'.");

    private bool HasValue(T entity) =>
        _property is null
        || _property.GetValue(entity) switch
        {
            IEnumerable items and not (string or LocalizedText) => items.Cast<object>().Any(IsValue),
            var value => IsValue(value),
        };

    private bool IsValue(object? value) =>
        Equals(value, Value)
        || value switch
        {
            IEntity entity => Value is string id && entity.Id == id,
            Uri address => Value is string written
                && (address.OriginalString == written || address.ToString() == written),
            EdtfDate or Money or LocalizedText => Value is string text && value.ToString() == text,
            // A number without a suffix is no long in an attribute, and attributes cannot hold a decimal.
            long or decimal => Value is IConvertible and not string
                && Convert.ToDecimal(value, null) == Convert.ToDecimal(Value, null),
            _ => false,
        };
}
