using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>The data in System.Text.Json, by reflection and by the code that it generates.</summary>
public partial class JsonTests
{
    private static readonly JsonSerializerOptions Whole = new()
    {
        Converters = { new JsonWholeEntityConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
    private static readonly JsonSerializerOptions Deep = new()
    {
        Converters = { new JsonWholeEntityConverter(levels: 2) },
    };
    private static readonly JsonSerializerOptions Answers = new()
    {
        Converters = { new JsonWholeEntityConverter { ReadsIdsOnly = true } },
    };
    private static readonly JsonSerializerOptions WithCitations = new()
    {
        Converters = { new Runtime.Json.CitationJsonConverter<Article>() },
    };

    private sealed record Order(
        Person Customer,
        IReadOnlyList<IAgent> Witnesses,
        EdtfDate Day,
        Money Price,
        LocalizedText Subject,
        EventType Occasion
    );

    private static Order AnOrder() =>
        new(
            Persons.KirillDmitriev,
            [Organizations.Kremlin, Persons.MarcFogel],
            EdtfDate.Parse("2025-04~"),
            Money.Parse("12.50 EUR"),
            LocalizedText.Of(("en", "Envoy"), ("de", "Gesandter")),
            EventType.Visit
        );

    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(Person))]
    [JsonSerializable(typeof(IThing))]
    private sealed partial class Generated : JsonSerializerContext;

    public static TheoryData<string, Func<object, Type, string>, Func<string, Type, object?>> Serializers =>
        new()
        {
            {
                "reflection",
                (value, type) => JsonSerializer.Serialize(value, type),
                (json, type) => JsonSerializer.Deserialize(json, type)
            },
            {
                "source generation",
                (value, type) => JsonSerializer.Serialize(value, type, Generated.Default),
                (json, type) => JsonSerializer.Deserialize(json, type, Generated.Default)
            },
        };

    [Theory]
    [MemberData(nameof(Serializers))]
    public void In_a_record_of_the_users_an_entity_is_its_id_and_comes_back_as_the_very_entity(
        string how,
        Func<object, Type, string> serialize,
        Func<string, Type, object?> deserialize
    )
    {
        const string expected = """
            {"Customer":"kirill-dmitriev","Witnesses":["kremlin","marc-fogel"],"Day":"2025-04~","Price":{"amount":12.50,"currency":"EUR"},"Subject":{"en":"Envoy","de":"Gesandter"},"Occasion":"visit"}
            """;

        Assert.NotEmpty(how);
        Assert.Equal(expected, serialize(AnOrder(), typeof(Order)));
        var read = Assert.IsType<Order>(deserialize(expected, typeof(Order)));
        Assert.Same(Persons.KirillDmitriev, read.Customer);
        Assert.Equal(AnOrder().Witnesses, read.Witnesses);
        Assert.Equal(AnOrder() with { Witnesses = read.Witnesses }, read);
    }

