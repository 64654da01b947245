using System.Diagnostics;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Verbs;

namespace DataPackage.Tool.Tests.Edits;

/// <summary><c>rename</c>, <c>merge</c> and <c>fix</c>, in each format.</summary>
public class EditTests
{
    [Fact]
    public void A_diff_is_shown_and_nothing_is_written()
    {
        using var folder = Fleet.Make();
        var before = folder.Files();

        var run = folder.Run("rename", "albatros", "albatross");

        Assert.Equal((ExitCode.Fine, "2 files would change: --apply writes them\n"), (run.ExitCode, run.Errors));
        Assert.Equal(
            """
            diff --git a/seeds/ships/albatros.yaml b/seeds/ships/albatross.yaml
            rename from seeds/ships/albatros.yaml
            rename to seeds/ships/albatross.yaml
            --- a/seeds/ships/albatros.yaml
            +++ b/seeds/ships/albatross.yaml
            @@ -1,3 +1,4 @@
            +formerIds: [albatros]
             name: { en: Albatros, de: Albatros }
             aliases: ["Alba, the white", Alby]
             number: 7
            diff --git a/seeds/ships/boreas.yaml b/seeds/ships/boreas.yaml
            --- a/seeds/ships/boreas.yaml
            +++ b/seeds/ships/boreas.yaml
            @@ -1,3 +1,3 @@
             formerIds: [north-wind]
             name: Boreas
            -sisters: [albatros]
            +sisters: [albatross]

            """,
            run.Output
        );
        Assert.Equal(before, folder.Files());
    }

