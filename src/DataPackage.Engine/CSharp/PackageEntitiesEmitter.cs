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
                )
        );
    }
}
