using System.Collections;
using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>Compares the entities of a package with what another reader reads in their files, and lists what
/// differs.</summary>
internal sealed class ReadBack(PackageSchema schema)
{
    public List<string> Differences { get; } = [];

    /// <summary>How many scalars were compared.</summary>
    public int Scalars { get; private set; }

    /// <summary>Compares a record that its kind holds in one property, or in as many as it has keys.</summary>
    public void Compare(ReadTree tree, Kind kind, object entity, string path)
    {
        if (
            kind.Seeding.Value is { } name
            && kind.Properties[kind.IndexOf(name)] is var value
            && !(tree.IsMapping && !value.IsMap)
        )
            Compare(tree, entity.Get(value.CSharpName), path);
        else
            Compare(tree, entity, path);
    }

    private void Compare(ReadTree tree, object? read, string path)
    {
        if (read is AnyValue { Kind: not AnyValueKind.Text } any)
            read = any.Kind == AnyValueKind.List ? any.Items : any.Entries;
        // A single value where others have a list is a list of one.
        if (!tree.IsList && !tree.IsNull && IsList(read) && read!.List() is [var single])
            read = single;
        if (tree.IsEmpty && (read is null || (read is IEnumerable none and not string && !none.Cast<object>().Any())))
            return;
        if (tree.IsNull)
            Differ(path, "null", read);
        else if (tree.IsList)
            CompareItems(tree, read, path);
        else if (tree.IsMapping)
            CompareEntries(tree, read, path);
        else
            CompareScalar(tree, read, path);
    }

    private void CompareItems(ReadTree tree, object? read, string path)
    {
        var items = tree.Items.ToList();
        if (!IsList(read) || read!.List() is not { } values || values.Count != items.Count)
        {
            Differ(path, $"a list of {items.Count}", read);
            return;
        }

        for (var i = 0; i < items.Count; i++)
            Compare(items[i], values[i], $"{path}[{i}]");
    }

    private void CompareEntries(ReadTree tree, object? read, string path)
    {
        if (read is LocalizedText texts)
            CompareEach(tree, key => texts.Languages.Contains(key) ? texts[key] : null, path);
        else if (IsMap(read))
        {
            var entries = read!.List().ToDictionary(entry => (string)entry!.Get("Key")!, entry => entry!.Get("Value"));
            if (!tree.Entries.Select(entry => entry.Key).SequenceEqual(entries.Keys))
                Differ(path, $"the keys {Quote(tree.Entries.Select(entry => entry.Key))}", Quote(entries.Keys));
            CompareEach(tree, entries.GetValueOrDefault, path);
        }
        else if (read is not null && schema.Find(read.GetType().Name) is { } kind)
            CompareEach(tree, key => ValueOf(read, kind, key), path);
        else
            Differ(path, "a mapping", read);
    }

    private void CompareEach(ReadTree tree, Func<string, object?> valueOf, string path)
    {
        foreach (var (key, value) in tree.Entries)
            Compare(value, valueOf(key), $"{path}.{key}");
    }

    /// <summary>The value at a key of an entity; one that is the id is no property.</summary>
    private static object? ValueOf(object entity, Kind kind, string key) =>
        kind.IndexOfKey(key) is >= 0 and var index ? entity.Get(kind.Properties[index].CSharpName)
        : (kind.Seeding.Id?.Key ?? "id") == key && !kind.IsEmbedded ? entity.Get("Id")
        : null;

    /// <remarks>A quoted scalar is a text, however much it looks like a number.</remarks>
    private void CompareScalar(ReadTree tree, object? read, string path)
    {
        Scalars++;
        var text = tree.Text;
        var isSame = read switch
        {
            bool or decimal or long when tree.IsPlain == false => false,
            AnyValue any when tree.IsPlain is { } isPlain && any.IsPlain != isPlain => false,
            bool truth => string.Equals(text, truth ? "true" : "false", StringComparison.OrdinalIgnoreCase),
            decimal number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var written)
                && written == number
                && (text.Contains('e', StringComparison.OrdinalIgnoreCase) || text == TextOf(number)),
            LocalizedText { Languages.Count: 1 } only => only.ToString() == text,
            _ => TextOf(read) == text,
        };
        if (!isSame)
            Differ(path, $"'{text}'", read);
    }

    public void Differ(string path, string written, object? read)
    {
        var became = read is null ? "null" : $"{read.GetType().Name} {Short(TextOf(read)!)}";
        Differences.Add($"{path}: {Short(written)} became {became}");
    }

    public static bool IsMap(object? value) => value?.GetType().GetInterface("IReadOnlyDictionary`2") is not null;

    private static bool IsList(object? value) => value is IEnumerable and not string && !IsMap(value);

    private static string Quote(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"'{key}'"));

    private static string Short(string text) =>
        (text.Length <= 160 ? text : text[..160] + "...").Replace("\n", "\\n", StringComparison.Ordinal);

    private static string? TextOf(object? value) =>
        value switch
        {
            Uri url => url.OriginalString,
            AnyValue any => any.Text ?? any.ToString(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
}
