using System.Globalization;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class of one kind's packed data, and its chunks as literals.</summary>
internal static class TableEmitter
{
    private const string Span = "global::System.ReadOnlySpan<byte>";

    /// <summary>The most chunks that one method chooses from. The first access to an entity compiles the methods that
    /// it calls, so they are short.</summary>
    private const int ChunksPerMethod = 8;

    public static void Write(TableFile file, SourceWriter writer)
    {
        var types = new CSharpTypes(file.Schema, file.Target);
        writer.Block(
            $"internal sealed partial class {CSharpTypes.TableName(file.Kind)} : "
                + $"{CSharpTypes.Packed}PackedTable<{types.Of(file.Kind)}>",
            () =>
            {
                WriteTable(file, types, writer);
                writer.Line();
                WriteReadChunk(file, writer);
                WriteLookups(file, types.Of(file.Kind), writer);
                foreach (var chunk in file.Chunks)
                {
                    writer.Line();
                    WriteChunk(chunk, writer);
                }
            }
        );
    }

    private static void WriteTable(TableFile file, CSharpTypes types, SourceWriter writer)
    {
        var (name, self) = (CSharpTypes.TableName(file.Kind), types.Of(file.Kind));
        // Entities keep their rows while the program runs.
        RestartMarker.Write(file.Table.HashOfIds, writer);
        if (file.Directory is not null || !file.Target.HasBytes)
            RestartMarker.Write(LayoutOf(file), writer);
        writer.Line();
        writer.Line($"internal static readonly {name} Instance = new();");
        writer.Line();
        writer.Line($"private static readonly {self}?[] Touched = Instance.Entities;");
        writer.Line();
        writer.Line($"internal static {self} Entity(int row) => Touched[row] ?? Instance.At(row);");
        writer.Line();
        var table = file.Table;
        var languages = string.Join(
            ", ",
            table.Languages.Select(set => $"[{string.Join(", ", set.Split(',').Select(CSharpText.Literal))}]")
        );
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
        WriteTime(file.Kind, writer);
    }

    /// <summary>How rows are divided and what else the code of a table knows of them. A hot reload would read the rows
    /// of a resource, which it cannot replace, by the layout of other ones.</summary>
    private static string LayoutOf(TableFile file)
    {
        var layout = new RowLayout(file.Kind);
        var properties = file.Kind.Properties.Select((property, i) => $"{property.Name} {layout[i]}");
        var lookups = file.Kind.Lookups.Select(property => property.Name);
        return string.Join("\n", properties.Append("").Concat(lookups).Append("").Concat(file.Table.Languages));
    }

    /// <summary>Only a time that is one date can be all days of a set.</summary>
    private static void WriteTime(Kind kind, SourceWriter writer)
    {
        if (kind.Temporal is not { End: null } temporal)
            return;
        var property = kind.IndexOf(temporal.Start);
        var (isDetail, field) = new RowLayout(kind)[property];
        writer.Line();
        writer.Line(
            $"protected override {CSharpTypes.Runtime}EdtfDate? TimeOf(int row) => {CSharpTypes.Value}Date("
                + $"{(isDetail ? "Detail" : "Value")}(row, {Number(field)}));"
        );
    }

    private static void WriteLookups(TableFile file, string self, SourceWriter writer)
    {
        foreach (
            var (property, index) in file.Kind.Lookups.Zip(
                file.Table.Lookups,
                (property, index) => (property.CSharpName, index)
            )
        )
        {
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
    }

    public static void WriteChunk(PackedChunk chunk, SourceWriter writer) =>
        writer.Line($"private static {Span} {chunk.Name} => {CSharpText.Literal(chunk.ToBytes())};");

    public static void WritePlaces(PlacesFile file, SourceWriter writer) =>
        writer.Block(
            $"partial class {file.Table}",
            () =>
            {
                if (file.Directory is { } directory)
                {
                    WriteResource("ReadPlaces(int chunk)", directory, "chunk", writer);
                    return;
                }

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

    /// <summary>The areas in the order in which the constructor of the runtime's <c>PackedTable</c> takes
    /// them.</summary>
    private static TableArea[] InOrder(TableAreas areas) =>
        [areas.Values, areas.Details, areas.Sources, areas.Reverses, areas.Ids, areas.Names, areas.Timeline];

    private static string NameOfPlaces(int chunk) => "Places_" + Number(chunk);

    private static void WriteResource(string method, int directory, string number, SourceWriter writer) =>
        writer.Line($"protected override {Span} {method} => ReadResource({Number(directory)}, {number});");

    private static void WriteReadChunk(TableFile file, SourceWriter writer)
    {
        const string method = "ReadChunk(int number)";
        const string head = "protected override " + Span + " " + method;
        if (!file.Target.HasBytes)
        {
            writer.Line($"{head} => default;");
            return;
        }

        if (file.Directory is { } directory)
        {
            WriteResource(method, directory, "number", writer);
            return;
        }

        var names = file.ChunkNames;
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
