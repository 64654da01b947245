using System.Text;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Delivery;

/// <summary>The documentation of the accessors in one file of code, as the compiler would write it.</summary>
/// <param name="First">The documentation id of the first of them, which the compiler documents itself.</param>
/// <param name="Others">The elements of the others, in lines that end in a line feed; empty if there are none.</param>
internal sealed record DocumentedRun(string First, string Others)
{
    private const string Comment = "/// ";

    /// <summary>The file without the documentation of its accessors, except the first; and that documentation, null if
    /// there is none.</summary>
    public static (GeneratedFile File, DocumentedRun? Run) Take(GeneratedFile file) =>
        file switch
        {
            CatalogFile all => (all with { IsLarge = true }, Of(all.Accessors, all.Kind, all.Schema, all.Target)),
            AccessorsFile some => (
                some with
                {
                    IsLarge = true,
                },
                Of(some.Accessors, some.Kind, some.Schema, some.Target)
            ),
            _ => (file, null),
        };

    private static DocumentedRun? Of(
        EquatableArray<AccessorSource> accessors,
        Kind kind,
        PackageSchema schema,
        CodeTarget target
    )
    {
        string? first = null;
        var others = new StringBuilder();
        var comment = new StringBuilder();
        foreach (
            var (id, paragraphs) in AccessorWriter.DocumentationOf(
                accessors,
                new CSharpTypes(schema, target).CatalogOf(kind)
            )
        )
        {
            if (first is null)
            {
                first = id;
                continue;
            }

            new SourceWriter(comment.Clear()).Summary(paragraphs);
            others.Append("        <member name=\"").Append(id).Append("\">\n");
            foreach (var line in comment.ToString().TrimEnd('\n').Split('\n'))
                others.Append("            ").Append(line, Comment.Length, line.Length - Comment.Length).Append('\n');
            others.Append("        </member>\n");
        }

        return first is null ? null : new DocumentedRun(first, others.ToString());
    }
}
