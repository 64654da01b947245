using System.Text.Json.Serialization;
using DataPackage.Runtime;
using Fleet;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace DataPackage.Web.Tests;

/// <summary>What an application sends and receives: a value of each type of a data package.</summary>
public sealed class Voyage
{
    public required Ship Ship { get; set; }
    public Ship? Replacement { get; set; }
    public IVessel? Towed { get; set; }
    public EdtfDate? Day { get; set; }
    public Money? Fare { get; set; }
    public LocalizedText? Title { get; set; }
    public ShipType Type { get; set; }
    public ShipType? Other { get; set; }
    public TimeSpan Length { get; set; }
    public List<Ship> Convoy { get; set; } = [];
    public List<List<Ship>> Lanes { get; set; } = [];
    public Dictionary<string, Ship> ByPort { get; set; } = [];
    public List<Engine> Engines { get; set; } = [];
    public AnyValue? Remarks { get; set; }

    public static Voyage Example { get; } =
        new()
        {
            Ship = Ships.Tern,
            Towed = Barges.Lotte,
            Day = EdtfDate.Parse("1975~"),
            Fare = Money.Parse("1.50 EUR"),
            Title = Ships.Aurora.Name,
            Type = ShipType.BulkCarrier,
            Length = TimeSpan.FromMinutes(90),
            Convoy = [Ships.Aurora, Ships.Tern],
            Lanes =
            [
                [Ships.Aurora],
                [],
            ],
            ByPort = { ["Bergen"] = Ships.Aurora },
            Engines = [.. Ships.Aurora.Engines],
            Remarks = Ships.Aurora.Log,
        };
}

/// <summary>Written whole, whatever the application says.</summary>
public sealed record Exhibit([property: JsonConverter(typeof(JsonWholeEntityConverter))] Ship Ship, Ship Sister);

/// <summary>In requests only.</summary>
public sealed record Booking(Ship Ship, EdtfDate Day);

[ApiController]
public sealed class HarbourController : ControllerBase
{
    [HttpGet("/harbour/{ship}")]
    public string Get(Ship ship, [FromQuery] ShipType type, [FromQuery] EdtfDate? day, [FromQuery] Ship[] others) =>
        ModelState.IsValid ? $"{ship.Id} {day} {others.Length} {type}" : "";
}

internal static class Harbour
{
    public static void Map(WebApplication app)
    {
        app.MapControllers();
        app.MapGet(
            "/ships/{ship}",
            (Ship ship, EdtfDate? day, Money? fare, ShipType? type, EnumName<ShipType>? named, Ship[]? others) => ship
        );
        app.MapGet("/ships", () => Ships.All);
        app.MapGet("/vessels", () => new List<IVessel> { Ships.Aurora, Barges.Lotte });
        app.MapGet("/types", () => Enum.GetValues<ShipType>());
        app.MapGet("/days", () => EdtfDate.Parse("2004-06~"));
        app.MapGet("/fares", () => Money.Parse("12.50 EUR"));
        app.MapGet("/titles", () => Ships.Aurora.Name);
        app.MapGet("/engines", () => Ships.Aurora.Engines);
        app.MapGet("/calls", () => Ships.Aurora.Calls);
        app.MapGet("/persons", () => Persons.All);
        app.MapGet("/citations", () => Persons.KirillDmitriev.Citations);
        app.MapGet("/facts", () => Persons.KirillDmitriev.GetFacts());
        app.MapGet("/mentions", () => Mentions.In("Lavrov met Witkoff."));
        app.MapGet("/exhibit", () => new Exhibit(Ships.Aurora, Ships.Tern));
        app.MapGet("/voyages", () => Voyage.Example);
        app.MapPost("/voyages", (Voyage voyage) => voyage);
        app.MapGet("/named", (EnumName<ShipType> type) => $"{type.Value}");
        app.MapGet("/optional", (EnumName<ShipType>? type) => $"{type}");
        app.MapGet("/several", (EnumName<ShipType>[] types) => string.Join(' ', types));
        app.MapGet("/bare", (ShipType type) => $"{type}");
        app.MapPost("/bookings", (Booking booking) => booking.Ship.Caption);
    }
}
