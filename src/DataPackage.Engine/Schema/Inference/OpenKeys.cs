using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Tells mappings whose keys are data (languages, dates, codes, ids) from records, whose keys are names of
/// properties.</summary>
internal static class OpenKeys
{
    /// <summary>This many different keys, if each mapping has few of them, are not properties.</summary>
    private const int ManyKeys = 24;

    private const int SomeKeys = 8;

    /// <summary>This many keys are more than a record has.</summary>
    private const int TooManyKeys = 100;

    /// <summary>The percentage of keys with the form of languages that must be known languages.</summary>
    private const int KnownLanguages = 80;

    /// <summary>This many keys, if no mapping shares one with another, are data.</summary>
    private const int DisjointKeys = 6;

    /// <summary>Fewer are enough if their values are records of one kind.</summary>
    private const int DisjointRecords = 4;

    public static bool HasOpenKeys(Shape shape)
    {
        var keys = shape.Keys;
        if (keys.Count == 0 || shape.Values is not { } values)
            return false;
        if (keys.All(key => IsNumberOrDate(key.Key)))
            return true;
        if (keys.Count < 2)
            return LanguageCodes.IsUnmistakable(keys[0].Key) && IsOfOneForm(values);
        var present = keys.Sum(key => (long)key.Value.Count);
        // Rare keys of many forms are no properties either.
        if (!IsOfOneForm(values))
            return (keys.Count >= ManyKeys && present * 8 <= (long)keys.Count * shape.Mappings)
                || (keys.Count >= TooManyKeys && values is { Lists: 0, Mappings: 0 });
        return AreLanguages(shape)
            || AreCodes(shape)
            || AreData(shape, values)
            || keys.Count >= TooManyKeys
            || (keys.Count >= ManyKeys && present * 2 <= (long)keys.Count * shape.Mappings)
            || (keys.Count >= SomeKeys && present * 4 <= (long)keys.Count * shape.Mappings);
    }

