namespace DataPackage.Tool.Tests.Verbs;

/// <summary>The verbs that write new files: <c>new</c>, <c>init</c> and <c>pin</c>.</summary>
public class NewTests
{
    [Fact]
    public void A_seed_has_what_is_required_and_describes_the_rest()
    {
        using var folder = Fleet.Make();

        var run = folder.Run("new", "ships", "zephyr", "--set", "number=8", "--set", "sisters=[albatros, boreas]");

        Assert.Equal((0, "seeds/ships/zephyr.yaml\n"), (run.ExitCode, run.Output));
        Assert.Equal("accessor: Ships.Zephyr\n", run.Errors);
        Assert.Equal(
            """
            # The name on her bow. (text; required)
            name:
            number: 8
            sisters: [albatros, boreas]
            # Other names. (text; list)
            # aliases:
            # How many sail on her. (integer)
            # crew:
            # In metres. (decimal)
            # length:
            # Whether she is of steel. (boolean)
            # steel:
            # Her rig. (barque, brig)
            # rig:

            """,
            folder.Text("seeds/ships/zephyr.yaml")
        );
        Assert.Equal(["DP1003"], folder.Run("check").Lines.Select(line => line.Split(' ')[2].TrimEnd(':')));
    }

    [Fact]
    public void Values_are_copied_from_an_entity_without_those_that_are_its_own()
    {
        using var folder = Fleet.Make();

        folder.Run("new", "Ship", "zephyr", "--from", "albatros", "--set", "name=Zephyr: the \"west\"").Fine();

        Assert.StartsWith(
            "name: \"Zephyr: the \\\"west\\\"\"\naliases: [\"Alba, the white\", Alby]\ncrew: 40   # in 1901\n",
            folder.Text("seeds/ships/zephyr.yaml"),
            StringComparison.Ordinal
        );
        Assert.Equal("", folder.Run("check").Fine());
    }

    [Theory]
    [InlineData(1, "Ship has the id 'boreas' already", "Ship", "boreas")]
    [InlineData(1, "'north-wind' is a former id of 'boreas'", "Ship", "north-wind")]
    [InlineData(2, "'Big Ship' is no id", "Ship", "Big Ship")]
    [InlineData(1, "there is no kind 'Shop'; did you mean 'Ship'?", "Shop", "x")]
    [InlineData(2, "Ship has no property 'crw'; did you mean 'crew'?", "Ship", "x", "--set", "crw=1")]
    [InlineData(1, "the seed would have these mistakes", "Ship", "x", "--set", "crew=many")]
    [InlineData(1, "the seed would have these mistakes", "Ship", "aaa", "--set", "number=7")]
    [InlineData(2, "the value of 'aliases' has several lines", "Ship", "x", "--set", "aliases=[a]\ncrew: 4")]
    [InlineData(1, "there is no entity '@x'", "Ship", "x", "--from", "@x")]
    [InlineData(1, "'log' is of the kind Article", "Ship", "x", "--from", "log")]
    public void What_cannot_be_is_refused_and_nothing_is_written(int code, string message, params string[] arguments)
    {
        using var folder = Fleet.Make();
        var before = folder.Files();

        var run = folder.Run([.. arguments.Prepend("new")]);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        TextAssert.Has("datapackage: " + message, run.Errors);
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public void A_kind_whose_entities_are_in_one_file_gets_no_folder()
    {
        using var folder = new TempFolder().With("seeds/ships.yaml", "a: { name: A }\nb: { name: B }\n");

        var run = folder.Run("new", "Ship", "c");

        Assert.Equal(1, run.ExitCode);
        TextAssert.Has("the entities of Ship are in seeds/ships.yaml: add it there", run.Errors);
    }

    [Theory]
    [InlineData("none", "none", 1)]
    [InlineData("ships", "entity", 5)]
    [InlineData("articles", "property", 6)]
    public void A_package_is_started_and_has_no_mistake(string sample, string citations, int seeds)
    {
        using var folder = new TempFolder();

        folder.Run("init", "my-fleet", "--sample", sample, "--citations", citations, "--language", "de").Fine();

        Assert.Equal(seeds, folder.Files("my-fleet/seeds").Count);
        Assert.Equal(
            $"title: MyFleet\nnamespace: MyFleet\nlanguage: de\ncitations: {citations}\n",
            folder.Text("my-fleet/seeds/datapackage.yaml")
        );
        Assert.Equal("", folder.Run("check", "my-fleet").Fine());
        Assert.Equal(3, folder.Run("init", "my-fleet").ExitCode);
    }

    [Fact]
    public void Pinned_schemas_are_those_that_are_inferred_and_change_no_message()
    {
        using var folder = new TempFolder().WithCopyOf("samples/Languages/seeds", "seeds");

        Assert.Equal("seeds/schema/Language.yaml", folder.Run("pin").Fine().Split('\n')[0]);
        Assert.Equal(["DP1045"], folder.Run("check").Lines.Select(line => line.Split(' ')[2].TrimEnd(':')));
        Assert.Equal("", folder.Run("pin").Fine());
    }

    [Fact]
    public void Nothing_is_written_through_a_symbolic_link()
    {
        using var folder = new TempFolder().WithCopyOf("samples/Languages/seeds", "seeds").With("else/x", "");
        Directory.CreateSymbolicLink(folder.PathOf("seeds/schema"), folder.PathOf("else"));

        Assert.Equal(3, folder.Run("pin").ExitCode);
        Assert.Equal(["x"], folder.Files("else").Keys);

        using var fleet = Fleet
            .Make()
            .With("seeds/schema/Port.yaml", "properties:\n  name: { type: text, description: Its name. }\n")
            .With("else/x", "");
        Directory.CreateSymbolicLink(fleet.PathOf("seeds/ports"), fleet.PathOf("else"));
        var run = fleet.Run("new", "Port", "bergen");
        Assert.Equal(3, run.ExitCode);
        TextAssert.Has("'seeds/ports' is a symbolic link, and nothing is written through one", run.Errors);
        Assert.Equal(["x"], fleet.Files("else").Keys);
    }
}
