using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads one seed: YAML, an article with front matter, or the plain text of an article.</summary>
internal static class SeedReader
{
    /// <summary>The document of a file whose name is refused: it is empty, and has the one message about the name. Null
    /// if a seed may have the name.</summary>
    /// <remarks>Our builds report this before the compiler runs.</remarks>
    public static SeedDocument? Refuse(string seedPath, string filePath)
    {
        var (path, reason) = SeedNames.RefuseFullPath(filePath) is { } anywhere
            ? (filePath, anywhere)
            : (seedPath, SeedNames.Refuse(seedPath));
        return reason is null
            ? null
            : Failed("", filePath, new SeedDiagnostic(Rules.RefusedName, default, new([path, reason])));
    }

    /// <summary>The document of a file whose text cannot be had.</summary>
    public static SeedDocument Unreadable(string seedPath, string filePath) =>
        Refused(seedPath, filePath, Rules.UnreadableSeed, seedPath);

    /// <summary>The document of a file that is longer than <see cref="SeedLimits.FileLength"/>; its text is not
    /// needed.</summary>
    public static SeedDocument TooLong(string seedPath, string filePath) =>
        Refused(
            seedPath,
            filePath,
            Rules.LimitExceeded,
            "This file is too long",
            SeedLimits.FileLength.ToString("N0", CultureInfo.InvariantCulture) + " characters"
        );

    /// <summary>The document of a file that could not be read for a reason outside the file.</summary>
    public static SeedDocument Failed(string seedPath, string filePath, SeedDiagnostic failure) =>
        Broken(seedPath, filePath, new([failure]));

    private static SeedDocument Refused(string seedPath, string filePath, Rule rule, params string[] arguments)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Add(rule, SeedPosition.StartOf(filePath), arguments);
        return Broken(seedPath, filePath, diagnostics.ToEquatableArray());
    }

    private static SeedDocument Broken(string seedPath, string filePath, EquatableArray<SeedDiagnostic> diagnostics) =>
        new()
        {
            SeedPath = seedPath,
            FilePath = filePath,
            Lines = new LineMap(default),
            IsBroken = true,
            Diagnostics = diagnostics,
        };

    public static SeedDocument Read(string seedPath, string filePath, string text, CancellationToken cancellation) =>
        text.Length > SeedLimits.FileLength
            ? TooLong(seedPath, filePath)
            : new SeedTextReader(seedPath, filePath, text, cancellation).Read();
}
