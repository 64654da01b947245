using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>Reports the ids that releases published and that would be lost: whoever stored one must still be
/// answered.</summary>
internal static class LedgerCheck
{
    /// <summary>The most new ids that are compared with withdrawn ones while seeds are edited; a release compares
    /// all.</summary>
    private const int MostHashed = 100;

    public static EquatableArray<SeedDiagnostic> Find(
        ReleaseFiles files,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        var messages = new DiagnosticBag();
        if (files.Ledger is { } ledger)
            foreach (
                var fault in LedgerFault.Find(ledger, PublishedIds.Of(index), files.Retired, MostHashed, cancellation)
            )
                Report(fault, (fault.IsOfLedger ? files.LedgerAt : files.RetiredAt)!, index, messages);
        return messages.ToEquatableArray();
    }

    private static void Report(LedgerFault fault, SeedDocument document, PackageIndex index, DiagnosticBag messages)
    {
        var name = fault.Name;
        // The entity may be in a seed that cannot be read now, which has a message of its own.
        if (
            index.Schema.IsIncomplete
            || index.HasUnread && (index.Find(name.Split('/')[0]) is not { } kind || index.IsUnread(kind))
        )
            return;
        var place = document.At(fault.Span);
        if (fault.Type == LedgerFaultType.Vanished)
            messages.Add(Rules.PublishedIdIsGone, place, name, fault.Other);
        else if (fault.Type == LedgerFaultType.UsedAgain)
            messages.Add(Rules.RetiredIdIsUsed, place, name, fault.Other);
        else
            messages.Add(Rules.InvalidReleaseFile, place, WhatIsWrong(fault));
    }

    private static string WhatIsWrong(LedgerFault fault) =>
        fault.Type switch
        {
            LedgerFaultType.NeverPublished => $"No release has published '{fault.Name}', so it need not be retired",
            LedgerFaultType.StillUsed =>
                $"'{fault.Name}' is retired, and an entity has it or had it: take one of the two away",
            LedgerFaultType.OtherRelease => $"'{fault.Name}' was given up in {fault.Other}: correct 'since'",
            LedgerFaultType.StillThere =>
                $"{fault.Other} still had '{fault.Name}': 'since' is the release that will not have it",
            _ => $"'{fault.Other}', which takes the place of '{fault.Name}', is no entity",
        };
}
