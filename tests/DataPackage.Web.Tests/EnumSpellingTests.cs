using System.Text.Json;
using DataPackage.Runtime;
using Fleet;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Converters;

namespace DataPackage.Web.Tests;

/// <summary>Values of enumerations are spelled the same for everything that reads them: as the schema spells them, or
/// as C# does, in any case.</summary>
public class EnumSpellingTests(RunningHarbours harbours) : IClassFixture<RunningHarbours>
{
    /// <summary>What reads a value.</summary>
    public enum Front
    {
        Json,
        NewtonsoftJson,
        Configuration,
        Controller,
        MinimalApi,
    }

    public sealed class Options
    {
        public ShipType Type { get; set; } = ShipType.Icebreaker;
    }

    public static TheoryData<Front, string> Spellings =>
        Each(Enum.GetValues<Front>(), ["bulk-carrier", "BulkCarrier", "bulkcarrier", "BULKCARRIER"]);

    public static TheoryData<Front, string> Others =>
        Each(
            // Newtonsoft.Json reads numbers.
            Enum.GetValues<Front>().Where(front => front != Front.NewtonsoftJson),
            ["bulk carrier", "bulk_carrier", "1", "ferry, bulk-carrier", "Ferry,BulkCarrier"]
        );

    private static TheoryData<Front, string> Each(IEnumerable<Front> fronts, string[] spellings)
    {
        var rows = new TheoryData<Front, string>();
        foreach (var front in fronts)
        foreach (var spelling in spellings)
            rows.Add(front, spelling);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_value_is_read_by_its_name_in_the_schema_and_in_CSharp(Front front, string spelling) =>
        Assert.Equal(ShipType.BulkCarrier, await ReadAsync(front, spelling));

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Nothing_else_is_read(Front front, string spelling) =>
        Assert.Null(await ReadAsync(front, spelling));

    /// <summary>ASP.NET Core parses enumerations itself there; a name with a hyphen is no name in C#.</summary>
    [Fact]
    public async Task A_minimal_API_reads_a_bare_enumeration_by_its_exact_name_in_CSharp()
    {
        var app = await harbours.StartAsync(Form.Ids);

        Assert.Equal("BulkCarrier", await AskAsync(app, "/bare?type=BulkCarrier"));
        Assert.Null(await AskAsync(app, "/bare?type=bulk-carrier"));
        Assert.Null(await AskAsync(app, "/bare?type=bulkcarrier"));
    }

    [Fact]
    public async Task A_parameter_by_name_may_be_absent_or_several()
    {
        var app = await harbours.StartAsync(Form.Ids);

        Assert.Equal("", await AskAsync(app, "/optional"));
        Assert.Equal("ferry bulk-carrier", await AskAsync(app, "/several?types=ferry&types=bulk-carrier"));
    }

    [Fact]
    public void A_name_converts_to_and_from_its_value()
    {
        EnumName<ShipType> name = ShipType.BulkCarrier;

        Assert.Equal("bulk-carrier", name.ToString());
        ShipType type = EnumName<ShipType>.Parse("bulk-carrier");
        Assert.Equal(ShipType.BulkCarrier, type);
        var unknown = Assert.Throws<FormatException>(() => EnumName<ShipType>.Parse("bulk-carier"));
        Assert.Equal("There is no ShipType 'bulk-carier'. Did you mean 'bulk-carrier'?", unknown.Message);
        Assert.False(EnumName<ShipType>.TryParse(null, null, out _));
        Assert.Throws<NotSupportedException>(() => EnumName<DayOfWeek>.Parse("Monday"));
    }

    [Fact]
    public void An_unknown_name_in_a_configuration_is_an_error_that_names_the_nearest() =>
        Assert.Equal(
            "There is no ShipType 'bulk-carier'. Did you mean 'bulk-carrier'?",
            Assert.Throws<InvalidOperationException>(() => Bind("bulk-carier")).InnerException!.Message
        );

    private async Task<ShipType?> ReadAsync(Front front, string spelling)
    {
        try
        {
            return front switch
            {
                Front.Json => JsonSerializer.Deserialize<ShipType>(JsonSerializer.Serialize(spelling)),
                Front.NewtonsoftJson => Newtonsoft.Json.JsonConvert.DeserializeObject<ShipType>(
                    JsonSerializer.Serialize(spelling),
                    new StringEnumConverter()
                ),
                Front.Configuration => Bind(spelling),
                _ => await BindAsync(front, spelling),
            };
        }
        catch (Exception refused)
            when (refused is JsonException or Newtonsoft.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ShipType Bind(string spelling) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Type", spelling)])
            .Build()
            .Get<Options>()!
            .Type;

    private async Task<ShipType?> BindAsync(Front front, string spelling)
    {
        var app = await harbours.StartAsync(Form.Ids);
        var path = front == Front.Controller ? "/harbour/tern" : "/named";
        var answer = await AskAsync(app, $"{path}?type={Uri.EscapeDataString(spelling)}");
        return answer is null ? null : Enum.Parse<ShipType>(answer.Split(' ')[^1]);
    }

    /// <summary>The answer; null if the request is refused.</summary>
    private static async Task<string?> AskAsync(RunningApp app, string path)
    {
        using var answer = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
    }
}
