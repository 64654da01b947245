using System.Collections;
using System.Reflection;
using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>Everything that the package ships, found by reflection, so new kinds are tested too.</summary>
internal static class ShippedData
{
    public static Assembly Assembly { get; } = typeof(Persons).Assembly;

    public static IReadOnlyList<Type> Kinds { get; } =
    [
        .. Assembly
            .GetExportedTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IEntity)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<IEntity> Entities { get; } = [.. Kinds.SelectMany(AllOf)];

    public static IReadOnlyList<IEntity> AllOf(Type kind) =>
        [
            .. (
                (IEnumerable)kind.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
            ).Cast<IEntity>(),
        ];

    /// <summary>The catalogs' accessors: static properties of a kind's type, such as <c>Persons.KirillDmitriev</c>,
    /// without those of groups and of former ids, which return the same entities.</summary>
    public static IReadOnlyList<PropertyInfo> AccessorsIn(Assembly assembly) =>
        [
            .. assembly
                .GetExportedTypes()
                .Where(type => type is { IsAbstract: true, IsInterface: false, IsNested: false })
                .SelectMany(catalog => catalog.GetProperties(BindingFlags.Public | BindingFlags.Static))
                .Where(property =>
                    !property.IsDefined(typeof(ObsoleteAttribute))
                    && property.PropertyType.GetInterfaces().Any(implemented => implemented.Name == nameof(IEntity))
                ),
        ];

    /// <summary>The values of an entity or an embedded value, with the names of their properties; lists item by
    /// item.</summary>
    public static IEnumerable<(string Path, object Value)> ValuesOf(object owner)
    {
        foreach (var property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (
                property.GetIndexParameters().Length > 0
                || property.Name is nameof(IEntity.Citations) or nameof(IEntity.DefinedAt) or nameof(IEntity.AllClaims)
            )
                continue;
            var value = property.GetValue(owner);
            var items =
                value is IEnumerable list and not (string or LocalizedText) ? list.Cast<object>()
                : value is null ? []
                : [value];
            foreach (var item in items)
            {
                yield return (property.Name, item);
                if (item is not IEntity && item.GetType().Assembly == Assembly && !item.GetType().IsEnum)
                    foreach (var (path, inner) in ValuesOf(item))
                        yield return ($"{property.Name}.{path}", inner);
            }
        }
    }

    public static string NameOf(IEntity entity) => $"{entity.Kind} {entity.Id}";
}
