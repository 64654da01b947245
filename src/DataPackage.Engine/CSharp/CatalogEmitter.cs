using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the catalog of one kind: a class with a documented static property for each entity, and methods that
/// look one up.</summary>
internal static class CatalogEmitter
{
    public static void Write(CatalogFile catalog, SourceWriter writer)
    {
        var kind = catalog.Kind;
        var types = new CSharpTypes(catalog.Schema, catalog.Target);
        writer.Summary(Summary(catalog, types));
        // Its base class is hidden, and some editors take that for a property of the class itself.
        writer.Line(
            "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Always)]"
        );
        if (catalog.IsLarge && catalog.Lines.Count > 0)
            AccessorWriter.WriteExclusion(writer);
        writer.Block(
            $"public abstract partial class {kind.Plural} : {types.LookupsOf(kind)}",
            () =>
            {
                writer.Line($"private {kind.Plural}() {{ }}");
                new AccessorWriter(kind, types, writer).Write(catalog.Accessors, catalog.Lines, 0, catalog.IsLarge);
            }
        );
    }

    /// <summary>Writes the methods that look up an entity, in a class of their own that the catalog inherits. The
    /// runtime loads a class with all its methods, so a single look-up would otherwise pay for every
    /// accessor.</summary>
    public static void Write(LookupsFile lookups, SourceWriter writer)
    {
        var kind = lookups.Kind;
        var types = new CSharpTypes(lookups.Schema, lookups.Target);
        var (self, table) = (types.Of(kind), types.Table(kind));
        var label = CSharpText.Doc(LetterCase.ToLower(kind.Label));
        writer.Summary($"The look-ups of <see cref=\"{types.CatalogOf(kind)}\"/>.");
        writer.Line(
            "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]"
        );
        writer.Block(
            $"public abstract class {CSharpTypes.LookupsName(kind)}",
            () =>
            {
                writer.Line($"private protected {CSharpTypes.LookupsName(kind)}() {{ }}");
                writer.Line();
                writer.Summary($"Every {label} of the package, ordered by id (ordinally).");
                writer.Line($"public static {CSharpTypes.Runtime}EntitySet<{self}> All => {table}.All;");
                WriteGet(label, self, table, writer);
                WriteResolve(label, self, table, writer);
                WriteFind(label, self, table, writer);
                foreach (var property in kind.Lookups)
                    WriteLookup(property, label, types, kind, writer);
                if (kind.Temporal is not null)
                    WriteDuring(label, self, table, writer);
            }
        );
    }

    private static void WriteGet(string label, string self, string table, SourceWriter writer)
    {
        writer.Line();
        writer.Summary($"The {label} with this id; always the same instance.");
        writer.Line(
            "/// <exception cref=\"global::System.Collections.Generic.KeyNotFoundException\">No entity has this id; "
                + "the message names the nearest, if any.</exception>"
        );
        writer.Line($"public static {self} Get(string id) => {table}.Get(id);");
        writer.Line();
        writer.Summary($"Looks up the {label} with this id; false and null if there is none.");
        writer.Line(
            "public static bool TryGet([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? id, "
                + $"[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {self} entity) => "
                + $"{table}.TryGet(id, out entity);"
        );
    }

    private static void WriteResolve(string label, string self, string table, SourceWriter writer)
    {
        writer.Line();
        writer.Summary(
            $"What became of the id of a {label} in this or an earlier version of the package: for what stores "
                + "ids. Never null; says so if no version had the id."
        );
        writer.Line(
            $"public static {CSharpTypes.Runtime}Resolution<{self}> Resolve(string id) => {table}.Resolve(id);"
        );
    }

    private static void WriteFind(string label, string self, string table, SourceWriter writer)
    {
        writer.Line();
        writer.Summary(
            $"The only {label} with this name or alias, in any of its languages. Ignores case, accents and "
                + "punctuation. "
                + "Null if none or several have it; <see cref=\"FindAll\"/> returns these."
        );
        writer.Line($"public static {self}? Find(string nameOrAlias) => {table}.Find(nameOrAlias);");
        writer.Line();
        writer.Summary(
            $"Every {label} with this name or alias, ordered by id; see <see cref=\"Find\"/>. Empty if "
                + "there is none."
        );
        writer.Line(
            $"public static {CSharpTypes.List(self)} FindAll(string nameOrAlias) => " + $"{table}.FindAll(nameOrAlias);"
        );
    }

    public static void WriteAccessors(AccessorsFile file, SourceWriter writer) =>
        new AccessorWriter(file.Kind, new CSharpTypes(file.Schema, file.Target), writer).Write(
            file.Accessors,
            file.Lines,
            file.FirstRow,
            file.IsLarge
        );

