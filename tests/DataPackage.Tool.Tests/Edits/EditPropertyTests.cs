using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Edits;

/// <summary>What holds for every edit of every package: nothing but the edit changes.</summary>
public partial class EditPropertyTests
{
    private const int Packages = 30;

    [Fact]
    public void Renaming_there_and_back_gives_the_same_bytes() =>
        ForEach(
            (folder, fleet) =>
            {
                var before = folder.Files();
                var (ship, content) = (fleet.Pick(), Content(folder));

                Apply(folder, "rename", ship, "zephyr");

                Assert.Equal("", Check(folder));
                Assert.Equal(Comments(before.Values), Comments(folder.Files().Values));
                Assert.Equal(Named(content, ship, "zephyr"), Content(folder));
                Apply(folder, "rename", "zephyr", ship);
                Assert.Equal(before, folder.Files());
            }
        );

    [Fact]
    public void Merging_changes_no_other_entity_and_keeps_the_comments()
    {
        var merged = 0;
        ForEach(
            (folder, fleet) =>
            {
                var (from, into) = (fleet.Pick(), fleet.Pick());
                var (before, content) = (folder.Files(), Content(folder));

                var run = folder.Run("merge", from, into, "--keep", "--apply");

                if (run.ExitCode != ExitCode.Fine)
                {
                    Assert.Equal(before, folder.Files());
                    return;
                }

                Assert.Equal("", Check(folder));
                content.Remove(into);
                var now = Content(folder);
                Assert.True(now.Remove(into));
                var expected = Named(content, from, into);
                expected.Remove(into);
                Assert.Equal(expected, now);
                merged++;
                var lost = Comments(before.Values).ToList();
                foreach (var comment in Comments([fleet.TextOf(from)]).Concat(Comments(folder.Files().Values)))
                    lost.Remove(comment);
                Assert.Empty(lost);
            }
        );
        Assert.NotEqual(0, merged);
    }

    [Fact]
    public void Correcting_a_slip_gives_the_bytes_before_it() =>
        ForEach(
            (folder, fleet) =>
            {
                var before = folder.Files();
                var slips = 0;
                foreach (
                    var (path, text) in before.Where(file =>
                        file.Key.StartsWith("seeds/ships", StringComparison.Ordinal)
                    )
                )
                {
                    var wrong = Lead().Replace(text, "laed");
                    slips += Lead().Count(text);
                    File.WriteAllBytes(folder.PathOf(path), [.. wrong.Select(c => (byte)c)]);
                }

                Assert.Equal(slips, Check(folder).Split("DP1002").Length - 1);
                Apply(folder, "fix");

                Assert.Equal(before, folder.Files());
            }
        );

    private static void ForEach(Action<TempFolder, RandomFleet> test)
    {
        foreach (var seed in FuzzRun.FromEnvironment(Packages).Seeds)
        {
            using var folder = new TempFolder();
            var fleet = RandomFleet.WriteTo(folder, seed);
            try
            {
                Assert.Equal("", Check(folder));
                test(folder, fleet);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(FuzzRun.Again(seed), failure);
            }
        }
    }

    private static void Apply(TempFolder folder, params string[] arguments) =>
        folder.Run([.. arguments, "--apply"]).Fine();

    private static string Check(TempFolder folder) => folder.Run("check").Output;

    /// <summary>By id, the values as JSON.</summary>
    private static SortedDictionary<string, string> Content(TempFolder folder)
    {
        using var list = JsonDocument.Parse(folder.Run("list", "Ship", "--json").Fine());
        return new(
            list.RootElement.EnumerateArray()
                .ToDictionary(entity => entity.GetProperty("id").GetString()!, entity => entity.GetRawText()),
            StringComparer.Ordinal
        );
    }

    /// <summary>The content with another id.</summary>
    private static SortedDictionary<string, string> Named(
        SortedDictionary<string, string> content,
        string id,
        string name
    ) =>
        new(
            content.ToDictionary(
                entity => entity.Key == id ? name : entity.Key,
                entity => entity.Value.Replace($"\"{id}\"", $"\"{name}\"", StringComparison.Ordinal)
            ),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Comments(IEnumerable<string> texts) =>
        texts
            .SelectMany(text => Comment().Matches(text).Select(match => match.Value.TrimEnd()))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"# \w.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w&*])lead(?=""?:)")]
    private static partial Regex Lead();
}
