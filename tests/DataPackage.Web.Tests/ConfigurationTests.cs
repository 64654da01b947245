using System.Text;
using DataPackage.Runtime;
using Fleet;
using Microsoft.Extensions.Configuration;

namespace DataPackage.Web.Tests;

/// <summary>Options that Microsoft.Extensions.Configuration binds.</summary>
public class ConfigurationTests
{
    public sealed class Options
    {
        public Ship? Flagship { get; set; }
        public IVessel? Towed { get; set; }
        public EdtfDate? Day { get; set; }
        public Money? Fare { get; set; }
        public List<Ship> Convoy { get; set; } = [];
        public Dictionary<string, Ship> ByPort { get; set; } = [];
    }

    [Fact]
    public void Values_are_bound_from_their_texts()
    {
        var bound = Bind(
            """
            {
              "Flagship": "aurora", "Towed": "lotte", "Day": "1975~", "Fare": "12.50 EUR",
              "Convoy": ["aurora", "tern"], "ByPort": { "Bergen": "tern" }
            }
            """
        );

        Assert.Same(Ships.Aurora, bound.Flagship);
        Assert.Same(Barges.Lotte, bound.Towed);
        Assert.Equal(EdtfDate.Parse("1975~"), bound.Day);
        Assert.Equal(Money.Parse("12.50 EUR"), bound.Fare);
        Assert.Equal([Ships.Aurora, Ships.Tern], bound.Convoy);
        Assert.Same(Ships.Tern, bound.ByPort["Bergen"]);
    }

    [Theory]
    [InlineData("""{ "Flagship": "auror" }""", "There is no Ship with the id 'auror'. Did you mean 'aurora'?")]
    [InlineData("""{ "Towed": "lote" }""", "There is no Vessel with the id 'lote'. Did you mean 'lotte'?")]
    public void An_unknown_id_is_an_error_that_names_the_nearest(string json, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Bind(json));

        Assert.Equal(message, error.InnerException!.Message);
    }

    /// <summary>In a list or a map it is left out like all that the binder cannot read there, unless that is
    /// strict.</summary>
    [Theory]
    [InlineData("""{ "Flagship": { "Name": "Aurora" } }""", false)]
    [InlineData("""{ "Flagship": { "Id": "aurora" } }""", false)]
    [InlineData("""{ "Convoy": [{ "Id": "aurora" }] }""", true)]
    [InlineData("""{ "ByPort": { "Bergen": { "Id": "aurora" } } }""", true)]
    public void A_section_in_the_place_of_an_id_is_an_error_that_says_so(string json, bool strict) =>
        Assert.EndsWith(
            "If the entity comes from configuration or a request, state its id there, not a section or an object.",
            Assert.ThrowsAny<Exception>(() => Bind(json, strict)).GetBaseException().Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_section_in_the_place_of_the_id_of_an_abstract_kind_is_an_error() =>
        Assert.Contains(
            nameof(IVessel),
            Assert.Throws<InvalidOperationException>(() => Bind("""{ "Towed": { "Name": "Lotte" } }""")).Message,
            StringComparison.Ordinal
        );

    /// <summary>The binder leaves out items of lists that it cannot read, of any type, unless it is told not
    /// to.</summary>
    [Fact]
    public void An_unknown_id_in_a_list_is_an_error_if_unknown_configuration_is()
    {
        const string json = """{ "Convoy": ["aurora", "auror"] }""";

        Assert.Equal([Ships.Aurora], Bind(json).Convoy);
        Assert.Throws<InvalidOperationException>(() => Bind(json, strict: true));
    }

    private static Options Bind(string json, bool strict = false)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new ConfigurationBuilder()
            .AddJsonStream(stream)
            .Build()
            .Get<Options>(binder => binder.ErrorOnUnknownConfiguration = strict)!;
    }
}
