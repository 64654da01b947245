using System.Collections.Immutable;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Model;

/// <summary>A seed read by the schema of its kind: every value, every place that later steps report, every message.
/// BoundSeeds.txt has the seeds and the results.</summary>
public class BoundSeedsTests
{
    /// <summary>Precedes the path of a case whose package requires a citation of every value.</summary>
    private const string Cited = "cited ";

    [Fact]
    public void Seeds_become_entities_with_their_places_and_messages()
    {
        var (plain, cited) = (SchemaOf(Coast("none")), SchemaOf(Coast("property")));
        Transcript.Check(
            "Model/BoundSeeds.txt",
            (path, seed) =>
                path.StartsWith(Cited, StringComparison.Ordinal)
                    ? Bind(cited, path[Cited.Length..], seed)
                    : Bind(plain, path, seed)
        );
    }

    private static SeedSet Coast(string citations) =>
        new SeedSet()
            .With(
                "datapackage.yaml",
                $$"""
                namespace: Coast
                language: en
                citations: {{citations}}
                kinds:
                  Buoy: { accessors: featured }
                  Light: { source: coast/*.yaml, items: data.lights, id: codes.national, csharpName: "{name} on {coast}", rename: { height_m: height }, ignore: [internal, codes.old] }
                  Wreck: { accessors: none }
                  Chart: { source: charts/*.yaml }
                  Atlas: { source: charts/a*.yaml }
                """
            )
            .With(
                "schema/Named.yaml",
                """
                abstract: true
                caption: name
                findBy: [name, aliases]
                properties:
                  name: { type: text, localized: true, required: true }
                  aliases: { type: text, cardinality: many }
                """
            )
            .With(
                "schema/Sailor.yaml",
                """
                extends: [Named]
                temporal: { start: born, end: died }
                properties:
                  born: { type: date }
                  died: { type: date }
                  height: { type: integer, minimum: 30, maximum: 300, unique: true }
                  rate: { type: decimal, minimum: -1.5, maximum: 9.5, unique: true }
                  email: { type: text, pattern: "[^@]+@[^@]+", maxLength: 20, unique: true }
                  badges: { type: text, cardinality: many, unique: true }
                  mood: { type: enum, values: { calm: At ease., stormy: Ill at ease. } }
                  moods: { type: enum, cardinality: many, values: [calm, stormy] }
                  boss: { range: Named }
                  mates: { range: Sailor, cardinality: many }
                  ship: { range: Ship, by: number }
                  wage: { type: money, minimum: 0, maximum: 100 }
                  retired: { type: boolean, required: true }
                  site: { type: url }
                  speaks: { type: language, cardinality: many }
                  qid: { type: identifier, format: qid }
                  story: { type: markdown, bidi: allowed }
                  posts: { range: Post, cardinality: many }
                  first: { range: Post }
                  note: { type: text, cited: false }
                """
            )
            .With(
                "schema/Post.yaml",
                "embedded: true\nproperties:\n  title: { type: text, required: true }\n  at: { range: Ship }\n  value: { type: integer }\n"
            )
            .With(
                "schema/Ship.yaml",
                "extends: [Named]\nproperties:\n  number: { type: integer }\n  flags: { type: text, cardinality: many }\n  owner: { range: Ship, by: flags }\n"
            )
            .With(
                "schema/Port.yaml",
                """
                properties:
                  names: { cardinality: map, type: text }
                  outline: { cardinality: many, of: { cardinality: many, type: decimal } }
                  depths: { cardinality: map, nullable: true, of: { type: decimal, nullable: true } }
                  calls: { cardinality: many, of: { type: text, nullable: true } }
                  berths: { cardinality: map, range: Post }
                  source: { type: any }
                  unlocode: { key: UN/LOCODE, type: text }
                  required: { type: text, cardinality: many, required: true }
                """
            )
            .With("schema/Buoy.yaml", "properties:\n  color: { type: text }\n")
            .With("schema/Wreck.yaml", "properties:\n  depth: { type: decimal }\n")
            .With("schema/Chart.yaml", "properties: { scale: { type: integer } }")
            .With("schema/Atlas.yaml", "plural: Atlases\nproperties: { scale: { type: integer } }")
            .With(
                "schema/Light.yaml",
                "properties:\n  name: { type: text }\n  coast: { type: text }\n  codes: { type: any }\n  height: { type: decimal }\n"
            );

    private static PackageSchema SchemaOf(SeedSet seeds)
    {
        var declared = seeds
            .Texts.Select(text =>
                SeedReader.Read(text.Path, text.Path, text.GetText()!.ToString(), CancellationToken.None)
            )
            .ToImmutableArray();
        var read = SchemaReader.Read(
            declared,
            SeedsOverview.Unknown,
            references: default(EquatableArray<ExternalKind>),
            CancellationToken.None
        );
        Assert.DoesNotContain(read.Diagnostics, found => found.Rule.Severity != RuleSeverity.Info);
        return read.Value;
    }

    private static string Bind(PackageSchema schema, string path, string seed)
    {
        var document = SeedReader.Read(path, path, seed, CancellationToken.None);
        var bound = Binder.Bind(document, schema, CancellationToken.None);
        return Transcript.Print(document.Diagnostics)
            + Transcript.Print(bound.Diagnostics)
            + string.Concat(bound.Entities.Select(Transcript.Print))
            + (bound.Text is null ? "" : Transcript.Print(bound.Text))
            + string.Concat(bound.UnreadKinds.Select(kind => $"unread: {kind}\n"));
    }
}
