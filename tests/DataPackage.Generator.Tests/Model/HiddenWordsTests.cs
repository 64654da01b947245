namespace DataPackage.Generator.Tests.Model;

/// <summary>Tricks to smuggle eight words of a protected article into a package past a search for eight
/// words.</summary>
public class HiddenWordsTests
{
    private const string Text =
        "Some ship went by.\n\nThe old keeper said that “no lamp” had burned for nine years – none – in the west.";
    private const string Eight = "said that no lamp had burned for nine";

    private static readonly string[] Words = Eight.Split(' ');

    private static SeedSet Secret(string text = Text) =>
        Samples
            .Harbours()
            .With(
                "schema/Ship.yaml",
                """
                plural: Ships
                extends: [Named]
                properties:
                  home: { range: Harbour }
                  met: { range: Named, cardinality: many }
                  log: { type: url }
                  links: { type: url, cardinality: many }
                  extra: { type: any }
                  story: { type: markdown, localized: true }
                  words: { type: text, cardinality: map }
                  calls: { range: Call, cardinality: many }
                """
            )
            .With(
                "schema/Call.yaml",
                "embedded: true\nproperties:\n  harbour: { type: text }\n  date: { type: date }\n  note: { type: text }\n"
            )
            .With("articles/secret.md", $"---\ntitle: Secret\nredistribute: false\n---\n{text}\n");

    private static string Between(string between) => string.Join(between, Words);

    private static string List(Func<string, string> item) => string.Join(", ", Words.Select(item));

