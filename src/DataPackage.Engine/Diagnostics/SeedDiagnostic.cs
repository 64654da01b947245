using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>One message about one place in a seed. Compares by value, for the incremental pipeline.</summary>
internal sealed record SeedDiagnostic(Rule Rule, SeedPosition Location, EquatableArray<string> Arguments)
{
    /// <summary>The message without the place.</summary>
    public string Text => Rule.Format(Arguments);
}
