using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace DataPackage.Consumer.Tests;

/// <summary>The samples outside of the repository, on the packed packages, as users would copy them.</summary>
[Collection(Packages.Name)]
public partial class SampleTests(Strangers strangers, ITestOutputHelper output)
{
    [Fact]
    public void The_tour_ends_well() => Assert.NotEmpty(strangers.LinesOf("samples/Tour"));

    [Fact]
    public void FSharp_uses_entities_equality_and_generic_code() =>
        Assert.Equal(
            [
                "Istanbul, 2025-02-27",
                "true",
                "Marc Fogel",
                "Donald Trump: President of the United States",
                "Kirill Dmitriev: Head of Russia's sovereign wealth fund",
            ],
            strangers.LinesOf("samples/FSharp")
        );

    [Fact]
    public void Entity_Framework_keeps_references_as_ids_in_SQLite_and_gives_back_the_very_entities() =>
        Assert.Equal(
            ["True", "Washington, 2025-04-02", "1", "1", "steve-witkoff", "Sergey Lavrov, Steve Witkoff"],
            strangers.LinesOf("samples/EntityFramework")
        );

    [Fact]
    public void Countries_of_a_file_in_flow_style_have_neighbours_and_names_in_many_languages() =>
        Assert.Equal(
            [
                "Federative Republic of Brazil, 8515767 km², R$",
                "ARG, BOL, COL, GUF, GUY, PRY, PER, SUR, URY, VEN",
                "Bolivia: Paraguay",
                "Paraguay: Bolivia",
                "deu: Vereinigte Staaten",
                "fra: États-Unis",
                "jpn: アメリカ合衆国",
                "por: Estados Unidos",
                "rus: Соединённые Штаты Америки",
                "spa: Estados Unidos",
                "fra: République d'Haïti",
                "hat: Repiblik Ayiti",
            ],
            strangers.LinesOf("samples/Countries")
        );

    [Fact]
    public void Languages_of_a_map_have_names_in_CSharp_whatever_their_keys() =>
        Assert.Equal(
            [
                "C++ #f34b7d .cpp .cc .h",
                "C#, F*, 1C Enterprise, Objective-C++, NO, なでしこ",
                "True",
                "Bash is a Shell, #89e051",
                "JSON with Comments is a JSON, #292929",
                "text/x-python",
                "ja: パイソン",
                "ru: Пайтон",
                "zh: Python语言",
            ],
            strangers.LinesOf("samples/Languages")
        );

    [Fact]
    public void Legislators_of_a_list_have_terms_of_office_for_states_of_another_file() =>
        Assert.Equal(
            [
                "320 members, the first of whom is A000212, Thea Ashgrove",
                "Zoltan Hallström, born 1950-07-12, 7 terms",
                "rep 1977-01-03/1979-01-03 Fennick, district 0",
                "sen 1979-01-03/1985-01-03 Fennick, at large",
                "Avenmark: 54 terms",
                "Emberly: 46 terms",
                "de: Hohltal",
                "fr: La Hollowvale",
            ],
            strangers.LinesOf("samples/Legislature")
        );

