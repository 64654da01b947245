using System.Text.Json;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>Compares the records of one file, and finds what is in none.</summary>
internal sealed class FileRecords
{
    private readonly SeedDocument _document;
    private readonly IReadOnlyList<ReadTree> _trees;
    private readonly Generated _package;
    private readonly ReadBack _back;

    /// <summary>The ways to each node of the file, by its place; several if an alias repeats it.</summary>
    private readonly Dictionary<(TextSpan Span, Type Form), Queue<object[]>> _ways = [];
    private readonly HashSet<string> _read = [];

    public FileRecords(SeedDocument document, IReadOnlyList<JsonElement> trees, Generated package, ReadBack back)
    {
        (_document, _package, _back) = (document, package, back);
        _trees = [.. trees.Select(tree => new ReadTree(tree))];
        var i = 0;
        foreach (var root in document.Roots)
            Walk(root, [i++]);
    }

    private void Walk(SeedNode node, object[] way)
    {
        var place = (node.Span, node.GetType());
        if (!_ways.TryGetValue(place, out var ways))
            _ways[place] = ways = new Queue<object[]>();
        ways.Enqueue(way);
        // Records are not deeper; aliases of aliases are many.
        if (way.Length > 6)
            return;
        if (node is SeedSequence list)
            for (var i = 0; i < list.Slots.Count; i++)
                Walk(list.Slots[i].Node, [.. way, i]);
        else if (node is SeedMapping mapping)
            foreach (var entry in mapping.Entries)
                Walk(entry.Value, [.. way, entry.Name]);
    }

    public void Compare(Kind kind, SeedRecord record)
    {
        var path = $"{_document.SeedPath}: {kind.Name} '{record.Id}'";
        var entity = Find(kind, record.Id!);
        if (entity is null)
        {
            _back.Differ(path, "a record", null);
            return;
        }

        if (kind.Seeding.Body is { } body)
            CompareBody(entity.Get(kind.Properties[kind.IndexOf(body)].CSharpName), path);
        if (record.Node is not { } node)
            return;
        var way = _ways[(node.Span, node.GetType())].Dequeue();
        _read.Add(Print(way));
        if (At(way) is not { } tree)
            _back.Differ(path, "nothing", Print(way));
        // A key without a value is an entity that states nothing.
        else if (!tree.IsEmpty)
            _back.Compare(tree, kind, entity, path);
        if (way[^1] is string key && kind.Seeding.Id is null && !record.Id!.Contains(key, StringComparison.Ordinal))
            _back.Differ(path, $"the key '{key}'", record.Id);
    }

    private object? Find(Kind kind, string id)
    {
        try
        {
            return _package.Call(kind.Plural, "Get", id);
        }
        catch (System.Reflection.TargetInvocationException failure)
        {
            _back.Differ(kind.Name, $"the id '{id}'", failure.InnerException!.Message);
            return null;
        }
    }

    private ReadTree? At(object[] way)
    {
        ReadTree? tree = (int)way[0] < _trees.Count ? _trees[(int)way[0]] : null;
        foreach (var step in way.Skip(1))
            tree = tree?.At(step);
        return tree;
    }

    private void CompareBody(object? read, string path)
    {
        foreach (var body in _trees.Where(tree => tree.IsBody))
        {
            _read.Add(Print([_trees.ToList().IndexOf(body)]));
            var text = body.Text.ReplaceLineEndings("\n").TrimStart('\n', ' ', '\t').TrimEnd('\n', ' ', '\t');
            if (text != ((string?)read ?? ""))
                _back.Differ(path, $"the text '{text}'", read);
        }
    }

    /// <summary>Reports the scalars that no record has.</summary>
    public void ReportUnread()
    {
        for (var i = 0; i < _trees.Count; i++)
            ReportUnread(_trees[i], [i]);
    }

    private void ReportUnread(ReadTree tree, object[] way)
    {
        if (tree.IsEmpty || _read.Contains(Print(way)) || (tree.IsBody && string.IsNullOrWhiteSpace(tree.Text)))
            return;
        var inner =
            tree.IsList ? tree.Items.Select((item, i) => (Step: (object)i, Tree: item))
            : tree.IsMapping ? tree.Entries.Select(entry => ((object)entry.Key, entry.Value))
            : null;
        if (inner is null)
            _back.Differ($"{_document.SeedPath}: {Print(way)}", $"'{tree.Text}', which is in no record,", null);
        else
            foreach (var (step, each) in inner.ToList())
                ReportUnread(each, [.. way, step]);
    }

    private static string Print(object[] way) => string.Join('/', way);
}
