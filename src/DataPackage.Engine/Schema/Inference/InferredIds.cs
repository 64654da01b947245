using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>The ids of the records of a collection: the names of files, keys, texts or values of <c>id</c>, if these
/// tell the records apart; else their paths.</summary>
/// <param name="Pattern">The pattern of ids; null if they are the usual ones.</param>
/// <param name="AreAny">Whether ids are not only slugs.</param>
/// <param name="IsKeyId">Whether the key <c>id</c> is the id of the records that neither a file nor a key
/// names.</param>
internal sealed record InferredIds(string? Pattern, bool AreAny, bool IsKeyId)
{
    /// <summary>The pattern of ids that are the records themselves.</summary>
    public const string Text = "{value}";

    /// <summary>A longer text is no name.</summary>
    private const int LongestText = 64;

    public static InferredIds Of(
        IReadOnlyList<(string SeedPath, FoundRecords Records)> files,
        KindConfiguration? configuration
    )
    {
        var isKeyId = configuration?.Id is null && HaveIds(files);
        var areAny = files.Any(file =>
            (file.Records.IsFile && !Names.IsId(new RecordPlace(file.SeedPath, null)["file", null]!))
            || (file.Records.Keys.Count > 0 && file.Records.Ids.Count + file.Records.Texts.Count > 0)
        );
        if (configuration?.Id is not null)
            return new(null, areAny, isKeyId);
        if (HaveTexts(files))
            return new(Text, areAny, isKeyId);
        return AreDistinct(files, isKeyId, place => place["key", null]!) ? new(null, areAny, isKeyId)
            : AreDistinct(files, isKeyId: false, place => place["path", null]!) ? new("{path}", true, false)
            : new("{path}.{extension}", true, false);
    }

    private static bool HaveIds(IReadOnlyList<(string SeedPath, FoundRecords Records)> files)
    {
        if (files.Any(file => file.Records.HasIdProperty))
            return false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return files.All(file => file.Records.Ids.All(id => id is not null && seen.Add(id)));
    }

    /// <summary>Whether all records are texts that tell them apart.</summary>
    private static bool HaveTexts(IReadOnlyList<(string SeedPath, FoundRecords Records)> files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return files.All(file =>
                file.Records is { IsFile: false, Keys.Count: 0, Ids.Count: 0 }
                && file.Records.Texts.All(text => text is { Length: <= LongestText } && seen.Add(text))
            )
            && seen.Count > 0;
    }

    /// <summary>Whether no two records have the same id, if ids are made of places.</summary>
    private static bool AreDistinct(
        IReadOnlyList<(string SeedPath, FoundRecords Records)> files,
        bool isKeyId,
        Func<RecordPlace, string> idOf
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, records) in files)
        {
            if (records.IsFile && !seen.Add(idOf(new RecordPlace(path, null))))
                return false;
            foreach (var key in records.Keys)
                if (!seen.Add(idOf(new RecordPlace(path, key))))
                    return false;
            if (isKeyId)
                foreach (var id in records.Ids)
                    if (!seen.Add(id!))
                        return false;
            // The numbers of records start with the name of their file.
            var numbered = isKeyId ? records.Texts.Count : records.Ids.Count + records.Texts.Count;
            if (numbered > 0 && !seen.Add(idOf(new RecordPlace(path, null)) + "-"))
                return false;
        }

        return true;
    }
}
