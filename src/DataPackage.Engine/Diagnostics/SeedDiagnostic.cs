using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>One message about one place in a seed. Compares by value, for the incremental pipeline.</summary>
/// <param name="Other">Another place, whose text is the last argument. It is kept only as long as it is counted in a
/// piece: until the piece's own place is known, it has no text.</param>
internal sealed record SeedDiagnostic(
    Rule Rule,
    SeedPosition Location,
    EquatableArray<string> Arguments,
    SeedPosition? Other = null
)
{
    /// <summary>The message without the place.</summary>
    public string Text => Rule.Format(Arguments);
}
