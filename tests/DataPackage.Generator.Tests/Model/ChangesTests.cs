using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using DataPackage.Runtime;
using DataPackage.Runtime.Packed;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Model;

/// <summary>An application asks what changed since the version that it had.</summary>
public class ChangesTests
{
    private const string Corrected = """
        {"level":"patch","type":"fact","subject":"Ship/tern","path":"built","before":"1905","after":"1906","citedAfter":[{"article":"log","quote":"in 1906"}]}
        {"level":"minor","type":"entity-added","subject":"Ship/auk","after":"auk"}

        """;

    private const string Gone =
        """{"level":"major","type":"entity-removed","subject":"Ship/gull","before":"gull","why":"who stored it"}""";

    /// <summary>A library with the lists that the build puts into it.</summary>
    private static Assembly Library(params (string Name, string Text)[] resources)
    {
        using var library = new MemoryStream();
        var emitted = SeedSet
            .CreateCompilation()
            .Emit(
                library,
                manifestResources: resources.Select(each => new ResourceDescription(
                    each.Name,
                    () => new MemoryStream(Encoding.UTF8.GetBytes(each.Text)),
                    isPublic: true
                ))
            );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        library.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(library);
    }

    private static DataPackageChanges Changes() =>
        PackedInfo.ChangesOf(
            Library(
                ("DataPackage.Changes.10.0.0.jsonl", Gone),
                ("DataPackage.Changes.9.2.0.jsonl", Corrected),
                ("DataPackage.Changes.9.0.0.jsonl", ""),
                ("DataPackage.Changes.notes.jsonl", "{}"),
                ("Strings.resources", "x")
            )
        );

    [Fact]
    public void They_are_in_the_order_of_the_releases_then_of_their_lists()
    {
        var changes = Changes();

        Assert.Equal(["Ship/tern", "Ship/auk", "Ship/gull"], changes.Select(change => change.Subject));
        Assert.Equal(3, changes.Count);
        Assert.Equal(
            new DataPackageChange
            {
                Version = "9.2.0",
                Level = DataPackageChangeLevel.Patch,
                Type = DataPackageChangeType.Fact,
                Subject = "Ship/tern",
                Path = "built",
                Before = "1905",
                After = "1906",
                CitedAfter = [new DataPackagePassage("log", "in 1906")],
            },
            changes[0]
        );
        Assert.Equal(
            (DataPackageChangeType.EntityAdded, DataPackageChangeLevel.Minor, "auk"),
            (changes[1].Type, changes[1].Level, changes[1].After)
        );
    }

    [Theory]
    [InlineData("9.0.0", 3)]
    [InlineData("9.2.0", 1)]
    [InlineData("9.2", 1)]
    [InlineData("9.2.0-beta.1", 3)]
    [InlineData("9.2.0+abc", 1)]
    [InlineData("10.0.0", 0)]
    [InlineData("9", 3)]
    public void Those_since_a_version_are_those_of_later_releases(string version, int count) =>
        Assert.Equal(count, Changes().Since(version).Count);

    [Fact]
    public void What_is_no_version_is_refused() =>
        Assert.Equal(
            "'latest' is not a version such as 1.2.0.",
            Assert.Throws<FormatException>(() => Changes().Since("latest")).Message
        );

    [Theory]
    [InlineData("<<<<<<< main")]
    [InlineData("[]")]
    [InlineData("""{"level":1,"type":"fact","subject":"x"}""")]
    public void A_list_that_somebody_has_changed_by_hand_is_refused_in_words(string line) =>
        Assert.StartsWith(
            "The list of changes of 1.0.0 cannot be read: " + line,
            Assert
                .Throws<InvalidDataException>(() =>
                    PackedInfo.ChangesOf(Library(("DataPackage.Changes.1.0.0.jsonl", line)))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_package_without_recorded_releases_has_none() => Assert.Empty(PackedInfo.ChangesOf(Library()));

    [Fact]
    public void A_word_of_a_later_version_of_the_tool_is_another_change() =>
        Assert.Equal(
            DataPackageChangeType.Other,
            PackedInfo
                .ChangesOf(
                    Library(("DataPackage.Changes.1.0.0.jsonl", """{"level":"none","type":"x","subject":"y"}"""))
                )[0]
                .Type
        );
}
