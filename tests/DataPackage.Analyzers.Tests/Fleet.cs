using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers.Tests;

/// <summary>A small data package.</summary>
internal static class Fleet
{
    /// <summary>The package as a program references it.</summary>
    public static MetadataReference Package { get; } = Reference(Seeds().GenerateAs("Fleet"));

    public static SeedSet Seeds() =>
        new SeedSet()
            .With("schema/Anchorage.yaml", "abstract: true\nproperties:\n  name: { type: text, localized: true }\n")
            .With("schema/Harbour.yaml", "extends: [Anchorage]\n")
            .With("schema/Buoy.yaml", "extends: [Anchorage]\n")
            .With("schema/Berth.yaml", "embedded: true\nproperties:\n  sign: { type: text, localized: true }\n")
            .With(
                "schema/Ship.yaml",
                """
                ids: any
                properties:
                  home: { range: Harbour }
                  lies: { range: Anchorage }
                  calls: { range: Harbour, cardinality: many }
                  launched: { type: date }
                  motto: { type: text, localized: true }
                  berth: { range: Berth }
                """
            )
            .With(
                "schema/Voyage.yaml",
                "temporal: { start: date }\nproperties:\n  date: { type: date, required: true }\n"
            )
            .With("harbours/bergen.yaml", "name: { en: Bergen, nb: Bergen by, zh-Hant: 卑爾根 }\n")
            .With("harbours/oslo.yaml", "name: { en: Oslo }\nformerIds: [kristiania]\n")
            .With("buoys/north-buoy.yaml", "name: { en: North buoy }\ncsharpName: NorthMark\n")
            .With("ships.yaml", "albatros: { home: bergen, launched: 1975 }\nC++: { home: oslo }\n")
            .With("voyages/first.yaml", "date: 2025-02\n");

    public static MetadataReference Reference(Generated package) =>
        MetadataReference.CreateFromImage(((MemoryStream)package.Emit().Assembly).ToArray());
}
