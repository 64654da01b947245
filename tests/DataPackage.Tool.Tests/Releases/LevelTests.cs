using DataPackage.Engine.Releases;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Which part of the version a change needs.</summary>
public class LevelTests
{
    /// <summary>An edit of the fleet, and what it means. Of the same edit backwards, the second.</summary>
    public static TheoryData<string, string, string?, string?, string, string> Edits =>
        new()
        {
            { "a new ship", "ships/auk.yaml", null, "name: { en: Auk }\nlength: 1\n", "minor", "major" },
            { "a former id", "ships/tern.yaml", "name:", "formerIds: [arctic-tern]\nname:", "minor", "major" },
            {
                "a new optional property",
                "schema/Ship.yaml",
                "  built:",
                Property("masts", "integer"),
                "minor",
                "major"
            },
            {
                "a new required property",
                "schema/Port.yaml",
                "  name: { type: text,",
                "  name: { type: text, required: true,",
                "minor",
                "major"
            },
            {
                "a property that must be there, of a struct",
                "schema/Ship.yaml",
                "built: { type: integer,",
                "built: { type: integer, required: true,",
                "major",
                "major"
            },
            {
                "another type",
                "schema/Ship.yaml",
                "length: { type: decimal,",
                "length: { type: text,",
                "major",
                "major"
            },
            {
                "a list",
                "schema/Ship.yaml",
                "home: { range: Port,",
                "home: { range: Port, cardinality: many,",
                "major",
                "major"
            },
            { "a new last value", "schema/Ship.yaml", "norway]", "norway, sweden]", "minor", "major" },
            { "a new first value", "schema/Ship.yaml", "[denmark", "[belgium, denmark", "major", "major" },
            {
                "a property that an interface has, too",
                "schema/Vessel.yaml",
                "  name:",
                Property("colour", "text") + "",
                "major",
                "major"
            },
            {
                "a property that takes the name of a method",
                "schema/Ship.yaml",
                "  built:",
                Property("find", "integer"),
                "major",
                "major"
            },
            {
                "a kind that takes the name of a class",
                "schema/Mention.yaml",
                null,
                "properties:\n  name: { type: text, description: More. }\n",
                "major",
                "major"
            },
            {
                "a namespace that was the project's",
                "datapackage.yaml",
                "namespace: Fleet",
                "title: Fleet",
                "major",
                "major"
            },
            { "a corrected value", "ships/gull.yaml", "1911", "1912", "patch", "patch" },
            { "a value that is withdrawn", "ships/gull.yaml", "built: 1911\n", "", "patch", "patch" },
            { "a value that names a group", "ships/gull.yaml", "flag: denmark", "flag: norway", "major", "major" },
            { "another number", "ships/gull.yaml", "number: N1", "number: N2", "major", "major" },
            { "an alias", "ships/gull.yaml", "[G]", "[G, Gullet]", "minor", "minor" },
            { "a language", "ships/gull.yaml", "en: Gull", "en: Gull, fr: Mouette", "minor", "major" },
            {
                "a text in a language that there is",
                "ships/gull.yaml",
                "en: Gull",
                "en: Gull, de: M\u00f6we",
                "minor",
                "minor"
            },
            { "another namespace", "datapackage.yaml", "Fleet", "Ships", "major", "major" },
            {
                "another default language",
                "datapackage.yaml",
                "namespace",
                "language: de\nnamespace",
                "major",
                "major"
            },
            { "another reverse", "schema/Ship.yaml", "name: ships", "name: fleet", "major", "major" },
            { "another accessor", "ships/tern.yaml", "name:", "csharpName: ArcticTern\nname:", "major", "major" },
            {
                "a deprecated property",
                "schema/Ship.yaml",
                "built: { type: integer,",
                "built: { type: integer, deprecated: Unknown of most.,",
                "minor",
                "minor"
            },
            { "a comment", "ships/tern.yaml", "name:", "# of 1905\nname:", "none", "none" },
            { "a moved seed", "ships/sailing/tern.yaml", null, TwoVersions.Fleet["ships/tern.yaml"], "none", "none" },
        };

    private static string Property(string name, string type) =>
        $"  {name}: {{ type: {type}, description: More. }}\n  " + (type == "text" ? "name:" : "built:");

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_needs_a_part_of_the_version(
        string what,
        string path,
        string? old,
        string? now,
        string forwards,
        string backwards
    )
    {
        var edited = Edited(what, path, old, now);

        Assert.Equal(forwards, LevelOf(TwoVersions.Fleet, edited));
        Assert.Equal(backwards, LevelOf(edited, TwoVersions.Fleet));
    }

    /// <summary>The fleet after each of the edits.</summary>
    internal static IEnumerable<(string What, IReadOnlyDictionary<string, string> Seeds)> EditedFleets =>
        Edits.Select(row =>
            (
                (string)row[0],
                (IReadOnlyDictionary<string, string>)
                    Edited((string)row[0], (string)row[1], (string?)row[2], (string?)row[3])
            )
        );

    private static Dictionary<string, string> Edited(string what, string path, string? old, string? now)
    {
        var edited = TwoVersions.Edited(path, old, now);
        if (what == "a moved seed")
            edited.Remove("ships/tern.yaml");
        return edited;
    }

    [Fact]
    public void A_renamed_entity_is_found_by_its_old_id()
    {
        var renamed = TwoVersions.Edited("ships/tern.yaml", null, null);
        renamed["ships/arctic-tern.yaml"] = "formerIds: [tern]\n" + TwoVersions.Fleet["ships/tern.yaml"];

        var changes = TwoVersions.Compare(TwoVersions.Fleet, renamed);

        // The entity has its old accessor too, but is in its group by its new one.
        var gone = Assert.Single(changes, change => change.Level == ReleaseLevel.Major);
        Assert.Equal("group Ships.ByFlag.Norway.Tern", gone.Subject);
        Assert.Single(changes, change => change.Type == ChangeType.EntityRenamed);
        Assert.DoesNotContain(changes, change => change.Type is ChangeType.EntityAdded or ChangeType.Fact);
    }

    private static string LevelOf(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    ) => ReleaseComparison.LevelOf(TwoVersions.Compare(before, after)).ToString().ToLowerInvariant();
}
