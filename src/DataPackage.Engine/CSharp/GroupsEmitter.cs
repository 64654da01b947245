using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the part of a catalog that shows its entities by the values of a property:
/// <c>Events.ByType.Talks.IstanbulTalks2025</c>.</summary>
internal static class GroupsEmitter
{
    public static void Write(GroupsFile file, SourceWriter writer)
    {
        var kind = file.Kind;
        var types = new CSharpTypes(file.Schema, file.Target);
        var (self, entity) = (types.Of(kind), types.Entity(kind));
        var label = CSharpText.Doc(LetterCase.ToLower(kind.Label));
        writer.Block(
            $"partial class {kind.Plural}",
            () =>
            {
                foreach (var (groups, at) in file.Groups.Select((groups, at) => (groups, at)))
                {
                    if (at > 0)
                        writer.Line();
                    var property = kind.Properties[kind.IndexOf(groups.Property)];
                    var outer = Names.ToGroups(property.Name, kind);
                    var heading =
                        $"{CSharpText.Doc(kind.Plural)} by <see cref=\"{self}.{property.CSharpName}\"/>. What states "
                        + "none is in no group.";
                    writer.Summary(
                        property.Description.Length > 0 ? [heading, CSharpText.Doc(property.Description)] : [heading]
                    );
                    if (property.Deprecated is { } reason)
                        writer.Line($"[global::System.Obsolete({CSharpText.Literal(reason)})]");
                    writer.Block(
                        $"public static class {outer}",
                        () =>
                        {
                            foreach (var (group, place) in groups.Groups.Select((group, place) => (group, place)))
                            {
                                if (place > 0)
                                    writer.Line();
                                var members = group.Entities.Where(member => member.Accessor.Length > 0).ToList();
                                var name = Names.ToGroup(group.Name, outer, members.Select(member => member.Accessor));
                                var count = group.Entities.Count.ToString(CultureInfo.InvariantCulture);
                                var noun = group.Entities.Count == 1 ? "entity" : "entities";
                                var more = group.Description.Length > 0 ? " " + CSharpText.Doc(group.Description) : "";
                                writer.Summary($"{CSharpText.Doc(group.Caption)}: {count} {noun}.{more}");
                                writer.Block(
                                    $"public static class {name}",
                                    () =>
                                    {
                                        writer.Summary($"Every {label} of this group, ordered by id (ordinally).");
                                        var rows = group.Entities.Select(member =>
                                            FormattableString.Invariant($"{entity}({member.Row})")
                                        );
                                        writer.Line(
                                            $"public static {CSharpTypes.List(self)} All {{ get; }} = "
                                                + $"[{string.Join(", ", rows)}];"
                                        );
                                        foreach (var member in members)
                                        {
                                            writer.Line();
                                            writer.Line(
                                                $"/// <inheritdoc cref=\"{types.CatalogOf(kind)}.{member.Accessor}\"/>"
                                            );
                                            writer.Line(
                                                $"public static {self} {member.Accessor} => "
                                                    + $"{entity}({member.Row.ToString(CultureInfo.InvariantCulture)});"
                                            );
                                        }
                                    }
                                );
                            }
                        }
                    );
                }
            }
        );
    }
}
