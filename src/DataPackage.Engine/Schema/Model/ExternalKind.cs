using System.Text;
using DataPackage.Engine.Diagnostics;

namespace DataPackage.Engine.Schema.Model;

/// <summary>A kind of another package, as a referenced assembly describes it.</summary>
/// <param name="Package">The namespace of its types.</param>
/// <param name="Ids">The ids of its entities, in the format of <see cref="Write"/>.</param>
internal sealed record ExternalKind(string Package, string Name, string Catalog, string Ids)
{
    private const char Separator = '\t';
    private const char EndOfEntity = '\n';

    /// <summary>Represents the kinds of a package that describes them in a newer format.</summary>
    public static ExternalKind Unreadable { get; } = new("", "", "", "");

    private Dictionary<string, ExternalEntity>? _byId;
    private NameList? _currentIds;
    private string? _lines;

    /// <summary>The name of the kind in schemas.</summary>
    public string Range => RangeOf(Name, Package);

    /// <summary>The current ids of its entities.</summary>
    public NameList CurrentIds =>
        _currentIds ??= NameList.Of(ById.Values.Where(entity => entity.FormerId is null).Select(entity => entity.Id));

    /// <summary>The ids, with an end before the first line and after the last.</summary>
    private string Lines => _lines ??= EndOfEntity + Ids + EndOfEntity;

    // Every thread makes the same value: a race costs only time.
    private Dictionary<string, ExternalEntity> ById => _byId ??= Read();

    public static string RangeOf(string name, string package) => $"{name}@{package}";

    /// <summary>The entity that has or had this id; null if there is none.</summary>
    public ExternalEntity? Find(string id) => ById.TryGetValue(id, out var entity) ? entity : null;

    /// <summary>Whether an entity has this id now. Searches the text, because reading all of it takes far
    /// longer.</summary>
    public bool Has(string id)
    {
        var line = new StringBuilder(id.Length + 1).Append(EndOfEntity);
        Escape(id, line);
        var wanted = line.ToString();
        for (var at = Lines.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && id.Length > 0; )
        {
            var end = at + wanted.Length;
            // The line ends here or goes on with an accessor. That of a former id goes on with none.
            if (Lines[end] == EndOfEntity || (Lines[end] == Separator && Lines[end + 1] != Separator))
                return true;
            at = Lines.IndexOf(wanted, end, StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>Writes one line for each id. An accessor that does not follow from the id is written after it; after an
    /// id of earlier versions come nothing and the current id.</summary>
    public static string Write(IEnumerable<ExternalEntity> entities)
    {
        var ids = new StringBuilder();
        foreach (var entity in entities)
        {
            Escape(entity.FormerId ?? entity.Id, ids);
            if (entity.FormerId is not null)
                Escape(entity.Id, ids.Append(Separator).Append(Separator));
            else if (entity.Accessor != FollowingFrom(entity.Id))
                ids.Append(Separator).Append(entity.Accessor);
            ids.Append(EndOfEntity);
        }

        return ids.ToString();
    }

    /// <summary>The accessor of an id that has no other. Packages may be older than the underscores between digits, so
    /// accessors with them are written.</summary>
    private static string FollowingFrom(string id) =>
        Names.ToMember(id) is var name && name.IndexOf(Names.Evasion, Math.Min(1, name.Length)) > 0
            ? name.Substring(0, 1) + name.Substring(1).Replace("_", "")
            : name;

    private Dictionary<string, ExternalEntity> Read()
    {
        var byId = new Dictionary<string, ExternalEntity>(StringComparer.Ordinal);
        foreach (var line in Ids.Split(EndOfEntity))
        {
            if (line.Length == 0)
                continue;
            var parts = line.Split(Separator);
            var id = Unescape(parts[0]);
            // The accessor gets into code, so it must be a name, whoever wrote the assembly.
            var accessor =
                parts.Length == 1 ? FollowingFrom(id)
                : parts[1].All(c => c == Names.Evasion || Names.IsNameCharacter(c)) ? parts[1]
                : "";
            byId[id] =
                parts.Length < 3
                    ? new ExternalEntity(id, accessor, FormerId: null)
                    : new ExternalEntity(Unescape(parts[2]), "", id);
        }

        return byId;
    }

    private static void Escape(string id, StringBuilder ids)
    {
        foreach (var c in id)
        {
            if (c is '\\' or Separator or EndOfEntity)
                ids.Append('\\')
                    .Append(
                        c switch
                        {
                            Separator => 't',
                            EndOfEntity => 'n',
                            _ => c,
                        }
                    );
            else
                ids.Append(c);
        }
    }

    private static string Unescape(string id)
    {
        if (id.IndexOf('\\') < 0)
            return id;
        var text = new StringBuilder(id.Length);
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] != '\\' || i + 1 == id.Length)
                text.Append(id[i]);
            else
                text.Append(
                    id[++i] switch
                    {
                        't' => Separator,
                        'n' => EndOfEntity,
                        var c => c,
                    }
                );
        }

        return text.ToString();
    }

    public bool Equals(ExternalKind? other) =>
        other is not null
        && Package == other.Package
        && Name == other.Name
        && Catalog == other.Catalog
        && Ids == other.Ids;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Range);
}

/// <param name="Accessor">Empty if it has none.</param>
/// <param name="FormerId">The id that it was found by, if that is one of earlier versions of its package; null
/// otherwise.</param>
internal sealed record ExternalEntity(string Id, string Accessor, string? FormerId);
