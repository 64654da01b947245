namespace DataPackage.Engine.Releases;

/// <summary>The new ids of entities, for values that name them.</summary>
internal sealed class Renames
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public void Add(PublishedEntity then, PublishedEntity now)
    {
        _ids[then.Name] = now.Name;
        _ids[then.Id] = now.Id;
    }

    /// <summary>The value with new ids: where it is an id, or where a text in its JSON is one.</summary>
    public string Follow(string value)
    {
        if (_ids.Count == 0)
            return value;
        if (_ids.TryGetValue(value, out var id))
            return id;
        // The texts of JSON are every second part between quotation marks.
        var parts = value.Split('"');
        for (var i = 1; i < parts.Length; i += 2)
            if (_ids.TryGetValue(parts[i], out var named))
                parts[i] = named;
        return string.Join("\"", parts);
    }
}
