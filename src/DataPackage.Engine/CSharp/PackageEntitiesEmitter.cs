using System.Globalization;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class that finds an entity by the number of its kind, for references through abstract
/// kinds.</summary>
internal static class PackageEntitiesEmitter
{
    public static void Write(PackageEntitiesFile file, SourceWriter writer)
    {
        var types = new CSharpTypes(file.Schema, file.Target);
        writer.Block(
            "internal static class Package_Entities",
            () =>
            {
                WriteFind(file, types, writer);
                writer.Line();
                writer.Block(
                    $"internal static {CSharpTypes.Runtime}IEntity At(int kind, int row) => kind switch",
                    () =>
                    {
                        foreach (
                            var (kind, number) in file.Schema.ConcreteKinds.Select((kind, number) => (kind, number))
                        )
                            writer.Line(
                                $"{number.ToString(CultureInfo.InvariantCulture)} => {types.Table(kind)}.At(row),"
                            );
                        writer.Line(
                            "_ => throw new global::System.IO.InvalidDataException(\"The packed data are corrupted: "
                                + "a reference leads to a kind that is not there.\"),"
                        );
                    },
                    "};"
                );
            }
        );
    }

    /// <summary>For who makes a claim, in JSON.</summary>
    private static void WriteFind(PackageEntitiesFile file, CSharpTypes types, SourceWriter writer) =>
        writer.Block(
            $"internal static {CSharpTypes.Runtime}IEntity? Find(string kind, string id) => kind switch",
            () =>
            {
                foreach (var kind in file.Schema.ConcreteKinds)
                    writer.Line(
                        $"{CSharpText.Literal(kind.Name)} => {types.Table(kind)}.TryGet(id, out var entity) ? entity : "
                            + "null,"
                    );
                writer.Line("_ => null,");
            },
            "};"
        );
}
