using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <param name="Minimum">The least number of entities; null for any. <paramref name="Maximum"/> is the most.</param>
internal sealed record Assertions(int? Minimum, int? Maximum, EquatableArray<FillRate> FillRates);

/// <param name="Least">The share of entities that must state the property, above 0 and at most 1.</param>
internal sealed record FillRate(string Property, decimal Least);
