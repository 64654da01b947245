using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>Writes the types of a kind: its ids, its values, and its entities.</summary>
internal sealed class KindTypes(
    Kind kind,
    ExportSource source,
    TypeNames types,
    ExactNumbers numbers,
    StreamWriter module
)
{
    /// <summary>The compiler refuses unions of more than 100,000 texts; a reference can be to several kinds.</summary>
    private const int MostLiterals = 20_000;

    private readonly SortedDictionary<string, SortedSet<string>> _imports = new(StringComparer.Ordinal);

    public void Write()
    {
        using var text = new StringWriter { NewLine = "\n" };
        if (kind.IsConcrete)
            WriteIds(text);
        WriteValues(text);
        if (kind.IsConcrete)
            WriteEntity(text);
        var shared = kind.IsConcrete ? "Citation, Claim, Json, Localized" : "Json, Localized";
        module.WriteLine($"import type {{ {shared} }} from \"../shared.js\";");
        foreach (var (other, names) in _imports)
            module.WriteLine($"import type {{ {string.Join(", ", names)} }} from \"./{other}.js\";");
        module.Write(text.ToString());
    }

    private void WriteIds(StringWriter text)
    {
        var ids = source.Kinds.First(each => each.Kind == kind).Entities.Entities;
        text.WriteLine();
        text.Write(Comments.Of([$"The ids of the kind {kind.Name}."]));
        text.Write($"export type {types.IdOf(kind)} =");
        if (ids.Count == 0)
            text.Write(" never");
        else if (ids.Count > MostLiterals)
            text.Write(" string");
        else
            foreach (var entity in ids)
                text.Write($"\n  | {TypeScriptExport.Text(entity.Id)}");
        text.WriteLine(";");
    }

    private void WriteValues(StringWriter text)
    {
        text.WriteLine();
        text.Write(Comments.Of([kind.Description]));
        text.WriteLine($"export interface {types.ValuesOf(kind)} {{");
        foreach (var property in kind.Properties.Where(property => property.Form != ValueForm.Invalid))
        {
            text.Write(
                Comments.Of([property.Description, property.Deprecated is { } why ? $"Deprecated: {why}" : null], "  ")
            );
            text.WriteLine($"  readonly {TypeScriptExport.Text(property.Name)}?: {TypeOf(property, 0)};");
        }

        text.WriteLine("}");
    }

    private void WriteEntity(StringWriter text)
    {
        text.WriteLine();
        text.Write(Comments.Of([$"An entity of the kind {kind.Name}, with what supports its values."]));
        text.WriteLine($"export interface {types.EntityOf(kind)} {{");
        text.WriteLine($"  readonly id: {types.IdOf(kind)};");
        text.WriteLine("  readonly caption: string;");
        text.WriteLine("  readonly formerIds: readonly string[];");
        text.WriteLine($"  readonly values: {types.ValuesOf(kind)};");
        if (kind.IsArticle)
        {
            text.WriteLine("  /** The text, if it may be redistributed. */");
            text.WriteLine("  readonly text?: string;");
            text.WriteLine("  readonly sha256?: string;");
        }

        text.WriteLine("  readonly claims: readonly Claim[];");
        text.WriteLine("  readonly citations: readonly Citation[];");
        text.WriteLine("  readonly reverses: {");
        foreach (var reverse in kind.Reverses)
        {
            text.Write(Comments.Of([reverse.Description], "    "));
            var from = string.Join(" | ", KindsOf(reverse.From).Select(Reference));
            text.WriteLine($"    readonly {TypeScriptExport.Text(reverse.Name)}?: readonly ({from})[];");
        }

        text.WriteLine("  };");
        text.WriteLine("}");
    }

    /// <summary>The type of a value.</summary>
    /// <param name="depth">How many lists and maps are around it.</param>
    private string TypeOf(Property property, int depth)
    {
        var type =
            depth == property.Layers.Count ? TypeOf(property)
            : property.Layers[depth].IsMap ? $"{{ readonly [key: string]: {TypeOf(property, depth + 1)} }}"
            : $"readonly ({TypeOf(property, depth + 1)})[]";
        return depth > 0 && property.IsNullableAt(depth) ? type + " | null" : type;
    }

    private string TypeOf(Property property)
    {
        switch (property.Form)
        {
            case ValueForm.Any:
                return "Json";
            case ValueForm.Localized:
                return "Localized";
            case ValueForm.Enum:
                return string.Join(" | ", property.Values.Select(value => TypeScriptExport.Text(value.Name)));
            case ValueForm.Reference:
                return string.Join(" | ", KindsOf(property.Range).Select(Reference).DefaultIfEmpty("never"));
            case ValueForm.Embedded:
                return Import(source.Schema[property.Range], types.ValuesOf(source.Schema[property.Range]));
            default:
                var scalar = property.Scalar;
                return scalar == ScalarTypes.Boolean ? "boolean"
                    : scalar == ScalarTypes.Integer || scalar == ScalarTypes.Int32 || scalar == ScalarTypes.Decimal
                        ? numbers.Has(property) ? "number"
                            : "string"
                    : "string";
        }
    }

    private IReadOnlyList<Kind> KindsOf(string name) => source.Schema.ConcreteKindsOf(source.Schema[name]);

    private string Reference(Kind target) => $"`{target.Name}/${{{Import(target, types.IdOf(target))}}}`";

    private string Import(Kind from, string name)
    {
        if (from.Name == kind.Name)
            return name;
        var file = source.FileOf(from);
        if (!_imports.TryGetValue(file, out var names))
            _imports.Add(file, names = new SortedSet<string>(StringComparer.Ordinal));
        names.Add(name);
        return name;
    }
}
