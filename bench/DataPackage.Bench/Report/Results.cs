using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataPackage.Bench.Report;

/// <summary>The latest result of each section, kept between runs so that a single section can be run again.</summary>
internal sealed partial class Results
{
    private readonly string _path;
    private readonly SortedDictionary<string, SectionResult> _sections;

    private Results(string path, SortedDictionary<string, SectionResult> sections)
    {
        _path = path;
        _sections = sections;
    }

    public static Results Load(string path) =>
        new(
            path,
            File.Exists(path)
                ? JsonSerializer.Deserialize(
                    File.ReadAllText(path),
                    ResultsContext.Default.SortedDictionaryStringSectionResult
                )!
                : new SortedDictionary<string, SectionResult>(StringComparer.Ordinal)
        );

    public void Replace(string section, SectionResult result) => _sections[section] = result;

    public void Save() =>
        File.WriteAllText(
            _path,
            JsonSerializer.Serialize(_sections, ResultsContext.Default.SortedDictionaryStringSectionResult)
        );

    public IReadOnlyList<Figure> Figures(string section) =>
        _sections.TryGetValue(section, out var result) ? result.Figures : [];

    public IReadOnlyList<string> Notes(string section) =>
        _sections.TryGetValue(section, out var result) ? result.Notes : [];

    public IReadOnlyList<DateOnly> Dates => [.. _sections.Values.Select(result => result.Date).Distinct().Order()];

    /// <summary>One figure; null if not measured.</summary>
    public Figure? Find(string section, int size, string subject, string measure) =>
        Figures(section)
            .FirstOrDefault(figure => figure.Size == size && figure.Subject == subject && figure.Measure == measure);

    public double? Median(string section, int size, string subject, string measure) =>
        Find(section, size, subject, measure)?.Median;

    [JsonSourceGenerationOptions(WriteIndented = true)]
    [JsonSerializable(typeof(SortedDictionary<string, SectionResult>))]
    private sealed partial class ResultsContext : JsonSerializerContext;
}
