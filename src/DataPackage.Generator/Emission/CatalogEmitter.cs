using System.Globalization;
using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the catalog of one kind: a static class with a documented property for each entity, and the ways to look one up.</summary>
internal static class CatalogEmitter
{
    public static string Write(DataSource source)
    {
        var kind = source.Kind;
        var types = new CSharpTypes(source.Schema, source.Target);
        var documentation = new EntityDocumentation(source.Schema, source.Target);
        var (self, table) = (types.Of(kind), types.Table(kind));
        var label = CSharpText.Doc(kind.Label.ToLowerInvariant());
        var writer = new SourceWriter(source.Target);
        writer.Line();
        writer.Summary(CatalogSummary(kind, source.Data, types));
        writer.Block($"public static partial class {kind.Plural}", () =>
        {
            writer.Summary($"Every {label} of the package, ordered by id (ordinally).");
            writer.Line($"public static {CSharpTypes.Runtime}EntitySet<{self}> All => {table}.All;");
            writer.Line();
            writer.Summary($"The {label} with this id; always the same instance.");
            writer.Line("/// <exception cref=\"global::System.Collections.Generic.KeyNotFoundException\">There is none; the message names the nearest id.</exception>");
            writer.Line($"public static {self} Get(string id) => {table}.Get(id);");
            writer.Line();
            writer.Summary($"Looks for the {label} with this id; false and null where there is none.");
            writer.Line("public static bool TryGet([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? id, "
                + $"[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {self} entity) => {table}.TryGet(id, out entity);");
            writer.Line();
            writer.Summary($"The {label} with this name or alias, in any of its languages; case, accents and punctuation make no difference. "
                + "Null where none has it, or several have: <see cref=\"FindAll\"/> gives those.");
            writer.Line($"public static {self}? Find(string nameOrAlias) => {table}.Find(nameOrAlias);");
            writer.Line();
            writer.Summary($"Every {label} with this name or alias, ordered by id; see <see cref=\"Find\"/>. Empty where there is none.");
            writer.Line($"public static {CSharpTypes.List(self)} FindAll(string nameOrAlias) => {table}.FindAll(nameOrAlias);");
            for (var row = 0; row < source.Data.Entities.Count; row++)
            {
                var entity = source.Data.Entities[row];
                if (entity.Accessor.Length == 0) continue;
                writer.Line();
                writer.Summary(documentation.Of(kind, entity));
                writer.Line($"public static {self} {entity.Accessor} => {table}.At({row.ToString(CultureInfo.InvariantCulture)});");
            }
        });
        return writer.ToString();
    }

    private static string[] CatalogSummary(Schema.Kind kind, LinkedKind data, CSharpTypes types)
    {
        var count = data.Entities.Count.ToString("N0", CultureInfo.InvariantCulture);
        var example = data.Entities.FirstOrDefault(entity => entity.Accessor.Length > 0);
        var content = $"{CSharpText.Doc(kind.Label)}: {count} {(data.Entities.Count == 1 ? "entity" : "entities")}"
            + (example is null ? "." : $", for example <see cref=\"{types.CatalogOf(kind)}.{example.Accessor}\"/>.");
        return kind.Description.Length > 0 ? [content, CSharpText.Doc(kind.Description)] : [content];
    }
}
