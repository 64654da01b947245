using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using DataPackage.Runtime;
using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Tests;

public class MentionsTests(ITestOutputHelper output)
{
    /// <summary>The properties that the schemas list under findBy.</summary>
    private static readonly string[] Naming = ["Name", "Title", "Aliases", "SearchForms"];

    public static TheoryData<string> Texts =>
        [.. Articles.All.Where(article => article.Text is not null).Select(article => article.Id)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_article_of_the_package_mentions_entities_of_the_package(string id)
    {
        var article = Articles.Get(id);

        Assert.Contains(Persons.KirillDmitriev, article.Mentions.Select(mention => mention.Entity));
        Assert.Equal(Mentions.In(article.Text!), article.Mentions);
        Assert.Same(article.Mentions, article.Mentions);
        Assert.All(
            article.Mentions,
            mention => Assert.DoesNotContain('\n', article.Text!.Substring(mention.Start, mention.Length).Trim())
        );
    }

    [Fact]
    public void Every_name_and_alias_of_the_package_is_found_in_a_text_that_is_nothing_else() =>
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                foreach (var name in NamesOf(entity))
                    Assert.Contains(entity, Assert.Single(Mentions.In($"({name})")).Candidates);
            }
        );

    [Fact]
    public void Threads_that_come_at_the_same_time_find_the_same()
    {
        var text = Articles.DmitrievInWashington.Text!;
        var expected = Mentions.In(text);

        Assert.All(
            Enumerable.Range(0, 64).AsParallel().Select(_ => Mentions.In(text)).ToList(),
            found => Assert.Equal(expected, found)
        );
    }

    [Fact]
    public void A_text_that_is_null_is_refused() => Assert.Throws<ArgumentNullException>(() => Mentions.In(null!));

    /// <summary>Another package is stood in for by mentions of its own.</summary>
    [Fact]
    public void Mentions_of_several_packages_are_one_list_in_the_order_of_the_text()
    {
        var text = "Witkoff of Washington met Lavrov.";
        var other = Of(text.IndexOf("met", StringComparison.Ordinal), 3, Places.Moscow);

        var merged = Mention.Merge(Mentions.In(text), [other]);

        Assert.Equal(
            ["steve-witkoff", "washington", "moscow", "sergey-lavrov"],
            merged.Select(mention => mention.Entity?.Id)
        );
        Assert.Equal(Mentions.In(text), Mention.Merge(Mentions.In(text)));
        Assert.Empty(Mention.Merge());
    }

    [Fact]
    public void Of_mentions_that_overlap_the_first_counts_and_then_the_longest()
    {
        var university = Of(0, 21, Organizations.HarvardUniversity);
        var city = Of(0, 10, Places.Washington);
        var within = Of(11, 10, Places.Moscow);
        var after = Of(21, 4, Places.Russia);

        Assert.Equal([university, after], Mention.Merge([city, within], [university, after]));
        Assert.Equal([city, within], Mention.Merge([city, within], [Of(9, 5, Places.Russia)]));
    }

    [Fact]
    public void A_place_that_several_packages_know_has_the_candidates_of_all_each_once()
    {
        var namesake = Persons.MarcFogel with { Summary = new LocalizedText("en", "A sailor.") };

        var merged = Mention.Merge(
            [Of(3, 5, Places.Moscow), Of(9, 5, Persons.MarcFogel)],
            [Of(3, 5, Organizations.Kremlin, Places.Moscow), Of(9, 5, namesake)]
        );

        Assert.Equal(2, merged.Count);
        Assert.Equal([Organizations.Kremlin, Places.Moscow], merged[0].Candidates);
        Assert.Equal<IEntity>([Persons.MarcFogel, namesake], merged[1].Candidates);
    }

    [Fact]
    public void A_list_of_lists_that_is_null_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => Mention.Merge(null!));

    private static Mention Of(int start, int length, params IEntity[] candidates) =>
        new()
        {
            Start = start,
            Length = length,
            Candidates = candidates,
        };

    /// <summary>MentionTruth.txt lists by hand where the article names an entity of the package: the longest name if
    /// one is part of another.</summary>
    [SourceTextFact]
    public void In_the_article_that_the_data_were_curated_from_nearly_every_mention_is_found_and_nearly_nothing_else()
    {
        var truth = File.ReadLines(Repository.PathOf("tests/DataPackage.Tests/MentionTruth.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
        var found = Mentions
            .In(File.ReadAllText(SourceTextFactAttribute.Path!))
            .Select(mention =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mention.Start} {mention.Length} {string.Join('|', mention.Candidates.Select(ShippedData.NameOf))}"
                )
            )
            .ToList();
        var correct = found.Where(truth.Contains).ToList();
        var (precision, recall) = ((double)correct.Count / found.Count, (double)correct.Count / truth.Count);

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"precision {correct.Count}/{found.Count} = {precision:P1}, recall {correct.Count}/{truth.Count} = {recall:P1}"
            )
        );
        output.WriteLine("wrong: " + string.Join("; ", found.Except(truth)));
        output.WriteLine("missed: " + string.Join("; ", truth.Except(found)));
        Assert.True(precision >= 0.97 && recall >= 0.97, "See the output.");
    }

    private static IEnumerable<string> NamesOf(IEntity entity) =>
        Naming
            .Select(name => entity.GetType().GetProperty(name)?.GetValue(entity))
            .SelectMany(value =>
                value switch
                {
                    LocalizedText text => text.Languages.Select(language => text[language]!),
                    IEnumerable list and not string => list.Cast<string>(),
                    _ => [],
                }
            );

    /// <summary>Runs if the article is beside the repository, which may not contain it.</summary>
    private sealed class SourceTextFactAttribute : FactAttribute
    {
        public SourceTextFactAttribute()
        {
            if (Path is null)
                Skip =
                    "The article that the data were curated from is not beside the repository, and DATAPACKAGE_SOURCE_TEXTS names no folder with it.";
        }

        public static string? Path { get; } = Find();

        private static string? Find()
        {
            var named = Environment.GetEnvironmentVariable("DATAPACKAGE_SOURCE_TEXTS");
            var folder = string.IsNullOrEmpty(named) ? Repository.PathOf("../shared/seeds") : named;
            var texts = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [];
            return Array.Find(
                texts,
                text =>
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(text)))
                    == Articles.DmitrievInWashington.SourceSha256
            );
        }
    }
}
