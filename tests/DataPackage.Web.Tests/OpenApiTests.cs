using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.AspNetCore.Builder;

namespace DataPackage.Web.Tests;

/// <summary>The document of a running application describes what the application reads and writes.</summary>
public class OpenApiTests(RunningHarbours harbours) : IClassFixture<RunningHarbours>
{
    private const string Components = "#/components/schemas/";

    public static TheoryData<Form> Forms => [.. Enum.GetValues<Form>()];

    /// <summary>Except the values of facts and of claims, which can be anything.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_schema_says_what_its_values_are(Form form)
    {
        var app = await harbours.StartAsync(form);
        var document = await app.GetDocumentAsync();

        var empty = SchemasIn(document)
            .Where(schema => !schema.Any(part => part.Key is "type" or "$ref" or "enum" or "oneOf" or "anyOf"))
            .Select(schema =>
                schema.GetPath()[(schema.GetPath().LastIndexOf("schemas.", StringComparison.Ordinal) + 8)..]
            );

        Assert.Subset(new HashSet<string> { "Fact.properties.value", "Claim.properties.value" }, empty.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_reference_leads_to_a_schema(Form form)
    {
        var app = await harbours.StartAsync(form);
        var document = await app.GetDocumentAsync();

        var names = SchemasIn(document).Select(schema => (string?)schema["$ref"]).OfType<string>().Distinct();

        Assert.All(names, name => Assert.NotNull(document["components"]!["schemas"]![name[Components.Length..]]));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_response_is_as_the_document_describes_it(Form form)
    {
        var app = await harbours.StartAsync(form);
        var document = await app.GetDocumentAsync();

        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            // Texts of a controller have other types of content too.
            var contents = operations!["get"]?["responses"]!["200"]!["content"]!.AsObject();
            if (contents is not { Count: 1 } || contents["application/json"] is not { } content)
                continue;
            var response = await app.GetAsync(path.Replace("{ship}", "aurora", StringComparison.Ordinal));
            AssertValid(document, content["schema"]!, response, path);
        }
    }

    [Theory]
    [InlineData(Form.Ids, "ShipId", "VesselId", "Voyage")]
    [InlineData(Form.ObjectsInResponses, "Ship", "Vessel", "VoyageRequest")]
    [InlineData(Form.Objects, "Ship", "Vessel", "Voyage")]
    [InlineData(Form.TwoLevels, "ShipOf2Levels", "VesselOf2Levels", "Voyage")]
    public async Task A_kind_has_the_schema_of_its_form(Form form, string ship, string vessel, string request)
    {
        var app = await harbours.StartAsync(form);
        var document = await app.GetDocumentAsync();
        var paths = document["paths"]!;

        Assert.Equal(Components + ship, (string?)SchemaOf(Ok(paths["/ships/{ship}"]!))["$ref"]);
        Assert.Equal(Components + ship, (string?)SchemaOf(Ok(paths["/ships"]!))["items"]!["$ref"]);
        Assert.Equal(Components + vessel, (string?)SchemaOf(Ok(paths["/vessels"]!))["items"]!["$ref"]);
        Assert.Equal(Components + request, (string?)SchemaOf(paths["/voyages"]!["post"]!["requestBody"]!)["$ref"]);
    }

    [Fact]
    public async Task A_request_names_by_id_what_a_response_has_whole()
    {
        var app = await harbours.StartAsync(Form.ObjectsInResponses);
        var document = await app.GetDocumentAsync();
        var request = SchemaOf(document["paths"]!["/voyages"]!["post"]!["requestBody"]!);
        var sent = JsonNode.Parse(
            """
            {
              "ship": "tern", "towed": "lotte", "day": "1975~", "fare": { "amount": 1.5, "currency": "EUR" },
              "title": { "en": "Ferry" }, "type": "bulk-carrier", "length": "01:30:00", "convoy": ["aurora"],
              "lanes": [["aurora"], []], "byPort": { "Bergen": "tern" },
              "engines": [{ "maker": "Burmeister", "spare": "tern" }]
            }
            """
        )!;

        AssertValid(document, request, sent, "the request");
        using var answer = await app.Client.PostAsJsonAsync(new Uri("/voyages", UriKind.Relative), sent);
        var got = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal("Tern", (string?)got["ship"]!["name"]!["en"]);
        AssertValid(document, SchemaOf(Ok(document["paths"]!["/voyages"]!, "post")), got, "the response");
        Assert.False(IsValid(document, request, got), "The request has objects in the place of ids.");
        using var refused = await app.Client.PostAsJsonAsync(new Uri("/voyages", UriKind.Relative), got);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_type_that_is_in_requests_only_keeps_its_name()
    {
        var app = await harbours.StartAsync(Form.ObjectsInResponses);
        var document = await app.GetDocumentAsync();

        var booking = SchemaOf(document["paths"]!["/bookings"]!["post"]!["requestBody"]!);
        Assert.Equal(Components + "Booking", (string?)booking["$ref"]);
        var ship = document["components"]!["schemas"]!["Booking"]!["properties"]!["ship"]!;
        Assert.Equal(Components + "ShipId", (string?)ship["$ref"]);
    }

    [Fact]
    public async Task A_type_of_the_application_keeps_its_name_and_its_way_of_writing()
    {
        await using var app = await RunningApp.StartAsync(
            routes =>
            {
                Harbour.Map(routes);
                routes.MapPost("/requests", (VoyageRequest request) => request);
            },
            services => RunningHarbours.Configure(services, Form.ObjectsInResponses)
        );
        var document = await app.GetDocumentAsync();
        var schemas = document["components"]!["schemas"]!;

        var voyage = SchemaOf(document["paths"]!["/voyages"]!["post"]!["requestBody"]!);
        Assert.Equal(Components + "VoyageRequestBody", (string?)voyage["$ref"]);
        Assert.NotNull(schemas["VoyageRequestBody"]!["properties"]!["fare"]);
        var own = schemas["VoyageRequest"]!["properties"]!;
        Assert.Equal(["number", "type"], own.AsObject().Select(property => property.Key));
        Assert.DoesNotContain("$ref", own["type"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_has_the_properties_of_the_schema_with_their_descriptions()
    {
        var app = await harbours.StartAsync(Form.Objects);
        var ship = (await app.GetDocumentAsync())["components"]!["schemas"]!["Ship"]!;

        Assert.Equal("A vessel with an engine.", (string?)ship["description"]);
        Assert.Equal(["kind", "id", "name", "type"], ship["required"]!.AsArray().Select(name => (string)name!));
        var properties = ship["properties"]!;
        Assert.Equal("Ship", (string?)properties["kind"]!["const"]);
        Assert.Equal(Components + "VesselId", (string?)properties["escorts"]!["items"]!["$ref"]);
        Assert.Equal("What a passage costs.", (string?)properties["fare"]!["description"]);
        Assert.Equal("PT1H30M", (string?)properties["passage"]!["examples"]![0]);
        Assert.Equal("int64", (string?)properties["cabins"]!["items"]!["items"]!["format"]);
        Assert.Equal("null", (string?)properties["depths"]!["additionalProperties"]!["anyOf"]![1]!["type"]);
        Assert.Equal(Components + "Citation", (string?)properties["citations"]!["items"]!["$ref"]);
    }

    [Theory]
    [InlineData("""{ "kind": "Ship", "id": "fram", "name": { "en": "Fram" }, "type": "ferry" }""", true)]
    [InlineData("""{ "kind": "Barge", "id": "fram", "name": { "en": "Fram" }, "type": "ferry" }""", false)]
    [InlineData("""{ "kind": "Ship", "id": "fram", "name": { "en": "Fram" }, "type": "BulkCarrier" }""", false)]
    [InlineData("""{ "kind": "Ship", "id": "fram", "name": { "en": "Fram" } }""", false)]
    [InlineData("""{ "kind": "Ship", "id": "fram", "name": {}, "type": "ferry" }""", false)]
    public async Task The_schema_of_an_object_refuses_what_is_no_such_entity(string json, bool isValid)
    {
        var app = await harbours.StartAsync(Form.Objects);
        var document = await app.GetDocumentAsync();

        Assert.Equal(
            isValid,
            IsValid(document, new JsonObject { ["$ref"] = Components + "Ship" }, JsonNode.Parse(json)!)
        );
    }

    [Theory]
    [InlineData("/ships/{ship}", "ship", """["aurora","tern"]""")]
    [InlineData("/ships/{ship}", "day", """["2025-04-03","2004-06~","[1975,1976]","1985/.."]""")]
    [InlineData("/ships/{ship}", "fare", """["12.50 EUR"]""")]
    [InlineData("/harbour/{ship}", "ship", """["aurora","tern"]""")]
    [InlineData("/harbour/{ship}", "day", """["2025-04-03","2004-06~","[1975,1976]","1985/.."]""")]
    public async Task A_parameter_shows_examples(string path, string name, string examples)
    {
        var app = await harbours.StartAsync(Form.ObjectsInResponses);

        var schema = ParameterOf(await app.GetDocumentAsync(), path, name);

        Assert.Equal("string", (string?)schema["type"]);
        Assert.Equal(examples, schema["examples"]!.ToJsonString(Relaxed));
    }

    /// <summary>A minimal API does not read the names of the schema: the document must not promise it.</summary>
    [Theory]
    [InlineData("/ships/{ship}", "type", """["Ferry","BulkCarrier","Icebreaker"]""")]
    [InlineData("/ships/{ship}", "named", """["ferry","bulk-carrier","icebreaker"]""")]
    [InlineData("/harbour/{ship}", "type", """["ferry","bulk-carrier","icebreaker"]""")]
    public async Task A_parameter_lists_the_names_that_it_reads(string path, string name, string names)
    {
        var app = await harbours.StartAsync(Form.Ids);
        var document = await app.GetDocumentAsync();

        var schema = ParameterOf(document, path, name);

        Assert.Equal(names, schema["enum"]!.ToJsonString());
        foreach (var value in schema["enum"]!.AsArray())
        {
            var url = path.Replace("{ship}", "aurora", StringComparison.Ordinal) + $"?{name}={value}";
            using var answer = await app.Client.GetAsync(new Uri(url, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, url);
        }
    }

    [Theory]
    [InlineData("/ships/{ship}")]
    [InlineData("/harbour/{ship}")]
    public async Task A_parameter_of_several_entities_is_a_list_of_ids(string path)
    {
        var app = await harbours.StartAsync(Form.Ids);

        var schema = ParameterOf(await app.GetDocumentAsync(), path, "others");

        Assert.Equal("array", (string?)schema["type"]);
        Assert.Equal("The id of a Ship.", (string?)schema["items"]!["description"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonNode ParameterOf(JsonNode document, string path, string name) =>
        document["paths"]![path]!["get"]!["parameters"]!
            .AsArray()
            .Single(parameter => (string?)parameter!["name"] == name)!["schema"]!;

    private static JsonNode Ok(JsonNode operations, string method = "get") => operations[method]!["responses"]!["200"]!;

    private static JsonNode SchemaOf(JsonNode body) => body["content"]!.AsObject().First().Value!["schema"]!;

    /// <summary>All schemas of a document, the parts of schemas included.</summary>
    private static IEnumerable<JsonObject> SchemasIn(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return list.SelectMany(SchemasIn);
            case JsonObject parts:
                return parts
                    .Where(part => part.Key != "examples")
                    .SelectMany(part =>
                        part.Key switch
                        {
                            "schema" or "items" or "additionalProperties" => Self(part.Value),
                            "schemas" or "properties" => part.Value!.AsObject().SelectMany(own => Self(own.Value)),
                            "oneOf" or "anyOf" => part.Value!.AsArray().SelectMany(Self),
                            _ => SchemasIn(part.Value),
                        }
                    );
            default:
                return [];
        }

        static IEnumerable<JsonObject> Self(JsonNode? schema) =>
            schema is JsonObject own ? SchemasIn(own).Prepend(own) : [];
    }

    private static void AssertValid(JsonNode document, JsonNode schema, JsonNode value, string what)
    {
        var results = Evaluate(document, schema, value);
        var errors = results.Details.Where(detail => detail.HasErrors);
        Assert.True(
            results.IsValid,
            string.Join('\n', errors.Select(error => $"{what} {error.InstanceLocation}: {error.Errors!.First()}"))
        );
    }

    private static bool IsValid(JsonNode document, JsonNode schema, JsonNode value) =>
        Evaluate(document, schema, value).IsValid;

    /// <summary>In a schema by itself the named ones are in <c>$defs</c>.</summary>
    private static EvaluationResults Evaluate(JsonNode document, JsonNode schema, JsonNode value)
    {
        var whole = (JsonObject)schema.DeepClone();
        whole["$defs"] = document["components"]!["schemas"]!.DeepClone();
        var text = whole.ToJsonString().Replace(Components, "#/$defs/", StringComparison.Ordinal);
        return JsonSchema.FromText(text).Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }
}
