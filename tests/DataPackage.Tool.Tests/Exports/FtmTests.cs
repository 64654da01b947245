using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Testing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.Tables;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The entities of FollowTheMoney, as its own library sees them.</summary>
public class FtmTests
{
    private const string Reader = "tests/Readers/read-ftm.mjs";
    private const string Model = "src/DataPackage.Tool/Export/Ftm/model.txt";

    [NodeFact]
    public void Every_value_is_in_an_entity_or_is_listed_as_not_mapped()
    {
        foreach (var (package, said) in ExportedPackage.Read(ExportedPackage.All("ftm"), Reader, "ftm"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            var entities = said.GetProperty("entities");
            var unmapped = package.Text("ftm/unmapped.txt");
            Assert.Equal(
                unmapped.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => "ftm: " + line),
                Told(package)
            );
            var written = 0;
            foreach (var linked in package.Typed.Package.Kinds)
            {
                var kind = package.Typed.Schema[linked.Name];
                if (kind.Ftm is null)
                {
                    Assert.True(linked.Entities.Count == 0 || Has($"{kind.Name}: {linked.Entities.Count} entities"));
                    continue;
                }

                foreach (var entity in linked.Entities)
                {
                    written++;
                    var read = entities
                        .EnumerateObject()
                        .Single(each =>
                            each.Name.EndsWith("." + entity.Id, StringComparison.Ordinal) && IsOf(each, kind.Ftm)
                        )
                        .Value.GetProperty("properties")
                        .EnumerateObject()
                        .SelectMany(property => property.Value.EnumerateArray())
                        .Select(value => value.GetString()!)
                        .ToHashSet(StringComparer.OrdinalIgnoreCase);
                    foreach (var leaf in Leaf.Of(kind, entity.Values, package.Typed.Schema))
                    {
                        // Where FollowTheMoney wants a text, an entity is called by its name.
                        var caption = leaf.Value is ReferenceValue named ? package.CaptionOf(named.Target) : null;
                        var text = caption ?? ValueText.Of(leaf.Value, leaf.Property, package.Typed.Schema);
                        var top = leaf.Path.Split('.', '[')[0];
                        var isThere =
                            read.Contains(text)
                            || (
                                leaf.Value is ReferenceValue reference
                                && read.Any(id => id.EndsWith("." + reference.Target.Id, StringComparison.Ordinal))
                            );
                        Assert.True(
                            isThere || Has($"{kind.Name}.{top}: "),
                            $"{package.Name}: {entity.Id}: {leaf.Path}"
                        );
                    }
                }
            }

            Assert.Equal(written, entities.EnumerateObject().Count());
            package.Dispose();

            bool Has(string start) => ("\n" + unmapped).Contains("\n" + start, StringComparison.Ordinal);
        }
    }

    private static bool IsOf(JsonProperty entity, string schema) =>
        entity.Value.GetProperty("schema").GetString() == schema;