    [Theory]
    [InlineData("samples/Countries", "Country, CountryCurrency, CountryIdd, CountryName, CountryNameNative")]
    [InlineData("samples/Languages", "Language, LanguageCodemirror")]
    [InlineData(
        "samples/Legislature",
        "Legislator, LegislatorBio, LegislatorId, LegislatorName, LegislatorTerm, State"
    )]
    public void What_was_inferred_is_pinned_by_one_command_and_the_code_is_the_same(string sample, string kinds)
    {
        Assert.DoesNotContain(
            "warning",
            strangers.Succeed(sample, "build", "--no-incremental"),
            StringComparison.Ordinal
        );
        var inferred = Generated();
        // A program outside the compiler generates the same.
        var outside = OutsideTheCompiler.FilesOf(strangers.Folder(sample));
        Assert.Equal(outside.Keys, inferred.Keys);
        Assert.All(
            outside,
            file =>
                Assert.Equal(
                    GeneratorVersion().Replace(file.Value, ""),
                    GeneratorVersion().Replace(inferred[file.Key], "")
                )
        );

        Assert.Contains(
            $"Pinned in seeds/schema: {kinds}\n",
            strangers.Succeed(sample, "build", "-t:PinSchemas").ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No kind was inferred: all have a schema",
            strangers.Succeed(sample, "build", "-t:PinSchemas"),
            StringComparison.Ordinal
        );
        strangers.Succeed(sample, "build", "--no-incremental");

        Assert.Equal(inferred, Generated());
        Directory.Delete(Path.Combine(strangers.Folder(sample), "seeds", "schema"), recursive: true);

        SortedDictionary<string, string> Generated() =>
            new(
                strangers.GeneratedFilesOf(sample).ToDictionary(file => Path.GetFileName(file), File.ReadAllText),
                StringComparer.Ordinal
            );
    }

    [Fact]
    public void A_theory_has_a_case_for_each_entity_which_can_be_run_alone()
    {
        strangers.Succeed("samples/Tests", "build");

        var listed = strangers.Succeed("samples/Tests", "test", "--no-build", "--list-tests");
        Assert.Contains("Every_event_has_a_name(happening: istanbul-talks-2025)", listed, StringComparison.Ordinal);
        Assert.Contains("Every_position_has_a_title(official: kirill-dmitriev)", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Every_position_has_a_title(official: marc-fogel)", listed, StringComparison.Ordinal);

        Assert.Equal("1", Passed("DisplayName~happening: istanbul-talks-2025"));
        Assert.Equal(
            listed
                .Split('\n')
                .Count(line => line.StartsWith("    AgendaTests.", StringComparison.Ordinal))
                .ToString(null, null),
            Passed("")
        );

        string Passed(string filter)
        {
            var results = Path.Combine(strangers.Workspace, "results.trx");
            strangers.Succeed(
                "samples/Tests",
                [
                    "test",
                    "--no-build",
                    "--logger",
                    $"trx;LogFileName={results}",
                    .. filter.Length == 0 ? Array.Empty<string>() : ["--filter", filter],
                ]
            );
            return XDocument
                .Load(results)
                .Descendants()
                .Single(element => element.Name.LocalName == "Counters")
                .Attribute("passed")!
                .Value;
        }
    }

    [Fact]
    public async Task A_minimal_API_finds_entities_by_the_ids_in_its_routes_and_says_which_id_was_probably_meant()
    {
        strangers.Succeed("samples/MinimalApi", "build");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(strangers.Folder("samples/MinimalApi"), "bin/Debug/net10.0/MinimalApi.dll"),
                "--urls",
                "http://127.0.0.1:0",
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var server = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOf(server) };

            var person = await client.GetFromJsonAsync<JsonNode>("/persons/kirill-dmitriev");
            Assert.Equal(
                ("Person", "kirill-dmitriev", "Kirill Dmitriev", "russia"),
                (
                    (string)person!["kind"]!,
                    (string)person["id"]!,
                    (string)person["name"]!["en"]!,
                    (string)person["country"]!
                )
            );

            var (status, problem) = await Ask(client.GetAsync("/persons/kiril-dmitriev"));
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal(
                "There is no Person with the id 'kiril-dmitriev'. Did you mean 'kirill-dmitriev'?",
                (string)problem!["detail"]!
            );

            var events = await client.GetFromJsonAsync<JsonNode>("/places/istanbul/events");
            Assert.Equal("istanbul-talks-2025", (string)events![0]!["id"]!);

            Assert.Equal(
                "Marc Fogel in Moscow on 2025-02~",
                await (
                    await client.PostAsJsonAsync(
                        "/orders",
                        new
                        {
                            customer = "marc-fogel",
                            destination = "moscow",
                            day = "2025-02~",
                        }
                    )
                ).Content.ReadAsStringAsync()
            );
            (status, problem) = await Ask(
                client.PostAsJsonAsync(
                    "/orders",
                    new
                    {
                        customer = "marc-fogel",
                        destination = "moskow",
                        day = "2025-02~",
                    }
                )
            );
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal("There is no Place with the id 'moskow'. Did you mean 'moscow'?", (string)problem!["detail"]!);
            (status, _) = await Ask(
                client.PostAsJsonAsync(
                    "/orders",
                    new
                    {
                        customer = person,
                        destination = "moscow",
                        day = "2025",
                    }
                )
            );
            Assert.Equal(HttpStatusCode.BadRequest, status);

            var api = await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json");
            var schema = api!["paths"]!["/persons/{person}"]!["get"]!["parameters"]![0]!["schema"]!;
            Assert.Equal("string", (string)schema["type"]!);
            Assert.Equal("donald-trump", (string)schema["examples"]![0]!);
            var schemas = api["components"]!["schemas"]!;
            Assert.Equal(
                "#/components/schemas/PersonId",
                (string)schemas["Order"]!["properties"]!["customer"]!["$ref"]!
            );
            Assert.StartsWith(
                "When the person was born.",
                (string?)schemas["Person"]!["properties"]!["birthDate"]!["description"],
                StringComparison.Ordinal
            );
            Assert.Equal(
                "#/components/schemas/Event",
                (string?)
                    Content(api["paths"]!["/places/{place}/events"]!["get"]!["responses"]!["200"]!)["items"]!["$ref"]
            );
        }
        finally
        {
            server.Kill();
        }

