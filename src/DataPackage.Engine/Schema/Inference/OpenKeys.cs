using DataPackage.Engine.Schema.Types;

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

    public static bool HasOpenKeys(Shape shape)
    {
        var keys = shape.Keys;
        if (keys.Count == 0 || shape.Values is not { } values)
            return false;
        if (keys.All(key => IsNumberOrDate(key.Key)))
            return true;
        if (keys.Count < 2)
            return LanguageCodes.IsUnmistakable(keys[0].Key) && IsOfOneForm(values);
        if (!IsOfOneForm(values))
            return false;
        if (AreLanguages(shape) || AreCodes(shape))
            return true;
        var present = keys.Sum(key => (long)key.Value.Count);
        return keys.Count >= TooManyKeys
            || (keys.Count >= ManyKeys && present * 2 <= (long)keys.Count * shape.Mappings)
            || (keys.Count >= SomeKeys && present * 4 <= (long)keys.Count * shape.Mappings);
    }

    /// <summary>Whether the values of all keys could be of one type without losing anything.</summary>
    private static bool IsOfOneForm(Shape values)
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
        // Records that share few keys are not of one kind.
        return values.Keys.Count == 0
            || values.Keys.Sum(key => (long)key.Value.Count) * 2 >= (long)values.Keys.Count * values.Mappings;
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