    private static string[] Told(ExportedPackage package) =>
        package.Told.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [NodeFact]
    public void Properties_are_those_that_the_schema_names_or_those_of_the_same_name()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "ftm");
        var said = ExportedPackage.Read([package], Reader, "ftm").Single().Said.GetProperty("entities");
        Assert.Equal(
            """
            {"schema":"Vessel","caption":"Albatros","properties":{"buildDate":["1901"],"flag":["de"],
            "name":["Albatros","The Albatros"],"sourceUrl":["https://example.org/a?b=c&d='e'"],
            "tonnage":["-9223372036854775808"]}}
            """.Replace("\n", "", StringComparison.Ordinal),
            said.GetProperty("ship.albatros").GetRawText()
        );
        var unmapped = package.Text("ftm/unmapped.txt");
        TextAssert.Has("Ship.built: 2 claims that are no values\n", unmapped);
        TextAssert.Has("Ship.built: 1 remarks on values\n", unmapped);
        TextAssert.Has("Ship.posts: 6 values; Vessel of FollowTheMoney has no such property\n", unmapped);
        TextAssert.Has("Ship: 4 citations\n", unmapped);
        TextAssert.Has("Ship: 1 former ids\n", unmapped);
    }

    [NodeFact]
    public void The_shipped_sanction_leads_to_the_person_and_names_who_imposed_it()
    {
        using var package = ExportedPackage.Shipped("ftm");
        var said = ExportedPackage.Read([package], Reader, "ftm").Single().Said.GetProperty("entities");
        var sanction = said.GetProperty("sanction.sanctions-on-dmitriev");
        Assert.Equal("Sanction", sanction.GetProperty("schema").GetString());
        var properties = sanction.GetProperty("properties");
        Assert.Equal("person.kirill-dmitriev", properties.GetProperty("entity")[0].GetString());
        Assert.Equal("Biden administration", properties.GetProperty("authority")[0].GetString());
        TextAssert.Has("Sanction.date: 1 values that are none of Sanction:date", package.Text("ftm/unmapped.txt"));
        TextAssert.Has("Place: 8 entities of a kind whose schema has no 'ftm'\n", package.Text("ftm/unmapped.txt"));
    }

    [Theory]
    [InlineData("Ship", "ftm: Vessel", "ftm: Vesel", "Ship.yaml(3,6): error: ", "did you mean 'Vessel'?")]
    [InlineData("Ship", "ftm: Vessel", "ftm: Thing", "is no schema of FollowTheMoney that entities have")]
    [InlineData("Ship", "ftm: buildDate", "ftm: builtDate", "Ship.yaml(6,29): error: ", "did you mean 'buildDate'?")]
    // No ship states it, so no value would tell.
    [InlineData("Ship", "  tons:", "  idle: { type: text, ftm: idle, description: x. }\n  tons:", "Ship.idle has")]
    [InlineData("Post", "embedded: true", "embedded: true\nftm: Post", "Post.yaml(2,6): error: ", "which is embedded")]
    [InlineData("Post", "embedded: true", "abstract: true\nftm: Post", "Post.yaml(2,6): error: ", "which is abstract")]
    [InlineData("Post", "type: date, desc", "type: date, ftm: date, desc", "Post.yaml(5,28): error: ", "embedded")]
    public void What_FollowTheMoney_does_not_have_stops_the_export_before_anything_is_written(
        string kind,
        string right,
        string wrong,
        params string[] messages
    )
    {
        using var folder = HostileSeeds.Claims();
        var schema = folder.Text($"seeds/schema/{kind}.yaml");
        folder.With($"seeds/schema/{kind}.yaml", schema.Replace(right, wrong, StringComparison.Ordinal));
        if (wrong.StartsWith("abstract", StringComparison.Ordinal))
        {
            // Nothing may be of an abstract kind.
            folder.With("seeds/schema/Ship.yaml", "ftm: Vessel\nproperties: { a: { type: text, description: x. } }\n");
            File.Delete(folder.PathOf("seeds/ships/albatros.yaml"));
            folder.With("seeds/ships/boreas.yaml", "a: b\n");
        }

        var run = folder.Run("export", "csv", "ftm", "-o", "out");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.All(messages, message => TextAssert.Has(message, run.Errors));
        TextAssert.Has("nothing was exported", run.Errors);
        Assert.False(Directory.Exists(folder.PathOf("out")));
        Assert.False(Directory.Exists(folder.PathOf("out.datapackage-new")));
    }

    [Fact]
    public void Ids_are_such_as_the_library_in_Python_takes_and_no_two_are_the_same()
    {
        var folder = HostileSeeds.Ids();
        var schema = folder.Text("seeds/schema/Thing.yaml");
        folder.With("seeds/schema/Thing.yaml", "ftm: Company\n" + schema);
        using var package = ExportedPackage.Of("ids", folder, "ftm");
        var ids = package
            .Text("ftm/entities.ftm.json")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)
            .ToList();
        Assert.Equal(9, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$", id));
    }

    [Fact]
    public void An_article_has_its_text_unless_that_may_not_be_redistributed()
    {
        var folder = HostileSeeds
            .Claims()
            .With(
                "seeds/schema/Article.yaml",
                """
                article: true
                ftm: Article
                properties:
                  title: { type: text, description: The title. }
                  language: { type: language, description: The language. }

                """
            );
        using var package = ExportedPackage.Of("texts", folder, "ftm");
        TextAssert.Has("\"bodyText\":[\"Albatros was built in 1901", package.Text("ftm/entities.ftm.json"));
        TextAssert.Has("Article: 1 texts that may not be redistributed\n", package.Text("ftm/unmapped.txt"));
    }

    /// <summary>UPDATE_SNAPSHOTS=1 writes it.</summary>
    [NodeFact]
    public void The_model_is_that_of_the_library()
    {
        var model = NodeModules.Run("tests/Readers/ftm-model.mjs", "");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Repository.PathOf(Model), model);
        Assert.Equal(File.ReadAllText(Repository.PathOf(Model)), model);
    }
}
