namespace DataPackage.Engine.Schema.Model;

/// <param name="Start">The property with the date from which an entity exists.</param>
/// <param name="End">The property with the date until which it exists; null if the start says both.</param>
internal sealed record Temporal(string Start, string? End);
