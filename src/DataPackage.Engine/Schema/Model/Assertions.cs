using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <param name="Minimum">How many entities there must be at least; null where any number will do. Likewise
/// <paramref name="Maximum"/>.</param>
internal sealed record Assertions(int? Minimum, int? Maximum, EquatableArray<FillRate> FillRates);

/// <param name="Least">The share of entities that must state the property, above 0 and at most 1.</param>
internal sealed record FillRate(string Property, decimal Least);
