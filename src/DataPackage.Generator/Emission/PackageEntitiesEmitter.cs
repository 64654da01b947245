using System.Globalization;
using DataPackage.Generator.Schema;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the one place that finds an entity by the number of its kind: references through abstract kinds need it.</summary>
internal static class PackageEntitiesEmitter
{
    public static string Write(PackageSchema schema, EmissionTarget target)
    {
        var types = new CSharpTypes(schema, target);
        var writer = new SourceWriter(target);
        writer.Line();
        writer.Block("internal static class Package_Entities", () =>
            writer.Block($"internal static {CSharpTypes.Runtime}IEntity At(int kind, int row) => kind switch", () =>
            {
                foreach (var (kind, number) in schema.ConcreteKinds.Select((kind, number) => (kind, number)))
                    writer.Line($"{number.ToString(CultureInfo.InvariantCulture)} => {types.Table(kind)}.At(row),");
                writer.Line("_ => throw new global::System.IO.InvalidDataException(),");
            }, "};"));
        return writer.ToString();
    }
}