    /// <summary>Whether all values are texts by language, which <c>LocalizedText</c> can hold.</summary>
    public static bool AreTexts(Shape shape)
    {
        if (
            shape is not { Mappings: > 0, EmptyMappings: 0, Incomplete: 0, Lists: 0, Values: { } values }
            || values is not { Nulls: 0, Lists: 0, Mappings: 0, Scalars: > 0 }
            || (values.Forms & ScalarForm.Text) == 0
            || (shape.Scalars > 0 && (shape.Forms & ~(ScalarForm.Text | ScalarForm.Integer)) != 0)
        )
            return false;
        return shape.Keys.All(key => Formats.IsLanguageTag(key.Key))
            && shape.Keys.Select(key => key.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() == shape.Keys.Count
            && (shape.Keys.Count > 1 || LanguageCodes.IsUnmistakable(shape.Keys[0].Key))
            && AreLanguages(shape);
    }

    /// <summary>Whether each entry of a file's mapping may be a record, though not all are mappings.</summary>
    /// <param name="entries">The shape of the values.</param>
    public static bool AreRecords(SeedMapping map, Shape entries)
    {
        var count = map.Entries.Count;
        return entries switch
        {
            { Mappings: 0, Scalars: 0 } => count > 1 && AreAlikeLists(map, entries),
            { Lists: 0 } when entries.Mappings == entries.EmptyMappings => count >= TooManyKeys,
            _ => entries.Mappings >= SomeKeys && entries.Mappings * 10L >= count * 9L && AreAlike(entries),
        };
    }

    /// <summary>Whether the records of files are dictionaries as a whole: their keys are no properties.</summary>
    public static bool AreDictionaries(Shape records)
    {
        if (records.Keys.Count == 0 || records.Scalars + records.Lists > 0 || records.Values is not { } values)
            return false;
        if (records.Keys.Count > SeedLimits.Properties || records.Keys.All(key => IsNumberOrDate(key.Key)))
            return true;
        return values switch
        {
            { Lists: 0, Mappings: 0 } => records.Keys.Count >= TooManyKeys,
            { Lists: 0, Scalars: 0 } => AreAlike(values) && AreData(records, values),
            _ => false,
        };
    }

    /// <summary>Whether the lists of a mapping hold scalars, or records that share their keys with those of the other
    /// lists.</summary>
    private static bool AreAlikeLists(SeedMapping map, Shape lists)
    {
        if (lists.Items is not { } items || !IsOfOneForm(items))
            return false;
        if (items.Mappings == 0)
            return true;
        var shared = new HashSet<string>(
            items.Keys.Where(key => key.Value.Count * 2L >= items.Mappings).Select(key => key.Key),
            StringComparer.Ordinal
        );
        return map.Entries.All(entry =>
        {
            var keys = ((SeedSequence)entry.Value)
                .Items.OfType<SeedMapping>()
                .SelectMany(record => record.Entries.Select(each => each.Name))
                .ToList();
            return keys.Count(shared.Contains) * 2 >= keys.Count;
        });
    }

    /// <summary>Whether the keys are data of their own: no mapping shares them with another, or one mapping has many
    /// records of one kind, or they cannot be names.</summary>
    private static bool AreData(Shape shape, Shape values)
    {
        var keys = shape.Keys;
        var present = keys.Sum(key => (long)key.Value.Count);
        var isDisjoint = shape.Mappings - shape.EmptyMappings > 1 && present * 4 <= (long)keys.Count * 5;
        if (values.Mappings == 0)
            return isDisjoint && keys.Count >= DisjointKeys;
        return (isDisjoint && keys.Count >= DisjointRecords)
            || (keys.Count >= SomeKeys && shape.Mappings == 1)
            || (keys.Count > 2 && keys.Count(key => !LooksLikeName(key.Key)) * 2 >= keys.Count);
    }

    private static bool LooksLikeName(string key) =>
        key.Length > 0 && char.IsLetter(key[0]) && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Whether the values of all keys could be of one type without losing anything.</summary>
    public static bool IsOfOneForm(Shape values)
    {
        if ((values.Scalars > 0 ? 1 : 0) + (values.Lists > 0 ? 1 : 0) + (values.Mappings > 0 ? 1 : 0) != 1)
            return false;
        if (values.Scalars > 0)
            return values.Forms
                is ScalarForm.Text
                    or ScalarForm.Integer
                    or ScalarForm.Decimal
                    or (ScalarForm.Integer | ScalarForm.Decimal)
                    or ScalarForm.Boolean
                    or ScalarForm.Date
                    or ScalarForm.Url;
        if (values.Lists > 0)
            return values.Items is null || IsOfOneForm(values.Items);
        return AreAlike(values);
    }

    /// <summary>Whether records are of one kind: most of what they state is under keys that at least half of them have.
    /// A few optional keys spoil nothing.</summary>
    private static bool AreAlike(Shape records)
    {
        long all = 0,
            shared = 0;
        foreach (var key in records.Keys)
        {
            all += key.Value.Count;
            if (key.Value.Count * 2L >= records.Mappings)
                shared += key.Value.Count;
        }

        return shared * 2 >= all;
    }

    /// <summary>1999, 1999-12, 1999-12-31, 7: a digit, then digits and hyphens.</summary>
    private static bool IsNumberOrDate(string key) =>
        key.Length > 0 && key[0] is >= '0' and <= '9' && key.All(c => c is >= '0' and <= '9' or '-');

    private static bool AreLanguages(Shape shape)
    {
        if (
            !shape.Keys.All(key =>
                Formats.IsLanguageTag(key.Key.Replace('_', '-'))
                && PrimaryLength(key.Key) is 2 or 3
                && key.Key[0] is >= 'a' and <= 'z'
            )
        )
            return false;
        var known = shape.Keys.Count(key => LanguageCodes.StartsLikeOne(key.Key));
        return known == shape.Keys.Count
            || (shape.Keys.Count >= SomeKeys && known * 100 >= shape.Keys.Count * KnownLanguages);
    }

    private static int PrimaryLength(string tag) =>
        tag.IndexOfAny(['-', '_']) is >= 0 and var hyphen ? hyphen : tag.Length;

    /// <summary>USD and EUR, DE and FR: two or three capital letters each, all of one length.</summary>
    private static bool AreCodes(Shape shape) =>
        shape.Keys.All(key => key.Key.Length == shape.Keys[0].Key.Length && key.Key.All(c => c is >= 'A' and <= 'Z'))
        && shape.Keys[0].Key.Length is 2 or 3;
}