    /// <summary>Writes the two methods that find an entity by a unique property.</summary>
    private static void WriteLookup(Property property, string label, CSharpTypes types, Kind kind, SourceWriter writer)
    {
        var (self, table) = (types.Of(kind), $"{types.TableType(kind)}.");
        var scalar = property.Scalar!;
        var type = scalar.LookupName;
        var parameter = (Names.IsKeyword(property.Name) ? "@" : "") + property.Name;
        var key = type == "string" ? parameter : $"{CSharpTypes.Packed}PackedKey.Of({parameter})";
        var isNullable = !scalar.IsValueType;
        var what = CSharpText.Doc(property.Name);
        var exactly = scalar.HowCompared.Length > 0 ? " " + scalar.HowCompared : "";
        writer.Line();
        writer.Summary(WithDescription($"The {label} with this <c>{what}</c>, which no other has.{exactly}", property));
        writer.Line(
            "/// <exception cref=\"global::System.Collections.Generic.KeyNotFoundException\">No entity has this value; "
                + "the message names the nearest, if any.</exception>"
        );
        writer.Obsolete(property.Deprecated);
        writer.Line(
            $"public static {self} GetBy{property.CSharpName}({type} {parameter}) => "
                + $"{table}GetBy{property.CSharpName}({(isNullable && type != "string" ? key + "!" : key)});"
        );
        writer.Line();
        writer.Summary(
            WithDescription(
                $"Looks up the {label} with this <c>{what}</c>; false and null if there is none.{exactly}",
                property
            )
        );
        writer.Obsolete(property.Deprecated);
        var notNull = isNullable ? "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] " : "";
        writer.Line(
            $"public static bool TryGetBy{property.CSharpName}({notNull}{type}{(isNullable ? "?" : "")} {parameter}, "
                + $"[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {self} entity) => "
                + $"{table}TryGetBy{property.CSharpName}({key}, out entity);"
        );
    }

    private static string[] WithDescription(string summary, Property property) =>
        property.Description.Length > 0 ? [summary, CSharpText.Doc(property.Description)] : [summary];

    private static void WriteDuring(string label, string self, string table, SourceWriter writer)
    {
        WriteDuring(
            "During",
            "KnownDuring",
            $"Every {label} that is known to have happened on a day",
            self,
            table,
            writer
        );
        WriteDuring("PossiblyDuring", "During", $"Every {label} that may have happened on a day", self, table, writer);
    }

    private static void WriteDuring(
        string name,
        string look,
        string which,
        string self,
        string table,
        SourceWriter writer
    )
    {
        const string order = "Ordered by first day, then by id.";
        var type = $"{CSharpTypes.Runtime}Timeline<{self}>";
        writer.Line();
        writer.Summary($"{which} from the first to the last, both included. {order}");
        writer.Line(
            "/// <exception cref=\"global::System.ArgumentException\">The last day is before the first.</exception>"
        );
        writer.Line(
            $"public static {type} {name}(global::System.DateOnly first, global::System.DateOnly last) => "
                + $"{table}.{look}(first, last);"
        );
        writer.Line();
        writer.Summary($"{which} that this date can mean; an open or unknown end has no bound. {order}");
        writer.Line($"public static {type} {name}({CSharpTypes.Runtime}EdtfDate date) => {table}.{look}(date);");
        writer.Line();
        writer.Summary(
            $"{which} that this date can mean, such as <c>2025-02</c>; an open or unknown end has no bound. {order}"
        );
        writer.Line(
            "/// <exception cref=\"global::System.FormatException\">The text is not a date in EDTF.</exception>"
        );
        writer.Line(
            $"public static {type} {name}(string edtf) => {table}.{look}("
                + $"{CSharpTypes.Runtime}EdtfDate.Parse(edtf));"
        );
    }

    /// <summary>WashingtonVisits → washington visits.</summary>
    private static string Words(string plural) => LetterCase.ToLower(Names.ToKebabCase(plural).Replace('-', ' '));

    private static string[] Summary(CatalogFile catalog, CSharpTypes types)
    {
        var kind = catalog.Kind;
        var count = catalog.Count.ToString("N0", CultureInfo.InvariantCulture);
        var content =
            $"{count} {CSharpText.Doc(catalog.Count == 1 ? LetterCase.ToLower(kind.Label) : Words(kind.Plural))}"
            + (
                catalog.Example.Length == 0
                    ? "."
                    : $", for example <see cref=\"{types.CatalogOf(kind)}.{catalog.Example}\"/>."
            );
        return kind.Description.Length > 0 ? [content, CSharpText.Doc(kind.Description)] : [content];
    }
}
