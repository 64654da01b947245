using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage;
using DataPackage.Runtime;

Console.WriteLine(Persons.Find("Sergej W. Lawrow")!.Caption);
Console.WriteLine(
    JsonSerializer.Serialize(new Order(Persons.KirillDmitriev, EdtfDate.Parse("2025-04-02")), OrderJson.Default.Order)
);
Console.WriteLine(
    JsonSerializer.Deserialize("""{"Customer":"marc-fogel","Day":"2025-02"}""", OrderJson.Default.Order)!.Customer
        == Persons.MarcFogel
);

var whole = new OrderJson(new JsonSerializerOptions { Converters = { new JsonWholeEntityConverter() } });
var json = JsonSerializer.Serialize(Persons.MarcFogel, whole.Person);
Console.WriteLine(json[..35]);
Console.WriteLine(ReferenceEquals(JsonSerializer.Deserialize(json, whole.Person), Persons.MarcFogel));

internal sealed record Order(Person Customer, EdtfDate Day);

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Person))]
internal sealed partial class OrderJson : JsonSerializerContext;
