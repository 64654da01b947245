using DataPackage.Runtime;
using Fleet;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace DataPackage.Web.Tests;

/// <summary>Newtonsoft.Json uses type converters; nothing is registered.</summary>
public class NewtonsoftJsonTests
{
    public sealed class Options
    {
        public Ship? Ship { get; set; }
        public Ship? None { get; set; }
        public IVessel? Towed { get; set; }
        public EdtfDate? Day { get; set; }
        public Money? Fare { get; set; }
        public LocalizedText? Title { get; set; }
        public ShipType Type { get; set; }
        public ShipType? Other { get; set; }
        public TimeSpan Length { get; set; }
        public List<Ship> Convoy { get; set; } = [];
        public Dictionary<string, Ship> ByPort { get; set; } = [];
    }

    private static readonly Options Example = new()
    {
        Ship = Ships.Tern,
        Towed = Barges.Lotte,
        Day = EdtfDate.Parse("1975~"),
        Fare = Money.Parse("1.50 EUR"),
        Title = LocalizedText.Of(("de", "Fähre"), ("en", "Ferry")),
        Type = ShipType.BulkCarrier,
        Length = TimeSpan.FromMinutes(90),
        Convoy = [Ships.Aurora, Ships.Tern],
        ByPort = { ["Bergen"] = Ships.Aurora },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_in_a_class_come_back_as_they_were(bool names)
    {
        JsonConverter[] converters = names ? [new StringEnumConverter()] : [];

        var json = JsonConvert.SerializeObject(Example, converters);
        var read = JsonConvert.DeserializeObject<Options>(json, converters)!;

        Assert.Same(Example.Ship, read.Ship);
        Assert.Null(read.None);
        Assert.Same(Example.Towed, read.Towed);
        Assert.Equal(Example.Day, read.Day);
        Assert.Equal(Example.Fare, read.Fare);
        Assert.Equal(Example.Title, read.Title);
        Assert.Equal("de", read.Title!.DefaultLanguage);
        Assert.Equal(Example.Type, read.Type);
        Assert.Null(read.Other);
        Assert.Equal(Example.Length, read.Length);
        Assert.Equal(Example.Convoy, read.Convoy);
        Assert.Same(Example.ByPort["Bergen"], read.ByPort["Bergen"]);
    }

    [Fact]
    public void Values_have_the_same_texts_as_in_other_JSON()
    {
        var json = JsonConvert.SerializeObject(Example, new StringEnumConverter());

        Assert.StartsWith(
            """{"Ship":"tern","None":null,"Towed":"lotte","Day":"1975~","Fare":"1.50 EUR",""",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            "Title":{"de":"Fähre","en":"Ferry"},"Type":"bulk-carrier"
            """,
            json,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_entity_is_its_id()
    {
        Assert.Equal("\"aurora\"", JsonConvert.SerializeObject(Ships.Aurora));
        Assert.Same(Ships.Aurora, JsonConvert.DeserializeObject<Ship>("\"aurora\""));
        Assert.Equal("[\"aurora\",\"tern\"]", JsonConvert.SerializeObject(Ships.All));
    }

    [Fact]
    public void An_unknown_id_is_an_error() =>
        Assert.StartsWith(
            "Error converting value \"auror\" to type 'Fleet.Ship'.",
            Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<Ship>("\"auror\"")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Text_in_the_place_of_an_object_is_an_error_that_names_the_type() =>
        Assert.Contains(
            nameof(LocalizedText),
            Assert
                .Throws<JsonSerializationException>(() =>
                    JsonConvert.DeserializeObject<Options>("""{ "Title": "Ferry" }""")
                )
                .Message,
            StringComparison.Ordinal
        );
}
