using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Schema.Inference;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator;

/// <summary>The steps of <see cref="DataPackageGenerator"/>, each of which turns what it did not expect into one DP0001:
/// an exception that left the generator would be a mere warning (CS8785), and all generated types would be missing.</summary>
internal static class Stages
{
    /// <summary>Nothing of a seed whose name is refused, which no message but the one about it names.</summary>
    public static SeedDocument Read(SeedFile file, CancellationToken cancellation) =>
        file.Refuse() is { } refusal
            ? new SeedDocument("", file.Text.Path, new LineMap(default), null, null, IsBroken: true,
            new[] { refusal }.ToEquatableArray())
            : Guard(file.SeedPath, file.Text.Path, () => SeedReader.Read(file.SeedPath, file.Text, cancellation),
            failure => new SeedDocument(file.SeedPath, file.Text.Path, new LineMap(default), null, null, IsBroken: true, failure));

    /// <summary>Reports the first seed beyond the limit, in the order of their paths.</summary>
    public static EquatableArray<SeedDiagnostic> Count(ImmutableArray<SeedFile> files, CancellationToken cancellation)
    {
        if (files.Length <= SeedLimits.Files) return default;
        var diagnostics = new DiagnosticBag();
        var first = files.OrderBy(file => file.SeedPath, StringComparer.Ordinal).ElementAt(SeedLimits.Files);
        diagnostics.Add(Rules.LimitExceeded, SeedLocation.StartOf(first.Text.Path), "This package has too many seeds", SeedLimits.Files.ToString("N0", CultureInfo.InvariantCulture) + " files");
        return diagnostics.ToArray();
    }

    /// <summary>Reports each seed that is another one where a file system knows no case.</summary>
    public static EquatableArray<SeedDiagnostic> CheckNames(EquatableArray<string> seedPaths,
        CancellationToken cancellation) => Guard("seeds", null, () =>
    {
        var diagnostics = new DiagnosticBag();
        foreach (var (seedPath, place, other) in SeedNames.FindCollisions(seedPaths.Distinct(StringComparer.Ordinal)
            .OrderBy(path => path, StringComparer.Ordinal), cancellation))
            diagnostics.Add(Rules.RefusedName, default, seedPath, BuildMessages.SameAs(place, other));
        return diagnostics.ToArray();
    }, failure => failure);

    /// <summary>Whether the package is within the limits of all its seeds together; reports the first seed beyond them,
    /// in the order of their paths.</summary>
    public static Found<bool> Measure((ImmutableArray<BoundSeed> Seeds,
        ImmutableArray<SeedDocument> Declarations) input, CancellationToken cancellation)
    {
        var sizes = input.Seeds.Select(seed => (seed.SeedPath, seed.FilePath, seed.Size))
            .Concat(input.Declarations.Select(document =>
                (document.SeedPath, document.FilePath, Size: document.Size.Rounded()))).ToList();
        var (characters, nodes) = (sizes.Sum(seed => (long)seed.Size.Characters),
            sizes.Sum(seed => (long)seed.Size.Nodes));
        if (characters <= SeedLimits.PackageLength && nodes <= SeedLimits.PackageNodes) return new(true);

        (characters, nodes) = (0, 0);
        foreach (var (_, path, size) in sizes.OrderBy(seed => seed.SeedPath, StringComparer.Ordinal))
        {
            (characters, nodes) = (characters + size.Characters, nodes + size.Nodes);
            if (characters <= SeedLimits.PackageLength && nodes <= SeedLimits.PackageNodes) continue;
            var diagnostics = new DiagnosticBag();
            var (breach, limit, unit) = characters > SeedLimits.PackageLength
                ? ("The seeds of this package are too long in all", SeedLimits.PackageLength, "characters")
                : ("The seeds of this package hold too many values in all", SeedLimits.PackageNodes, "values");
            diagnostics.Add(Rules.LimitExceeded, SeedLocation.StartOf(path), breach,
                limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit);
            return new(false, diagnostics.ToArray());
        }

        return new(true);
    }

