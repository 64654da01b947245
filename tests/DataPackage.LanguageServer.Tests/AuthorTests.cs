using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.LanguageServer.Tests;

/// <summary>A package author's own seeds, in all forms that the build accepts.</summary>
public sealed class AuthorTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("datapackage-editor-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [NodeFact]
    public async Task Files_of_many_entities_are_completed_and_validated_as_mappings_and_as_lists()
    {
        Fleet();
        await using var server = await Open();

        Assert.Contains("launched", (await server.Complete("seeds/ships.yaml", "tern:\n  name: Tern\n  $$\n")).Keys);
        Assert.Contains(
            "north-sea-line",
            (await server.Complete("seeds/ships.yaml", "- id: tern\n  name: Tern\n  owner: $$\n")).Keys
        );
        Assert.Empty(
            await server.Marks(
                "seeds/ships.yaml",
                "tern: { name: Tern }\nrobin: { name: Robin, owner: north-sea-line }\n"
            )
        );
        Assert.Empty(await server.Marks("seeds/ships.yaml", "- { id: tern, name: Tern }\n"));
        Assert.NotEmpty(await server.Marks("seeds/ships.yaml", "tern: { name: Tern, lanched: 1901 }\n"));
        Assert.NotEmpty(await server.Marks("seeds/ships.yaml", "- { name: Tern }\n"));
    }

    [NodeFact]
    public async Task Claims_are_completed_and_validated()
    {
        Fleet();
        await using var server = await Open();

        var keys = (
            await server.Complete("seeds/ships.yaml", "tern:\n  name: Tern\n  launched:\n    value: 1901\n    $$\n")
        ).Keys;
        Assert.Superset(new HashSet<string> { "rank", "accordingTo", "basis", "note" }, keys.ToHashSet());
        Assert.Empty(
            await server.Marks(
                "seeds/ships.yaml",
                "tern:\n  name: Tern\n  launched:\n    - { value: 1901, rank: preferred, accordingTo: { text: Lloyd } }\n"
                    + "    - { value: 1902, rank: deprecated, because: a slip }\n"
                    + "  crew: { value: , state: unknown }\n"
                    + "  voyages: [{ to: Oslo, claim: { basis: inferred, note: from the log } }]\n"
            )
        );
        Assert.NotEmpty(
            await server.Marks("seeds/ships.yaml", "tern: { name: Tern, launched: { value: 1901, rank: best } }\n")
        );
    }

    [NodeFact]
    public async Task The_metadata_beside_an_article_are_completed()
    {
        Fleet();
        await using var server = await Open();

        var offered = await server.Complete("seeds/articles/log.yaml", "title: From the log\n$$\n");

        Assert.Superset(
            new HashSet<string> { "published", "redistribute" },
            offered.Keys.ToHashSet(StringComparer.Ordinal)
        );
    }

    [NodeFact]
    public async Task Schemas_and_datapackage_yaml_are_completed_and_validated_too()
    {
        Fleet();
        await using var server = await Open();

        Assert.Contains(
            "Abstract kinds",
            (await server.Complete("seeds/schema/Boat.yaml", "plural: Boats\n$$\n"))["extends"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "money",
            (await server.Complete("seeds/schema/Boat.yaml", "properties:\n  price:\n    type: $$\n")).Keys
        );
        Assert.Contains(
            "Company",
            (await server.Complete("seeds/schema/Boat.yaml", "properties:\n  owner:\n    range: $$\n")).Keys
        );
        Assert.Contains("entity", (await server.Complete("seeds/datapackage.yaml", "citations: $$\n")).Keys);
        Assert.Equal(
            ["2: Property captain is not allowed."],
            await server.Marks("seeds/schema/Boat.yaml", "plural: Boats\ncaptain: name\n")
        );
        Assert.Empty(await server.Marks("seeds/schema/Boat.yaml", "properties:\n  größe: { type: duration }\n"));
        Assert.Single(await server.Marks("seeds/schema/Boat.yaml", "properties:\n  Größe: { type: duration }\n"));
        Assert.Empty(
            await server.Marks(
                "seeds/schema/Ship.yaml",
                await File.ReadAllTextAsync(Path.Combine(_workspace, "seeds/schema/Ship.yaml"))
            )
        );
    }

    /// <summary>The build reads a scalar as text and then by the type of its property, so YAML's own rules for numbers
    /// do not matter.</summary>
    [NodeFact]
    public async Task What_the_build_takes_is_not_marked()
    {
        Fleet();
        Write("ships/2025.yaml", "name: The Year\n");
        Write("ships/1e3.yaml", "name: A Thousand\n");
        await using var server = await Open();

        Assert.Empty(
            await server.Marks(
                "seeds/ships/odd.yaml",
                """
                name: 1901
                formerNames: [true, 2025, 1.10, NO]
                launched: 1901
                crew: "42"
                length: "12.50"
                isAfloat: "true"
                price: 12 EUR
                sign: AB12
                rig: schooner
                escorts: [2025, 1e3, Ship/tern, tern]
                owner: Company/north-sea-line
                citations: { article: log, quote: 1901, for: name }
                """
            )
        );
        Assert.Empty(
            await server.Marks(
                "seeds/ships/odd.yaml",
                """
                name: { value: { en: The Odd, de: Die Ungerade }, cite: { article: log, quote: In } }
                formerNames: [Gull, { value: 1901, cite: [{ article: log, quote: 1901 }] }]
                escorts: { value: [tern], cite: { article: log, quote: she } }
                rig: { value: schooner, cite: { article: log, quote: sailed } }
                voyages:
                  - to: Bergen
                    cite: { article: log, quote: sailed, for: to }
                """
            )
        );
        Assert.Empty(
            await server.Marks(
                "seeds/ships/odd.yaml",
                "name: { en: The Odd, de-CH: Die Ungerade }\nprice: { amount: -12.5, currency: EUR }\nlaunched:\n"
            )
        );
    }

    /// <summary>Seeds that were not written for DataPackage, with keys, ids and shapes of their own.</summary>
    [NodeFact]
    public async Task What_the_build_takes_of_other_peoples_data_is_not_marked()
    {
        Fleet();
        Write(
            "schema/Port.yaml",
            """
            plural: Ports
            properties:
              unlocode: { key: UN/LOCODE, type: text, required: true, description: Its code. }
              names: { cardinality: map, type: text, description: Its names. }
              outline: { cardinality: many, of: { cardinality: many, type: decimal }, description: Its corners. }
              depths: { cardinality: map, nullable: true, of: { type: decimal, nullable: true }, description: Its basins. }
              keeper: { range: Company, by: name, description: Who keeps it. }
              visitor: { range: Ship, description: Who was there. }
            """
        );
        Write(
            "schema/Company.yaml",
            "plural: Companies\ncaption: name\nproperties:\n  name: { type: text, required: true, unique: true, description: Its name. }\n"
        );
        Write("ships.yaml", "1.5: { name: Decimal }\nMV Gull: { name: Gull }\n");
        Write("lights.yaml", "north: { range: 12 }\n");
        const string port = """
            UN/LOCODE: NOBGO
            names: { no: Bergen, value: Worth }
            outline: [[60.4, 5.3], [60.5, 5.2]]
            depths: { inner: 11, outer: }
            keeper: North Sea Line
            visitor: 1.5

            """;
        Write("ports/bergen.yaml", port);
        Assert.Empty(Errors());
        await using var server = await Open();

        Assert.Empty(await server.Marks("seeds/ports/bergen.yaml", port));
        Assert.Empty(
            await server.Marks("seeds/ports/oslo.yaml", port.Replace("1.5", "Ship/MV Gull", StringComparison.Ordinal))
        );
        Assert.Empty(await server.Marks("seeds/lights.yaml", "north: { range: 12.5, colour: red }\n"));
        Assert.NotEmpty(await server.Marks("seeds/ports/oslo.yaml", "unlocode: NOOSL\n"));
    }

    /// <summary>The editor has no schema for configured files in another shape.</summary>
    [Fact]
    public void Files_in_a_shape_of_their_own_have_no_schema()
    {
        Fleet();
        Write(
            "datapackage.yaml",
            "namespace: Fleet\nkinds:\n  Light: { source: data/*.yaml, items: lights, ignore: [note] }\n"
        );
        Write("data/north.yaml", "lights: [{ id: north, range: 12, note: x }]\n");

        WriteSchemas();

        Assert.Empty(Errors());
        var settings = File.ReadAllText(Path.Combine(_workspace, "obj/editor/settings.json"));
        Assert.Contains("Ship.kind.json", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("Light.", settings, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task What_breaks_a_rule_of_the_schema_is_marked()
    {
        Fleet();
        await using var server = await Open();

        foreach (
            var line in new[]
            {
                "crew: 1.5",
                "crew: 0",
                "crew: many",
                "length: about ten",
                "sign: ab",
                "sign: ABCDEFGHI",
                "isAfloat: yes",
                "price: 12",
                "rig: brigg",
                "owner: tern",
                "rig: { value: brigg }",
                "voyages: { to: Bergen, form: Hull }",
                "citations: { article: lag, quote: she }",
                "owner: { value: north-sea-line, cite: { article: log, qoute: she } }",
                "launched: 12.05.1901",
                "escorts: [gull]",
            }
        )
            Assert.Equal(
                [(line, true)],
                (await server.Marks("seeds/ships/odd.yaml", $"name: Odd\n{line}\n"))
                    .Select(mark => (line, mark.StartsWith("2: ", StringComparison.Ordinal)))
                    .Distinct()
            );
        Assert.NotEmpty(await server.Marks("seeds/ships/odd.yaml", "launched: 1901\n"));
    }

    [NodeFact]
    public async Task Faulty_seeds_take_the_ids_of_no_other_entity_away()
    {
        Fleet();
        Write("ships/broken.yaml", "name: [\n");
        Write("companies.yaml", "north-sea-line: { nam: North Sea Line }\nsouth-sea-line: [\n");
        await using var server = await Open();

        Assert.Contains("tern", (await server.Complete("seeds/ships/odd.yaml", "escorts: [$$]\n")).Keys);
        // The entities in the unreadable file are unknown, so no reference to them is called wrong.
        Assert.Empty(await server.Marks("seeds/ships/odd.yaml", "name: Odd\nowner: west-sea-line\n"));
    }

    [Fact]
    public void Only_what_changed_is_written()
    {
        Fleet();
        WriteSchemas();
        var target = Path.Combine(_workspace, "obj/editor");
        foreach (var file in Directory.GetFiles(target))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        string[] Written() =>
            [
                .. Directory
                    .GetFiles(target)
                    .Where(file => File.GetLastWriteTimeUtc(file) > DateTime.UnixEpoch)
                    .Select(file => Path.GetFileName(file)!),
            ];

        WriteSchemas();
        Assert.Empty(Written());

        Write("ships/gull.yaml", "name: Gull\n");
        WriteSchemas();
        Assert.Equal(["ids.json"], Written());

        // Its seeds too, from which the build would infer the kind.
        File.Delete(Path.Combine(_workspace, "seeds/schema/Company.yaml"));
        File.Delete(Path.Combine(_workspace, "seeds/companies.yaml"));
        WriteSchemas();
        Assert.DoesNotContain(
            Directory.GetFiles(target),
            file => Path.GetFileName(file).StartsWith("Company", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Nothing_that_is_written_names_a_folder_of_the_machine()
    {
        Fleet();
        WriteSchemas();

        Assert.All(
            Directory.GetFiles(Path.Combine(_workspace, "obj/editor")),
            file => Assert.DoesNotContain(_workspace, File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    /// <summary>Seeds that a project elsewhere in a clone shares; the curator opens their folder.</summary>
    [Theory]
    [InlineData(".git", "./code/obj/editor/datapackage.json", "data/seeds/datapackage.yaml")]
    [InlineData("code/.git", "./code/obj/editor/datapackage.json", "data/seeds/datapackage.yaml")]
    public void Settings_start_at_the_folder_that_is_opened(string mark, string schema, string pattern)
    {
        Write("../data/seeds/datapackage.yaml", "namespace: Fleet\n");
        Directory.CreateDirectory(Path.Combine(_workspace, "code"));
        File.WriteAllText(Path.Combine(_workspace, mark), "gitdir: elsewhere\n");

        WriteSchemas("code", "data/seeds");

        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(_workspace, "code/obj/editor/settings.json")))![
            "yaml.schemas"
        ]!.AsObject();
        Assert.Equal(pattern, (string)settings[schema]![0]!);
    }

    [Fact]
    public void Every_date_that_the_build_takes_fits_the_pattern_of_the_editor()
    {
        Fleet();
        WriteSchemas();
        var pattern = (string)
            JsonNode.Parse(File.ReadAllText(Path.Combine(_workspace, "obj/editor/Ship.kind.json")))!["properties"]![
                "launched"
            ]!["anyOf"]![0]!["pattern"]!;
        string[] dates =
        [
            "1985-04-12",
            "1985-04",
            "1985",
            "1985-04-12T23:20:30",
            "1985-04-12T23:20:30Z",
            "1985-04-12T23:20:30-04",
            "1985-04-12T23:20:30+04:30",
            "1964/2008",
            "2004-06/2006-08",
            "2004-02-01/2005-02-08",
            "Y170000002",
            "Y-170000002",
            "2001-21",
            "1984?",
            "2004-06~",
            "2004-06-11%",
            "201X",
            "20XX",
            "2004-XX",
            "1985-04-XX",
            "1985-XX-XX",
            "1985-04-12/..",
            "1985-04/..",
            "1985/..",
            "../1985-04-12",
            "1985-04-12/",
            "/1985-04-12",
            "/1985",
            "-1985",
            "Y-17E7",
            "Y171010000S3",
            "1950S2",
            "2001-34",
            "[1667,1668,1670..1672]",
            "[..1760-12-03]",
            "[1760-12..]",
            "[1760-01,1760-02,1760-12..]",
            "[1667,1760-12]",
            "[..1984]",
            "{1667,1668,1670..1672}",
            "{1960,1961-12}",
            "{..1984}",
            "2004-06-11%/2004-06~",
            "2004?-06-11",
            "2004-06~-11",
            "?2004-06-~11",
            "2004-%06-11",
            "156X-12-25",
            "15XX-12-25",
            "XXXX-12-XX",
            "1XXX-XX",
            "1984~/2004-06",
            "2004-06-~01/2004-06-~20",
            "2004-06-XX/2004-07-03",
        ];

        Assert.All(
            dates,
            date =>
            {
                Assert.NotNull(EdtfDate.Parse(date));
                Assert.Matches(new Regex(pattern, RegexOptions.ECMAScript), date);
            }
        );
        Assert.All(
            ["12.05.1901", "May 1901", "1901/05/12", "around 1901", "2025-4-2", ""],
            text => Assert.DoesNotMatch(new Regex(pattern, RegexOptions.ECMAScript), text)
        );
    }

    /// <summary>Ships and companies with a property of each type.</summary>
    private void Fleet()
    {
        Write("datapackage.yaml", "namespace: Fleet\ncitations: entity\n");
        Write(
            "schema/Ship.yaml",
            """
            plural: Ships
            caption: name
            properties:
              name: { type: text, localized: true, required: true, description: The name on her bow. }
              formerNames: { type: text, cardinality: many, description: The names that she had before. }
              launched: { type: date, description: When she was launched. }
              crew: { type: integer, minimum: 1, description: How many sail her. }
              length: { type: decimal, description: In metres. }
              isAfloat: { type: boolean, description: Whether she floats. }
              price: { type: money, description: What she cost. }
              sign: { type: text, pattern: "[A-Z0-9]{4,7}", description: Her call sign. }
              rig: { type: enum, values: { schooner: Two masts., barque: Three masts. }, description: Her rig. }
              escorts: { range: Ship, cardinality: many, description: Who goes along. }
              owner: { range: Company, description: Whom she belongs to. }
              voyages: { range: Voyage, cardinality: many, description: Where she has been. }
            """
        );
        Write(
            "schema/Voyage.yaml",
            "embedded: true\nproperties:\n  to: { type: text, required: true, description: Where to. }\n"
        );
        Write(
            "schema/Company.yaml",
            "plural: Companies\ncaption: name\nproperties:\n  name: { type: text, required: true, description: Its name. }\n"
        );
        Write("ships/tern.yaml", "name: Tern\n");
        Write("companies.yaml", "north-sea-line: { name: North Sea Line }\n");
        Write("articles/log.txt", "In 1901 she sailed.\n");
        Write("articles/log.yaml", "title: Log\n");
    }

    private void Write(string seed, string text)
    {
        var path = Path.GetFullPath(Path.Combine(_workspace, "seeds", seed));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The generator's messages about the seeds, so a test cannot accept what the build refuses. Without
    /// missing citations (DP3005) and information: an inferred kind (DP1050), an omitted path (DP1045).</summary>
    private string[] Errors()
    {
        var seeds = new SeedSet();
        var folder = Path.Combine(_workspace, "seeds");
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            seeds.With(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file));
        return [.. seeds.Generate().Messages.Where(message => message[^6..] is not ("DP3005" or "DP1050" or "DP1045"))];
    }

    private async Task<LanguageServer> Open()
    {
        WriteSchemas();
        return await LanguageServer.Open(_workspace, Path.Combine(_workspace, "obj/editor/settings.json"));
    }

    private void WriteSchemas(string project = ".", string seeds = "seeds")
    {
        var (projectFolder, seedsFolder) = (
            Path.GetFullPath(Path.Combine(_workspace, project)),
            Path.Combine(_workspace, seeds)
        );
        var request = Path.Combine(_workspace, "request");
        string[] entries =
        [
            projectFolder,
            seedsFolder,
            Path.Combine(projectFolder, "obj/editor"),
            .. Directory
                .GetFiles(seedsFolder, "*", SearchOption.AllDirectories)
                .SelectMany(file => new[] { Path.GetRelativePath(seedsFolder, file), file }),
        ];
        File.WriteAllText(request, string.Concat(entries.Select(entry => entry + "\0")));
        Assert.Equal(0, EditorSchemas.Program.Main([request]));
    }
}