    public static TheoryData<string, string> InOneSeed =>
        new()
        {
            { $"name: A\nextra: {{ citations: [{{ quote: {Eight} }}] }}", "(2,31)" },
            { $"name: A\nextra: {{ cite: {{ article: secret, quote: {Eight} }} }}", "(2,42)" },
            { $"name: A\nextra: {{ citations: {{ article: secret, prefix: {Eight}, quote: years }} }}", "(2,48)" },
            { $"name: A\nextra: {{ citations: {{ article: secret, suffix: {Eight}, quote: years }} }}", "(2,48)" },
            {
                $"name: A\ncalls: [{{ note: {{ value: {Eight}, cite: {{ article: secret, quote: years }} }} }}]",
                "(2,26)"
            },
            { $"name: x://{Between("-")}", "(1,7)" },
            { $"name: https://example.org/{Between("-")}", "(1,7)" },
            { $"name: A\naliases: [\"urn:x://{Between("/")}\"]", "(2,11)" },
            { $"name: A\nextra: https://example.org/{Between("-")}", "(2,8)" },
            { $"name: \"{Eight.Replace("that", "th\u200Bat", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\u00ADat", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\u034Fat", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\u2060a\\uFE0Ft", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\u0007at", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\U000E0061at", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("that", "th\\u115Fat", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Between("\\u200B")}\"", "(1,7)" },
            { $"name: \"{Between("\\u0000")}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("o", "o\\u0323", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("o", "\u1ECD", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: \"{Eight.Replace("a", "a\\u20DD\\u0903", StringComparison.Ordinal)}\"", "(1,7)" },
            { $"name: {Wide(Eight)}", "(1,7)" },
            { $"name: {Bold(Eight)}", "(1,7)" },
            { $"name: {Eight.Replace('i', 'ⓘ').Replace('a', 'ᵃ')}", "(1,7)" },
            { $"name: {Between("")}", "(1,7)" },
            { $"name: {string.Concat(Words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}", "(1,7)" },
            { $"name: {Eight.Replace("lamp", "la mp", StringComparison.Ordinal)}", "(1,7)" },
            { $"name: {string.Join('-', Eight.Where(c => c != ' '))}", "(1,7)" },
            { $"name: A\naliases: [{List(word => word)}]", "(2,11)" },
            { $"name: A\naliases:\n{string.Concat(Words.Select(word => $"- {word}\n"))}", "(3,3)" },
            { $"name: A\nextra: [{List(word => $"{{ word: {word} }}")}]", "(2,17)" },
            { $"name: A\nextra: [{List(word => $"{{ a: {word}, b: x{word.Length} }}")}]", "(2,14)" },
            { $"name: A\nextra: {{ {List(word => word + ": 1")} }}", "(2,10)" },
            { $"name: A\nwords: {{ {List(word => $"{word}: x")} }}", "(2,10)" },
            { $"name: A\nextra: {{ said that: no lamp, had burned: for nine }}", "(2,10)" },
            { "name: said that no\naliases: lamp had burned\ncalls: [{ harbour: for nine }]", "(1,7)" },
            { "name: { en: said that no lamp, de: had burned for nine }", "(1,13)" },
            { "name: A\nstory: { en: said that no lamp, de: had burned for nine }", "(2,14)" },
            { $"name: {Between(" <b> ")}", "(1,7)" },
            { $"name: \"{Between("<a href='x>y'></a>")}\"", "(1,7)" },
            { $"name: \"{Between("<!-- and -->")}\"", "(1,7)" },
            { $"name: \"<a title='{Eight}'>x</a>\"", "(1,7)" },
            { $"name: {Between("&nbsp;")}", "(1,7)" },
            { $"name: {Between("&ZeroWidthSpace;")}", "(1,7)" },
            {
                $"name: He {Eight.Replace("s", "&#115;", StringComparison.Ordinal).Replace("o", "&#x6f;", StringComparison.Ordinal)}",
                "(1,7)"
            },
            { $"name: {Between("%20")}", "(1,7)" },
            { $"name: \"*{Between("* _")}_\"", "(1,7)" },
            { $"name: \"[{Between("](https://example.org) [")}]\"", "(1,7)" },
            { $"name: \"{Between("[^1] ")}\"", "(1,7)" },
            { $"name: A\nstory: |\n{string.Concat(Words.Select((word, i) => $"  {i + 1}. {word}\n"))}", "(3,3)" },
            {
                $"name: A\nextra: [&w burned for nine years - none - in the west, {{ quote: *w }}]\ncitations: {{ article: secret, quote: *w }}",
                "(2,12)"
            },
            { $"name: A\nlog: &u https://example.org/{Between("-")}\naliases: [*u]", "(2,9)" },
        };

    [Theory]
    [MemberData(nameof(InOneSeed))]
    public void Eight_words_are_an_error_however_they_are_hidden(string seed, string place)
    {
        var generated = Secret().With("ships/a.yaml", seed).Generate();

        var error = Assert.Single(generated.Messages.Distinct());
        Assert.StartsWith(
            "ships/a.yaml" + (seed.Contains('|', StringComparison.Ordinal) ? "" : place),
            error,
            StringComparison.Ordinal
        );
        Assert.EndsWith(": DP0020", error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> InOtherFiles =>
        new()
        {
            { "ships/said-that-no-lamp.yaml", "name: had burned for nine" },
            { "ships/said-that/no-lamp-had-burned-for-nine.yaml", "name: A" },
            { "ships.yaml", "said-that-no: { name: lamp }\nhad-burned-for-nine: { name: A }" },
            { "ships.yaml", string.Concat(Words.Select(word => $"{word}: {{ name: A }}\n")) },
            { "ships.yaml", string.Concat(Words.Select(word => $"- {{ id: {word}, name: B{word.Length} }}\n")) },
            { "ships.yaml", $"id: a\nname: A\n---\nid: b\nname: {Eight}\n" },
            {
                "ships/a.yaml",
                $"name: A\ncsharpName: {string.Concat(Words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}"
            },
            { "ships/a.yaml", $"name: A\nformerIds: [{List(word => word)}]" },
            { "datapackage.yaml", $"namespace: Seeded\nlicenses: [{{ name: {Eight} }}]" },
            { "datapackage.yaml", $"namespace: Seeded\ncontributors: [{List(word => $"{{ title: {word} }}")}]" },
            { "datapackage.yaml", $"namespace: Seeded\nsources: [{{ title: x, path: \"x://{Between("-")}\" }}]" },
            { "schema/Mast.yaml", $"plural: Masts\nlabel: {Eight}" },
            {
                "schema/Mast.yaml",
                $"plural: {string.Concat(Words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}"
            },
            { "schema/SaidThatNoLampHadBurnedForNine.yaml", "plural: Masts" },
            {
                "schema/Mast.yaml",
                $"plural: Masts\nproperties:\n{string.Concat(Words.Select(word => $"  {word}: {{ type: text }}\n"))}"
            },
            {
                "schema/Mast.yaml",
                $"plural: Masts\nproperties:\n  kind: {{ type: enum, values: {{ {List(word => word + ": Some.")} }} }}"
            },
            {
                "schema/Mast.yaml",
                "plural: Masts\nproperties:\n  one: { type: text, description: said that no lamp }\n  two: { type: text, description: had burned for nine }"
            },
            { "schema/Mast.yaml", $"plural: Masts\nproperties:\n  one: {{ type: text, deprecated: {Eight} }}" },
            {
                "schema/Mast.yaml",
                $"plural: Masts\nproperties:\n  citations_: {{ type: text, description: {{ quote: {Eight} }} }}"
            },
            { "articles/open.md", $"---\ntitle: Open\n---\n{Between(" <i>")}\n" },
            { "articles/copy.md", $"---\ntitle: Copy\n---\n{Text}\n" },
            { "articles/open.md", "---\ntitle: said that no lamp\n---\nhad burned for nine\n" },
            { "unknown/a.yaml", $"x: {Eight}" },
        };

    [Theory]
    [MemberData(nameof(InOtherFiles))]
    public void So_they_are_in_every_file_and_in_its_name(string path, string seed)
    {
        var generated = Secret().With(path, seed).Generate();

        Assert.Contains(
            generated.Messages,
            message =>
                message.StartsWith(path, StringComparison.Ordinal)
                && message.EndsWith(": DP0020", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(generated.Messages, message => message.EndsWith("DP3010", StringComparison.Ordinal));
    }

    public static TheoryData<string> Harmless =>
        new(
            "name: said that no lamp had burned for ninety",
            "name: SaidThatNoLampHadBurnedForNinety",
            "name: A\naliases: [said, that, no, lamp, had, burned, for, eight]",
            "name: said that no <b>lamp</b> had burned for ten",
            "name: A\ncitations: [{ article: secret, quote: 'The old keeper said that \"no lamp\" had burned for nine years - none - in the west' }]",
            "name: A\ncitations: [{ article: secret, quote: The old keeper said that “no lamp” had }, { article: secret, quote: burned for nine years – none – in the west }]",
            "name: A\ncalls: [{ note: x, cite: { article: secret, prefix: The old, quote: keeper said that 'no lamp' had burned, suffix: for nine years – none – in the west } }]",
            "name: A\ncitations: &c [{ article: secret, quote: keeper said that 'no lamp' had burned for nine years }]\ncalls: [{ note: x, cite: *c }]",
            "name: A\nlog: https://example.org/the-old-keeper-said-that-no-lamp-had-burned-for-nine-years.html",
            "name: A\nlog: https://example.org/said%20that%20no%20lamp%20had%20burned%20for%20nine\nlinks: [https://example.com/said+that+no+lamp+had+burned+for+nine]"
        );

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Seven_words_quotes_and_addresses_are_none(string seed) =>
        Assert.Empty(Secret().With("ships/a.yaml", seed).Generate().Texts);

    [Fact]
    public void The_address_of_an_article_may_have_its_headline() =>
        Assert.Empty(
            Samples
                .Harbours()
                .With(
                    "articles/secret.md",
                    $"---\ntitle: No lamp\nurl: https://example.org/2025/the-old-keeper-said-that-no-lamp-had-burned-for-nine-years\nredistribute: false\n---\n{Text}\n"
                )
                .Generate()
                .Texts
        );

    [Theory]
    [InlineData(
        "log: https://example.org/by-the-old-keeper-said-that-no-lamp-had-burned-for-nine-years-none-in-the-west",
        "ships/a.yaml(2,6)"
    )]
    [InlineData(
        "links: [https://example.org/some-ship-went-by-the-old-keeper-said-that, https://example.org/no-lamp-had-burned-for-nine-years-none-in-the-west]",
        "ships/a.yaml(2,73)"
    )]
    public void But_the_addresses_of_a_seed_may_not_repeat_more_than_sixteen_words(string property, string place) =>
        Assert.Equal([place + ": DP0020"], Secret().With("ships/a.yaml", "name: A\n" + property).Generate().Messages);

    [Fact]
    public void Nor_may_those_of_a_package() =>
        Assert.Equal(
            ["articles/secret.md(1,1): DP3010"],
            Secret()
                .With("ships/a.yaml", "name: A\nlog: https://example.org/some-ship-went-by-the-old-keeper-said-that\n")
                .With(
                    "ships/b.yaml",
                    "name: B\nlog: https://example.org/no-lamp-had-burned-for-nine-years-none-in-the-west\n"
                )
                .Generate()
                .Messages
        );

    [Fact]
    public void A_quote_that_is_not_in_its_article_is_a_text_as_any_other() =>
        Assert.Equal(
            ["ships/a.yaml(2,35): DP0020", "ships/a.yaml(2,35): DP3001"],
            Secret()
                .With("ships/a.yaml", $"name: A\ncitations: {{ article: log, quote: {Eight} }}\n")
                .Generate()
                .Messages
        );

    [Fact]
    public void Rights_cannot_be_ignored() =>
        Assert.Equal(
            ["ships/a.yaml(1,7): DP0020"],
            Secret()
                .With("datapackage.yaml", "namespace: Seeded\nkinds: { Article: { ignore: [redistribute] } }\n")
                .With("ships/a.yaml", $"name: {Eight}\n")
                .Generate()
                .Messages.Where(message => !message.EndsWith("DP1045", StringComparison.Ordinal))
        );

    public static TheoryData<string, string, bool> Scripts =>
        new()
        {
            { "灯塔的看守人说九年来西边没有一盏灯亮过船只都从旁边驶过", "看守人说九年来西边没有一盏灯亮过", true },
            { "灯塔的看守人说九年来西边没有一盏灯亮过船只都从旁边驶过", "看守人说九年来西边没有一盏灯亮", false },
            {
                "灯塔的看守人说九年来西边没有一盏灯亮过船只都从旁边驶过",
                "看-守-人-说-九-年-来-西-边-没-有-一-盏-灯-亮-过",
                true
            },
            {
                "とうだいのみはりはくねんかんひとつもひがともらなかったといった",
                "たうたいのみはりはくねんかんひと",
                false
            },
            {
                "とうだいのみはりはくねんかんひとつもひがともらなかったといった",
                "とうたいのみはりはくねんかんひとつも",
                true
            },
            {
                "ผู้เฝ้าประภาคารบอกว่าไม่มีโคมไฟใดสว่างมาเก้าปีทางทิศตะวันตก",
                "ผู้เฝ้าประภาคารบอกว่าไม่มีโคมไฟใดสว่างมาเก้าปี",
                true
            },
            { "ผู้เฝ้าประภาคารบอกว่าไม่มีโคมไฟใดสว่างมาเก้าปีทางทิศตะวันตก", "ผู้เฝ้าประภาคารบอกว่า", false },
            { "पुराने रखवाले ने कहा कि नौ साल से कोई दीया नहीं जला", "रखवाले ने कहा कि नौ साल से कोई", true },
            { "पुराने रखवाले ने कहा कि नौ साल से कोई दीया नहीं जला", "रखवाले ने कहा कि नौ साल से", false },
            {
                "Старый смотритель сказал, что девять лет не горела ни одна лампа",
                "смотритель сказал что девять лет не горела ни",
                true
            },
            {
                "늙은 등대지기는 구 년 동안 등불이 하나도 켜지지 않았다고 말했다",
                "늙은 등대지기는 구 년 동안 등불이 하나도 켜지지",
                true
            },
        };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_without_blanks_are_counted_by_letters(string article, string repeated, bool isError) =>
        Assert.Equal(
            isError ? ["DP0020"] : [],
            Secret(article)
                .With("ships/a.yaml", $"name: \"{repeated}\"\n")
                .Generate()
                .Messages.Select(message => message[^6..])
        );

    [Fact]
    public void Numbers_are_counted_within_one_text_only() =>
        Assert.Equal(
            ["ships/b.yaml(1,7): DP0020"],
            Secret("In 2001 2002 2003 2004 2005 2006 2007 2008 nobody came.")
                .With("ships/a.yaml", "name: A\nextra: [2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008]\n")
                .With("ships/b.yaml", "name: 2001 2002 2003 2004 2005 2006 2007 2008\n")
                .Generate()
                .Messages
        );

    private static string Wide(string text) =>
        string.Concat(text.Select(c => c == ' ' ? '\u3000' : (char)(c + 0xFEE0)));

    private static string Bold(string text) =>
        string.Concat(text.Select(c => c == ' ' ? " " : char.ConvertFromUtf32(0x1D41A + c - 'a')));
}