    /// <summary>The kinds of the data package that a reference is, if any schema refers to another package at all.</summary>
    public static Found<EquatableArray<ExternalKind>> ReadReference((MetadataReference Reference, bool IsNeeded) input, CancellationToken cancellation)
    {
        if (!input.IsNeeded) return default;
        cancellation.ThrowIfCancellationRequested();
        return Guard(input.Reference.Display ?? "reference", null, () =>
            ReferencedPackage.KindsOf(input.Reference), failure => new(default, failure));
    }

    /// <summary>The schema before anything is inferred.</summary>
    public static PackageSchema ReadDeclared((ImmutableArray<SeedDocument> Documents, bool HasArticles) input, CancellationToken cancellation) =>
        ReadSchema(input.Documents, input.HasArticles, references: null, cancellation).Value;

    /// <summary>The schema with the kinds that were inferred.</summary>
    public static Found<PackageSchema> CompleteSchema(
        (((ImmutableArray<SeedDocument> Documents, bool HasArticles) Declared, EquatableArray<InferredSchema> Inferred) Seeds, ImmutableArray<EquatableArray<ExternalKind>> References) input,
        CancellationToken cancellation)
    {
        var (((documents, hasArticles), inferred), references) = input;
        return ReadSchema(documents.AddRange(inferred.Select(schema => schema.ToDocument(cancellation))), hasArticles, references.SelectMany(kinds => kinds).ToEquatableArray(), cancellation);
    }

    private static Found<PackageSchema> ReadSchema(
        ImmutableArray<SeedDocument> documents, bool hasArticles, EquatableArray<ExternalKind>? references, CancellationToken cancellation) =>
        Guard("schema", documents.Select(document => document.FilePath).FirstOrDefault(), () => SchemaReader.Read(documents, hasArticles, references, cancellation),
            failure => new(new PackageSchema(PackageFacts.Default, default, IsIncomplete: true), failure), nameof(CompleteSchema));

    /// <summary>Nothing where a schema says what the seed is.</summary>
    public static IEnumerable<Found<SeedShape?>> FindShape((SeedDocument Document, PackageSchema Declared) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (document, declared) = input;
        if (SeedPaths.IsDeclaration(document.SeedPath)) return [];
        var found = Guard(document.SeedPath, document.FilePath, () => new Found<SeedShape?>(InferredSchemas.ShapeOf(document, declared)), failure => new(null, failure));
        return found == default ? [] : [found];
    }

    public static Found<EquatableArray<InferredSchema>> Infer((ImmutableArray<SeedShape?> Seeds, PackageSchema Declared) input, CancellationToken cancellation) =>
        Guard("schema", null, () => InferredSchemas.Of(input.Seeds, input.Declared, cancellation), failure => new(default, failure));

    /// <summary>Nothing of a declaration. What reading has to say of a seed is said with what binding has.</summary>
    public static IEnumerable<BoundSeed> Bind((SeedDocument Document,
        (PackageSchema Schema, SeedShare Share) Package) input, CancellationToken cancellation)
    {
        var (document, (schema, share)) = input;
        if (SeedPaths.IsDeclaration(document.SeedPath)) return [];
        var bound = Guard(document.SeedPath, document.FilePath, () =>
            Binder.Bind(document, schema, cancellation, share),
            failure => new BoundSeed(document.SeedPath, document.FilePath, default, null, failure, schema.FindByCollection(document.Collection) is [var kind, ..] ? kind.Name : null));
        return [document.Diagnostics.Count == 0 ? bound : bound with { Diagnostics = document.Diagnostics.Concat(bound.Diagnostics).ToEquatableArray() }];
    }

    public static Found<PackageIndex> Index((ImmutableArray<SeedDeclarations> Seeds, PackageSchema Schema) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => new Found<PackageIndex>(PackageIndex.Of(input.Seeds, input.Schema, cancellation)),
            failure => new(PackageIndex.OfUnread(input.Schema, cancellation), failure));

