using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>Writes the types of a kind: its ids, its values, and its entities.</summary>
internal sealed class KindTypes(Kind kind, ExportSource source, ExactNumbers numbers, StreamWriter module)
{
    /// <summary>The compiler refuses unions of more than 100,000 texts; a reference can be to several kinds.</summary>
    private const int MostLiterals = 20_000;

    private readonly SortedDictionary<string, SortedSet<string>> _imports = new(StringComparer.Ordinal);

    public void Write()
    {
        using var types = new StringWriter { NewLine = "\n" };
        if (kind.IsConcrete)
            WriteIds(types);
        WriteValues(types);
        if (kind.IsConcrete)
            WriteEntity(types);
        var shared = kind.IsConcrete ? "Citation, Claim, Json, Localized" : "Json, Localized";
        module.WriteLine($"import type {{ {shared} }} from \"../shared.js\";");
        foreach (var (other, names) in _imports)
            module.WriteLine($"import type {{ {string.Join(", ", names)} }} from \"./{other}.js\";");
        module.Write(types.ToString());
    }

    private void WriteIds(StringWriter types)
    {
        var ids = source.Kinds.First(each => each.Kind == kind).Entities.Entities;
        types.WriteLine();
        types.Write(Comments.Of([$"The ids of the kind {kind.Name}."]));
        types.Write($"export type {kind.Name}Id =");
        if (ids.Count == 0)
            types.Write(" never");
        else if (ids.Count > MostLiterals)
            types.Write(" string");
        else
            foreach (var entity in ids)
                types.Write($"\n  | {TypeScriptExport.Text(entity.Id)}");
        types.WriteLine(";");
    }

    private void WriteValues(StringWriter types)
    {
        types.WriteLine();
        types.Write(Comments.Of([kind.Description]));
        types.WriteLine($"export interface {(kind.IsEmbedded ? kind.Name : kind.Name + "Values")} {{");
        foreach (var property in kind.Properties.Where(property => property.Form != ValueForm.Invalid))
        {
            types.Write(
                Comments.Of([property.Description, property.Deprecated is { } why ? $"Deprecated: {why}" : null], "  ")
            );
            types.WriteLine($"  readonly {TypeScriptExport.Text(property.Name)}?: {TypeOf(property, 0)};");
        }

        types.WriteLine("}");
    }

    private void WriteEntity(StringWriter types)
    {
        types.WriteLine();
        types.Write(Comments.Of([$"An entity of the kind {kind.Name}, with what supports its values."]));
        types.WriteLine($"export interface {kind.Name} {{");
        types.WriteLine($"  readonly id: {kind.Name}Id;");
        types.WriteLine("  readonly caption: string;");
        types.WriteLine("  readonly formerIds: readonly string[];");
        types.WriteLine($"  readonly values: {kind.Name}Values;");
        if (kind.IsArticle)
        {
            types.WriteLine("  /** The text, if it may be redistributed. */");
            types.WriteLine("  readonly text?: string;");
            types.WriteLine("  readonly sha256?: string;");
        }

        types.WriteLine("  readonly claims: readonly Claim[];");
        types.WriteLine("  readonly citations: readonly Citation[];");
        types.WriteLine("  readonly reverses: {");
        foreach (var reverse in kind.Reverses)
        {
            types.Write(Comments.Of([reverse.Description], "    "));
            var from = string.Join(" | ", KindsOf(reverse.From).Select(Reference));
            types.WriteLine($"    readonly {TypeScriptExport.Text(reverse.Name)}?: readonly ({from})[];");
        }

        types.WriteLine("  };");
        types.WriteLine("}");
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
                return Import(source.Schema[property.Range], property.Range);
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

    private string Reference(Kind target) => $"`{target.Name}/${{{Import(target, target.Name + "Id")}}}`";

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
