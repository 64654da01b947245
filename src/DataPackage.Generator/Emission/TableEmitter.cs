using System.Globalization;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the packed data of one kind: UTF-8 literals, and the class that hands them to the runtime.</summary>
internal static class TableEmitter
{
    /// <summary>The first touch of an entity compiles the methods on its way: each stays as small as this many chunks.</summary>
    private const int ChunksPerMethod = 32;

    public static string Write(DataSource source)
    {
        var kind = source.Kind;
        var types = new CSharpTypes(source.Schema, source.Target);
        var table = PackedTableWriter.Write(kind, source.Data, source.Schema);
        var name = CSharpTypes.TableName(kind);
        var writer = new SourceWriter(source.Target);
        writer.Line();
        writer.Block($"internal sealed class {name} : {CSharpTypes.Packed}PackedTable<{types.Of(kind)}>", () =>
        {
            writer.Line($"internal static readonly {name} Instance = new();");
            writer.Line();
            writer.Line($"private {name}() : base([{string.Join(", ", table.Languages.Select(CSharpText.Literal))}], "
                + $"{Number(source.Data.Entities.Count)}, {Number(table.RowStartsChunk)}, {Index(table.Ids)}, {Index(table.Names)}) {{ }}");
            writer.Line();
            writer.Line($"protected override {types.Of(kind)} Create(int row) => new(row);");
            writer.Line();
            writer.Line($"protected override {CSharpTypes.Runtime}IEntity EntityAt(int kind, int row) => {types.EntityAt}(kind, row);");
            writer.Line();
            WriteChunks(writer, table.Chunks);
        });
        return writer.ToString();
    }

    private static void WriteChunks(SourceWriter writer, IReadOnlyList<byte[]> chunks)
    {
        const string span = "global::System.ReadOnlySpan<byte>";
        var groups = (chunks.Count + ChunksPerMethod - 1) / ChunksPerMethod;
        void WriteGroup(string head, int group) => writer.Block(head, () =>
        {
            for (var i = group * ChunksPerMethod; i < Math.Min((group + 1) * ChunksPerMethod, chunks.Count); i++)
                writer.Line($"{Number(i)} => {CSharpText.Literal(PackedTableWriter.TextOf(chunks[i]))}u8,");
            writer.Line("_ => default,");
        }, "};");

        if (groups <= 1)
        {
            WriteGroup($"protected override {span} Chunk(int number) => number switch", 0);
            return;
        }

        writer.Block($"protected override {span} Chunk(int number) => (number / {Number(ChunksPerMethod)}) switch", () =>
        {
            for (var group = 0; group < groups; group++) writer.Line($"{Number(group)} => Chunk_{Number(group)}(number),");
            writer.Line("_ => default,");
        }, "};");
        for (var group = 0; group < groups; group++)
        {
            writer.Line();
            WriteGroup($"private static {span} Chunk_{Number(group)}(int number) => number switch", group);
        }
    }

    private static string Index((int FirstChunk, int Bits) index) => $"new({Number(index.FirstChunk)}, {Number(index.Bits)})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