    public static EquatableArray<SeedDiagnostic> FindConflicts((ImmutableArray<BoundSeed> Seeds, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => Conflicts.Find(input.Seeds, input.Index, cancellation), failure => failure);

    public static EquatableArray<SeedDiagnostic> CheckAssertions(
        ((ImmutableArray<BoundSeed> Seeds, PackageIndex Index) Bound, ImmutableArray<SeedDocument> Declarations) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => AssertionCheck.Find(input.Bound.Seeds, input.Bound.Index, input.Declarations, cancellation), failure => failure);

    public static Found<ArticleShelf> Shelve((ImmutableArray<ArticlePart> Parts, PackageSchema Schema) input, CancellationToken cancellation) =>
        Guard("articles", null, () => new Found<ArticleShelf>(ArticleShelf.Of(input.Parts, input.Schema, cancellation)), failure => new(ArticleShelf.Empty, failure));

    public static EquatableArray<SeedDiagnostic> FindStaleArticles((ImmutableArray<BoundSeed> Seeds, ArticleShelf Articles) input, CancellationToken cancellation) =>
        Guard("articles", null, () => StaleArticles.Find(input.Seeds, input.Articles, cancellation), failure => failure);

    public static IEnumerable<EquatableArray<SeedDiagnostic>> CheckRights((SeedDocument Document, Rights Rights) input,
        CancellationToken cancellation)
    {
        var diagnostics = Guard(input.Document.SeedPath, input.Document.FilePath, () =>
            RightsChecker.Check(input.Document, input.Rights, cancellation), failure => failure);
        return diagnostics.Count == 0 ? [] : [diagnostics];
    }

    /// <summary>Nothing where no article is protected.</summary>
    public static IEnumerable<EntityBlock> SplitBlocks(
        (LinkedPackage Package, (ProtectedArticles Protected, PackageSchema Schema) Rights) input,
            CancellationToken cancellation) =>
        EntityBlock.Split(input.Package, input.Rights.Schema, input.Rights.Protected);

    public static Found<EquatableArray<Leak>> SearchEntities(EntityBlock block, CancellationToken cancellation) =>
        Guard(block.Kind.Name, null, () => new Found<EquatableArray<Leak>>(block.Find(cancellation)), failure =>
            new(default, failure));

    public static IEnumerable<Found<EquatableArray<Leak>>> SearchFile((GeneratedFile File,
        ProtectedArticles Protected) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (file, articles) = input;
        if (articles.IsEmpty) return [];
        var found = Guard(file.HintName, null, () =>
            new Found<EquatableArray<Leak>>(GeneratedTexts.FindIn(file, articles, cancellation)), failure =>
            new(default, failure));
        return found == default ? [] : [found];
    }

    public static EquatableArray<SeedDiagnostic> ReportLeaks(
        ((ImmutableArray<EquatableArray<Leak>> Entities, ImmutableArray<EquatableArray<Leak>> Files) Leaks,
            (ImmutableArray<EquatableArray<SeedDiagnostic>> Reported, ProtectedArticles Protected) Rights) input,
                CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var ((entities, files), (reported, articles)) = input;
        if (articles.IsEmpty) return default;
        return Guard("articles", null, () =>
            Leak.Report(entities.Concat(files).SelectMany(leaks => leaks)
            .ToList(), articles, reported.SelectMany(each => each)), failure => failure);
    }

    public static VerifiedSeed Verify(CitingSeed citing, CancellationToken cancellation) =>
        Guard(citing.Seed.SeedPath, citing.Seed.FilePath, () => QuoteVerifier.Verify(citing, cancellation), failure => VerifiedSeed.WithoutQuotes(citing.Seed, failure));

    public static Found<LinkedSeed> Link((VerifiedSeed Verified, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard(input.Verified.Seed.SeedPath, input.Verified.Seed.FilePath, () => Linker.Link(input.Verified, input.Index, cancellation),
            failure => new(new LinkedSeed(default, default), failure));

    public static EquatableArray<SeedDiagnostic> VerifyMentions(
        ((ImmutableArray<DeclaringArticle> Declaring, ArticleShelf Shelf) Articles, (ImmutableArray<LinkedSeed> Seeds, PackageIndex Index) Package) input, CancellationToken cancellation) =>
        Guard("mentions", null,
            () => MentionVerifier.Verify(input.Articles.Declaring, input.Articles.Shelf, input.Package.Seeds, input.Package.Index, cancellation), failure => failure);

    public static Found<EquatableArray<KindReverses>> Reverse(
        (ImmutableArray<SeedTraits> Seeds, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => new Found<EquatableArray<KindReverses>>(KindReverses.Of(input.Seeds.Select(seed => seed.References), input.Index, cancellation)),
            failure => new(KindReverses.Of([], input.Index, cancellation), failure));

    public static Found<LinkedPackage> Assemble((ImmutableArray<LinkedSeed> Seeds, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => new Found<LinkedPackage>(LinkedPackage.Of(input.Seeds, input.Index, cancellation)),
            failure => new(new LinkedPackage(default), failure));

    public static IEnumerable<GeneratedFile> LayOutTypes((PackageSchema Schema, EmissionTarget Target) input, CancellationToken cancellation) =>
        !input.Target.CanCompile || input.Schema.Kinds.Count == 0
            ? []
            : input.Schema.Kinds.SelectMany(kind => new GeneratedFile[] { new TypeFile(kind, input.Schema, input.Target), new JsonFile(kind, input.Schema, input.Target) })
                .Concat(input.Schema.ConcreteKinds.Select(kind => (GeneratedFile)new LookupsFile(kind, input.Schema, input.Target)))
                .Append(new PackageEntitiesFile(input.Schema, input.Target))
                .Append(new MentionsFile(input.Schema, input.Target));

    public static EquatableArray<string> MergeLanguages(ImmutableArray<SeedTraits> seeds, CancellationToken cancellation) =>
        seeds.SelectMany(seed => seed.Languages).Distinct(StringComparer.Ordinal).OrderBy(set => set, StringComparer.Ordinal).ToEquatableArray();

    public static IEnumerable<(string Kind, LinkedEntity Entity, PackingContext Context)> SplitPackage((LinkedPackage Package, PackingContext Context) input, CancellationToken cancellation) =>
        input.Context.Target.CanCompile
            ? input.Package.Kinds.SelectMany(kind => kind.Entities.Select(entity => (kind.Name, entity, input.Context)))
            : [];

    public static PackedEntity Pack((string Kind, LinkedEntity Entity, PackingContext Context) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (kind, entity, context) = input;
        return Guard($"{kind}/{entity.Id}", null, () => EntityPacker.Pack(kind, entity, context), failure => PackedEntity.Failed(kind, entity, failure[0]));
    }

    public static Found<EquatableArray<IndexPart>> SplitIndexes((ImmutableArray<EntityKeys> Entities, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => new Found<EquatableArray<IndexPart>>(IndexPart.Split(input.Entities, input.Index, cancellation)), failure => new(default, failure));

    public static WrittenIndexPart WriteIndexes(IndexPart part, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Guard("seeds", null, () => WrittenIndexPart.Of(part), failure => WrittenIndexPart.Failed(part, failure[0]));
    }

    /// <summary>The indexes of each kind; of parts that failed, as all of them fail for one reason, the first is reported.</summary>
    public static Found<EquatableArray<KindIndexes>> GatherIndexes((ImmutableArray<WrittenIndexPart> Parts, PackageIndex Index) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(KindIndexes.Of(input.Parts.SelectMany(part => part.Chunks), input.Index),
            input.Parts.Select(part => part.Failure!).Where(failure => failure is not null).Take(1).ToEquatableArray());
    }

    public static Found<EquatableArray<EquatableArray<PackedBytes>>> PackReverses(
        (EquatableArray<KindReverses> Reverses, PackingContext Context) input, CancellationToken cancellation) =>
        Guard("seeds", null,
            () => new Found<EquatableArray<EquatableArray<PackedBytes>>>(input.Reverses.Select(reverses => EntityPacker.PackReverses(reverses, input.Context, cancellation)).ToEquatableArray()),
            failure => new(input.Reverses.Select(_ => EquatableArray<PackedBytes>.Empty).ToEquatableArray(), failure));

    public static Found<EquatableArray<GeneratedFile>> LayOutData(
        ((ImmutableArray<PackedEntity> Entities, (EquatableArray<KindIndexes> Indexes, EquatableArray<EquatableArray<PackedBytes>> Reverses) Kinds) Packed, PackingContext Context) input,
        CancellationToken cancellation)
    {
        var ((entities, (indexes, reverses)), context) = input;
        if (!context.Target.CanCompile) return default;
        var failures = entities.Select(entity => entity.Failure!).Where(failure => failure is not null).ToEquatableArray();
        return Guard("seeds", null, () => new Found<EquatableArray<GeneratedFile>>(TableLayout.Files(entities, indexes, reverses, context, cancellation), failures),
            failure => new(default, failure));
    }

    public static Found<EquatableArray<KindPlaces>> Locate((ImmutableArray<PlacedSeed> Seeds, PackageIndex Index) input, CancellationToken cancellation) =>
        Guard("seeds", null, () => new Found<EquatableArray<KindPlaces>>(KindPlaces.Of(input.Seeds, input.Index, cancellation)), failure => new(default, failure));

    public static IEnumerable<GeneratedFile> LayOutPlaces(
        (EquatableArray<KindPlaces> Kinds, (PlaceOptions Options, EmissionTarget Target) Build) input, CancellationToken cancellation)
    {
        var (options, target) = input.Build;
        return !target.CanCompile ? [] : input.Kinds.Where(kind => kind.Entities.Count > 0).Select(kind =>
            (GeneratedFile)new PlacesFile(kind.Kind, CSharpTypes.TableName(kind.Kind), kind.Entities, options, target));
    }

    public static Found<EquatableArray<EntityFingerprint>> Fingerprint((LinkedSeed Seed, PackageSchema Schema) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Guard("seeds", null, () => new Found<EquatableArray<EntityFingerprint>>(ContentFingerprint.Of(input.Seed, input.Schema)), failure => new(default, failure));
    }

    public static Found<EquatableArray<GeneratedFile>> LayOutGroups((LinkedPackage Package, (PackageSchema Schema, EmissionTarget Target) Build) input, CancellationToken cancellation)
    {
        var (package, (schema, target)) = input;
        if (!target.CanCompile) return default;
        return Guard("seeds", null, () => new Found<EquatableArray<GeneratedFile>>(package.Kinds.Select(entities => (Kind: schema.Find(entities.Name)!, Entities: entities))
            .Where(each => each.Kind.GroupBy.Count > 0 && each.Entities.Entities.Count > 0)
            .Select(each => (GeneratedFile)new GroupsFile(each.Kind, schema, EntityGroups.Of(each.Kind, each.Entities), target)).ToEquatableArray()), failure => new(default, failure));
    }

    public static PackageDescription Describe((ImmutableArray<SeedDocument> Declarations, PackageSchema Schema) input, CancellationToken cancellation) =>
        PackageDescription.Of(input.Declarations, input.Schema.Facts);

    public static IEnumerable<GeneratedFile> LayOutInfo(
        ((ImmutableArray<Found<EquatableArray<EntityFingerprint>>> Seeds, PackageIndex Index) Content, (PackageDescription Description, EmissionTarget Target) Package) input, CancellationToken cancellation)
    {
        var ((seeds, index), (description, target)) = input;
        if (!target.CanCompile || index.Schema.Kinds.Count == 0) yield break;
        var counts = index.Kinds.Select(kind => (kind.Kind.Name, kind.Entities.Count)).ToEquatableArray();
        yield return new InfoFile(index.Schema, description, counts, ContentFingerprint.Of(seeds.SelectMany(seed => seed.Value)), target);
    }

    public static IEnumerable<GeneratedFile> LayOutIds((PackageIndex Index, EmissionTarget Target) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (index, target) = input;
        var kinds = index.Kinds.Where(kind => kind.Entities.Count > 0)
            .Select(kind => new ExternalKind(target.Namespace, kind.Kind.Name, kind.Kind.Plural, ExternalKind.Write(kind))).ToEquatableArray();
        return !target.CanCompile || kinds.Count == 0 ? [] : [new EntityIdsFile(kinds, target)];
    }

    public static void Write(SourceProductionContext context, GeneratedFile file)
    {
        try
        {
            BeforeStage.Value?.Invoke(nameof(Write));
            context.AddSource(SeedNames.ForFile(file.HintName), SourceText.From(file.Write(), Utf8));
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            context.ReportDiagnostic(Describe(file.HintName, null, bug).ToDiagnostic());
        }
    }

    /// <summary>Without the byte order mark that <see cref="Encoding.UTF8"/> would write before a file kept on disk.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Called with the name of each stage before it runs, for tests that make one fail; null in every other case.</summary>
    internal static AsyncLocal<Action<string>?> BeforeStage { get; } = new();

    private static T Guard<T>(string what, string? path, Func<T> stage, Func<EquatableArray<SeedDiagnostic>, T> failed, [CallerMemberName] string name = "")
    {
        try
        {
            BeforeStage.Value?.Invoke(name);
            return stage();
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            return failed(new[] { Describe(what, path, bug) }.ToEquatableArray());
        }
    }

    /// <summary>That memory ran out says nothing of the step that asked for more, so that all steps say the same, and
    /// the compiler prints it once: what it compares are the very objects.</summary>
    private static readonly SeedDiagnostic OutOfMemory = new(Rules.OutOfMemory, default,
        new[] { SeedLimits.PackageLength, SeedLimits.PackageNodes }.Select(limit =>
            limit.ToString("N0", CultureInfo.InvariantCulture)).ToEquatableArray());

    private static SeedDiagnostic Describe(string what, string? path, Exception bug) =>
        bug is OutOfMemoryException or InsufficientExecutionStackException
        ? OutOfMemory
        : new(Rules.InternalError, path is null ? default : SeedLocation.StartOf(path),
            new[] { what, $"{bug.GetType().Name}: {bug.Message.Replace("\r", "").Replace("\n", " ")}" }.ToEquatableArray());
}

/// <summary>The result of a step, and what it has to say: positions, which must not reach the steps behind it.</summary>
internal readonly record struct Found<T>(T Value, EquatableArray<SeedDiagnostic> Diagnostics = default);

internal static class ReportExtensions
{
    /// <summary>Reports what a step has to say on a fork of its own; the other is its value.</summary>
    public static IncrementalValueProvider<T> Fork<T>(this IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Found<T>> found, string step)
    {
        context.Report(found.Select((each, _) => each.Diagnostics));
        return found.Select((each, _) => each.Value).WithTrackingName(step);
    }

    /// <inheritdoc cref="Fork{T}(IncrementalGeneratorInitializationContext, IncrementalValueProvider{Found{T}}, string)"/>
    public static IncrementalValuesProvider<T> Fork<T>(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Found<T>> found, string step)
    {
        context.Report(found, each => each.Diagnostics);
        return found.Select((each, _) => each.Value).WithTrackingName(step);
    }

    public static void Report<T>(
        this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> found, Func<T, EquatableArray<SeedDiagnostic>> diagnosticsOf) =>
        context.Report(found.SelectMany((each, _) => diagnosticsOf(each) is { Count: > 0 } diagnostics ? ImmutableArray.Create(diagnostics) : ImmutableArray<EquatableArray<SeedDiagnostic>>.Empty));

    public static void Report(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EquatableArray<SeedDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, ReportAll);

    public static void Report(this IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<SeedDiagnostic>> diagnostics) =>
        context.RegisterSourceOutput(diagnostics, ReportAll);

    private static void ReportAll(SourceProductionContext context, EquatableArray<SeedDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) context.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
