using System.Text;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The pattern of a name or an id that is made from a record: a path, or a text with paths and places in
/// braces, <c>{name.first} {name.last}</c>, <c>{folder}/{file}</c>.</summary>
/// <param name="Parts">Texts, paths and places in their order.</param>
internal readonly record struct NamePattern(EquatableArray<NamePart> Parts)
{
    /// <summary>The pattern that is the value at one path.</summary>
    public static NamePattern Of(KeyPath path) => new(new[] { new NamePart("", path) }.ToEquatableArray());

    /// <summary>False if a brace is not closed, or is opened within another pair.</summary>
    public static bool TryParse(string text, out NamePattern pattern)
    {
        pattern = default;
        if (text.IndexOf('{') < 0 && text.IndexOf('}') < 0)
        {
            pattern = Of(KeyPath.Parse(text));
            return true;
        }

        var parts = new List<NamePart>();
        for (var next = 0; next < text.Length; )
        {
            var open = text.IndexOf('{', next);
            var end = open < 0 ? text.Length : open;
            if (text.IndexOf('}', next, end - next) >= 0)
                return false;
            if (end > next)
                parts.Add(new NamePart(text.Substring(next, end - next), null));
            if (open < 0)
                break;
            var close = text.IndexOf('}', open);
            if (close < 0 || text.IndexOf('{', open + 1, close - open - 1) >= 0)
                return false;
            parts.Add(NamePart.Within(text.Substring(open + 1, close - open - 1)));
            next = close + 1;
        }

        pattern = new NamePattern(parts.ToEquatableArray());
        return true;
    }

    /// <summary>The one path that the pattern is; null if it is composed.</summary>
    public KeyPath? Path => Parts is [{ Path: { } path }] ? path : null;

    /// <summary>The paths of the pattern, in their order.</summary>
    public IEnumerable<KeyPath> Paths => Parts.Where(part => part.Path is not null).Select(part => part.Path!.Value);

    /// <summary>Whether it is composed of the key of a record, or its number, and so of no value.</summary>
    public bool NeedsKey => Parts.Any(part => part.Place is "key" or "path");

    /// <summary>The key of a record that the pattern is; null if it is composed, or leads deeper.</summary>
    public string? Key => Path is { Keys: [var key] } ? key : null;

    /// <summary>The name of a record, without blanks at its ends; null if the record states none of the values as a
    /// text.</summary>
    /// <param name="language">The language of texts in several languages; the first is taken where there is none in
    /// it.</param>
    public string? NameIn(SeedNode record, in RecordPlace place, string language)
    {
        var name = new StringBuilder();
        var isStated = false;
        foreach (var part in Parts)
        {
            if (part.TextIn(record, place, language) is not { } text)
                continue;
            name.Append(text);
            isStated |= part.Path is not null || part.Place is not null;
        }

        return isStated ? name.ToString().Trim() : null;
    }

    /// <summary>The id of a record; null if the record lacks one of the values.</summary>
    public string? IdIn(SeedNode? record, in RecordPlace place)
    {
        if (Path is { } path)
            return (path.In(record) as SeedScalar) is { IsNull: false } only ? only.Text : null;
        var id = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.TextIn(record, place, language: null) is not { } text)
                return null;
            id.Append(text);
        }

        return id.ToString();
    }

    public override string ToString() => Path is { } path ? path.ToString() : string.Concat(Parts);
}

/// <param name="Text">The text between paths.</param>
/// <param name="Path">The path of a value; null if the part is a text or a place.</param>
/// <param name="Place">The name of a place, one of <see cref="RecordPlace.Names"/>; null if the part is none.</param>
internal readonly record struct NamePart(string Text, KeyPath? Path, string? Place = null)
{
    /// <summary>The part that is written between braces.</summary>
    public static NamePart Within(string braces) =>
        RecordPlace.Names.Contains(braces) ? new NamePart("", null, braces) : new NamePart("", KeyPath.Parse(braces));

    public string? TextIn(SeedNode? record, in RecordPlace place, string? language)
    {
        if (Place is not null)
            return place[Place, record];
        if (Path is not { } path)
            return Text;
        var value = ShownOf(path.In(record));
        if (value is SeedMapping texts && language is not null)
            value = texts.ValueOf(language) ?? texts.Entries.Select(entry => entry.Value).FirstOrDefault();
        return value is SeedScalar { IsNull: false } scalar ? scalar.Text : null;
    }

    /// <summary>The value that a property has, where a seed says something of it, or values compete.</summary>
    private static SeedNode? ShownOf(SeedNode? node)
    {
        if (node is SeedMapping mapping && mapping.Find(OwnKeys.Value) is { } stated)
            return mapping.TextOf(OwnKeys.Rank) == OwnKeys.Deprecated ? null : stated.Value;
        if (node is not SeedSequence list)
            return node;
        var claims = list
            .Items.OfType<SeedMapping>()
            .Where(claim => claim.Find(OwnKeys.Value) is not null && claim.TextOf(OwnKeys.Rank) != OwnKeys.Deprecated)
            .ToList();
        return ShownOf(
            claims.Find(claim => claim.TextOf(OwnKeys.Rank) == OwnKeys.Preferred) ?? claims.FirstOrDefault()
        );
    }

    public override string ToString() =>
        Place is not null ? $"{{{Place}}}"
        : Path is { } path ? $"{{{path}}}"
        : Text;
}
