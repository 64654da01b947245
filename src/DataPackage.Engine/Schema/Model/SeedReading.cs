using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Model;

/// <summary>What becomes of a file below the folder of the seeds.</summary>
internal enum SeedReading
{
    /// <summary>Its records become entities.</summary>
    Data,

    /// <summary>Its records become entities, because its folder holds tables and JSON only.</summary>
    Table,

    /// <summary>Nothing: no kind takes it. It is listed once.</summary>
    LeftOver,

    /// <summary>Nothing, as is expected: it is excluded, or a file such as CHANGELOG.md.</summary>
    LeftAlone,
}

/// <inheritdoc cref="SeedReading"/>
internal static class SeedReadings
{
    /// <summary>Whether a kind can be inferred from a file. An empty file, or a text without metadata, is a record if
    /// others of its folder are.</summary>
    public static bool MayHoldRecord(SeedDocument document, PackageSchema schema) =>
        Of(document, schema) switch
        {
            SeedReading.Data or SeedReading.Table => true,
            SeedReading.LeftOver => document is { IsInFolder: true, Root: null or SeedScalar { IsNull: true } }
                && !SeedPaths.IsDataFormat(document.SeedPath)
                && !schema.NamesFolderBySource(document.Collection),
            _ => false,
        };

    /// <summary>The answer is the same before and after kinds are inferred, except for a file that states
    /// nothing.</summary>
    public static SeedReading Of(SeedDocument document, PackageSchema schema)
    {
        var path = document.SeedPath;
        if (schema.Facts.Excluded.Any(pattern => pattern.Excludes(path)))
            return SeedReading.LeftAlone;
        if (schema.NamesAsSource(path))
            return SeedReading.Data;
        var kinds = schema.FindFor(path, document.Collection);
        if (SeedPaths.IsDataFormat(path))
            return !schema.TableFolders.Contains(SeedPaths.FolderOf(path)) ? SeedReading.LeftOver
                : kinds.All(kind => kind.IsInferred) ? SeedReading.Table
                : SeedReading.Data;
        if (document is { Article: not null, Root: null } && !kinds.Any(kind => kind.IsArticle))
            return StrayFiles.IsKnown(path) ? SeedReading.LeftAlone
                : kinds.Any(kind => kind.Seeding.Body is not null) ? SeedReading.Data
                : SeedReading.LeftOver;
        if (kinds.Count > 0)
            return SeedReading.Data;
        if (document.TextFault is not null || schema.NamesFolderBySource(document.Collection))
            return SeedReading.LeftOver;
        // After inference, a file that has no kind has no records.
        return
            HasRecords(document) || document.IsBroken || schema.IsIncomplete || schema.IsMisspelled(document.Collection)
            ? SeedReading.Data
            : SeedReading.LeftOver;
    }

    private static bool HasRecords(SeedDocument document) =>
        document.Roots.Any(root =>
            root switch
            {
                SeedMapping { Entries.Count: 0 } => document.IsInFolder,
                SeedSequence { Slots.Count: 0 } or SeedScalar { IsNull: true } => false,
                _ => true,
            }
        );
}
