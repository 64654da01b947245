namespace DataPackage.Tool.Export.Ftm;

/// <summary>The schemas of FollowTheMoney with their properties; a test compares <c>model.txt</c> with the model that
/// its own library has.</summary>
internal sealed class FtmModel
{
    private readonly Dictionary<string, FtmSchema> _schemas = new(StringComparer.Ordinal);

    private FtmModel(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':');
            var words = parts[0].Split(' ');
            var properties = parts[2]
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(property => property.Split('=', '>'))
                .ToDictionary(
                    property => property[0],
                    property => new FtmProperty(property[0], property[1], property.ElementAtOrDefault(2)),
                    StringComparer.Ordinal
                );
            var parents = parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries);
            _schemas.Add(words[0], new FtmSchema(words[0], words.Length > 1, parents, properties));
        }
    }

    public static FtmModel Read()
    {
        using var stream =
            typeof(FtmModel).Assembly.GetManifestResourceStream("ftm-model.txt")
            ?? throw new InvalidOperationException("The tool lacks the model of FollowTheMoney.");
        using var reader = new StreamReader(stream);
        return new FtmModel(reader.ReadToEnd());
    }

    /// <summary>The schema of this name; null if there is none that entities can have.</summary>
    public FtmSchema? Find(string name) =>
        _schemas.TryGetValue(name, out var schema) && !schema.IsAbstract ? schema : null;

    /// <summary>The names of the schemas that entities can have.</summary>
    public IEnumerable<string> Names => _schemas.Values.Where(each => !each.IsAbstract).Select(each => each.Name);

    /// <summary>The property of a schema, or of one that it extends; null if there is none.</summary>
    public FtmProperty? Find(FtmSchema schema, string property) =>
        schema.Properties.TryGetValue(property, out var own)
            ? own
            : schema
                .Parents.Select(parent => Find(_schemas[parent], property))
                .FirstOrDefault(found => found is not null);

    /// <summary>The names of all properties of a schema.</summary>
    public IEnumerable<string> PropertiesOf(FtmSchema schema) =>
        schema.Properties.Keys.Concat(schema.Parents.SelectMany(parent => PropertiesOf(_schemas[parent])));

    /// <summary>Whether entities of a schema are such of another.</summary>
    public bool Is(FtmSchema schema, string other) =>
        schema.Name == other || schema.Parents.Any(parent => Is(_schemas[parent], other));
}

internal sealed record FtmSchema(
    string Name,
    bool IsAbstract,
    IReadOnlyList<string> Parents,
    IReadOnlyDictionary<string, FtmProperty> Properties
);

/// <param name="Range">The schema of the entities that it leads to; null if it leads to none.</param>
internal sealed record FtmProperty(string Name, string Type, string? Range);
