using System.Globalization;
using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>What a kind's catalog and table say of ids that were given up.</summary>
/// <param name="Retired">Ordered by id, ordinally; at least one.</param>
internal sealed record RetiredFile(
    Kind Kind,
    PackageSchema Schema,
    EquatableArray<Retirement> Retired,
    CodeTarget Target
) : GeneratedFile(Kind.Plural + ".Retired.g.cs", Target)
{
    protected override void Write(SourceWriter writer)
    {
        var types = new CSharpTypes(Schema, Target);
        writer.Block(
            $"partial class {CSharpTypes.TableName(Kind)}",
            () =>
                writer.Block(
                    $"protected override {CSharpTypes.Packed}RetiredId? FindRetired(string id) => id switch",
                    () =>
                    {
                        foreach (var retired in Retired)
                            writer.Line($"{CSharpText.Literal(retired.Id)} => new({Arguments(retired)}),");
                        writer.Line("_ => null,");
                    },
                    "};"
                )
        );
        if (!Retired.Any(retired => retired.Accessors.Count > 0))
            return;
        writer.Line();
        writer.Block(
            $"partial class {Kind.Plural}",
            () =>
            {
                foreach (var retired in Retired)
                foreach (var accessor in retired.Accessors)
                    WriteAccessor(accessor, retired, types, writer);
            }
        );
    }

    /// <summary>Code that was compiled before gets an exception that says the same as the compiler.</summary>
    private void WriteAccessor(string accessor, Retirement retired, CSharpTypes types, SourceWriter writer)
    {
        var notice = Notice.Of(retired, Schema);
        writer.Line();
        writer.Summary(CSharpText.Doc(notice));
        writer.Line(
            "/// <exception cref=\"global::System.Collections.Generic.KeyNotFoundException\">Always.</exception>"
        );
        writer.Line(
            "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]"
        );
        writer.Obsolete(notice, isError: true);
        writer.Line(
            $"public static {types.Of(Kind)} {accessor} => "
                + $"{types.Table(Kind)}.Get({CSharpText.Literal(retired.Id)});"
        );
    }

    private string Arguments(Retirement retired) =>
        string.Join(
            ", ",
            new[] { CSharpText.Literal(retired.Since), CSharpText.Literal(Notice.OneLine(retired.Because)) }.Concat(
                retired.Successors.Select(Place)
            )
        );

    private string Place(EntityLink entity)
    {
        var kind = Schema.ConcreteKinds.TakeWhile(kind => kind.Name != entity.Kind).Count();
        return $"({kind.ToString(CultureInfo.InvariantCulture)}, {entity.Row.ToString(CultureInfo.InvariantCulture)})";
    }
}
