using DataPackage.Engine.Linking;
using DataPackage.Testing;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The TypeScript, as its compiler and a program see it.</summary>
public class TypeScriptTests
{
    private const string Reader = "tests/Readers/read-typescript.mjs";

    [NodeFact]
    public void It_compiles_without_a_message_and_a_program_has_the_values_of_the_typed_package()
    {
        foreach (var (package, said) in ExportedPackage.Read(ExportedPackage.All("typescript"), Reader, "typescript"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            var schema = package.Typed.Schema;
            foreach (var linked in package.Typed.Package.Kinds)
            {
                var kind = schema[linked.Name];
                var entities = said.GetProperty("data")
                    .GetProperty(kind.Plural)
                    .EnumerateObject()
                    .ToDictionary(entity => entity.Name, entity => entity.Value);
                Assert.Equal(linked.Entities.Count, entities.Count);
                foreach (var entity in linked.Entities)
                {
                    var read = entities[entity.Id];
                    Assert.Equal(entity.Id, read.GetProperty("id").GetString());
                    Assert.Equal(
                        TypedValues.Of(kind, entity, schema, NameOf).Select(Number),
                        TypedValues.Of(kind, read.GetProperty("values"), schema).Select(Number)
                    );
                    Assert.Equal(entity.Claims.Count, read.GetProperty("claims").GetArrayLength());
                    Assert.Equal(
                        entity.Citations.Select(citation => citation.Passage.Text),
                        read.GetProperty("citations")
                            .EnumerateArray()
                            .Select(each => each.TryGetProperty("quote", out var quote) ? quote.GetString() : null)
                    );
                    Assert.Equal(
                        entity.Text?.Text,
                        read.TryGetProperty("text", out var text) ? text.GetString() : null
                    );
                }
            }

            package.Dispose();
        }
    }

    private static string NameOf(EntityLink link) => $"{link.Kind}/{link.Id}";

    /// <summary>JavaScript writes 52.50 as 52.5.</summary>
    private static string Number(string leaf) =>
        leaf[(leaf.LastIndexOf('|') + 1)..] is var text
        && decimal.TryParse(
            text,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? leaf[..^text.Length]
                + (number / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : leaf;

    [NodeFact]
    public void An_id_that_does_not_exist_and_a_property_that_no_kind_has_do_not_compile()
    {
        using var package = ExportedPackage.Shipped("typescript");
        File.WriteAllText(
            package.PathOf("typescript/use.ts"),
            """
            import { Events, Persons, Places, type PersonId } from "./index.js";
            const place: "Place/istanbul" | undefined = Places.istanbul ? "Place/istanbul" : undefined;
            const talks = Events["istanbul-talks-2025"];
            if (talks.values.place === place) talks.values.name?.["en"]?.toUpperCase();
            const nobody: PersonId = "nobody";
            Persons["marc-fogel"].values.height;
            if (talks.values.place === "Place/nowhere") Persons["marc-fogel"];

            """
        );
        var said = ExportedPackage.Read([package], Reader, "typescript").Single().Said.GetProperty("errors");
        Assert.Equal(
            ["TS2322", "TS2339", "TS2367"],
            said.EnumerateArray().Select(error => error.GetString()![..6]).Order(StringComparer.Ordinal)
        );
    }

    [NodeFact]
    public void Kinds_that_are_called_as_types_of_the_export_have_names_of_their_own()
    {
        var folder = new TempFolder().With("seeds/datapackage.yaml", "namespace: Names\n");
        foreach (var kind in new[] { "Citation", "Claim", "Json", "Localized", "Person", "PersonId", "PersonValues" })
            folder
                .With(
                    $"seeds/schema/{kind}.yaml",
                    "caption: name\nproperties:\n"
                        + "  name: { type: text, localized: true, description: The name. }\n"
                        + "  any: { type: any, description: Anything. }\n"
                        + $"  next: {{ range: {kind}, description: The next one. }}\n"
                )
                .With($"seeds/{UniqueNames.ToSnakeCase(kind).Replace('_', '-')}s.yaml", "one: { name: { en: A } }\n");
        using var package = ExportedPackage.Of("names", folder, "typescript");
        File.WriteAllText(
            package.PathOf("typescript/use.ts"),
            """
            import { Claims, Persons, type Claim, type Claim_2, type PersonId, type PersonId_2 } from "./index.js";
            const claim: Claim_2 = Claims["one"];
            export const said: readonly Claim[] = claim.claims;
            export const id: PersonId_2 = Persons["one"].id;
            export const ofKind: PersonId["id"] = "one";

            """
        );
        var said = ExportedPackage.Read([package], Reader, "typescript").Single().Said;
        Assert.Equal("[]", said.GetProperty("errors").GetRawText());
    }

    [Fact]
    public void An_entity_is_documented_with_the_passages_that_support_it()
    {
        using var package = ExportedPackage.Shipped("typescript");
        TextAssert.Has(
            """
              /**
               * Marc Fogel
               *
               * American teacher who was imprisoned in Moscow and released as the result of a prisoner exchange.
               *
               * “Marc Fogel, an American teacher who was imprisoned in Moscow” — dmitriev-in-washington, paragraph
            """.TrimEnd(),
            package.Text("typescript/kinds/person.ts")
        );
    }
}
