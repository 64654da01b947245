using System.Runtime.InteropServices;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Shared.Names;
using DataPackage.Testing;
using DataPackage.Tool.Export;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Exports;

namespace DataPackage.Tool.Tests.Site;

/// <summary>The search of a site, whose scripts Node.js runs.</summary>
public class SiteSearchTests
{
    private const string Reader = "tests/Readers/search-site.mjs";

    [NodeFact]
    public void Every_name_and_id_finds_its_entity_and_what_Find_finds_is_first_of_its_kind()
    {
        foreach (var folder in Packages())
            using (folder)
            {
                var site = WriteSite(folder);
                var names = NamesOf(folder).ToList();
                var found = Find(site, names.Select(each => each.Name));
                for (var i = 0; i < names.Count; i++)
                {
                    var (name, entity, typed) = names[i];
                    Assert.True(found[i].Best.Contains(entity), $"'{name}' does not find {entity}.");
                    if (typed is null)
                        continue;
                    var kind = typed[..(typed.IndexOf('/', StringComparison.Ordinal) + 1)];
                    var first = found[i].Best.First(each => each.StartsWith(kind, StringComparison.Ordinal));
                    Assert.True(first == typed, $"'{name}' finds {first} before {typed}.");
                }
            }
    }

    [NodeFact]
    public void The_beginning_of_a_word_finds_an_entity_in_any_script()
    {
        using var folder = Scripts();
        string[] queries =
        [
            "dmitri",
            "ДМИТР",
            "Σωκ",
            "strasse",
            "東京",
            "京都",
            "มหา",
            "محمد",
            "אברהם",
            "of wonders",
            "wonders office",
            "c*",
            "C++",
            "old-id",
            "***",
        ];
        var found = Find(WriteSite(folder, "en,de"), queries).Select(each => string.Join(' ', each.Best));
        Assert.Equal(
            [
                "things/kirill",
                "things/kirill",
                "things/socrates",
                "things/strasse",
                "things/tokyo",
                "things/tokyo",
                "things/thai",
                "things/bare things/pointed",
                "things/abraham",
                "things/office",
                "things/office",
                "things/c-star things/c things/c-plus",
                "things/c-plus",
                "things/abraham",
                "",
            ],
            found
        );
    }

    [NodeFact]
    public void A_beginning_with_too_many_entities_tells_how_many_there_are_and_has_those_that_are_called_so()
    {
        using var folder = HostileSeeds
            .Large()
            .With(
                "seeds/schema/Word.yaml",
                "caption: name\nfindBy: [name]\nproperties:\n  name: { type: text, description: A. }\n"
            )
            .With("seeds/words.yaml", "zulu: { name: Ship }\n");
        var found = Find(WriteSite(folder), ["ship", "s", "ship 29", "ship 2999", "schiff 17"]);
        Assert.Equal([3001, 3001, 111, 1, 111], found.Select(each => each.Count));
        Assert.Equal("words/zulu", found[0].Best[0]);
        Assert.Equal(100, found[1].Best.Count);
        Assert.Equal(["ships/ship-2999"], found[3].Best);
        Assert.Equal("ships/ship-17", found[4].Best[0]);
    }

    [NodeFact]
    public void Scripts_fold_every_character_and_random_names_as_the_build_does()
    {
        using var folder = Scripts();
        var site = WriteSite(folder);
        var names = FuzzRun.FromEnvironment(3000).Seeds.Select(RandomName).ToList();
        var said = Ask(new { folder = site, names });
        Assert.Equal(names.SelectMany(Forms), Read(said.GetProperty("names")));
        Assert.Equal(
            Enumerable.Range(0, 0x10000).SelectMany(unit => Forms($"{(char)unit}").Concat(Forms($"a{(char)unit}b"))),
            Read(said.GetProperty("units"))
        );
        static IEnumerable<string> Read(JsonElement said) =>
            said.EnumerateArray().SelectMany(each => each.EnumerateArray().Select(form => form.GetString()!));
    }

