using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Each row of the table of levels in docs/releases.md, as two packages and a program that was compiled
/// against the first.</summary>
[Collection(Packages.Name)]
public class FleetVersionsTests(FleetVersions versions) : IClassFixture<FleetVersions>
{
    public static TheoryData<string> Changes => [.. ChangedFleet.All.Select(change => change.What)];

    [Fact]
    public void Each_row_of_the_table_of_levels_has_a_change() =>
        Assert.Equal(
            File.ReadLines(Repository.PathOf("docs/releases.md"))
                .SkipWhile(line => !line.StartsWith("| change |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Replace("`", "", StringComparison.Ordinal).Trim('|', ' ').Split(" | "))
                .Select(row => (row[0], row[1])),
            ChangedFleet.All.Select(change => (change.Row, change.Level)).Distinct()
        );

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_version_needs_the_part_that_the_table_says(string what)
    {
        var change = Find(what);

        // The version of the level was packed. That of the level below it was refused.
        Assert.NotNull(versions.RefusalOf(change));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_program_that_was_compiled_before_runs_on_as_the_table_says(string what)
    {
        var change = Find(what);

        var after = versions.After(change);

        Assert.DoesNotContain(versions.Before.Values, value => value.StartsWith("fails", StringComparison.Ordinal));
        Assert.Equal(
            // Every name that the program has is in the namespace.
            what == "namespace"
                ? versions.Before.Keys.Select(name => name + " fails")
                : change.Noticed,
            versions
                .Before.Where(pair => after[pair.Key] != pair.Value)
                .Select(pair =>
                    pair.Key + (after[pair.Key].StartsWith("fails", StringComparison.Ordinal) ? " fails" : " differs")
                )
        );
    }

    private static ChangedFleet Find(string what) => ChangedFleet.All.Single(change => change.What == what);
}
