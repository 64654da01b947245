using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>The same seeds give the same code, byte for byte, on every machine.</summary>
/// <remarks>The factors are independent in the generator, so each run takes the next value of every factor. The lengths
/// of their cycles are coprime: 100 runs cover each pair of values of two factors, though not every combination of
/// all.</remarks>
public class DeterminismTests
{
    private const int Orders = 100;

    private static readonly string[] Cultures =
    [
        "",
        "tr-TR",
        "sv-SE",
        "th-TH",
        "ar-SA",
        "fa-IR",
        "de-DE",
        "hu-HU",
        "en-US",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n"];

    private static readonly string[] Roots = ["/home/a/seeds/", "C:\\clone of it\\s\u00e9eds\\", "./"];

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false),
        new UTF8Encoding(true),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
        new UTF8Encoding(false),
    ];

    private static readonly string[] TimeZones =
    [
        "UTC",
        "Asia/Kathmandu",
        "America/St_Johns",
        "Pacific/Kiritimati",
        "Pacific/Niue",
        "Europe/London",
        "Asia/Tokyo",
    ];

    /// <summary>Amounts, negative numbers, dates, the letter i in both cases, and names that cultures sort
    /// differently.</summary>
    private static SeedSet Seeds()
    {
        var seeds = Samples
            .Harbours()
            .With(
                "schema/Reading.yaml",
                """
                label: Istanbul INDEX
                temporal: { start: day }
                properties:
                  level: { type: decimal, required: true, minimum: -5.5, description: In metres. }
                  count: { type: integer, description: How many. }
                  day: { type: date, description: When. }
                  price: { type: money, description: Its price. }
                """
            );
        string[] names =
        [
            "i",
            "I",
            "\u0131",
            "\u0130",
            "\u00e5",
            "\u00e4",
            "z",
            "cs",
            "dz",
            "ch",
            "\u00f6",
            "\u00df",
            "\u0645",
            "\u0e01",
        ];
        for (var i = 0; i < names.Length; i++)
        {
            seeds.With(
                $"harbours/h-{i}.yaml",
                $"name: {{ en: {names[i]}, tr: {names[^(i + 1)]} }}\naliases: [{names[i]}x, x{names[i]}]\ndepth: {i}.5\n"
            );
            seeds.With(
                $"readings/r-{i}.yaml",
                $"level: {i - 4}.25\ncount: {-1_234_567 * i}\nday: 2568-0{1 + (i % 9)}-01\nprice: {1000 * i}.5 EUR\n"
            );
            seeds.With($"ships/s-{i}.yaml", $"name: Ship {names[i]}\nhome: h-{i}\nmet: [s-{(i + 1) % names.Length}]\n");
        }

        return seeds;
    }

    [Fact]
    public void The_code_is_the_same_for_every_order_culture_separator_line_end_encoding_root_and_time_zone()
    {
        var (culture, uiCulture, zone) = (
            CultureInfo.CurrentCulture,
            CultureInfo.CurrentUICulture,
            Environment.GetEnvironmentVariable("TZ")
        );
        var texts = Seeds().Texts;
        var compilation = SeedSet.CreateCompilation();
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            for (var run = 0; run < Orders; run++)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
                    Next(Cultures, run)
                );
                Environment.SetEnvironmentVariable("TZ", Next(TimeZones, run));
                TimeZoneInfo.ClearCachedData();
                var (separator, lineEnd, root, encoding) = (
                    run % 4 < 2 ? '/' : '\\',
                    Next(LineEnds, run),
                    Next(Roots, run),
                    Next(Encodings, run)
                );
                var seeds = texts
                    .Select(text => new LocatedSeed(
                        root,
                        text.Path.Replace('/', separator),
                        text.GetText()!.ToString().Replace("\n", lineEnd, StringComparison.Ordinal),
                        encoding
                    ))
                    .ToArray<AdditionalText>();
                new Random(run).Shuffle(seeds);

                var result = SeedSet
                    .CreateDriver(
                        seeds,
                        options: new Dictionary<string, string>
                        {
                            ["_DataPackageSeedsPath"] = Uri.EscapeDataString(root),
                        }
                    )
                    .RunGenerators(compilation)
                    .GetRunResult()
                    .Results[0];

                Assert.Empty(result.Diagnostics);
                hashes.Add(HashOf(result));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }

        Assert.Single(hashes);
    }

    private static T Next<T>(T[] values, int run) => values[run % values.Length];

    /// <summary>A hash of the names and bytes of all files, in the order of their names.</summary>
    private static string HashOf(GeneratorRunResult result)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(source.HintName));
            hash.AppendData([
                .. source.SourceText.Encoding!.GetPreamble(),
                .. source.SourceText.Encoding.GetBytes(source.SourceText.ToString()),
            ]);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>A seed read from bytes, as the compiler does, below its own folder.</summary>
    private sealed class LocatedSeed(string root, string seedPath, string text, Encoding encoding) : AdditionalText
    {
        public override string Path => root + seedPath;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            return SourceText.From(stream, Encoding.UTF8);
        }
    }
}
