using System.Globalization;

namespace DataPackage.Runtime.Tests.Text;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Name = LocalizedText.Of(
        ("en", "Istanbul"),
        ("ru", "Стамбул"),
        ("de-AT", "Istanbul (AT)"),
        ("de", "Istanbul (DE)")
    );

    [Fact]
    public void The_default_language_comes_first_and_the_others_in_ordinal_order()
    {
        Assert.Equal(["en", "de", "de-AT", "ru"], Name.Languages);
        Assert.Equal("en", Name.DefaultLanguage);
        Assert.Equal("Istanbul", Name.ToString());
    }

    [Theory]
    [InlineData("de", "Istanbul (DE)")]
    [InlineData("DE-at", "Istanbul (AT)")]
    [InlineData("de-CH", null)]
    [InlineData("", null)]
    public void The_indexer_takes_exactly_one_tag_in_any_case(string tag, string? text) =>
        Assert.Equal(text, Name[tag]);

    [Theory]
    [InlineData("de-AT", "Istanbul (AT)")]
    [InlineData("de-CH", "Istanbul (DE)")]
    [InlineData("ru-RU", "Стамбул")]
    [InlineData("fr-FR", "Istanbul")]
    [InlineData("", "Istanbul")]
    public void A_culture_finds_its_language_its_parents_or_the_default(string culture, string text)
    {
        Assert.Equal(text, Name.For(CultureInfo.GetCultureInfo(culture)));
        Assert.Equal(text, Name.For(culture));
    }

    [Fact]
    public void A_chain_of_fallbacks_is_followed_in_its_order()
    {
        Assert.Equal("Стамбул", Name.For("uk", "ru-UA", "de"));
        Assert.Equal("Istanbul (DE)", Name.For("fr", "de-CH-1996", "ru"));
        Assert.Equal("Istanbul", Name.For("fr", "it"));
    }

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
            Assert.Equal("Istanbul", Name.ToString());
            Assert.Equal("Istanbul", $"{Name}");
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_language_can_be_added_or_replaced_in_a_copy()
    {
        var more = Name.With("fr", "Istanbul (FR)").With("EN", "Constantinople");

        Assert.Equal(["en", "de", "de-AT", "fr", "ru"], more.Languages);
        Assert.Equal("Constantinople", more.ToString());
        Assert.Equal("Istanbul (FR)", more["fr"]);
        Assert.Null(Name["fr"]);
    }

    [Fact]
    public void Equality_is_that_of_the_texts_and_the_default_language()
    {
        var same = LocalizedText.Of(
            ("EN", "Istanbul"),
            ("de-at", "Istanbul (AT)"),
            ("DE", "Istanbul (DE)"),
            ("ru", "Стамбул")
        );

        Assert.Equal(Name, same);
        Assert.True(Name == same);
        Assert.Equal(Name.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Name, Name.With("ru", "Истанбул"));
        Assert.NotEqual(Name, Name.With("fr", "Istanbul"));
        Assert.True(LocalizedText.Of(("en", "a"), ("de", "b")) != LocalizedText.Of(("de", "b"), ("en", "a")));
        Assert.False(Name.Equals(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en_GB")]
    [InlineData("-en")]
    [InlineData("en-")]
    [InlineData("en--GB")]
    [InlineData("englishes")]
    [InlineData("д")]
    public void A_tag_that_is_none_is_refused(string tag)
    {
        Assert.Throws<ArgumentException>(() => new LocalizedText(tag, "text"));
        Assert.Throws<ArgumentException>(() => Name.With(tag, "text"));
    }

    [Fact]
    public void A_language_that_occurs_twice_or_none_at_all_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LocalizedText.Of(("en", "a"), ("EN", "b")));
        Assert.Throws<ArgumentException>(() => LocalizedText.Of());
        Assert.Throws<ArgumentNullException>(() => new LocalizedText("en", null!));
    }

    [Fact]
    public void The_languages_cannot_be_changed_from_outside() =>
        Assert.Throws<NotSupportedException>(() => ((IList<string>)Name.Languages)[0] = "xx");

    [Fact]
    public void Texts_are_sorted_by_their_default_language_the_same_on_every_machine()
    {
        var (auk, tern) = (LocalizedText.Of(("en", "Auk"), ("de", "Tordalk")), new LocalizedText("en", "Tern"));
        LocalizedText? none = null;

        Assert.Equal([null, auk, tern], new[] { tern, none, auk }.OrderBy(text => text));
        Assert.True(auk < tern && tern >= auk && none < auk && none <= auk && tern > none);
        Assert.Equal(0, auk.CompareTo(LocalizedText.Of(("EN", "Auk"), ("de", "Tordalk"))));
        Assert.True(auk.CompareTo(auk.With("fr", "Pingouin")) < 0);
        Assert.Throws<ArgumentException>(() => ((IComparable)auk).CompareTo("Auk"));
    }

    [Fact]
    public void Texts_are_enumerated_by_language_and_made_of_such_pairs()
    {
        var auk = LocalizedText.Of(("en", "Auk"), ("de", "Tordalk"));
        IReadOnlyDictionary<string, string> texts = auk;

        Assert.Equal(["en: Auk", "de: Tordalk"], auk.Select(text => $"{text.Key}: {text.Value}"));
        Assert.Equal(auk, new LocalizedText(texts));
        Assert.Equal(["Auk", "Tordalk"], texts.Values);
        Assert.True(texts.TryGetValue("DE", out var text) && text == "Tordalk");
        Assert.False(texts.ContainsKey("fr"));
        Assert.Null(auk["fr"]);
        Assert.Throws<KeyNotFoundException>(() => texts["fr"]);
    }
}
