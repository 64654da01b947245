using DataPackage.Generator.Tests;

namespace DataPackage.Robustness.Tests;

/// <summary>Seeds with names, texts, keys and labels that some machines write or compare differently.</summary>
internal static class NamesOfTheWorld
{
    /// <summary>An id, the name (in normalization form C if it has one), and other spellings of it.</summary>
    public static readonly (string Id, string Name, string[] Forms)[] Names =
    [
        ("korean", "\uD55C\uAD6D", ["\u1112\u1161\u11AB\u1100\u116E\u11A8", "\uD558\u11AB\uAD6D"]),
        ("japanese", "\u30AC\u30AE\u3050\u3071", ["\u30AB\u3099\u30AD\u3099\u304F\u3099\u306F\u309A"]),
        ("bengali", "\u0995\u09CB\u09B2", ["\u0995\u09C7\u09BE\u09B2"]),
        ("tamil", "\u0B95\u0BCA\u0BB2", ["\u0B95\u0BC6\u0BBE\u0BB2"]),
        ("hindi", "\u0929\u0930\u0938", ["\u0928\u093C\u0930\u0938"]),
        ("excluded-hindi", "\u0915\u093C\u0932\u092E", ["\u0958\u0932\u092E"]),
        (
            "vietnamese",
            "Vi\u1EC7t L\u1EC3",
            ["Vie\u0323\u0302t Le\u0302\u0309", "Vi\u00EA\u0323t L\u00EA\u0309", "Viet Le"]
        ),
        (
            "hebrew",
            "\u05E9\u05BC\u05C1\u05B8\u05DC",
            ["\uFB2C\u05B8\u05DC", "\u05E9\u05C1\u05BC\u05B8\u05DC", "\u05E9\u05B8\u05C1\u05BC\u05DC"]
        ),
        (
            "arabic",
            "\u0645\u064F\u062D\u064E\u0645\u064E\u0651\u062F",
            ["\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F"]
        ),
        ("arabic-alef", "\u0622\u062F\u0645", ["\u0627\u0653\u062F\u0645"]),
        ("tibetan", "\u0F42\u0FB7\u0F72\u0F71\u0F58", ["\u0F43\u0F71\u0F72\u0F58", "\u0F42\u0FB7\u0F73\u0F58"]),
        ("burmese", "\u1026\u1019\u1014\u103A", ["\u1025\u102E\u1019\u1014\u103A"]),
        (
            "greek",
            "\u1F08\u03B8\u03AE\u03BD\u03B1\u03C2",
            ["\u0391\u0313\u03B8\u03B7\u0301\u03BD\u03B1\u03C2", "\u0391\u0398\u0397\u039D\u0391\u03A3"]
        ),
        ("russian", "\u0419\u043E\u0437\u0435\u0444", ["\u0418\u0306\u043E\u0437\u0435\u0444"]),
        ("turkish", "I\u015F\u0131l \u0130pek", ["Is\u0327\u0131l I\u0307pek", "ISIL IPEK"]),
        ("german", "Stra\u00DFer", ["STRASSER", "Stra\u1E9Eer"]),
        ("long-s", "\u017Fahm\u017Fee", ["Sahmsee", "SAHMSEE"]),
        ("kelvin", "Kelvin \u00C5ngstr\u00F6m", ["\u212Aelvin \u212Bngstro\u0308m", "\u212Aelvin A\u030Angstrom"]),
        ("georgian", "\u10D7\u10D1\u10D8\u10DA\u10D8\u10E1\u10D8", ["\u1C97\u1C91\u1C98\u1C9A\u1C98\u1CA1\u1C98"]),
        ("cherokee", "\u13E3\u13B3\u13A9", []),
        ("deseret", "\U00010414\U0001042F\U0001043B", []),
        ("kaithi", "\U0001109A\U000110A8", ["\U00011099\U000110BA\U000110A8"]),
        ("chinese", "\u8C48\u66F4", ["\uF900\uF901", "\u8C48\uF901"]),
        ("unequal", "\u2260 sign", ["=\u0338 sign"]),
        ("gap", "Zero\u200Bless Width\u00ADless", ["Zeroless Widthless"]),
    ];

    public static SeedSet Create()
    {
        var seeds = new SeedSet()
            .With(
                "schema/Person.yaml",
                """
                label: "\u017Fpoken \u1C89 \uA7DA \U00010D50 Name"
                plural: Persons
                findBy: [name]
                caption: name
                groupBy: [script]
                properties:
                  name: { type: text, localized: true, required: true }
                  script: { type: text }
                  "\u017Fize": { type: text, unique: true }
                  "\u019Bx": { type: text }
                  "\u0264x": { type: text }
                  "\u01C6x": { type: text }
                  "\u10D0x": { type: text }
                  site: { type: url }
                  friends: { range: Person, cardinality: many, reverse: { name: friendOf } }
                """
            )
            // Inferred kinds are named by their keys.
            .With(
                "things.yaml",
                "x: { GR\u00D6SSE: 1, \u0130D: 2, \u017Fort: 3, \u01C5UR: 4, \u1E9E: 5, \u1C89: 6, \uA7CB: 7, \u00E9te\u0301: 8, site: 'https://b\u00FCcher.example/' }\n"
            );
        foreach (var (id, name, _) in Names)
            seeds.With(
                $"persons/{id}.yaml",
                $"name: \"{name}\"\nscript: \"{name}\"\n\u017Fize: \"{name}\"\n\u019Bx: \"{name}\"\nsite: \"https://bu\u0308cher.example/{id}\"\nfriends: [korean]\n"
                    + $"citations: [{{ article: log, quote: \"{name} was\" }}, {{ article: apart, quote: \"Then {name} came\", prefix: \"\u00E9t\u00E9.\" }}]\n"
            );
        return seeds
            .With(
                "articles/log.md",
                Article(Names.Select(each => each.Name + " was there. \u00E9t\u00E9.\n"), mentions: true)
            )
            .With(
                "articles/apart.md",
                Article(
                    Names.Select(each =>
                        $"\u00E9te\u0301. Then {(OfOneForm.Contains(each.Id, StringComparer.Ordinal) ? each.Name : each.Forms[0])} came.\n"
                    ),
                    mentions: false
                )
            );
    }

    /// <summary>With mistakes in most of them, and with the nearest names for suggestions.</summary>
    public static SeedSet CreateMistaken() =>
        Create()
            .With(
                "persons/wrong.yaml",
                "name: \"\u212Bx\"\n\u0264X: 1\n\u017FIZE: 2\nfriends: [BENGALI, cherok\u00E9e, \u017Fong, \uA7CBz]\nsite: \"https://\\uFFFE.example/\"\ncitations: [{ article: log, quote: \"\u1112\u1161\u11AB\u1100\u116E was\" }]\n"
            )
            .With(
                "persons/twice.yaml",
                "name: { en: a, EN: b }\n\u017Fize: \"\u1112\u1161\u11AB\u1100\u116E\u11A8\"\nsite: \"https://a\u200Db.example/\"\nscript: a\nscript: b\n\u00E9: 1\ne\u0301: 2\n"
            );

    private static string Article(IEnumerable<string> paragraphs, bool mentions) =>
        "---\ntitle: Log\nlanguage: en\n"
        + (mentions ? $"mentions: [{string.Join(", ", Names.Select(each => each.Id))}]\n" : "")
        + "---\n"
        + string.Join('\n', paragraphs);

    /// <summary>Names with a single normalization form, but with other spellings.</summary>
    private static readonly string[] OfOneForm = ["german", "long-s", "georgian", "cherokee", "deseret", "gap"];
}
