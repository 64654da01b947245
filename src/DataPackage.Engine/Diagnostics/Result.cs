using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>What a step yields, and what it has to say. Hosts report the messages, and hand on the value alone: it
/// holds no positions.</summary>
/// <remarks>A class, not a struct: for each struct that travels between the compiler's steps, the compiler's own engine
/// is compiled once more.</remarks>
internal sealed record Result<T>(T Value, EquatableArray<SeedDiagnostic> Diagnostics = default);