    [Fact]
    public void Every_shipped_entity_comes_back_from_its_id_as_the_very_entity() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var json = JsonSerializer.Serialize(entity, entity.GetType());
                Assert.Equal($"\"{entity.Id}\"", json);
                Assert.Same(entity, JsonSerializer.Deserialize(json, entity.GetType()));
            }
        );

    [Fact]
    public void Every_shipped_entity_written_whole_comes_back_as_the_very_entity() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                Assert.Same(
                    entity,
                    JsonSerializer.Deserialize(
                        JsonSerializer.Serialize(entity, entity.GetType(), Whole),
                        entity.GetType(),
                        Whole
                    )
                );
                Assert.Same(
                    entity,
                    JsonSerializer.Deserialize(
                        JsonSerializer.Serialize(entity, entity.GetType(), Deep),
                        entity.GetType(),
                        Deep
                    )
                );
            }
        );

    /// <summary>Equal data would return the package's own entity; a copy with another id must be read property by
    /// property.</summary>
    [Fact]
    public void Every_property_of_every_shipped_entity_survives_being_written_whole() =>
        Assert.All(
            ShippedData.Kinds,
            kind =>
                Assert.All(
                    ShippedData.AllOf(kind),
                    entity =>
                    {
                        var json = JsonSerializer.SerializeToNode(entity, kind, Whole)!;
                        json["id"] = "nobody-has-this-id";
                        var read = (IEntity)json.Deserialize(kind, Whole)!;

                        Assert.NotSame(entity, read);
                        Assert.Equal(entity.Citations, read.Citations);
                        json["id"] = entity.Id;
                        Assert.Equal(
                            json.ToJsonString(),
                            WithId(JsonSerializer.SerializeToNode(read, kind, Whole)!, entity.Id).ToJsonString()
                        );
                        // Reverses are not written, so a copy has none.
                        var reverses = kind.GetProperties()
                            .Where(property => !property.CanWrite)
                            .Select(property => property.Name)
                            .Append("Id");
                        Assert.Equal(
                            ShippedData.ValuesOf(entity).Where(value => !reverses.Contains(value.Path)),
                            ShippedData.ValuesOf(read).Where(value => !reverses.Contains(value.Path))
                        );
                    }
                )
        );

    private static JsonNode WithId(JsonNode json, string id)
    {
        json["id"] = id;
        return json;
    }

    [Fact]
    public void A_whole_entity_shows_its_properties_as_the_seeds_spell_them_and_others_as_their_ids()
    {
        var json = JsonSerializer.SerializeToNode(Events.IstanbulTalks2025, Whole)!;

        Assert.Equal(
            ("Event", "istanbul-talks-2025", "2025-02-27", "istanbul", "talks"),
            (
                (string)json["kind"]!,
                (string)json["id"]!,
                (string)json["date"]!,
                (string)json["place"]!,
                (string)json["type"]!
            )
        );
        Assert.Equal(Events.IstanbulTalks2025.Name["de"], (string?)json["name"]!["de"]);
        Assert.Equal(
            ["american-officials", "russian-officials"],
            json["participants"]!.AsArray().Select(id => (string?)id)
        );
        Assert.Equal("dmitriev-in-washington", (string?)json["citations"]![0]!["article"]);
        Assert.False(json.AsObject().ContainsKey("durationInDays"));
        Assert.False(json.AsObject().ContainsKey("omits"));
    }

    [Fact]
    public void Two_levels_show_whom_an_entity_refers_to_and_end_there()
    {
        var place = JsonSerializer.SerializeToNode(Events.IstanbulTalks2025, Deep)!["place"]!;

        Assert.Equal("Istanbul", (string?)place["name"]!["en"]);
        Assert.All(
            place.AsObject().Where(property => property.Key is "country" or "partOf"),
            property => Assert.Equal(JsonValueKind.String, property.Value!.GetValueKind())
        );
    }

    [Fact]
    public void One_property_can_be_whole_where_others_are_ids()
    {
        var json = JsonSerializer.SerializeToNode(new Report(Persons.MarcFogel, Persons.JoeBiden))!;

        Assert.Equal("Marc Fogel", (string?)json["Subject"]!["name"]!["en"]);
        Assert.Equal("joe-biden", (string?)json["Author"]);
    }

    private sealed record Report(
        [property: JsonConverter(typeof(JsonWholeEntityConverter))] Person Subject,
        Person Author
    );

    [Fact]
    public void Whole_entities_are_written_by_generated_code_too()
    {
        var context = new Generated(new JsonSerializerOptions { Converters = { new JsonWholeEntityConverter() } });

        var json = JsonSerializer.Serialize(Persons.MarcFogel, typeof(Person), context);

        Assert.Equal(JsonSerializer.Serialize(Persons.MarcFogel, Whole), json);
        Assert.Same(Persons.MarcFogel, JsonSerializer.Deserialize(json, typeof(Person), context));
    }

    [Theory]
    [InlineData(
        "\"kiril-dmitriev\"",
        "There is no Person with the id 'kiril-dmitriev'. Did you mean 'kirill-dmitriev'?"
    )]
    [InlineData("\"qqqq\"", "There is no Person with the id 'qqqq'.")]
    [InlineData("7", "Expected the id of a Person in quotes, not 7.")]
    [InlineData(
        """{"kind":"Person","id":"made-up","name":{"en":"Made up"},"summary":{"en":"By a stranger."}}""",
        "Expected the id of a Person in quotes, not an object. JsonWholeEntityConverter reads entities that are written whole, unless it reads ids only."
    )]
    public void What_is_no_persons_id_is_refused_and_the_nearest_is_named(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>(json)).Message);

    [Fact]
    public void The_place_of_an_unknown_id_is_told() =>
        Assert.Equal(
            "$.Customer",
            Assert
                .Throws<JsonException>(() => JsonSerializer.Deserialize<Order>("""{"Customer":"kiril-dmitriev"}"""))
                .Path
        );

    [Fact]
    public void A_localized_text_may_be_a_single_text_in_the_language_of_the_package_as_in_seeds()
    {
        var person = JsonSerializer.Deserialize<Person>(
            """{"id":"x","name":"X","summary":{"de":"Y"},"positions":[{"title":"Envoy"}]}""",
            Whole
        )!;

        Assert.Equal(new LocalizedText("en", "X"), person.Name);
        Assert.Equal(new LocalizedText("en", "Envoy"), Assert.Single(person.Positions).Title);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalizedText>("\"Envoy\""));
    }

    [Theory]
    [InlineData("""{"kind":"Person","id":"x","name":{"en":"X"}}""", "'summary' is missing, which a Person must have.")]
    [InlineData("""{"kind":"Place","id":"x"}""", "kind: Expected 'Person', not 'Place'.")]
    [InlineData(
        """{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"birthdate":"1975"}""",
        "A Person has no property 'birthdate'. Did you mean 'birthDate'?"
    )]
    [InlineData(
        """{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"country":"rusia"}""",
        "country: There is no Place with the id 'rusia'. Did you mean 'russia'?"
    )]
    [InlineData(
        """{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"positions":[{"title":{"en":"X"},"organization":"kremlim"}]}""",
        "positions: organization: There is no Organization with the id 'kremlim'. Did you mean 'kremlin'?"
    )]
    [InlineData(
        """{"id":"x","name":1,"summary":{"en":"X"}}""",
        """name: Expected an object of texts by language, such as {"en": "Envoy"}, not 1."""
    )]
    [InlineData(
        """{"id":"x","name":{"en":"X","EN":"Y"},"summary":{"en":"X"}}""",
        "name: The language 'EN' occurs twice. (Parameter 'texts')"
    )]
    [InlineData(
        """{"id":"x","name":{},"summary":{"en":"X"}}""",
        "name: A text has at least one language. (Parameter 'texts')"
    )]
    [InlineData(
        """{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"aliases":"Y"}""",
        """aliases: Expected a list, not "Y"."""
    )]
    [InlineData(
        """{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"citations":[{"article":"dmitriev-in-washingtom"}]}""",
        "citations: There is no Article with the id 'dmitriev-in-washingtom'. Did you mean 'dmitriev-in-washington'?"
    )]
    public void A_whole_person_with_a_fault_is_refused_at_the_property(string json, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>(json, Whole)).Message
        );

    [Fact]
    public void What_a_whole_entity_does_not_know_is_ignored_as_everywhere_in_NET_unless_the_options_refuse_it() =>
        Assert.Equal(
            "X",
            JsonSerializer
                .Deserialize<Person>("""{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"added":"later"}""", Deep)!
                .Caption
        );

    [Fact]
    public void A_changed_copy_is_not_passed_off_as_the_entity_whose_id_it_has()
    {
        var copy = Persons.KirillDmitriev with { BirthDate = EdtfDate.Parse("1975") };

        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(copy));
        Assert.Contains("kirill-dmitriev", refused.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(JsonWholeEntityConverter), refused.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Serialize(
                Events.IstanbulTalks2025 with
                {
                    Place = Places.Istanbul with { Aliases = ["Stambul"] },
                },
                Whole
            )
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Persons.KirillDmitriev with { Citations = [] }));
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Serialize(
                Events.IstanbulTalks2025 with
                {
                    Place = Places.Istanbul with { Aliases = ["Stambul"] },
                }
            )
        );
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Serialize(Articles.DmitrievInWashington with { Text = "Another" })
        );
    }

    [Fact]
    public void A_changed_copy_comes_back_equal_when_written_whole()
    {
        var copy = Persons.KirillDmitriev with { BirthDate = EdtfDate.Parse("1975"), Positions = [], Citations = [] };
        var read = JsonSerializer.Deserialize<Person>(JsonSerializer.Serialize(copy, Whole), Whole)!;

        Assert.Equal(copy, read);
        Assert.Empty(read.Citations);
        var elsewhere = Events.IstanbulTalks2025 with { Place = Places.Istanbul with { Aliases = ["Stambul"] } };
        Assert.Equal(
            ["Stambul"],
            JsonSerializer.Deserialize<Event>(JsonSerializer.Serialize(elsewhere, Deep), Deep)!.Place!.Aliases
        );
    }

    [Fact]
    public void What_strangers_send_can_be_limited_to_ids_where_whole_entities_are_written()
    {
        var json = JsonSerializer.Serialize(Persons.MarcFogel, Answers);

        Assert.Equal(JsonSerializer.Serialize(Persons.MarcFogel, Whole), json);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Person>(json, Answers));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IAgent>(json, Answers));
        Assert.Same(Persons.MarcFogel, JsonSerializer.Deserialize<Person>("\"marc-fogel\"", Answers));
    }

    [Fact]
    public void An_unchanged_copy_is_its_id() =>
        Assert.Same(
            Persons.KirillDmitriev,
            JsonSerializer.Deserialize<Person>(JsonSerializer.Serialize(Persons.KirillDmitriev with { }))
        );

    [Fact]
    public void Whole_entities_of_an_abstract_kind_say_of_which_kind_they_are()
    {
        IReadOnlyList<IThing> things = [Persons.MarcFogel, Places.Istanbul, Events.IstanbulTalks2025];

        var json = JsonSerializer.Serialize(things, Whole);

        Assert.Equal(things, JsonSerializer.Deserialize<IReadOnlyList<IThing>>(json, Whole)!);
        Assert.Equal(
            "'kind' is missing: an Agent can be an Organization or a Person.",
            Assert
                .Throws<JsonException>(() => JsonSerializer.Deserialize<IAgent>("""{"id":"marc-fogel"}""", Whole))
                .Message
        );
        Assert.Equal(
            "kind: 'Persom' is not a kind of Agent. Did you mean 'Person'?",
            Assert
                .Throws<JsonException>(() =>
                    JsonSerializer.Deserialize<IAgent>("""{"kind":"Persom","id":"marc-fogel"}""", Whole)
                )
                .Message
        );
    }

    [Fact]
    public void Entities_dates_and_values_of_enumerations_can_be_the_keys_of_a_dictionary()
    {
        AssertRoundTrip(new Dictionary<Person, int> { [Persons.MarcFogel] = 1 }, """{"marc-fogel":1}""");
        AssertRoundTrip(new Dictionary<IAgent, int> { [Organizations.Kremlin] = 2 }, """{"kremlin":2}""");
        AssertRoundTrip(new Dictionary<EventType, int> { [EventType.Talks] = 3 }, """{"talks":3}""");
        AssertRoundTrip(new Dictionary<EdtfDate, int> { [EdtfDate.Parse("2025-04")] = 4 }, """{"2025-04":4}""");

        static void AssertRoundTrip<T>(Dictionary<T, int> map, string json)
            where T : notnull
        {
            Assert.Equal(json, JsonSerializer.Serialize(map));
            Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<T, int>>(json));
        }
    }

    [Fact]
    public void A_set_of_entities_is_a_list_and_null_is_null()
    {
        Assert.Equal(
            Persons.All.Select(person => person.Id),
            JsonSerializer.SerializeToNode(Persons.All)!.AsArray().Select(id => (string)id!)
        );
        Assert.Equal("[null]", JsonSerializer.Serialize<Person?[]>([null]));
        Assert.Null(JsonSerializer.Deserialize<Person>("null"));
    }

    [Fact]
    public void A_citation_by_itself_is_written_and_is_read_where_the_package_is_named()
    {
        var citation = Persons.KirillDmitriev.Citations[0];
        var json = JsonSerializer.Serialize(citation);

        Assert.Equal(citation, JsonSerializer.Deserialize<Citation>(json, WithCitations));
        Assert.Contains(
            "JsonSerializerOptions.Converters",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Citation>(json)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_configuration_or_a_command_line_reads_an_entity_from_its_id()
    {
        var converter = TypeDescriptor.GetConverter(typeof(Person));

        Assert.Same(Persons.MarcFogel, converter.ConvertFromInvariantString("marc-fogel"));
        Assert.Equal("marc-fogel", converter.ConvertToInvariantString(Persons.MarcFogel));
        Assert.Contains(
            "Did you mean 'marc-fogel'?",
            Assert.Throws<FormatException>(() => converter.ConvertFromInvariantString("mark-fogel")).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            EdtfDate.Parse("2025-04~"),
            TypeDescriptor.GetConverter(typeof(EdtfDate)).ConvertFromInvariantString("2025-04~")
        );
        Assert.Equal(
            "12.50 EUR",
            TypeDescriptor.GetConverter(typeof(Money)).ConvertToInvariantString(Money.Parse("12.50 EUR"))
        );
    }
}
