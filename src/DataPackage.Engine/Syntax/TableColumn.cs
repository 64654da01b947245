using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A column of a table, or a group of columns whose names start with the same word and a dot.</summary>
/// <param name="name">The key of its values: a part of the header.</param>
internal sealed class TableColumn(string name, TextSpan header)
{
    /// <summary>The key, at the place of the header.</summary>
    public SeedSlot Key { get; } = new(new SeedScalar(header, KeyPool.Share(name), IsPlain: false));

    /// <summary>The index of the column; -1 for a group.</summary>
    public int Index { get; private init; } = -1;

    /// <summary>The columns of a group, in the order of the header.</summary>
    public List<TableColumn> Columns { get; } = [];

    private readonly Dictionary<string, TableColumn> _byName = new(StringComparer.Ordinal);

    /// <summary>Adds a column below this group.</summary>
    /// <param name="path">The parts of its name; no other column has the name of a part that is a group.</param>
    public void Add(string[] path, TextSpan header, int index)
    {
        var group = this;
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (!group._byName.TryGetValue(path[i], out var inner))
            {
                group._byName.Add(path[i], inner = new TableColumn(path[i], header));
                group.Columns.Add(inner);
            }

            group = inner;
        }

        group.Columns.Add(new TableColumn(path[path.Length - 1], header) { Index = index });
    }
}
