using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>One message about one place in a seed; equatable, so that it can travel through the incremental
/// pipeline.</summary>
internal sealed record SeedDiagnostic(Rule Rule, SeedPosition Location, EquatableArray<string> Arguments)
{
    /// <summary>What it says, without the place.</summary>
    public string Text => Rule.Format(Arguments);
}
