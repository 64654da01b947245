using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>What the curator says of an id that is given up.</summary>
/// <param name="Name">The kind and the id.</param>
/// <param name="Since">The release in which it ends.</param>
/// <param name="Because">The reason, for people.</param>
/// <param name="See">The entities, by kind and id, that took its place; several if it was split.</param>
/// <param name="Span">The name in the file.</param>
internal sealed record RetiredId(string Name, string Since, string Because, EquatableArray<string> See, TextSpan Span)
{
    public static readonly string[] Keys = ["since", "because", "see"];

    /// <summary>Reads the file in which they are declared.</summary>
    /// <param name="refuse">Gets what is wrong, and where.</param>
    public static IReadOnlyList<RetiredId> Read(SeedDocument document, Action<TextSpan, string> refuse)
    {
        if (document.Root is not SeedMapping root)
        {
            if (document.Root is { } other and not SeedScalar { IsNull: true })
                refuse(other.Span, $"This is {other.Noun}, not a mapping of ids");
            return [];
        }

        var retired = new List<RetiredId>();
        foreach (var entry in root.Entries)
        {
            if (entry.Value is not SeedMapping said)
            {
                refuse(entry.Key.Span, $"'{entry.Name}' needs a mapping with {string.Join(", ", Keys)}");
                continue;
            }

            foreach (var unknown in said.Entries.Where(each => Array.IndexOf(Keys, each.Name) < 0))
                refuse(unknown.Key.Span, $"'{unknown.Name}' is none of {string.Join(", ", Keys)}");
            foreach (var key in Keys.Take(2).Where(key => said.TextOf(key) is null))
                refuse(entry.Key.Span, $"'{entry.Name}' lacks '{key}'");
            if (said.TextOf("since") is { } since && ReleaseVersion.Parse(since) is not { Label: "" })
                refuse(said.ValueOf("since")!.Span, $"'{since}' is no version of three numbers, such as 2.0.0");
            retired.Add(
                new RetiredId(
                    entry.Name,
                    said.TextOf("since") ?? "",
                    said.TextOf("because") ?? "",
                    NamesIn(said, refuse),
                    entry.Key.Span
                )
            );
        }

        return retired;
    }

    private static EquatableArray<string> NamesIn(SeedMapping said, Action<TextSpan, string> refuse)
    {
        IEnumerable<SeedNode> nodes = said.ValueOf("see") switch
        {
            null or SeedScalar { IsNull: true } => [],
            SeedSequence list => list.Items,
            var one => [one],
        };
        var names = new List<string>();
        foreach (var node in nodes)
            if (node is SeedScalar { IsNull: false } name)
                names.Add(name.Text);
            else
                refuse(node.Span, $"'see' names entities by kind and id, and here is {node.Noun}");
        return names.ToEquatableArray();
    }
}
