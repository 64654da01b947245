using System.Globalization;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the accessors of one kind: a documented static property for each entity, and one for each former
/// name.</summary>
internal sealed class AccessorWriter(Kind kind, CSharpTypes types, SourceWriter writer)
{
    private readonly string _self = types.Of(kind);
    private readonly string _entity = types.Entity(kind);
    private readonly string _catalog = types.CatalogOf(kind);

    /// <summary>Writes accessors. Only their bodies are mapped to the seed: a debugger that steps in shows the seed,
    /// while errors in a declaration point at the generated file.</summary>
    /// <param name="isLarge">Whether the first alone has documentation: it marks the place of that of the others in the
    /// compiler's file.</param>
    public void Write(
        EquatableArray<AccessorSource> accessors,
        EquatableArray<SeedLine> lines,
        int firstRow,
        bool isLarge
    )
    {
        // The others have their documentation, but not here.
        if (isLarge)
            writer.Line("#pragma warning disable CS1591");
        var isDocumented = true;
        for (var i = 0; i < accessors.Count; i++)
        {
            if (accessors[i].Name.Length == 0)
                continue;
            writer.Line();
            if (isDocumented)
                writer.Summary(accessors[i].Documentation);
            isDocumented &= !isLarge;
            writer.Obsolete(accessors[i].Obsolete);
            WriteProperty(accessors[i].Name, firstRow + i, i < lines.Count ? lines[i] : null, isLarge);
            foreach (var former in accessors[i].Former)
            {
                writer.Line();
                if (isDocumented)
                    writer.Summary(DocumentationOfFormer(accessors[i], _catalog));
                writer.Obsolete($"It is called {kind.Plural}.{accessors[i].Name} now.");
                writer.Line($"public static {_self} {former} => {accessors[i].Name};");
            }
        }
    }

    /// <summary>The documentation that <see cref="Write"/> leaves out if it documents the first only, by the
    /// documentation id of its accessor, in the order of the code.</summary>
    public static IEnumerable<(string Id, IReadOnlyList<string> Paragraphs)> DocumentationOf(
        EquatableArray<AccessorSource> accessors,
        string catalog
    )
    {
        foreach (var accessor in accessors.Where(accessor => accessor.Name.Length > 0))
        {
            yield return (EntityDocumentation.IdOf(catalog, accessor.Name), accessor.Documentation);
            foreach (var former in accessor.Former)
                yield return (EntityDocumentation.IdOf(catalog, former), [DocumentationOfFormer(accessor, catalog)]);
        }
    }

    private static string DocumentationOfFormer(AccessorSource accessor, string catalog) =>
        $"The former name of {EntityDocumentation.LinkTo(catalog, accessor.Name)}; the same instance.";

    /// <summary>Coverage reports list every file that the PDB names, and should not list seeds. A large catalog is left
    /// out as a whole: sixteen thousand of these attributes take the compiler three seconds.</summary>
    public static void WriteExclusion(SourceWriter writer) =>
        writer.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");

    private void WriteProperty(string name, int row, SeedLine? line, bool isLarge)
    {
        var head = $"public static {_self} {name}";
        var body = $"=> {_entity}({row.ToString(CultureInfo.InvariantCulture)});";
        if (line is not { } known || CSharpText.LineDirective(known) is not { } directive)
        {
            writer.Line($"{head} {body}");
            return;
        }

        if (!isLarge)
            WriteExclusion(writer);
        writer.Line(head);
        writer.Line(directive);
        writer.Line("    " + body);
        writer.Line("#line default");
        // Alone, this would hide what follows and leave its errors at lines of the seed.
        writer.Line("#line hidden");
    }
}
