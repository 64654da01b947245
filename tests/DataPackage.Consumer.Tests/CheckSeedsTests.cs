using DataPackage.BuildTasks;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>The check of seed names without a build: its messages, and the places that it searches.</summary>
public sealed class CheckSeedsTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("datapackage-gate-").FullName;
    private readonly RecordingEngine _engine = new();

    [LinuxFact]
    public void The_page_on_links_says_what_the_build_says_of_one()
    {
        Put("albatros.yaml");
        Directory.CreateDirectory(PathOf("seeds/ships"));
        File.CreateSymbolicLink(PathOf("seeds/ships/albatros.yaml"), PathOf("albatros.yaml"));

        Assert.False(Check("seeds", "seeds/ships/albatros.yaml"));
        Assert.Contains(
            $"```text\n{Assert.Single(_engine.Errors)}\n```",
            File.ReadAllText(Repository.PathOf("docs/diagnostics/DP0021.md")),
            StringComparison.Ordinal
        );
    }

    /// <summary>In every spelling of the folder in the project and of the file for the compiler.</summary>
    [Theory]
    [InlineData("seeds", "seeds/ships/a;b.yaml")]
    [InlineData("./seeds/", "./seeds/ships/a;b.yaml")]
    [InlineData("app/../seeds", "seeds/../seeds/ships/a;b.yaml")]
    [InlineData(".", "seeds/ships/a;b.yaml")]
    public void A_seed_is_found_below_its_folder_however_either_is_written(string folder, string file)
    {
        Put("seeds/ships/a;b.yaml");

        Assert.False(Check(folder, file));
        Assert.Contains(
            "ships/a;b.yaml': it holds the character U+003B (;)",
            Assert.Single(_engine.Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_file_that_is_no_seed_only_what_would_be_a_line_or_a_quotation_mark_of_the_arguments_is_refused()
    {
        Assert.True(
            Check(
                "seeds",
                "other/a;b%$(x)*.yaml",
                "other/con.json",
                "seeds/a;b.jpg",
                "seeds/.drafts/a;b.yaml",
                "seeds/README.md"
            )
        );
        Assert.False(Check("seeds", "other/a\nb.json"));
        Assert.False(Check("seeds", "other/a\"b.json"));
        Assert.Equal(2, _engine.Errors.Count);
        Assert.DoesNotContain(string.Concat(_engine.Errors), char.IsControl);
    }

    [Fact]
    public void A_folder_of_seeds_that_is_not_there_or_holds_none_is_said_to()
    {
        Assert.True(Check("sedes"));
        Assert.Contains("there is no folder 'sedes'", Assert.Single(_engine.Messages), StringComparison.Ordinal);

        Put("seeds/notes.pdf");
        Assert.True(Check("seeds", "seeds/notes.pdf"));
        Assert.Contains("the folder 'seeds' holds no seeds", _engine.Messages[^1], StringComparison.Ordinal);
    }

    [LinuxFact]
    public void The_folder_of_seeds_may_be_a_link_and_its_links_are_found_all_the_same()
    {
        Put("real/ships/a.yaml");
        Directory.CreateSymbolicLink(PathOf("seeds"), PathOf("real"));
        Assert.True(Check("seeds", "seeds/ships/a.yaml"));

        Directory.CreateSymbolicLink(PathOf("real/more"), PathOf("real/ships"));
        Assert.False(Check("seeds", "seeds/ships/a.yaml", "seeds/more/a.yaml", "seeds/more/deeper/b.yaml"));
        Assert.Contains(
            "these seeds are some: seeds/more. Put",
            Assert.Single(_engine.Errors),
            StringComparison.Ordinal
        );
        Assert.True(
            new CheckSeeds
            {
                Files = [new RecordedItem("seeds/more/a.yaml")],
                ProjectFolder = _workspace,
                SeedsPath = Uri.EscapeDataString(PathOf("seeds")),
                FollowsLinks = true,
                BuildEngine = _engine,
            }.Execute()
        );
    }

    [LinuxFact]
    public void A_name_that_MSBuild_would_turn_into_a_path_is_found_in_the_folder_itself()
    {
        Put("seeds/ships/a.yaml");
        Put("seeds/ships/..\\ships\\a.yaml");

        Assert.False(Check("seeds", "seeds/ships/a.yaml"));
        Assert.Contains("U+005C", Assert.Single(_engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_wrong_names_are_a_hundred_messages_and_their_number()
    {
        Assert.False(Check("seeds", [.. Enumerable.Range(0, 1_000).Select(number => $"seeds/{number};.yaml")]));
        Assert.Equal(101, _engine.Errors.Count);
        Assert.Contains("900 more", _engine.Errors[^1], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    private bool Check(string seeds, params string[] files) =>
        new CheckSeeds
        {
            Files = [.. files.Select(file => new RecordedItem(file))],
            ProjectFolder = _workspace,
            SeedsPath = Uri.EscapeDataString(Path.GetFullPath(PathOf(seeds))),
            SeedsName = seeds,
            BuildEngine = _engine,
        }.Execute();

    private string PathOf(string path) => Path.Combine(_workspace, path);

    private void Put(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), "name: A\n");
    }
}
