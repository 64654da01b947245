using System.Reflection;
using DataPackage.EntityFrameworkCore;
using DataPackage.Runtime;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Maps a data package to columns.</summary>
public static class DataPackageModelConfiguration
{
    /// <summary>Maps every kind and enumeration of a package, and dates, amounts of money and localized texts. Call it
    /// in <c>ConfigureConventions</c>, once for each package.</summary>
    /// <typeparam name="TEntity">Any kind of the package.</typeparam>
    /// <param name="configuration">The argument of <c>ConfigureConventions</c>.</param>
    /// <remarks>
    /// <para>All are text columns. An entity is its id; the property may be of an abstract kind. An enumeration is its
    /// name in the schema, a date is in EDTF, an amount is <c>12.50 EUR</c>, a localized text and an embedded kind are
    /// JSON. A list of them is a primitive collection.</para>
    /// <para>A text that is no such value, for instance an id that the package does not know, throws
    /// <see cref="FormatException"/> when a row is read; the message may suggest the intended one.</para>
    /// </remarks>
    public static ModelConfigurationBuilder UseDataPackage<TEntity>(this ModelConfigurationBuilder configuration)
        where TEntity : class, IEntity => configuration.UseDataPackage(typeof(TEntity).Assembly);

    /// <inheritdoc cref="UseDataPackage{TEntity}(ModelConfigurationBuilder)"/>
    /// <param name="configuration">The argument of <c>ConfigureConventions</c>.</param>
    /// <param name="package">The assembly with the package's kinds.</param>
    /// <exception cref="ArgumentException">The assembly has no data package.</exception>
    public static ModelConfigurationBuilder UseDataPackage(
        this ModelConfigurationBuilder configuration,
        Assembly package
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(package);
        var converters = ColumnTypes.ConvertersFor(package);
        foreach (var (type, converter) in converters)
            configuration.Properties(type).HaveConversion(converter);
        configuration.Conventions.Add(_ => new ListConvention(converters));
        configuration.Conventions.Add(services => new ReferenceTableConvention(package, services));
        return configuration;
    }
}
