using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Maps lists of a package's values as primitive collections.</summary>
internal sealed class ListConvention(IReadOnlyDictionary<Type, Type> converters) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var type in modelBuilder.Metadata.GetEntityTypes().ToList())
            Map(type, type.BaseType?.ClrType);
    }

    /// <param name="type">The type whose properties are mapped.</param>
    /// <param name="mapped">A base type, whose properties are its own.</param>
    private void Map(IConventionTypeBase type, Type? mapped)
    {
        foreach (var member in type.ClrType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (
                member.CanWrite
                && member.GetIndexParameters().Length == 0
                && !member.DeclaringType!.IsAssignableFrom(mapped)
                && ElementOf(member.PropertyType) is { } element
                && converters.TryGetValue(element, out var converter)
            )
                Map(type, member, element, converter);
        foreach (var part in type.GetDeclaredComplexProperties().ToList())
            Map(part.ComplexType, mapped: null);
    }

    private static void Map(IConventionTypeBase type, PropertyInfo member, Type element, Type converter)
    {
        if (type.IsIgnored(member.Name))
            return;
        var property = type.FindProperty(member.Name) ?? type.Builder.Property(member)?.Metadata;
        if (property is null || property.GetValueConverter() is not null)
            return;
        property.SetElementType(element);
        property.GetElementType()?.SetValueConverter(converter);
    }

    private static Type? ElementOf(Type list) =>
        list.IsArray ? list.GetElementType()
        : list.IsGenericType && list.GetGenericArguments() is [var element] && IsList(list, element) ? element
        : null;

    private static bool IsList(Type list, Type element) =>
        typeof(IEnumerable<>).MakeGenericType(element).IsAssignableFrom(list);
}
