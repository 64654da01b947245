using System.Collections.Immutable;
using System.Text;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator;

/// <summary>The steps of <see cref="DataPackageGenerator"/>, each of which turns what it did not expect into one DP0001:
/// an exception that left the generator would be a mere warning (CS8785), and all generated types would be missing.</summary>
internal static class Stages
{
    public static SeedDocument Read(SeedFile file, CancellationToken cancellation) =>
        Guard(file.SeedPath, file.Text.Path, () => SeedReader.Read(file.SeedPath, file.Text, cancellation),
            failure => new SeedDocument(file.SeedPath, file.Text.Path, new LineMap(default), null, null, IsBroken: true, failure));

    public static (PackageSchema Schema, EquatableArray<SeedDiagnostic> Diagnostics) ReadSchema(
        (ImmutableArray<SeedDocument> Documents, bool HasArticles) input, CancellationToken cancellation) =>
        Guard("schema", input.Documents.Select(document => document.FilePath).FirstOrDefault(), () => SchemaReader.Read(input.Documents, input.HasArticles),
            failure => (new PackageSchema(PackageFacts.Default, default), failure));

    public static BoundSeed Bind((SeedDocument Document, PackageSchema Schema) input, CancellationToken cancellation) =>
        Guard(input.Document.SeedPath, input.Document.FilePath, () => Binder.Bind(input.Document, input.Schema),
            failure => new BoundSeed(input.Document.SeedPath, default, null, failure));

    public static (LinkedPackage Package, EquatableArray<SeedDiagnostic> Diagnostics) Link(
        (ImmutableArray<BoundSeed> Seeds, PackageSchema Schema) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => Linker.Link(input.Seeds, input.Schema, cancellation), failure => (new LinkedPackage(default), failure));

    public static IEnumerable<GeneratedFile> LayOutTypes((PackageSchema Schema, EmissionTarget Target) input, CancellationToken cancellation) =>
        !input.Target.CanCompile || input.Schema.Kinds.Count == 0
            ? []
            : input.Schema.Kinds.Select(kind => (GeneratedFile)new TypeFile(kind, input.Schema, input.Target))
                .Append(new PackageEntitiesFile(input.Schema, input.Target));

    /// <summary>The sets of languages that texts have, which packed texts name by their places.</summary>
    public static EquatableArray<string> CollectLanguages(LinkedPackage package, CancellationToken cancellation) =>
        package.Kinds.SelectMany(kind => kind.Entities).SelectMany(entity => EntityPacker.LanguagesOf(entity.Values))
            .Distinct(StringComparer.Ordinal).OrderBy(set => set, StringComparer.Ordinal).ToEquatableArray();

    public static IEnumerable<(string Kind, LinkedEntity Entity)> SplitPackage(LinkedPackage package, CancellationToken cancellation) =>
        package.Kinds.SelectMany(kind => kind.Entities.Select(entity => (kind.Name, entity)));

    public static PackedEntity? Pack(((string Kind, LinkedEntity Entity) Linked, PackingContext Context) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return input.Context.Target.CanCompile ? EntityPacker.Pack(input.Linked.Kind, input.Linked.Entity, input.Context) : null;
    }

    public static IEnumerable<GeneratedFile> LayOutData(
        ((ImmutableArray<PackedEntity?> Entities, LinkedPackage Package) Data, PackingContext Context) input, CancellationToken cancellation)
    {
        var (entities, package, context) = (input.Data.Entities, input.Data.Package, input.Context);
        if (!context.Target.CanCompile) yield break;
        var first = 0;
        foreach (var kind in package.Kinds)
        {
            var rows = entities.Skip(first).Take(kind.Entities.Count).Select(entity => entity!).ToList();
            first += rows.Count;
            foreach (var file in TableLayout.Files(context.Schema[kind.Name], rows, kind.Reverses, context))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return file;
            }
        }
    }

    public static void Write(SourceProductionContext context, GeneratedFile file)
    {
        try
        {
            context.AddSource(file.HintName, SourceText.From(file.Write(), Utf8));
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            context.ReportDiagnostic(Describe(file.HintName, null, bug).ToDiagnostic());
        }
    }

    /// <summary>Without the byte order mark that <see cref="Encoding.UTF8"/> would write before a file kept on disk.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static T Guard<T>(string what, string? path, Func<T> stage, Func<EquatableArray<SeedDiagnostic>, T> failed)
    {
        try
        {
            return stage();
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            return failed(new[] { Describe(what, path, bug) }.ToEquatableArray());
        }
    }

    private static SeedDiagnostic Describe(string what, string? path, Exception bug) =>
        new(Rules.InternalError, path is null ? default : SeedLocation.StartOf(path),
            new[] { what, $"{bug.GetType().Name}: {bug.Message.Replace("\r", "").Replace("\n", " ")}" }.ToEquatableArray());
}

internal static class ReportExtensions
{
    /// <summary>Reports what a stage found, on a fork of its own.</summary>
    public static void Report(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EquatableArray<SeedDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics.Where(found => found.Count > 0), ReportAll);

    public static void Report(this IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<SeedDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, ReportAll);

    private static void ReportAll(SourceProductionContext context, EquatableArray<SeedDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) context.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
