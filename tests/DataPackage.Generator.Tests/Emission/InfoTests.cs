using System.Collections;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>The facts that a package states about itself.</summary>
public class InfoTests
{
    private const string Schema = """
        plural: Ships
        properties:
          name: { type: text, localized: true }
          masts: { type: integer }
          sisters: { range: Ship, cardinality: many }
        """;

    private static SeedSet Fleet() =>
        new SeedSet()
            .With("schema/Ship.yaml", Schema)
            .With("ships/albatros.yaml", "name: { en: Albatross, de: Albatros }\nmasts: 3\nsisters: [tern]\n")
            .With("ships/tern.yaml", "name: { en: Tern }\n");

    private static string FingerprintOf(SeedSet seeds) =>
        (string)seeds.Generate().Call("DataPackageInfo", "Fingerprint")!;

    [Fact]
    public void A_package_says_what_it_is_whose_and_how_much_there_is_of_it()
    {
        var fleet = Fleet()
            .With(
                "datapackage.yaml",
                $$"""
                namespace: {{SeedSet.Namespace}}
                name: fleet
                title: "Ships </summary> \u2028 of \"the\" fleet"
                licenses: [{ name: CC0-1.0, path: https://example.org/cc0 }]
                sources: [{ title: The register }, { title: The log, path: log.md, email: log@example.org }]
                contributors: [{ title: A. Lund, role: author }]
                """
            )
            .Generate();

        Assert.Equal("fleet", fleet.Call("DataPackageInfo", "Name"));
        Assert.Equal("Ships </summary> \u2028 of \"the\" fleet", fleet.Call("DataPackageInfo", "Title"));
        Assert.Null(fleet.Call("DataPackageInfo", "Description"));
        Assert.Equal("en", fleet.Call("DataPackageInfo", "Language"));
        Assert.Equal("0.0.0.0", fleet.Call("DataPackageInfo", "Version"));
        Assert.StartsWith(
            "DataPackage.Generator ",
            (string)fleet.Call("DataPackageInfo", "GeneratedBy")!,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "DataPackageLicense { Name = CC0-1.0, Title = , Path = https://example.org/cc0 }",
            Assert.Single(fleet.Call("DataPackageInfo", "Licenses")!.List())!.ToString()
        );
        Assert.Equal(
            "DataPackageContributor { Title = A. Lund, Role = author, Path = , Email =  }",
            Assert.Single(fleet.Call("DataPackageInfo", "Contributors")!.List())!.ToString()
        );
        Assert.Equal(
            ["The register", "The log"],
            fleet.Call("DataPackageInfo", "Sources")!.List().Select(source => source!.Get("Title"))
        );
        Assert.Equal(2, ((IDictionary)fleet.Call("DataPackageInfo", "Counts")!)["Ship"]);
    }

    [Fact]
    public void A_package_that_says_nothing_is_called_like_its_namespace()
    {
        var fleet = Fleet().Generate();

        Assert.Equal(SeedSet.Namespace, fleet.Call("DataPackageInfo", "Name"));
        Assert.Empty(fleet.Call("DataPackageInfo", "Licenses")!.List());
    }

    [Fact]
    public void The_fingerprint_is_the_same_for_the_same_data_however_they_are_written()
    {
        var other = new SeedSet()
            .With(
                "ships.yaml",
                "tern:\r\n  name: { en: 'Tern' } # a comment\r\nalbatros: { sisters: [\"tern\"], masts: 3, name: { de: Albatros, en: Albatross } }\r\n"
            )
            .With(
                "schema/Ship.yaml",
                Schema.Replace("  masts: { type: integer }\n", "", StringComparison.Ordinal)
                    + "\n  masts: { type: integer, description: How many. }\n"
            );

        Assert.Equal(FingerprintOf(Fleet()), FingerprintOf(other));
    }

    [Theory]
    [InlineData("ships/tern.yaml", "name: { en: Terns }\n")]
    [InlineData("ships/tern.yaml", "name: { de: Tern }\n")]
    [InlineData("ships/tern.yaml", "name: { en: Tern }\nmasts: 1\n")]
    [InlineData("ships/tern.yaml", "name: { en: Tern }\nsisters: [tern]\n")]
    [InlineData("ships/tern.yaml", "name: { en: Tern }\nformerIds: [gull]\n")]
    [InlineData("ships/tern.yaml", "name: { value: { en: Tern }, note: painted on the bow }\n")]
    [InlineData(
        "ships/tern.yaml",
        "name: [{ value: { en: Tern } }, { value: { en: Gull }, rank: deprecated, because: no }]\n"
    )]
    [InlineData("ships/gull.yaml", "name: { en: Tern }\n")]
    public void The_fingerprint_differs_where_anything_that_is_said_does(string path, string text) =>
        Assert.NotEqual(FingerprintOf(Fleet()), FingerprintOf(Fleet().With(path, text)));

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    public void The_fingerprint_differs_where_a_long_text_ends_differently(int length)
    {
        SeedSet Named(char last) =>
            Fleet().With("ships/tern.yaml", $"name: {{ en: {new string('a', length)}{last} }}\n");

        Assert.NotEqual(FingerprintOf(Named('b')), FingerprintOf(Named('c')));
    }

    [Fact]
    public void A_kind_that_is_called_so_keeps_its_name()
    {
        var generated = Fleet()
            .With("schema/DataPackageInfo.yaml", "plural: Infos\nproperties: { name: { type: text } }\n")
            .With("infos/a.yaml", "name: x\n")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("x", generated.Entity("Infos", "A").Get("Name"));
        Assert.NotNull(generated.Call("DataPackageInfo_", "Fingerprint"));
    }
}
