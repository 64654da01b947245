using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Verbs;

/// <summary>Tables of kinds and entities.</summary>
public class ListTests
{
    [Fact]
    public void Kinds_are_listed_with_counts()
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            "kind     entities  seeds\nArticle  1         articles\nShip     2         ships\n",
            folder.Run("list").Fine()
        );
    }

    [Fact]
    public void Entities_are_ordered_by_id_and_columns_can_be_chosen()
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            "number  id\n7       albatros\n        boreas\n",
            folder.Run("list", "ships", "--columns", "number, id").Fine()
        );
    }

    [Theory]
    [InlineData("crew=40", "albatros")]
    [InlineData("aliases=Alby", "albatros")]
    [InlineData("name=Boreas", "boreas")]
    [InlineData("sisters=albatros", "boreas")]
    [InlineData("id=boreas", "boreas")]
    [InlineData("crew=4", "")]
    public void A_condition_leaves_the_entities_that_state_the_value(string condition, string id)
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            ("id\n" + id).TrimEnd('\n') + "\n",
            folder.Run("list", "Ship", "--columns", "id", "--where", condition).Fine()
        );
    }

    [Fact]
    public void Numbers_are_numbers_in_json()
    {
        using var folder = Fleet.Make();

        TextAssert.Has("\"entities\": 2", folder.Run("list", "--json").Fine());
        TextAssert.Has("\"crew\": 40", folder.Run("list", "Ship", "--columns", "id,crew", "--json").Fine());
        TextAssert.Has("\"line\": 7", folder.Run("mentions", "seeds/articles/log.md", "--json").Fine());
    }

    [Fact]
    public void Csv_quotes_what_needs_it()
    {
        using var folder = Fleet.Make();

        Assert.Equal(
            "id,aliases\nalbatros,\"Alba, the white, Alby\"\nboreas,\n",
            folder.Run("list", "Ship", "--columns", "id,aliases", "--csv").Fine()
        );
    }

    [Fact]
    public void A_table_fits_the_terminal_and_is_whole_in_a_pipe()
    {
        using var folder = Fleet.Make();
        var surroundings = new Surroundings { Terminal = new Terminal(40, HasColor: false) };

        var shown = ToolRun.With(surroundings, folder.Path, "list", "Ship", "--columns", "id,name,aliases");

        Assert.All(shown.Lines, line => Assert.InRange(line.Length, 1, 40));
        TextAssert.Has("\u2026", shown.Output);
        TextAssert.Lacks("\u2026", folder.Run("list", "Ship").Fine());
    }

    [Theory]
    [InlineData(1, "there is no kind 'shps'; did you mean 'ships'?", "shps")]
    [InlineData(2, "Ship has no property 'crw'; did you mean 'crew'?", "Ship", "--where", "crw=1")]
    [InlineData(2, "'crew' is no condition: write property=value", "Ship", "--where", "crew")]
    [InlineData(2, "--json and --csv exclude each other", "Ship", "--json", "--csv")]
    public void A_mistake_in_the_arguments_is_explained(int code, string message, params string[] arguments)
    {
        using var folder = Fleet.Make();

        var run = folder.Run([.. arguments.Prepend("list")]);

        Assert.Equal((code, $"datapackage: {message}\n"), (run.ExitCode, run.Errors));
    }
}
