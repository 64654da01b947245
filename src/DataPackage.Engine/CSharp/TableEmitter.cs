using System.Globalization;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class of one kind's packed data, and the literals that are its chunks.</summary>
internal static class TableEmitter
{
    private const string Span = "global::System.ReadOnlySpan<byte>";

    /// <summary>The first touch of an entity compiles the methods on its way: each chooses between this many chunks at
    /// most.</summary>
    private const int ChunksPerMethod = 8;

    public static void Write(TableFile file, SourceWriter writer)
    {
        var types = new CSharpTypes(file.Schema, file.Target);
        var name = CSharpTypes.TableName(file.Kind);
        var self = types.Of(file.Kind);
        var table = file.Table;
        var languages = string.Join(
            ", ",
            table.Languages.Select(set => $"[{string.Join(", ", set.Split(',').Select(CSharpText.Literal))}]")
        );
        writer.Block(
            $"internal sealed partial class {name} : {CSharpTypes.Packed}PackedTable<{self}>",
            () =>
            {
                writer.Line($"internal static readonly {name} Instance = new();");
                writer.Line();
                writer.Line($"private static readonly {self}?[] Touched = Instance.Entities;");
                writer.Line();
                writer.Line($"internal static {self} Entity(int row) => Touched[row] ?? Instance.At(row);");
                writer.Line();
                var areas = string.Join(", ", InOrder(table.Areas).Select(Area));
                writer.Line(
                    $"private {name}() : base({Number(PackedFormat.Version)}, {Number(table.Count)}, [{languages}], "
                        + $"{Number(file.ChunkNames.Count)}, {areas}) {{ }}"
                );
                writer.Line();
                writer.Line($"protected override {self} Create(int row) => new(row);");
                writer.Line();
                writer.Line(
                    $"protected override {CSharpTypes.Runtime}IEntity EntityAt(int kind, int row) => "
                        + $"{types.EntityAt}(kind, row);"
                );
                writer.Line();
                WriteReadChunk(file.ChunkNames, writer);
                foreach (
                    var (property, lookup) in file.Kind.Lookups.Select(
                        (property, lookup) => (property.CSharpName, lookup)
                    )
                )
                {
                    var index = table.Lookups[lookup];
                    writer.Line();
                    writer.Line(
                        $"internal static {self} GetBy{property}(string key) => Instance.GetBy({Area(index)}, "
                            + $"{CSharpText.Literal(property)}, key);"
                    );
                    writer.Line();
                    writer.Line(
                        $"internal static bool TryGetBy{property}(string? key, "
                            + $"[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {self} entity) => "
                            + $"Instance.TryGetBy({Area(index)}, key, out entity);"
                    );
                }

                foreach (var chunk in file.Chunks)
                {
                    writer.Line();
                    WriteChunk(chunk, writer);
                }
            }
        );
    }

    public static void WriteChunk(PackedChunk chunk, SourceWriter writer) =>
        writer.Line($"private static {Span} {chunk.Name} => {CSharpText.Literal(chunk.ToBytes())};");

    public static void WritePlaces(PlacesFile file, SourceWriter writer) =>
        writer.Block(
            $"partial class {file.Table}",
            () =>
            {
                var chunks = PlacePacker.Pack(file.Entities, file.Options.Folder).ToList();
                writer.Block(
                    $"protected override {Span} ReadPlaces(int chunk) => chunk switch",
                    () =>
                    {
                        for (var i = 0; i < chunks.Count; i++)
                            writer.Line($"{Number(i)} => {NameOfPlaces(i)},");
                        writer.Line("_ => default,");
                    },
                    "};"
                );
                for (var i = 0; i < chunks.Count; i++)
                {
                    writer.Line();
                    writer.Line($"private static {Span} {NameOfPlaces(i)} => {CSharpText.Literal(chunks[i].Array)};");
                }
            }
        );

    /// <summary>As the constructor of the runtime's table takes them.</summary>
    private static TableArea[] InOrder(TableAreas areas) =>
        [areas.Values, areas.Details, areas.Sources, areas.Reverses, areas.Ids, areas.Names, areas.Timeline];

    private static string NameOfPlaces(int chunk) => "Places_" + Number(chunk);

    private static void WriteReadChunk(EquatableArray<string> names, SourceWriter writer)
    {
        const string head = "protected override " + Span + " ReadChunk(int number)";
        if (names.Count <= ChunksPerMethod)
        {
            WriteChoice(head, names, 0, writer);
            return;
        }

        var groups = (names.Count + ChunksPerMethod - 1) / ChunksPerMethod;
        writer.Block(
            $"{head} => (number / {Number(ChunksPerMethod)}) switch",
            () =>
            {
                for (var group = 0; group < groups; group++)
                    writer.Line($"{Number(group)} => ReadChunk_{Number(group)}(number),");
                writer.Line("_ => default,");
            },
            "};"
        );
        for (var group = 0; group < groups; group++)
        {
            writer.Line();
            WriteChoice(
                $"private static {Span} ReadChunk_{Number(group)}(int number)",
                names,
                group * ChunksPerMethod,
                writer
            );
        }
    }

    private static void WriteChoice(string head, EquatableArray<string> names, int first, SourceWriter writer) =>
        writer.Block(
            $"{head} => number switch",
            () =>
            {
                for (var i = first; i < Math.Min(first + ChunksPerMethod, names.Count); i++)
                    writer.Line($"{Number(i)} => {names[i]},");
                writer.Line("_ => default,");
            },
            "};"
        );

    private static string Area(TableArea area) =>
        $"new() {{ FirstChunk = {Number(area.FirstChunk)}, Size = {Number(area.Size)} }}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
