using System.Text.Json;
using DataPackage.Engine.Syntax;
using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>The official test suite of YAML: a seed is YAML 1.2, with the exceptions in YamlSuiteDifferences.txt and
/// their reasons.</summary>
/// <remarks>The suite is not part of the repository: DATAPACKAGE_YAML_SUITE names the folder with its cases.jsonl.
/// Without it, the test says so and passes.</remarks>
public class YamlSuiteTests(ITestOutputHelper output)
{
    private const int Cases = 402;

    [Fact]
    public void Every_case_of_the_suite_is_read_or_refused_as_listed()
    {
        if (Environment.GetEnvironmentVariable("DATAPACKAGE_YAML_SUITE") is not { Length: > 0 } folder)
        {
            output.WriteLine(
                "Skipped: DATAPACKAGE_YAML_SUITE does not name a folder with the cases of the YAML test suite."
            );
            return;
        }

        var cases = File.ReadLines(Path.Combine(folder, "cases.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.Equal(Cases, cases.Count);
        var listed = File.ReadLines(
                Repository.PathOf("tests/DataPackage.Generator.Tests/Syntax/YamlSuiteDifferences.txt")
            )
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 3))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

        var differences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var each in cases)
        {
            var (id, yaml) = (each.GetProperty("id").GetString()!, each.GetProperty("yaml").GetString()!);
            var document = SeedReader.Read("ships/x.yaml", "ships/x.yaml", yaml, CancellationToken.None);
            var isRefused = document.Diagnostics.Count > 0;
            if (isRefused == each.GetProperty("valid").GetBoolean())
                differences.Add(id, isRefused ? "refused" : "read");
            var events = each.GetProperty("events").GetString()!;
            if (
                !isRefused
                && each.GetProperty("valid").GetBoolean()
                && !events.Contains("=ALI", StringComparison.Ordinal)
                && events.Split("+DOC").Length == 2
            )
                Assert.Equal((id, ScalarsOf(events)), (id, ScalarsOf(document)));
            if (isRefused)
                output.WriteLine(
                    $"{id} {each.GetProperty("valid")} {document.Diagnostics[0].Rule.Id} {document.Diagnostics[0].Text}"
                );
        }

        Assert.Equal(
            listed.Select(each => $"{each.Key} {each.Value}").Order(StringComparer.Ordinal),
            differences.Select(each => $"{each.Key} {each.Value}")
        );
    }

    /// <summary>The texts of all keys and values, in the order of the file.</summary>
    private static string ScalarsOf(SeedDocument document) => string.Join('|', document.Roots.SelectMany(ScalarsOf));

    private static IEnumerable<string> ScalarsOf(SeedNode node) =>
        node switch
        {
            SeedScalar scalar => [scalar.Text],
            SeedSequence list => list.Items.SelectMany(ScalarsOf),
            _ => ((SeedMapping)node).Entries.SelectMany(entry => ScalarsOf(entry.Value).Prepend(entry.Name)),
        };

    private static string ScalarsOf(string events) =>
        string.Join(
            '|',
            events
                .Split('\n')
                .Where(line => line.StartsWith("=VAL", StringComparison.Ordinal))
                .Select(line => line[(StartOfText(line) + 1)..])
                .Select(text =>
                    text.Replace("\\\\", "\uE000", StringComparison.Ordinal)
                        .Replace("\\n", "\n", StringComparison.Ordinal)
                        .Replace("\\t", "\t", StringComparison.Ordinal)
                        .Replace("\\r", "\r", StringComparison.Ordinal)
                        .Replace("\\b", "\b", StringComparison.Ordinal)
                        .Replace('\uE000', '\\')
                )
        );

    /// <summary>The place of the mark of the scalar's style, after its anchor and tag.</summary>
    private static int StartOfText(string line)
    {
        var at = 5;
        while (line[at] is '&' or '<')
            at = line.IndexOf(' ', at) + 1;
        return at;
    }
}
