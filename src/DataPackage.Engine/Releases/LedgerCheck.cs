using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Reports the ids that releases published and that would be lost: whoever stored one must still be
/// answered.</summary>
internal static class LedgerCheck
{
    /// <param name="declarations">The files that have no entities, with the ledger if there is one.</param>
    public static EquatableArray<SeedDiagnostic> Find(
        IReadOnlyCollection<SeedDocument> declarations,
        PackageIndex index
    )
    {
        var messages = new DiagnosticBag();
        var retired = ReadRetired(declarations, messages, out var retiring);
        var document = declarations.FirstOrDefault(each => each.SeedPath == SeedPaths.Ledger);
        if (document is { Root: SeedScalar { Text: var text } } && TryRead(text, document, messages) is { } ledger)
            foreach (var fault in LedgerUpdate.Check(ledger, PublishedIds.Of(index), retired))
                Report(fault, fault.Entry is null ? retiring! : document, index, messages);
        return messages.ToEquatableArray();
    }

    /// <summary>The ids that are given up. A second one of a name was reported as a repeated key.</summary>
    public static IReadOnlyCollection<RetiredId> ReadRetired(
        IReadOnlyCollection<SeedDocument> declarations,
        DiagnosticBag messages,
        out SeedDocument? document
    )
    {
        var found = declarations.FirstOrDefault(each => each.SeedPath == SeedPaths.Retired);
        document = found;
        return found is null
            ? []
            : RetiredId.Read(found, (span, what) => messages.Add(Rules.InvalidReleaseFile, found.At(span), what));
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

    private static void Report(LedgerFault fault, SeedDocument document, PackageIndex index, DiagnosticBag messages)
    {
        var name = (fault.Entry?.Name ?? fault.Retired?.Name)!;
        // The entity may be in a seed that cannot be read now, which has a message of its own.
        if (
            index.Schema.IsIncomplete
            || index.HasUnread && (index.Find(name.Split('/')[0]) is not { } kind || index.IsUnread(kind))
        )
            return;
        switch (fault)
        {
            case { Entry: { } gone, Type: LedgerFaultType.Vanished }:
                messages.Add(Rules.PublishedIdIsGone, document.At(gone.Span), name, gone.Since);
                break;
            case { Entry: { } again }:
                messages.Add(Rules.RetiredIdIsUsed, document.At(again.Span), name, again.Until);
                break;
            case { Retired: { } retired }:
                messages.Add(Rules.InvalidReleaseFile, document.At(retired.Span), WhatIsWrong(fault, name));
                break;
        }
    }

    private static string WhatIsWrong(LedgerFault fault, string name) =>
        fault.Type switch
        {
            LedgerFaultType.NeverPublished => $"No release has published '{name}', so it need not be retired",
            LedgerFaultType.StillUsed =>
                $"'{name}' is retired, and an entity has it or had it: take one of the two away",
            LedgerFaultType.OtherRelease => $"'{name}' was given up in {fault.Other}: correct 'since'",
            _ => $"'{fault.Other}', which takes the place of '{name}', is no entity",
        };
}