    [NodeFact]
    public void Rows_of_all_pages_are_sorted_and_filtered()
    {
        using var folder = HostileSeeds.Large();
        var site = WriteSite(folder);
        var files = Directory
            .EnumerateFiles(Path.Combine(site, "en", "ships"), "rows-*.js")
            .Select(file => "en/ships/" + Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(3, files.Count);
        object[][] asked =
        [
            ["", -1, 1],
            ["ship 1", 0, -1],
            ["SHIP 299", 0, 1],
            ["", 1, 1],
        ];
        var rows = Ask(new { folder = site, rows = new { files, asked } })
            .GetProperty("rows")
            .EnumerateArray()
            .Select(each => each.EnumerateArray().Select(id => id.GetString()).ToList())
            .ToList();
        Assert.Equal(3000, rows[0].Count);
        Assert.Equal("ship-1999", rows[1].First(id => id!.StartsWith("ship-1", StringComparison.Ordinal)));
        // Ship 298 names ship 299 as the next one.
        Assert.Equal(["ship-298", "ship-299"], rows[2].Take(2));
        // Built in 1000, as were ship 900, ship 1800 and ship 2700.
        Assert.Equal(["ship-1800", "ship-2700", "ship-900"], rows[3].Take(3).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Scripts_with_data_have_no_character_that_ends_a_script_or_a_line_and_none_that_hides()
    {
        using var folder = HostileSeeds.Ids();
        var site = WriteSite(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site, "search")))
            Assert.DoesNotContain(
                Path.GetFileName(file) == "folding.js" ? [] : File.ReadAllText(file).AsEnumerable(),
                c => c is '<' or '\u2028' or '\u2029' or '\u202E' or '\u0085' or (< ' ' and not '\n')
            );
    }

    private static IEnumerable<TempFolder> Packages() =>
        [
            new TempFolder().WithCopyOf("seeds", "seeds"),
            new TempFolder().WithCopyOf("samples/Languages/seeds", "seeds"),
            Scripts(),
            HostileSeeds.Ids(),
            HostileSeeds.Shapes(),
            HostileSeeds.Large(),
        ];

    private static TempFolder Scripts() =>
        new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Scripts\nlanguage: en\n")
            .With(
                "seeds/schema/Thing.yaml",
                """
                caption: name
                findBy: [name, aliases]
                properties:
                  name: { type: text, localized: true, description: What it is called. }
                  aliases: { type: text, cardinality: many, description: Other names. }

                """
            )
            .With(
                "seeds/things.yaml",
                """
                kirill: { name: { en: Kirill Dmitriev, ru: Кирилл Дмитриев }, aliases: [Kirill A. Dmitriev] }
                socrates: { name: { el: Σωκράτης, en: Socrates } }
                strasse: { name: { de: Große Straße }, aliases: [ﬁnal ﬂat Œuvre Ĳssel] }
                tokyo: { name: { ja: 東京都, en: Tōkyō }, aliases: [トウキョウ, とうきょう, 𠮷野] }
                thai: { name: { th: กรุงเทพมหานคร, lo: ບາງກອກ, my: ဗန်ကောက်, km: បាងកក } }
                pointed: { name: { ar: "مُحَمَّد" } }
                bare: { name: { ar: محمد }, aliases: [أحمد, إبراهيم] }
                abraham: { name: { he: "אַבְרָהָם" }, aliases: ["ב־ג"], formerIds: [old-id] }
                office: { name: { en: "Office \u2028of</script> Wonders" }, aliases: ["Seoul 서울 北京 mixed Москва"] }
                c: { name: { en: C } }
                c-star: { name: { en: "C*" }, aliases: ["É*", "constructor"] }
                c-plus: { name: { en: C++ }, aliases: [E, "__proto__", "(a|b)[c]"] }

                """
            );

    /// <returns>The folder of the site.</returns>
    private static string WriteSite(TempFolder folder, string languages = "en")
    {
        var run = folder.Run("site", "-o", "out", "--languages", languages);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return folder.PathOf("out");
    }

    private static JsonElement Ask(object question) =>
        JsonDocument.Parse(NodeModules.Run(Reader, JsonSerializer.Serialize(question))).RootElement;

    private static List<(int Count, List<string> Best)> Find(string site, IEnumerable<string> queries) =>
        [
            .. Ask(new { folder = site, queries })
                .GetProperty("found")
                .EnumerateArray()
                .Select(each =>
                    (
                        each.GetProperty("count").GetInt32(),
                        each.GetProperty("best").EnumerateArray().Select(id => id.GetString()!).ToList()
                    )
                ),
        ];

    /// <summary>Each name and id with the entity that has it, and the entity that the catalog's Find finds by
    /// it.</summary>
    private static IEnumerable<(string Name, string Entity, string? Typed)> NamesOf(TempFolder folder)
    {
        var session = new Session
        {
            Output = TextWriter.Null,
            Errors = TextWriter.Null,
            Folder = folder.Path,
        };
        var typed = SeedPackage.Find(session, null).Compile();
        foreach (var linked in typed.Package.Kinds)
        {
            var kind = typed.Schema[linked.Name];
            string NameOf(LinkedEntity entity) => $"{kind.Collection}/{FileNames.Of(entity.Id)}";
            var keys = linked
                .Entities.SelectMany(entity => KeysOf(kind, entity).Select(key => (key, entity)))
                .ToLookup(each => each.key, each => each.entity);
            foreach (var entity in linked.Entities)
            {
                yield return (entity.Id, NameOf(entity), null);
                foreach (var name in EntityNames.Of(kind, entity).Where(name => EntityNames.Fold(name).Length > 0))
                    yield return (name, NameOf(entity), Find(name, keys) is { } found ? NameOf(found) : null);
            }
        }
    }

    /// <summary>The keys under which the packed index has an entity.</summary>
    private static IEnumerable<string> KeysOf(Kind kind, LinkedEntity entity) =>
        EntityNames
            .Of(kind, entity)
            .SelectMany(name =>
                EntityNames.FormsOf(name).Append(NameKeys.OfSpelling(name)).Append(NameKeys.OfSigns(name))
            )
            .Distinct();

    /// <summary>As the runtime's <c>PackedTableOfKind.Find</c>.</summary>
    private static LinkedEntity? Find(string name, ILookup<string, LinkedEntity> keys)
    {
        var forms = EntityNames.FormsOf(name).Select(form => keys[form].ToList());
        var found = forms.FirstOrDefault(each => each.Count > 0) ?? [];
        if (found.Count > 1)
            found = keys[NameKeys.OfSpelling(name)].ToList();
        if (found.Count == 0)
            found = keys[NameKeys.OfSigns(name)].ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IEnumerable<string> Forms(string name)
    {
        var folded = EntityNames.Fold(name);
        return [HexOf(folded), HexOf(NameKeys.WithoutPoints(folded) ?? folded)];
    }

    private static string HexOf(string text) =>
        Convert.ToHexString(MemoryMarshal.AsBytes(text.AsSpan())).ToLowerInvariant();

    private static string RandomName(int seed)
    {
        var random = new Random(seed);
        (int First, int Last)[] blocks =
        [
            (0x20, 0x7E),
            (0xA0, 0x24F),
            (0x300, 0x36F),
            (0x370, 0x3FF),
            (0x400, 0x4FF),
            (0x591, 0x5F4),
            (0x600, 0x6FF),
            (0x700, 0x74A),
            (0xE01, 0xE3A),
            (0x1E00, 0x1FFE),
            (0x2000, 0x206F),
            (0x3040, 0x30FF),
            (0x4E00, 0x4EFF),
            (0xAC00, 0xAC40),
            (0xFB00, 0xFB06),
            (0x1F600, 0x1F640),
            (0x20000, 0x20040),
        ];
        return string.Concat(
            Enumerable
                .Range(0, random.Next(1, 25))
                .Select(_ => blocks[random.Next(blocks.Length)])
                .Select(block => char.ConvertFromUtf32(random.Next(block.First, block.Last + 1)))
        );
    }
}
