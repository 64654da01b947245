using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>The value of a step and its messages. Hosts report the messages and pass on only the value, which has no
/// positions.</summary>
/// <remarks>A class, because the compiler's engine is compiled once more for each struct that its steps pass
/// on.</remarks>
internal sealed record Result<T>(T Value, EquatableArray<SeedDiagnostic> Diagnostics = default);
