using System.Collections;
using System.Reflection;
using DataPackage.Runtime;
using Xunit.Sdk;

namespace DataPackage.Xunit;

/// <summary>One case of a theory for each entity of a kind, in the order of ids: <c>[EntityTheory,
/// EntityData&lt;Person&gt;] public void …(Person person)</c>. A case is named by the entity's id, and a test explorer
/// can run it alone. Where no entity is left, the theory fails.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <remarks>Several of these attributes add up. The method has one parameter: of the kind, or of an abstract kind or
/// interface that it implements.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EntityDataAttribute<T> : DataAttribute
    where T : class, IEntity<T>
{
    private readonly PropertyInfo? _property;

    /// <summary>All entities.</summary>
    public EntityDataAttribute() { }

    /// <summary>The entities that have a value in a property: <c>[EntityData&lt;Event&gt;(nameof(Event.Type),
    /// EventType.Talks)]</c>.</summary>
    /// <param name="property">A property of the kind.</param>
    /// <param name="value">What the property is, or what its list contains; an entity by its id, a date, an amount or
    /// an address by its text, null where nothing is stated.</param>
    /// <exception cref="ArgumentException">The kind has no such property.</exception>
    public EntityDataAttribute(string property, object? value)
    {
        _property =
            typeof(T).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new ArgumentException($"{typeof(T).Name} has no property '{property}'.", nameof(property));
        Property = property;
        Value = value;
    }

    /// <summary>The property that is asked for a value; null where none is.</summary>
    public string? Property { get; }

    /// <summary>The value that is asked for.</summary>
    public object? Value { get; }

    /// <summary>A static method of the test's class that says whether an entity is a case:
    /// <c>[EntityData&lt;Person&gt;(Where = nameof(IsOfficial))]</c>.</summary>
    public string? Where { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The method is no <see cref="EntityTheoryAttribute"/>.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        if (!testMethod.IsDefined(typeof(EntityTheoryAttribute)))
            throw new InvalidOperationException(
                $"Write [EntityTheory] in place of [Theory] above {testMethod.Name}: [EntityData] needs it to make a "
                    + "case of each entity."
            );
        var where = Where is null ? null : Predicate(testMethod.ReflectedType ?? testMethod.DeclaringType!, Where);
        return T
            .All.Where(entity => HasValue(entity) && where?.Invoke(entity) != false)
            .Select(entity => new object[] { new EntityCase<T>(entity) });
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
            IEnumerable items and not string => items.Cast<object>().Any(IsValue),
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
            // Attributes have no long for a number without a suffix, and no decimal at all.
            long or decimal => Value is IConvertible and not string
                && Convert.ToDecimal(value, null) == Convert.ToDecimal(Value, null),
            _ => false,
        };
}
