using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>A text in one or more languages, identified by BCP 47 tags (<c>en</c>, <c>de-AT</c>, <c>zh-Hant</c>). The
/// default language applies if no other is requested or available; it is never the machine's. Immutable.</summary>
/// <remarks>Tags ignore ASCII case. Two texts are equal if they have the same default language and the same text in
/// each language. Enumerates the texts by language, in the order of <see cref="Languages"/>. Compared by the texts
/// in the default language, ordinally and so the same on every machine; sort for people with
/// <c>OrderBy(text =&gt; text.For(culture), StringComparer.Create(culture, ignoreCase: true))</c>.</remarks>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "People see a text that has languages, not a dictionary.")]
public sealed class LocalizedText
    : IEquatable<LocalizedText>,
        IComparable<LocalizedText>,
        IComparable,
        IReadOnlyDictionary<string, string>
{
    private readonly string[] _languages;
    private readonly string[] _texts;

    /// <summary>A text in one language, which is also the default language.</summary>
    /// <exception cref="ArgumentException"><paramref name="languageTag"/> is not well-formed.</exception>
    public LocalizedText(string languageTag, string text)
        : this([CheckTag(languageTag)], [CheckText(text)]) { }

    /// <summary>A text in several languages. The first is the default language.</summary>
    /// <exception cref="ArgumentException">There is no language, a tag is not well-formed, or one occurs
    /// twice.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts)
        : this(Of([.. texts.Select(text => (text.Key, text.Value))])) { }

    private LocalizedText(LocalizedText text)
        : this(text._languages, text._texts) { }

    /// <summary>Takes arrays that the build has checked, and owns both. The default language comes first, the others in
    /// ordinal order.</summary>
    internal LocalizedText(string[] languages, string[] texts)
    {
        _languages = languages;
        _texts = texts;
    }

    /// <summary>The tag of the language that <see cref="ToString"/> returns and <c>For</c> falls back to.</summary>
    public string DefaultLanguage => _languages[0];

    /// <summary>The tags of all languages: the default language first, the others in ordinal order.</summary>
    public IReadOnlyList<string> Languages => field ??= Array.AsReadOnly(_languages);

    /// <summary>The text in the language at this index of <see cref="Languages"/>.</summary>
    internal string TextAt(int place) => _texts[place];

    /// <summary>The text in exactly this language; null if there is none. <c>de</c> does not find <c>de-AT</c>, nor the
    /// reverse.</summary>
    public string? this[string languageTag]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(languageTag);
            return Find(languageTag);
        }
    }

    /// <summary>A text in several languages. The first is the default language.</summary>
    /// <exception cref="ArgumentException">There is no language, a tag is not well-formed, or one occurs
    /// twice.</exception>
    public static LocalizedText Of(params (string LanguageTag, string Text)[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Length == 0)
            throw new ArgumentException("A text has at least one language.", nameof(texts));

        // The text may be untrusted and have thousands of languages: none is compared with all others.
        var (tags, values) = (new string[texts.Length], new string[texts.Length]);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < texts.Length; i++)
        {
            (tags[i], values[i]) = (CheckTag(texts[i].LanguageTag), CheckText(texts[i].Text));
            if (!known.Add(tags[i]))
                throw new ArgumentException($"The language '{VisibleText.Of(tags[i])}' occurs twice.", nameof(texts));
        }

        Array.Sort(tags, values, 1, texts.Length - 1, StringComparer.Ordinal);
        return new LocalizedText(tags, values);
    }

    /// <summary>The text for a culture: in its language, else in a parent language (<c>de</c> for <c>de-AT</c>), else
    /// in the default language.</summary>
    public string For(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return FindNear(culture.Name) ?? _texts[0];
    }

    /// <summary>The text in the first available language of a chain, else in the default language. The parents of each
    /// tag are tried before the next tag: <c>zh-Hant-TW</c>, <c>zh-Hant</c>, <c>zh</c> (the lookup of RFC
    /// 4647).</summary>
    /// <param name="languageTag">The preferred language.</param>
    /// <param name="fallbacks">Further languages in descending order of preference.</param>
    public string For(string languageTag, params string[] fallbacks)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        ArgumentNullException.ThrowIfNull(fallbacks);
        var text = FindNear(languageTag);
        for (var i = 0; text is null && i < fallbacks.Length; i++)
            text = FindNear(fallbacks[i]);
        return text ?? _texts[0];
    }

    /// <summary>A copy with a text added, or replaced if the language exists. The default language stays.</summary>
    /// <exception cref="ArgumentException"><paramref name="languageTag"/> is not well-formed.</exception>
    public LocalizedText With(string languageTag, string text)
    {
        CheckTag(languageTag);
        CheckText(text);
        var index = IndexOf(languageTag);
        if (index >= 0)
            return new LocalizedText(_languages, [.. _texts.AsSpan(0, index), text, .. _texts.AsSpan(index + 1)]);

        for (index = 1; index < _languages.Length && string.CompareOrdinal(_languages[index], languageTag) < 0; )
            index++;
        return new LocalizedText(
            [.. _languages.AsSpan(0, index), languageTag, .. _languages.AsSpan(index)],
            [.. _texts.AsSpan(0, index), text, .. _texts.AsSpan(index)]
        );
    }

    /// <summary>The text in the default language, the same on every machine.</summary>
    public override string ToString() => _texts[0];

    /// <summary>Whether both have the same default language and the same text in each language.</summary>
    public bool Equals(LocalizedText? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (
            other is null
            || _languages.Length != other._languages.Length
            || IsOther(DefaultLanguage, other.DefaultLanguage)
        )
            return false;
        for (var i = 0; i < _languages.Length; i++)
            if (
                _texts[i] != (IsOther(_languages[i], other._languages[i]) ? other.Find(_languages[i]) : other._texts[i])
            )
                return false;
        return true;
    }

    /// <inheritdoc cref="Equals(LocalizedText)"/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <summary>A hash of all languages and texts; differs between processes.</summary>
    public override int GetHashCode()
    {
        // A sum, because tags that differ in case can differ in order.
        var hash = 0;
        for (var i = 0; i < _languages.Length; i++)
            hash += HashCode.Combine(_languages[i].GetHashCode(StringComparison.OrdinalIgnoreCase), _texts[i]);
        return hash;
    }

    /// <summary>Compares the texts in the default language, then the default languages, then all languages and texts;
    /// ordinally. Null comes first. Zero for equal texts, and for those whose tags differ in case alone.</summary>
    public int CompareTo(LocalizedText? other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        if (other is null)
            return 1;
        var order = string.CompareOrdinal(_texts[0], other._texts[0]);
        for (var i = 0; order == 0 && i < Math.Min(Count, other.Count); i++)
        {
            order = string.Compare(_languages[i], other._languages[i], StringComparison.OrdinalIgnoreCase);
            if (order == 0)
                order = string.CompareOrdinal(_texts[i], other._texts[i]);
        }

        return order != 0 ? order : Count.CompareTo(other.Count);
    }

    int IComparable.CompareTo(object? obj) =>
        obj is null or LocalizedText
            ? CompareTo(obj as LocalizedText)
            : throw new ArgumentException($"A {nameof(LocalizedText)} is compared only with others.", nameof(obj));

    /// <summary>The number of languages.</summary>
    public int Count => _languages.Length;

    /// <summary>The languages with their texts, in the order of <see cref="Languages"/>.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < _languages.Length; i++)
            yield return new(_languages[i], _texts[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    string IReadOnlyDictionary<string, string>.this[string key] =>
        this[key] ?? throw new KeyNotFoundException($"The text has no language '{VisibleText.Of(key)}'.");

    IEnumerable<string> IReadOnlyDictionary<string, string>.Keys => Languages;

    IEnumerable<string> IReadOnlyDictionary<string, string>.Values => Array.AsReadOnly(_texts);

    bool IReadOnlyDictionary<string, string>.ContainsKey(string key) => this[key] is not null;

    bool IReadOnlyDictionary<string, string>.TryGetValue(string key, [MaybeNullWhen(false)] out string value) =>
        (value = this[key]) is not null;

    /// <summary>Whether both are null or equal.</summary>
    public static bool operator ==(LocalizedText? left, LocalizedText? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ, or exactly one is null.</summary>
    public static bool operator !=(LocalizedText? left, LocalizedText? right) => !(left == right);

    /// <summary>Whether the left comes before the right in the order of <see cref="CompareTo(LocalizedText)"/>; null
    /// comes first.</summary>
    public static bool operator <(LocalizedText? left, LocalizedText? right) =>
        left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether the left does not come after the right; null comes first.</summary>
    public static bool operator <=(LocalizedText? left, LocalizedText? right) => !(right < left);

    /// <summary>Whether the left comes after the right; null comes first.</summary>
    public static bool operator >(LocalizedText? left, LocalizedText? right) => right < left;

    /// <summary>Whether the left does not come before the right; null comes first.</summary>
    public static bool operator >=(LocalizedText? left, LocalizedText? right) => !(left < right);

    private static bool IsOther(string tag, string other) =>
        !string.Equals(tag, other, StringComparison.OrdinalIgnoreCase);

    private static string CheckText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }

    /// <summary>Subtags of 1 to 8 ASCII letters and digits, separated by hyphens: RFC 5646 without its
    /// registry.</summary>
    private static string CheckTag(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        var length = 0;
        foreach (var c in languageTag)
        {
            length =
                c != '-' ? length + 1
                : length == 0 ? int.MaxValue
                : 0;
            if (length > 8 || (c != '-' && !char.IsAsciiLetterOrDigit(c)))
                throw NotATag(languageTag);
        }

        return length > 0 ? languageTag : throw NotATag(languageTag);
    }

    private static ArgumentException NotATag(string languageTag) =>
        new(
            $"'{VisibleText.Of(languageTag)}' is not a BCP 47 language tag such as 'en' or 'de-AT'.",
            nameof(languageTag)
        );

    private int IndexOf(ReadOnlySpan<char> languageTag)
    {
        // Most callers write a tag as the data do, and an exact comparison is much cheaper.
        for (var i = 0; i < _languages.Length; i++)
            if (languageTag.SequenceEqual(_languages[i]))
                return i;
        for (var i = 0; i < _languages.Length; i++)
            if (languageTag.Equals(_languages[i], StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    /// <summary>A tag that is written in code is usually the same string instance as the tag in the data.</summary>
    private string? Find(string languageTag)
    {
        var languages = _languages;
        for (var i = 0; i < languages.Length; i++)
            if (ReferenceEquals(languages[i], languageTag))
                return _texts[i];
        return Find(languageTag.AsSpan());
    }

    private string? Find(ReadOnlySpan<char> languageTag) =>
        IndexOf(languageTag) is >= 0 and var index ? _texts[index] : null;

    private string? FindNear(ReadOnlySpan<char> languageTag)
    {
        while (languageTag.Length > 0)
        {
            if (Find(languageTag) is { } text)
                return text;
            languageTag = languageTag[..Math.Max(0, languageTag.LastIndexOf('-'))];
        }

        return null;
    }
}
