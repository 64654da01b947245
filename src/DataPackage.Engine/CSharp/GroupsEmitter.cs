using System.Globalization;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the part of a catalog that groups its entities by the values of a property:
/// <c>Events.ByType.Talks.IstanbulTalks2025</c>.</summary>
internal sealed class GroupsEmitter
{
    private readonly Kind _kind;
    private readonly PackageSchema _schema;
    private readonly SourceWriter _writer;
    private readonly CSharpTypes _types;
    private readonly string _label;

    private GroupsEmitter(GroupsFile file, SourceWriter writer)
    {
        _kind = file.Kind;
        _schema = file.Schema;
        _writer = writer;
        _types = new CSharpTypes(file.Schema, file.Target);
        _label = CSharpText.Doc(LetterCase.ToLower(file.Kind.Label));
    }

    public static void Write(GroupsFile file, SourceWriter writer)
    {
        var emitter = new GroupsEmitter(file, writer);
        writer.Block(
            $"partial class {file.Kind.Plural}",
            () =>
            {
                RestartMarker.Write(RowsOf(file.Groups), writer);
                writer.Line();
                foreach (var (groups, at) in file.Groups.Select((groups, at) => (groups, at)))
                {
                    if (at > 0)
                        writer.Line();
                    emitter.WriteGroups(groups);
                }
            }
        );
    }

    private void WriteGroups(EntityGroups groups)
    {
        var property = _kind.Properties[_kind.IndexOf(groups.Property)];
        var outer = Names.ToGroups(property.Name, _kind);
        var heading =
            $"{CSharpText.Doc(_kind.Plural)} by <see cref=\"{_types.Of(_kind)}.{property.CSharpName}\"/>. Entities "
            + "without a value are in no group.";
        _writer.Summary(property.Description.Length > 0 ? [heading, CSharpText.Doc(property.Description)] : [heading]);
        _writer.Obsolete(property.Deprecated);
        _writer.Block(
            $"public static class {outer}",
            () =>
            {
                foreach (var (group, place) in groups.Groups.Select((group, place) => (group, place)))
                {
                    if (place > 0)
                        _writer.Line();
                    WriteGroup(group, outer);
                }
            }
        );
    }

    private void WriteGroup(EntityGroup group, string outer)
    {
        var members = group.Entities.Where(member => member.Accessor.Length > 0).ToList();
        var name = Names.ToGroup(group.Name, outer, members.Select(member => member.Accessor));
        var count = group.Entities.Count.ToString(CultureInfo.InvariantCulture);
        var noun = group.Entities.Count == 1 ? "entity" : "entities";
        var more = group.Description.Length > 0 ? " " + CSharpText.Doc(group.Description) : "";
        _writer.Summary($"{CSharpText.Doc(group.Caption)}: {count} {noun}.{more}");
        _writer.Block(
            $"public static class {name}",
            () =>
            {
                _writer.Summary($"Every {_label} of this group, ordered by id (ordinally).");
                _writer.Line(
                    $"public static {CSharpTypes.List(_types.Of(_kind))} All {{ get; }} = "
                        + $"[{string.Join(", ", group.Entities.Select(EntityOf))}];"
                );
                foreach (var member in members)
                {
                    _writer.Line();
                    _writer.Line($"/// <inheritdoc cref=\"{_types.CatalogOf(_kind)}.{member.Accessor}\"/>");
                    _writer.Obsolete(Notice.Of(member.Deprecated, _schema));
                    _writer.Line($"public static {_types.Of(_kind)} {member.Accessor} => {EntityOf(member)};");
                }
            }
        );
    }

    /// <summary>What the initializers of the lists name.</summary>
    private static string RowsOf(IEnumerable<EntityGroups> groups) =>
        string.Join(
            ";",
            groups
                .SelectMany(by => by.Groups)
                .Select(group => group.Name + string.Concat(group.Entities.Select(member => $",{member.Row}")))
        );

    private string EntityOf(GroupedEntity member) =>
        FormattableString.Invariant($"{_types.Entity(_kind)}({member.Row})");
}