        static JsonNode Content(JsonNode body) => body["content"]!["application/json"]!["schema"]!;

        static async Task<Uri> AddressOf(Process server)
        {
            const string before = "Now listening on: ";
            while (await server.StandardOutput.ReadLineAsync() is { } line)
                if (line.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at)
                    return new Uri(line[(at + before.Length)..].Trim());
            throw new InvalidOperationException("The server ended before it listened.");
        }

        static async Task<(HttpStatusCode, JsonNode?)> Ask(Task<HttpResponseMessage> asked)
        {
            using var answer = await asked;
            return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>());
        }
    }

    /// <summary>Warnings of the trimmer and of the native compiler (IL…) are errors in every project here.</summary>
    [Fact]
    public void A_native_program_is_published_without_a_warning_and_runs()
    {
        if (Linker() is not { } linker)
        {
            output.WriteLine("Skipped: Native AOT links with clang or gcc, and neither is installed.");
            return;
        }

        var folder = Path.Combine(strangers.Workspace, "native");
        var published = strangers.Succeed(
            "samples/Aot",
            "publish",
            "--use-current-runtime",
            "--output",
            folder,
            $"-p:CppCompilerAndLinker={linker}"
        );
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);

        using var program = Process.Start(
            new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "Aot.exe" : "Aot"))
            {
                RedirectStandardOutput = true,
            }
        )!;
        Assert.Equal(
            [
                "Sergey Lavrov",
                """{"Customer":"kirill-dmitriev","Day":"2025-04-02"}""",
                "True",
                """{"kind":"Person","id":"marc-fogel",""",
                "True",
            ],
            program.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
        );
        program.WaitForExit();
        Assert.Equal(0, program.ExitCode);
    }

    private static string? Linker() =>
        ((string[])["clang", "gcc"]).FirstOrDefault(name =>
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(name, "--version")
                    {
                        RedirectStandardOutput = true,
                        RedirectStandardError = true,
                    }
                )!;
                process.WaitForExit();
                return true;
            }
            catch (Win32Exception)
            {
                return false;
            }
        });

    /// <summary>The packages of tests have a version of their own.</summary>
    [GeneratedRegex("(?<=DataPackage[.]Generator )[^\"]+")]
    private static partial Regex GeneratorVersion();
}
