namespace DataPackage.Engine.Schema.Model;

/// <param name="Start">The property with the date from which on an entity is there.</param>
/// <param name="End">The property with the date until which it is there; null where the start's own span is
/// all.</param>
internal sealed record Temporal(string Start, string? End);
