using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Every consumer builds with warnings as errors.</summary>
[Collection(Packages.Name)]
public class ConsumerTests(Strangers strangers)
{
    [Fact]
    public void An_app_that_knows_only_DataPackage_prints_what_the_documentation_promises() =>
        Assert.Equal(
            [
                "2025-02-27",
                "True",
                "lavrov-announcement-2025",
                "True",
                "Dmitriev, a Kremlin envoy, heads Russia's sovereign wealth fund | dmitriev-in-washington | 3 | True",
                "1975 [1975,1976]",
                "Istanbul, Middle East, Moscow, Russia, Saudi Arabia, Ukraine, United States, Washington",
            ],
            strangers.LinesOf("App", "--framework", "net10.0")
        );

    [Fact]
    public void The_same_app_compiles_for_the_oldest_framework_that_is_supported() =>
        Assert.Empty(strangers.ErrorsOf("App", "--framework", "net8.0"));

    [Fact]
    public void An_app_on_DataPackage_gets_its_runtime_and_analyzers_and_no_parser_and_no_generator()
    {
        strangers.Succeed("App", "restore");

        var packages = PackagesOf("App");
        Assert.Contains($"DataPackage {strangers.Version}", packages);
        Assert.Contains($"DataPackage.Runtime {strangers.Version}", packages);
        Assert.Equal(2, packages.Count);
        var analyzers = strangers.Succeed(
            "App",
            "msbuild",
            "-getItem:Analyzer",
            "-target:ResolveLockFileAnalyzers",
            "-property:TargetFramework=net10.0"
        );
        Assert.Contains("\"Analyzer\"", analyzers, StringComparison.Ordinal);
        Assert.DoesNotContain("YamlDotNet", analyzers, StringComparison.Ordinal);
        Assert.Contains("DataPackage.Analyzers.dll", analyzers, StringComparison.Ordinal);
        Assert.DoesNotContain("DataPackage.Generator", analyzers, StringComparison.Ordinal);
        Assert.DoesNotContain("DataPackage.Engine", analyzers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_with_central_package_versions_uses_the_data_package_too() =>
        Assert.Empty(strangers.ErrorsOf("CentralVersions"));

    [Fact]
    public void A_project_with_its_own_seeds_and_its_own_kinds_gets_its_own_types() =>
        Assert.Equal(
            ["West Point Light", "True", "west-point", "41.50", "1884-06-01", "True", "west-point"],
            strangers.LinesOf("OwnKinds")
        );

    /// <summary>The compiler learns the seeds folder from a file in which '#' starts a comment.</summary>
    [Fact]
    public void A_project_has_its_seeds_in_a_folder_of_any_name()
    {
        var folder = Path.Combine("C# \u00fcber 100%", "OwnKinds");
        strangers.Copy("OwnKinds", folder);
        Assert.Equal("West Point Light", strangers.LinesOf(folder)[0]);
    }

    [Fact]
    public void A_project_is_built_through_a_link_to_its_folder()
    {
        strangers.Copy("OwnKinds", Path.Combine("linked", "OwnKinds"));
        Directory.CreateSymbolicLink(strangers.Folder("link"), strangers.Folder("linked"));
        Assert.Equal(
            "West Point Light",
            strangers.LinesOf("linked", "--project", Path.Combine(strangers.Folder("link"), "OwnKinds"))[0]
        );
    }

    [Fact]
    public void A_plain_German_text_with_a_sidecar_is_an_article_that_entities_quote_without_a_schema_for_it() =>
        Assert.Equal(
            [
                "2: „Wir waren schneller oben als im Vorjahr“, erzählte Grete Moosbrugger",
                "1: zur|Steinberghütte auf",
                "3: Für die Übernachtung nimmt|die Hüttenwirtin 38,50 Franken",
                "38.50 CHF",
                "Wanderung des Vereins",
                "Zwölf Wanderer und eine Hütte",
                "3",
            ],
            strangers.LinesOf("GermanText")
        );

    [Fact]
    public void An_app_reaches_the_data_through_a_library_that_uses_them() =>
        Assert.Equal(["lavrov-announcement-2025"], strangers.LinesOf("LibraryApp"));

    [Fact]
    public void Two_data_packages_with_kinds_and_ids_of_the_same_name_stand_side_by_side() =>
        Assert.Equal(
            [
                "Marc Fogel the sailor, Marc Fogel",
                "Marc Fogel the sailor: 2, Marc Fogel",
                "False",
                """{"Sailor":"marc-fogel","Person":"marc-fogel"}""",
                "True",
                "Ada Lund: Crew",
                "Marc Fogel: DataPackage",
                "Moscow: DataPackage",
                "Marc Fogel the sailor: Crew",
            ],
            strangers.LinesOf("CrewApp")
        );

    [Fact]
    public void Visual_Basic_reads_the_same_names() =>
        Assert.Equal(
            [
                "Kirill Dmitriev, Kirill Dmitriev, [1975,1976]",
                "Talks, Istanbul, Russia",
                "istanbul-talks-2025",
                "True",
                "False",
            ],
            strangers.LinesOf("BasicApp")
        );

    [Fact]
    public void A_package_refers_to_entities_of_another_one_and_brings_it_along()
    {
        strangers.Succeed("Hearings", "pack", "--output", strangers.Feed);

        Assert.Equal(
            ["Marc Fogel, True", "Kremlin", """{"Hearing":"first","Subject":"marc-fogel"}""", "True"],
            strangers.LinesOf("HearingsApp")
        );
    }

    /// <summary>The app references two data packages, each with the analyzers. One of them is a stranger's.</summary>
    [Fact]
    public void A_misspelled_id_does_not_compile_and_is_reported_once()
    {
        strangers.Succeed("Crew", "pack", "--output", strangers.Feed, "-p:Version=" + strangers.Version);

        var build = strangers.Try("Misspelled", "build", "-consoleLoggerParameters:NoSummary");

        Assert.Contains(" 2 Error(s)", build.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                new BuildError(
                    "Program.cs",
                    2,
                    36,
                    "DP5001",
                    "There is no Person with the id 'marc-vogel'; did you mean 'marc-fogel'?"
                ),
                new BuildError(
                    "Program.cs",
                    3,
                    43,
                    "DP5001",
                    "There is no Person with the id 'kiril-dmitriev'; did you mean 'kirill-dmitriev'?"
                ),
            ],
            BuildError.In(build.Output, strangers.Folder("Misspelled")).OrderBy(error => error.Line)
        );
        Assert.Equal(0, AnalyzersOf("Misspelled", "roslyn4.7"));
        Assert.Equal(2, AnalyzersOf("Misspelled", "roslyn4.8"));
    }

    /// <summary>The number of copies of the analyzers that a compiler of this version would run.</summary>
    private int AnalyzersOf(string project, string compiler) =>
        strangers
            .Succeed(
                project,
                "msbuild",
                "-getItem:Analyzer",
                "-target:ResolveLockFileAnalyzers",
                "-property:CompilerApiVersion=" + compiler
            )
            .Split('\n')
            .Count(line =>
                line.Contains("\"Identity\"", StringComparison.Ordinal)
                && line.Contains("DataPackage.Analyzers.dll", StringComparison.Ordinal)
            );

    [Fact]
    public void What_another_package_lacks_is_an_error_at_the_word_that_asks_for_it()
    {
        var seeds = Path.Combine(strangers.Folder("LostHearings"), "seeds");
        Directory.CreateDirectory(Path.Combine(seeds, "schema"));
        Directory.CreateDirectory(Path.Combine(seeds, "hearings"));
        var project = File.ReadAllText(Path.Combine(strangers.Folder("Hearings"), "Hearings.csproj"));
        File.WriteAllText(Path.Combine(strangers.Folder("LostHearings"), "LostHearings.csproj"), project);
        File.WriteAllText(
            Path.Combine(seeds, "schema", "Hearing.yaml"),
            "properties:\n  subject: { range: Person@DataPackage }\n  place: { range: Person@DatPackage }\n"
        );
        File.WriteAllText(Path.Combine(seeds, "hearings", "first.yaml"), "subject: marc-vogel\n");

        Assert.Equal(
            [
                new BuildError(
                    "seeds/hearings/first.yaml",
                    1,
                    10,
                    "DP2001",
                    "There is no Person of DataPackage with the id 'marc-vogel'; did you mean 'marc-fogel'?"
                ),
                new BuildError(
                    "seeds/schema/Hearing.yaml",
                    3,
                    19,
                    "DP2020",
                    "The project references no data package with the namespace 'DatPackage'; did you mean 'DataPackage'?; add it: dotnet add package, or dotnet add reference"
                ),
            ],
            strangers.ErrorsOf("LostHearings").OrderBy(error => error.File, StringComparer.Ordinal)
        );
    }

    /// <summary>The app has a seeds folder as well. If the generator ran there too, each type would exist twice
    /// (CS0436).</summary>
    [Fact]
    public void An_app_on_a_library_that_was_made_with_the_generator_generates_nothing_of_its_own()
    {
        Assert.Equal(["Plum cake (60), Rye bread (90)"], strangers.LinesOf("OwnLibraryApp"));
        Assert.NotEmpty(strangers.GeneratedFilesOf("OwnLibrary"));
        Assert.Empty(strangers.GeneratedFilesOf("OwnLibraryApp"));
    }

    [Fact]
    public void A_generator_that_a_library_hands_on_generates_nothing_where_there_are_no_seeds()
    {
        Directory.CreateDirectory(strangers.Folder("SeedlessApp"));
        File.Copy(
            Path.Combine(strangers.Folder("OwnLibraryApp"), "Program.cs"),
            Path.Combine(strangers.Folder("SeedlessApp"), "Program.cs")
        );
        File.Copy(
            Path.Combine(strangers.Folder("OwnLibraryApp"), "OwnLibraryApp.csproj"),
            Path.Combine(strangers.Folder("SeedlessApp"), "SeedlessApp.csproj")
        );

        Assert.Equal(
            ["Plum cake (60), Rye bread (90)"],
            strangers.LinesOf("SeedlessApp", "--property:GeneratorPrivateAssets=none")
        );
        Assert.Contains(
            PackagesOf("SeedlessApp"),
            package => package.StartsWith("DataPackage.Generator ", StringComparison.Ordinal)
        );
        Assert.Empty(strangers.GeneratedFilesOf("SeedlessApp"));
    }

    [Fact]
    public void A_project_that_forgot_the_runtime_is_told_so_once_and_nothing_else()
    {
        var error = Assert.Single(strangers.ErrorsOf("WithoutRuntime"));

        Assert.Equal(("", "DP0009"), (error.File, error.Code));
        Assert.Contains("dotnet add package DataPackage.Runtime", error.Message, StringComparison.Ordinal);
    }

    /// <summary>In a real build, with the compiler and the paths of users.</summary>
    [Fact]
    public void A_debugger_that_steps_into_an_accessor_opens_the_seed_at_its_line()
    {
        List<string> Places(string output)
        {
            var built = Path.Combine(strangers.Folder("OwnKinds"), output, "OwnKinds");
            return AccessorPlaces.Of(
                File.OpenRead(built + ".dll"),
                File.OpenRead(built + ".pdb"),
                "Keepers",
                "Lighthouses"
            );
        }

        strangers.Succeed("OwnKinds", "build", "--configuration", "Debug", "--output", "stepping");
        strangers.Succeed("OwnKinds", "build", "--configuration", "Release", "--output", "released");

        var seeds = Path.Combine(strangers.Folder("OwnKinds"), "seeds");
        var keepers = Path.Combine(seeds, "keepers.yaml");
        Assert.Equal(
            [
                $"AdaLund {keepers}(1)",
                $"OleBrandt {keepers}(2)",
                $"WestPoint {Path.Combine(seeds, "lighthouses", "west-point.yaml")}(1)",
            ],
            Places("stepping")
        );
        Assert.Empty(Places("released"));
    }

    /// <summary>All packages of a project, including indirect ones: name and version.</summary>
    private List<string> PackagesOf(string project) =>
        [
            .. strangers
                .Succeed(project, "list", "package", "--include-transitive", "--no-restore")
                .Split('\n')
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(parts => parts is [">", ..])
                .Select(parts => $"{parts[1]} {parts[^1]}")
                .Distinct(),
        ];
}
