#:package DataPackage.Generator@*
#:package DataPackage.Runtime@*
#:property PublishAot=false

using System.Text.Json;
using app;

Console.WriteLine(Ships.Tern.Launched);
Console.WriteLine(JsonSerializer.Serialize(new Voyage(Ships.Tern)));

record Voyage(Ship Ship);
