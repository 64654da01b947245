using DataPackage.Runtime.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataPackage.EntityFrameworkCore;

/// <summary>Writes an entity as its id, an enumeration as its name in the schema and a date in EDTF: as JSON spells
/// them. An id that the package has renamed is read as the entity that it names now.</summary>
/// <typeparam name="T">A kind, abstract or not, an enumeration of a data package, or
/// <see cref="Runtime.EdtfDate"/>.</typeparam>
/// <remarks>A text that is no such value throws <see cref="FormatException"/>; the message may suggest the intended
/// one. So does a copy of an entity that <c>with</c> has changed: its id would be read as the original.</remarks>
public sealed class TextConverter<T> : ValueConverter<T, string>
    where T : notnull
{
    private static readonly TextJsonConverter<T> Json = (TextJsonConverter<T>)ColumnTypes.JsonConverterOf<T>();

    /// <summary>For Entity Framework.</summary>
    public TextConverter()
        : base(value => Json.ToText(value), text => Json.FromText(text)) { }
}
