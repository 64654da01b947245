using System.Globalization;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Schema.Types;

/// <summary>A value that its <see cref="ScalarType"/> reads from one text.</summary>
internal abstract record ScalarValue : KeyedValue
{
    /// <summary>The whole value as one text. It says more than <see cref="KeyedValue.Key"/> if equal values can differ,
    /// as 1.5 and 1.50 do. Fingerprints use it; values without packed bytes of their own are packed as this
    /// text.</summary>
    public virtual string Exact => Key;

    /// <summary>The value in documentation.</summary>
    public virtual string Shown => Exact;

    /// <summary>The number that <c>minimum</c> and <c>maximum</c> limit; null for values that are not
    /// numbers.</summary>
    public virtual decimal? Amount => null;
}

/// <summary>Text, Markdown, an address, a language, an identifier.</summary>
internal sealed record TextValue(string Text) : ScalarValue
{
    public override string Key => Text;
}

internal sealed record IntegerValue(long Number) : ScalarValue
{
    public override string Key => UniqueKey.Of(Number);

    public override decimal? Amount => Number;
}

internal sealed record DecimalValue(decimal Number) : ScalarValue
{
    public override string Key => UniqueKey.Of(Number);

    public override string Exact => Number.ToString(CultureInfo.InvariantCulture);

    public override decimal? Amount => Number;
}

internal sealed record BooleanValue(bool IsTrue) : ScalarValue
{
    public override string Key => IsTrue ? "true" : "false";

    public override string Shown => IsTrue ? "yes" : "no";
}

/// <param name="Canonical">The date in EDTF.</param>
/// <param name="EarliestDay">The first day that the date may mean, in days since 0001-01-01; null if it is open or
/// unknown. <paramref name="LatestDay"/> is the last one.</param>
internal sealed record DateValue(string Canonical, long? EarliestDay, long? LatestDay, byte Flags) : ScalarValue
{
    public override string Key => Canonical;
}

internal sealed record DurationValue(TimeSpan Length) : ScalarValue
{
    public override string Key => IsoDuration.Format(Length);
}

internal sealed record MoneyValue(decimal Number, string Currency) : ScalarValue
{
    public override string Key => $"{UniqueKey.Of(Number)} {Currency}";

    public override string Exact => Number.ToString(CultureInfo.InvariantCulture) + " " + Currency;

    public override string Shown =>
        Number.ToString("#,0.############################", CultureInfo.InvariantCulture) + " " + Currency;

    public override decimal? Amount => Number;
}
