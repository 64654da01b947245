using System.Globalization;
using DataPackage.Generator.Tests;
using DataPackage.Testing;

namespace DataPackage.Robustness.Tests;

/// <summary>The package that is kept in each format, with everything that packed data can hold. Additions of a later
/// format are added here, and are only in that format's file.</summary>
internal static class FormatSeeds
{
    /// <summary>Enough for a search to exceed the slots that it may pass, so that the index has a seed.</summary>
    private const int ChosenKeys = 300;

    public static SeedSet Create()
    {
        var signs = ForgedKeys.OfOneSlot(ChosenKeys, bits: 9);
        return FleetSeeds
            .Create()
            .With("datapackage.yaml", $"namespace: {SeedSet.Namespace}\ntitle: Fleet\n")
            .With(
                "schema/Buoy.yaml",
                """
                plural: Buoys
                caption: name
                findBy: [name, sign, aliases]
                temporal: { start: laid }
                properties:
                  name: { type: text }
                  sign: { type: text, unique: true }
                  laid: { type: date, unique: true }
                  aliases: { type: text, cardinality: many }
                  depths: { type: integer, cardinality: map }
                  lights: { type: text, cardinality: many, nullable: true, of: { nullable: true } }
                  lists: { cardinality: many, of: { type: decimal, cardinality: many } }
                  notes: { type: any }
                  keepers: { range: Named, cardinality: map }
                """
            )
            .With(
                "buoys/first.yaml",
                """
                formerIds: [erste]
                name: Первый буй ~ 1
                sign: first
                laid: 1901~
                aliases: [Ünïcode Büoy, 日本の浮標, "Buoy, the first"]
                depths: { low: -12, high: 7 }
                lights: [red, ~, green]
                lists: [[1.10, 2], [], [3]]
                notes: { plain: 1.50, quoted: "1.50", list: [a, ~, { b: true }] }
                keepers: { day: Ship/tern, night: Harbour/old-port }
                """
            )
            .With("buoys/second.yaml", "sign: second\nlaid: \"{1667,1670}\"\n")
            .With(
                "buoys.yaml",
                string.Concat(
                    signs.Select(
                        (sign, i) => string.Create(CultureInfo.InvariantCulture, $"buoy-{i}: {{ sign: {sign} }}\n")
                    )
                )
            );
    }
}
