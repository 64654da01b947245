using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage.Runtime;

namespace DataPackage.Tests;

/// <summary>Messages about untrusted texts, such as those of a request.</summary>
public class MessageTests
{
    private const string Forged = "x\r\n2026-01-01 00:00 admin logged in\u2028\u001B[2J\u202E\u0085";

    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

    private static readonly JsonSerializerOptions Strict = new(Whole)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Every way in which a text enters a message.</summary>
    public static TheoryData<string, Func<string, object?>> Ways =>
        new()
        {
            { "Get", id => Persons.Get(id) },
            { "All.Get", id => Persons.All.Get(id) },
            { "Parse", id => Person.Parse(id, null) },
            { "GetBy", code => Places.GetByIsoCode(code) },
            { "converter", id => TypeDescriptor.GetConverter(typeof(Person)).ConvertFromInvariantString(id) },
            { "JSON of an entity", id => JsonSerializer.Deserialize<Person>(Quoted(id)) },
            { "JSON of an abstract kind", id => JsonSerializer.Deserialize<IAgent>(Quoted(id)) },
            { "JSON of a kind of an abstract one", id => JsonSerializer.Deserialize<IAgent>(Quoted("Person/" + id)) },
            {
                "JSON of a reference",
                id =>
                    JsonSerializer.Deserialize<Person>(
                        $$"""{"id":"x","name":{"en":"X"},"summary":{"en":"X"},"country":{{Quoted(id)}}}""",
                        Whole
                    )
            },
            { "JSON of an enumeration", value => JsonSerializer.Deserialize<EventType>(Quoted(value)) },
            {
                "JSON of a kind's name",
                kind => JsonSerializer.Deserialize<IAgent>($$"""{"kind":{{Quoted(kind)}}}""", Whole)
            },
            {
                "JSON of another kind's name",
                kind => JsonSerializer.Deserialize<Person>($$"""{"kind":{{Quoted(kind)}}}""", Whole)
            },
            {
                "JSON of an unknown property",
                name => JsonSerializer.Deserialize<Person>($$"""{{{Quoted(name)}}:1}""", Strict)
            },
            { "JSON of a date", date => JsonSerializer.Deserialize<EdtfDate>(Quoted(date)) },
            { "JSON of an amount", amount => JsonSerializer.Deserialize<Money>(Quoted(amount)) },
            {
                "JSON of a currency",
                currency => JsonSerializer.Deserialize<Money>($$"""{"amount":1,"currency":{{Quoted(currency)}}}""")
            },
            { "JSON of a language", tag => JsonSerializer.Deserialize<LocalizedText>($$"""{{{Quoted(tag)}}:"x"}""") },
            {
                "JSON of a language without text",
                tag => JsonSerializer.Deserialize<LocalizedText>($$"""{{{Quoted(tag)}}:1}""")
            },
            {
                "JSON of something else",
                text => JsonSerializer.Deserialize<Person>($$"""{"id":"x","name":{{Quoted(text)}}}""", Whole)
            },
            { "date", date => EdtfDate.Parse(date) },
            { "amount", amount => Money.Parse(amount) },
            { "currency", currency => new Money(1, currency) },
            { "language", tag => LocalizedText.Of((tag, "x")) },
            { "During", date => Events.During(date) },
            { "PossiblyDuring", date => Events.PossiblyDuring(date) },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_message_repeats_a_strangers_text_whole_or_lets_it_start_a_line(string way, Func<string, object?> ask)
    {
        foreach (
            var text in new[] { Forged, new string('x', 1_000_000), string.Concat(Enumerable.Repeat(Forged, 1_000)) }
        )
            for (var refused = Refused(way, ask, text); refused is not null; refused = refused.InnerException)
            {
                Assert.True(refused.Message.Length < 1_500, $"{way}: a message of {refused.Message.Length} characters");
                // .NET adds the name of a parameter, and JSON its path, on the same line.
                Assert.DoesNotContain(refused.Message, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');
            }
    }

    [Fact]
    public void A_text_of_thousands_of_languages_takes_memory_in_proportion()
    {
        static long Bytes(int count)
        {
            var texts = Enumerable.Range(0, count).Select(i => ($"x-{i:x}", "text")).ToArray();
            LocalizedText.Of(texts);
            var before = GC.GetAllocatedBytesForCurrentThread();
            LocalizedText.Of(texts);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(Bytes(20_000), 1, 2.5 * Bytes(10_000));
    }

    private static Exception Refused(string way, Func<string, object?> ask, string text)
    {
        try
        {
            ask(text);
        }
        catch (Exception refused)
            when (refused is KeyNotFoundException or FormatException or JsonException or ArgumentException)
        {
            return refused;
        }

        throw new InvalidOperationException($"{way} takes any text.");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
