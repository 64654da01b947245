using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>What the seeds say of earlier releases.</summary>
/// <param name="LedgerAt">The file of the ledger; null if there is none.</param>
/// <param name="Ledger">Null before the first release, and if the file cannot be used.</param>
/// <param name="RetiredAt">The file of the ids that are given up; null if there is none.</param>
internal sealed record ReleaseFiles(
    SeedDocument? LedgerAt,
    Ledger? Ledger,
    SeedDocument? RetiredAt,
    EquatableArray<RetiredId> Retired
)
{
    public static ReleaseFiles None { get; } = new(null, null, null, default);

    /// <param name="declarations">The files that have no entities.</param>
    public static Result<ReleaseFiles> Read(IEnumerable<SeedDocument> declarations)
    {
        var messages = new DiagnosticBag();
        var (ledger, retired) = ((SeedDocument?)null, (SeedDocument?)null);
        foreach (var document in declarations)
            if (document.SeedPath == SeedPaths.Ledger)
                ledger = document;
            else if (document.SeedPath == SeedPaths.Retired)
                retired = document;
        // A second one of a name was reported as a repeated key.
        var ids = retired is null
            ? default
            : RetiredId
                .Read(retired, (span, what) => messages.Add(Rules.InvalidReleaseFile, retired.At(span), what))
                .ToEquatableArray();
        var read = ledger is { Root: SeedScalar { Text: var text } } ? TryRead(text, ledger, messages) : null;
        return new(new ReleaseFiles(ledger, read, retired, ids), messages.ToEquatableArray());
    }

    private static Ledger? TryRead(string text, SeedDocument document, DiagnosticBag messages)
    {
        try
        {
            return Ledger.Read(text);
        }
        catch (FormatException wrong)
        {
            messages.Add(
                Rules.InvalidReleaseFile,
                SeedPosition.StartOf(document.FilePath),
                $"The ledger cannot be used: {wrong.Message}. Only 'datapackage release' writes it; take its last "
                    + "committed version"
            );
            return null;
        }
    }
}
