using DataPackage.Engine.Diagnostics;

namespace DataPackage.Engine.Binding;

/// <summary>The records of a file that have no id, so their numbers are their ids.</summary>
/// <param name="Kind">The name of their kind.</param>
/// <param name="Location">The first of them.</param>
/// <param name="Advice">What would tell them apart, as the end of a message.</param>
internal sealed record UnidentifiedRecords(string Kind, SeedPosition Location, string Advice);
