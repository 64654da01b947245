using DataPackage.EditorSchemas;

namespace DataPackage.Generator.Tests.Model;

public class NuspecFactsTests
{
    [Theory]
    [InlineData("CC-BY-4.0", "CC-BY-4.0")]
    [InlineData("cc0-1.0", "CC0-1.0")]
    [InlineData("MIT,ODbL-1.0,MIT", "MIT AND ODbL-1.0")]
    [InlineData("CC-BY-4.0,House rules", null)]
    [InlineData("", null)]
    public void A_nuspec_names_the_licences_of_the_seeds_if_it_can_name_all(string names, string? expression) =>
        Assert.Equal(expression, SpdxLicenses.ExpressionOf(names.Split(',')));

    [Fact]
    public void A_nuspec_says_nothing_that_the_seeds_do_not_say()
    {
        var seeds = Directory.CreateTempSubdirectory();
        var path = Path.Combine(seeds.FullName, "datapackage.yaml");
        File.WriteAllText(path, "title: Lights\ndescription: ~\nkeywords: []\n");

        Assert.Equal([("Title", "Lights")], NuspecFacts.Of(path));

        seeds.Delete(recursive: true);
    }
}
