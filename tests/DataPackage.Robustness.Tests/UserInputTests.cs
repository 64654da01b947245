using System.Text;
using System.Text.Json;
using DataPackage.Runtime;

namespace DataPackage.Robustness.Tests;

/// <summary>Any input of users causes only documented exceptions, and takes memory in proportion to its
/// length.</summary>
public class UserInputTests
{
    /// <summary>For an exception with its message and stack trace, and for the tables of a look-up.</summary>
    private const long BytesOfEveryInput = 200_000;

    private const long BytesOfEachCharacter = 3_000;

    [Fact]
    public void Parsing_a_date_gives_a_date_or_a_FormatException()
    {
        var before = EdtfDate.Parse("1975");
        Fuzz(
            "0123456789XYE-/.?~%[]{},:TZS+ ",
            [
                "1975",
                "2025-02-27",
                "2025-02",
                "2025-04-02/2025-04-03",
                "2022/..",
                "/1985",
                "1844~",
                "2004?-06-~11",
                "198X",
                "2025-21",
                "[1975,1976..1980]",
                "[..2025-04-02]",
                "{1667,1668-12..}",
                "Y-17E7",
                "1950S2",
                "2004-06-01T10:00:00+05:30",
                "XXXX-12-25",
                "-0001",
                "..",
                "Y3388E2S3",
            ],
            text =>
            {
                var isDate = EdtfDate.TryParse(text, out var date);
                Assert.Equal(isDate, Parses<FormatException>(() => EdtfDate.Parse(text)));
                if (date is null)
                    return;
                Assert.Equal(date, EdtfDate.Parse(date.ToString()));
                Assert.True(date.Covers(date) && date.Overlaps(date) && date.CompareTo(date) == 0);
                Assert.Equal(Math.Sign(date.CompareTo(before)), -Math.Sign(before.CompareTo(date)));
                Assert.Equal(date.Overlaps(before), before.Overlaps(date));
                Assert.True(date.Earliest is not { } earliest || date.Latest is not { } latest || earliest <= latest);
                before = date;
            }
        );
    }

    [Fact]
    public void Parsing_money_gives_money_or_a_FormatException() =>
        Fuzz(
            "0123456789.-+, EURSDe",
            ["12.50 EUR", "-1234.50 EUR", "324000000000 USD", "0 GBP", ".5 XAU", "79228162514264337593543950335 JPY"],
            text =>
            {
                var isMoney = Money.TryParse(text, out var money);
                Assert.Equal(isMoney, Parses<FormatException>(() => Money.Parse(text)));
                if (money is not null)
                    Assert.Equal(money, Money.Parse(money.ToString()));
            }
        );

    [Fact]
    public void Asking_for_a_language_gives_a_text_or_says_that_it_is_no_language()
    {
        var text = LocalizedText.Of(("en", "Vienna"), ("de-AT", "Wien"), ("zh-Hant", "維也納"));
        Fuzz(
            "abcdehntzATHW0123-_",
            ["en", "de-AT", "de-AT-1996", "zh-Hant-TW", "x", "en-GB-oed"],
            tag =>
            {
                Assert.True(text.For(tag) is "Vienna" or "Wien" or "維也納");
                Assert.Equal(text.For(tag), text.For(tag, tag, ""));
                if (Parses<ArgumentException>(() => text.With(tag, "Wean")))
                    Assert.Equal("Wean", text.With(tag, "Wean")[tag]);
                else
                    Assert.Null(text[tag]);
            }
        );
    }

    [Fact]
    public void An_id_that_is_not_there_is_said_to_be_missing() =>
        Fuzz(
            "abcdefghijklmnopqrstuvwxyz-0123456789",
            [.. Persons.All.Select(person => person.Id)],
            id =>
            {
                var isThere = Persons.TryGet(id, out var person);
                Assert.Equal(isThere, Parses<KeyNotFoundException>(() => Persons.Get(id)));
                Assert.Equal(isThere, Parses<FormatException>(() => Person.Parse(id, null)));
                Assert.Equal(isThere, Person.TryParse(id, null, out var parsed));
                Assert.Same(person, parsed);
                Assert.Equal(isThere, Persons.All.Any(other => other.Id == id));
            }
        );

    [Fact]
    public void A_name_that_nobody_has_is_not_found() =>
        Fuzz(
            "abcdefghijklmnopqrstuvwxyz ÄÖÜßéИ-.'",
            [.. Persons.All.Select(person => person.Caption), .. Persons.All.SelectMany(person => person.Aliases)],
            name =>
            {
                var all = Persons.FindAll(name);
                Assert.Same(all.Count == 1 ? all[0] : null, Persons.Find(name));
            }
        );

    [Fact]
    public void Reading_JSON_gives_an_entity_or_a_JsonException()
    {
        ReadJson(Persons.All.Take(5));
        ReadJson(Events.All.Take(5));
        ReadJson(Articles.All);
        ReadJson(Statements.All.Take(5));
    }

    private static void ReadJson<T>(IEnumerable<T> entities)
        where T : class, IEntity<T>
    {
        var whole = new JsonSerializerOptions { Converters = { new JsonWholeEntityConverter() } };
        Fuzz(
            "0123456789{}[]\",:.-eE\\u nulltruefalse",
            [
                .. entities.SelectMany(entity =>
                    new[] { JsonSerializer.Serialize(entity, whole), JsonSerializer.Serialize(entity) }
                ),
            ],
            json =>
            {
                T? entity = null;
                var utf8 = Encoding.UTF8.GetBytes(json);
                if (!Parses<JsonException>(() => entity = JsonSerializer.Deserialize<T>(utf8, whole)) || entity is null)
                    return;
                Assert.Equal(entity, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(entity, whole), whole));
                _ = entity.GetHashCode() + entity.GetFacts().Count;
            }
        );
    }

    private static void Fuzz(string alphabet, string[] examples, Action<string> check)
    {
        var inputs = new InputMaker(Effort.Seed, alphabet, examples);
        for (var i = 0; i < Effort.Inputs; i++)
        {
            var input = inputs.Next();
            try
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                check(input);
                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                var bearable = BytesOfEveryInput + (BytesOfEachCharacter * input.Length);
                Assert.True(allocated <= bearable, $"{allocated} bytes were allocated, {bearable} are bearable.");
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(
                    $"Input {i} of DATAPACKAGE_FUZZ_SEED={Effort.Seed} has {input.Length} characters: \"{Escape(input)}\"",
                    e
                );
            }
        }
    }

    private static bool Parses<TException>(Func<object?> parse)
        where TException : Exception
    {
        try
        {
            parse();
            return true;
        }
        catch (TException e) when (e.GetType() == typeof(TException))
        {
            return false;
        }
    }

    private static string Escape(string text) =>
        string.Concat(
            text.Take(500).Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:X4}")
        );
}