    [Theory]
    [InlineData("rename", "c", "d")]
    [InlineData("rename", "albatros", "d")]
    [InlineData("merge", "boreas", "albatros", "--keep")]
    [InlineData("merge", "albatros", "boreas", "--keep")]
    [InlineData("fix")]
    public void What_is_applied_is_what_git_makes_of_the_diff(params string[] arguments)
    {
        const string lines = "#1\r\n#2\r\n#3\r\n#4\r\n#5\r\n#6\r\n#7\r\n";
        using var folder = Fleet
            .Make()
            .With(
                "seeds/ships/c.yaml",
                $"# no line end\nname: C\r\nsisters:\r\n- albatros\r\n- boreas\r\n{lines}aliases: [\r\n  D ]\nmate: x"
            );
        using var other = new TempFolder();
        foreach (var (path, _) in folder.Files())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(other.PathOf(path))!);
            File.Copy(folder.PathOf(path), other.PathOf(path));
        }

        folder.With("seeds/ships/e.yaml", $"nme: E\n{lines}sisters: [\n  boreass]");
        other.With("seeds/ships/e.yaml", $"nme: E\n{lines}sisters: [\n  boreass]");
        other.With("x.diff", folder.Run(arguments).Fine());
        var git = Process.Start(new ProcessStartInfo("git", ["apply", "x.diff"]) { WorkingDirectory = other.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        File.Delete(other.PathOf("x.diff"));
        Assert.NotEqual(folder.Files(), other.Files());

        folder.Run([.. arguments, "--apply"]).Fine();

        Assert.Equal(folder.Files(), other.Files());
    }

    /// <summary>The ids of entities are in the names of files, in keys, in values; in YAML, front matter and
    /// JSON.</summary>
    [Theory]
    [InlineData("ships/a.yaml", "# c\nname: A # d\n", "ships/z.yaml", "# c\nformerIds: [a]\nname: A # d\n")]
    [InlineData("ships/a.yaml", "", "ships/z.yaml", "formerIds: [a]\n")]
    [InlineData("ships/a.yaml", "{ name: A }", "ships/z.yaml", "{ formerIds: [a], name: A }")]
    [InlineData("ships/a.yaml", "id: a\nname: |+\n  A\n\n", "ships/z.yaml", "formerIds: [a]\nid: z\nname: |+\n  A\n\n")]
    [InlineData(
        "ships/a.yaml",
        "formerIds:\n  - x # y\nname: A\n",
        "ships/z.yaml",
        "formerIds:\n  - x\n  - a # y\nname: A\n"
    )]
    [InlineData(
        "ships.yaml",
        "a:\n  name: A\nb: { name: B }\n",
        null,
        "z:\n  formerIds: [a]\n  name: A\nb: { name: B }\n"
    )]
    [InlineData(
        "ships.yaml",
        "- id: a\n  name: A\n- { id: b }\n",
        null,
        "- formerIds: [a]\n  id: z\n  name: A\n- { id: b }\n"
    )]
    [InlineData(
        "ships.yaml",
        "- 'id': \"a\"\r\n- { id: b }\r\n",
        null,
        "- formerIds: [a]\r\n  'id': \"z\"\r\n- { id: b }\r\n"
    )]
    public void An_id_is_renamed_where_it_is_written(string path, string text, string? target, string expected)
    {
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("seeds/" + path, text);

        folder.Run("rename", "a", "z", "--apply").Fine();

        Assert.Equal(expected, folder.Text("seeds/" + (target ?? path)));
        Assert.Equal("", folder.Run("check").Fine());
        folder.Run("rename", "z", "a", "--apply").Fine();
        Assert.Equal(text, folder.Text("seeds/" + path));
    }

    [Fact]
    public void An_entity_is_renamed_in_claims()
    {
        const string schema = """
            properties:
              mate: { range: Ship, description: Who sails with her. }
              mates: { range: Ship, cardinality: many, description: Who sails with her. }

            """;
        const string text = """
            mate:
              - { value: a, rank: deprecated, because: sunk, accordingTo: Ship/a }
              - { value: b, accordingTo: a }
            mates:
              - { value: a, basis: inferred, note: from the log of a }

            """;
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", schema)
            .With("seeds/ships/a.yaml", "mate: b\n")
            .With("seeds/ships/b.yaml", text);

        folder.Run("rename", "a", "z", "--apply").Fine();

        Assert.Equal(
            """
            mate:
              - { value: z, rank: deprecated, because: sunk, accordingTo: Ship/z }
              - { value: b, accordingTo: z }
            mates:
              - { value: z, basis: inferred, note: from the log of a }

            """,
            folder.Text("seeds/ships/b.yaml")
        );
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void Json_is_edited_as_json()
    {
        const string json =
            "[\n  {\n    \"id\": \"a\",\n    \"mate\": \"b\"\n  },\n  { \"id\": \"b\", \"mate\": \"a\" }\n]\n";
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n  mate: { range: Ship, description: Her mate. }\n")
            .With("seeds/datapackage.yaml", "kinds: { Ship: { source: ships.json } }\n")
            .With("seeds/ships.json", json);

        folder.Run("rename", "a", "z", "--apply").Fine();

        Assert.Equal(
            "[\n  {\n    \"formerIds\": [\"a\"],\n    \"id\": \"z\",\n    \"mate\": \"b\"\n  },\n"
                + "  { \"id\": \"b\", \"mate\": \"z\" }\n]\n",
            folder.Text("seeds/ships.json")
        );
        folder.Run("rename", "z", "a", "--apply").Fine();
        Assert.Equal(json, folder.Text("seeds/ships.json"));
    }

    [Fact]
    public void A_table_keeps_its_ids_and_follows_those_of_others()
    {
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n  home: { range: Port, description: Her port. }\n")
            .With("seeds/schema/Port.yaml", "properties:\n  name: { type: text, description: Its name. }\n")
            .With("seeds/datapackage.yaml", "kinds: { Ship: { source: ships.csv } }\n")
            .With("seeds/ships.csv", "id,home\r\na,bergen\r\nb,\"bergen\"\r\n")
            .With("seeds/ports/bergen.yaml", "name: Bergen\n");

        folder.Run("rename", "bergen", "oslo", "--apply").Fine();
        Assert.Equal("id,home\r\na,oslo\r\nb,\"oslo\"\r\n", folder.Text("seeds/ships.csv"));

        var run = folder.Run("rename", "a", "z");
        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("ships.csv is a table, which cannot hold 'formerIds'", run.Errors);
    }

    [Fact]
    public void An_article_is_renamed_with_its_citations_and_mentions()
    {
        using var folder = Fleet
            .Make()
            .With("seeds/articles/memo.txt", "Alby sails.\n")
            .With("seeds/articles/memo.yaml", "title: Memo\nmentions: [Ship/albatros]\n");

        folder.Run("rename", "memo", "note", "--apply").Fine();
        folder.Run("rename", "log", "logbook", "--apply").Fine();
        folder.Run("rename", "albatros", "alba", "--apply").Fine();

        Assert.Equal(
            "formerIds: [memo]\ntitle: Memo\nmentions: [Ship/alba]\n",
            folder.Text("seeds/articles/note.yaml")
        );
        TextAssert.Has("article: logbook", folder.Text("seeds/ships/alba.yaml"));
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void A_merge_adds_what_is_lacking_and_redirects_references()
    {
        using var folder = Fleet.Make().With("seeds/ships/c.yaml", "name: C\nsisters: [boreas]\n");

        Assert.Equal(1, folder.Run("merge", "boreas", "albatros").ExitCode);
        folder.With(
            "seeds/ships/boreas.yaml",
            "# gone\nformerIds: [north-wind]\nname: { en: Albatros, de: Albatros }\nold: >-\n  x\n  y\ncitations:\n- article: log\n  quote: a crew of nine\n  for: [old]\n"
        );
        folder.Run("merge", "boreas", "albatros", "--apply").Fine();

        Assert.Equal(
            ("old: >-\n  x\n  y\nformerIds: [boreas, north-wind]\n" + Fleet.Albatros).Replace(
                "citations:\n",
                "citations:\n  - article: log\n    quote: a crew of nine\n    for: [old]\n",
                StringComparison.Ordinal
            ),
            folder.Text("seeds/ships/albatros.yaml")
        );
        Assert.Equal("name: C\nsisters: [albatros]\n", folder.Text("seeds/ships/c.yaml"));
        Assert.False(File.Exists(folder.PathOf("seeds/ships/boreas.yaml")));
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void A_name_is_corrected_if_only_one_is_near()
    {
        using var folder = Fleet
            .Make()
            .With(
                "seeds/ships/c.yaml",
                "nam: C # name\n\"crw\": 4\nrig: 'brg'\nsisters: [albatross, Ship/boreass, xyz]\n"
            )
            .With("seeds/ships/boreal.yaml", "name: Boreal\n");

        folder.Run("fix", "--apply").Fine();

        Assert.Equal(
            "name: C # name\n\"crew\": 4\nrig: 'brig'\nsisters: [albatros, Ship/boreass, xyz]\n",
            folder.Text("seeds/ships/c.yaml")
        );
    }

    [Theory]
    [InlineData(2, "'A b' is no id", "rename", "boreas", "A b")]
    [InlineData(
        1,
        "Ship has the id 'albatros' already; 'merge' makes one entity of two",
        "rename",
        "boreas",
        "albatros"
    )]
    [InlineData(1, "'north-wind' is a former id of 'boreas'", "rename", "albatros", "north-wind")]
    [InlineData(2, "'boreas' is the id that it has", "rename", "boreas", "boreas")]
    [InlineData(1, "'log' is a Article", "merge", "log", "boreas")]
    [InlineData(2, "both are Ship/boreas", "merge", "boreas", "north-wind")]
    public void What_cannot_be_is_refused(int code, string message, params string[] arguments)
    {
        using var folder = Fleet.Make();
        var before = folder.Files();

        var run = folder.Run([.. arguments, "--apply"]);

        Assert.Equal(code, run.ExitCode);
        TextAssert.Has("datapackage: " + message, run.Errors);
        Assert.Equal(before, folder.Files());
    }

    [Theory]
    [InlineData("{ formerIds: [b], # n\n name: A }\n")]
    [InlineData("formerIds: [b] # why\nname: A\n")]
    [InlineData("formerIds:\n  - x # why\n  - b\nname: A\n")]
    public void A_former_id_whose_comment_would_go_is_not_taken_away(string text)
    {
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("seeds/ships/a.yaml", text);

        var run = folder.Run("rename", "a", "b", "--apply");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("'formerIds' of 'a' is written in a way that cannot be edited", run.Errors);
        Assert.Equal(text, folder.Text("seeds/ships/a.yaml"));
    }

    /// <summary>A link may lead to a file that never ends.</summary>
    [Theory]
    [InlineData("rename", "albatros", "z")]
    [InlineData("fix")]
    [InlineData("list")]
    [InlineData("new", "Ship", "z")]
    public void Nothing_is_read_through_a_link(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var folder = Fleet.Make();
        File.CreateSymbolicLink(folder.PathOf("seeds/ships/endless.yaml"), "/dev/zero");

        var run = folder.Run(arguments);

        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Output));
        TextAssert.Has("seeds/ships/endless.yaml", run.Errors);
        TextAssert.Has("error DP0021", folder.Run("check").Output);
    }

    [Fact]
    public void The_messages_that_a_change_would_bring_are_no_result()
    {
        using var folder = Fleet.Make();

        var run = folder.Run("rename", "boreas", "con", "--apply");

        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Output));
        TextAssert.Has("error DP0022", run.Errors);
    }

    [Fact]
    public void A_cancelled_run_leaves_everything_as_it_was()
    {
        using var folder = Fleet.Make();
        var before = folder.Files();
        var surroundings = new Surroundings { Cancellation = new CancellationToken(canceled: true) };

        var run = ToolRun.With(surroundings, folder.Path, "rename", "albatros", "z", "--apply");

        Assert.Equal(ExitCode.Cancelled, run.ExitCode);
        Assert.Equal(before, folder.Files());
    }
}
