using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DataPackage.Bench.Peers;
using DataPackage.Testing;

namespace DataPackage.Bench.Data;

/// <summary>Lets flatc, if it is installed, write the data and the code that reads them.</summary>
internal static partial class FlatBuffersWriter
{
    private const string Compiler = "flatc";

    public static bool IsPossible { get; } = Tool.IsInstalled(Compiler);

    public static void Write(Graph graph, string folder, string codeFolder)
    {
        var schema = Repository.PathOf("bench/Peers/FlatBuffers/archive.fbs");
        var json = Path.Combine(folder, "archive.json");
        File.WriteAllBytes(json, JsonSerializer.SerializeToUtf8Bytes(ToArchive(graph), FlatContext.Default.Archive));
        // Vectors with a key are sorted by it.
        Tool.Run(Compiler, folder, "--binary", schema, json);
        File.Move(Path.Combine(folder, "archive.bin"), Path.Combine(folder, "data.bin"), overwrite: true);
        Tool.Run(Compiler, codeFolder, "--csharp", "--gen-onefile", schema);
        var code = Path.Combine(codeFolder, "archive_generated.cs");
        File.WriteAllText(code, ForThePublishedLibrary(File.ReadAllText(code)));
    }

    /// <summary>Adapts the code to the published library, because the compiler of a Linux distribution is older: it
    /// uses other names, and look-ups that compare by culture. These are slower, and find nothing if the culture's
    /// order differs from that of the bytes.</summary>
    private static string ForThePublishedLibrary(string code) =>
        CultureComparison()
            .Replace(
                VersionCheck()
                    .Replace(code, "FLATBUFFERS_25_2_10")
                    .Replace("global::FlatBuffers", "global::Google.FlatBuffers", StringComparison.Ordinal),
                "string.CompareOrdinal($1, key)"
            );

    private static Archive ToArchive(Graph graph) =>
        new(
            [
                .. graph.Persons.Select(person => new FlatPerson(
                    person.Id,
                    person.Name,
                    person.Aliases,
                    person.Summary,
                    person.BirthDate,
                    person.Roles,
                    person.Citations,
                    person.Events
                )),
            ],
            [.. graph.Events.Select(each => new FlatEvent(each.Id, each.Name, each.Date.DayNumber))],
            [.. graph.Persons.SelectMany(person => person.Aliases.Select(alias => new FlatAlias(alias, person.Id)))]
        );

    [GeneratedRegex(@"FLATBUFFERS_\d+_\d+_\d+")]
    private static partial Regex VersionCheck();

    [GeneratedRegex(@"(obj_\.(?:Id|Text))\.CompareTo\(key\)")]
    private static partial Regex CultureComparison();

    private sealed record Archive(FlatPerson[] Persons, FlatEvent[] Events, FlatAlias[] Aliases);

    private sealed record FlatPerson(
        string Id,
        Localized Name,
        string[] Aliases,
        Localized Summary,
        string BirthDate,
        Position[] Roles,
        Citation[] Citations,
        string[] Events
    );

    private sealed record FlatEvent(string Id, Localized Name, int Day);

    private sealed record FlatAlias(string Text, string Person);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Archive))]
    private sealed partial class FlatContext : JsonSerializerContext;
}
