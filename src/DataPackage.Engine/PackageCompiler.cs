using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine;

/// <summary>Runs all steps of the engine once, for hosts other than the compiler. The generator composes the same
/// functions incrementally.</summary>
/// <remarks>A step runs when its result is first used, so a host that needs only kinds and ids does not pay for
/// packing. Not thread-safe. A failure of the engine itself is an exception, which the host reports.</remarks>
internal sealed class PackageCompiler
{
    private readonly IReadOnlyList<SeedInput> _seeds;
    private readonly CompilerOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly List<SeedDiagnostic> _messages = [];

    private readonly Lazy<IReadOnlyList<SeedDocument>> _declarations;
    private readonly Lazy<IReadOnlyList<SeedDocument>> _data;
    private readonly Lazy<IReadOnlyList<SeedDocument>> _documents;
    private readonly Lazy<PackageSchema> _declared;
    private readonly Lazy<EquatableArray<InferredSchema>> _inferred;
    private readonly Lazy<PackageSchema> _schema;
    private readonly Lazy<IReadOnlyList<BoundSeed>> _bound;
    private readonly Lazy<ArticleShelf> _articles;
    private readonly Lazy<IReadOnlyList<VerifiedSeed>> _verified;
    private readonly Lazy<PackageIndex> _index;
    private readonly Lazy<ReleaseFiles> _releases;
    private readonly Lazy<IReadOnlyList<LinkedSeed>> _linked;
    private readonly Lazy<LinkedPackage> _package;
    private readonly Lazy<PackageSize> _size;
    private readonly Lazy<CodeTarget> _target;
    private readonly Lazy<IReadOnlyList<GeneratedFile>> _files;

    /// <param name="seeds">In any order; no result depends on it.</param>
    public PackageCompiler(
        IEnumerable<SeedInput> seeds,
        CompilerOptions options,
        CancellationToken cancellation = default
    )
    {
        _seeds = [.. seeds.OrderBy(seed => seed.SeedPath, StringComparer.Ordinal)];
        _options = options;
        _cancellation = cancellation;
        _declarations = new(() => Each(SeedsThat(SeedPaths.IsDeclaration), Read));
        _data = new(() => Each(DataSeeds, Read));
        _documents = new(() =>
            [.. Declarations.Concat(_data.Value).OrderBy(document => document.SeedPath, StringComparer.Ordinal)]
        );
        _declared = new(() => ReadSchema(references: null, []).Value);
        _inferred = new(Infer);
        _schema = new(() =>
            Reported(ReadSchema(_options.References, Inferred.Select(each => each.ToDocument(_cancellation))))
        );
        _bound = new(Bind);
        _articles = new(() => ArticleShelf.Of([.. Bound.SelectMany(ArticlePart.Of)], Schema, _cancellation));
        _verified = new(Verify);
        _index = new(() =>
            PackageIndex.Of(Bound.Select(seed => SeedDeclarations.Of(seed, _cancellation)), Schema, _cancellation)
        );
        _releases = new(() => Reported(ReleaseFiles.Read(Declarations)));
        _linked = new(() => [.. Each(Verified, seed => Linker.Link(seed, Index, _cancellation)).Select(Reported)]);
        _package = new(() => LinkedPackage.Of(Linked, Index, _cancellation));
        _size = new(() => Reported(PackageSize.Measure(Bound, Declarations)));
        _target = new(() => CodeTarget.Choose(Schema.Facts, _options.RootNamespace, _size.Value.IsWithinLimits));
        _files = new(LayOut);
    }

    /// <summary>The trees of all files, ordered by path.</summary>
    public IReadOnlyList<SeedDocument> Documents => _documents.Value;

    /// <summary>The schemas of the kinds that no schema declares.</summary>
    public EquatableArray<InferredSchema> Inferred => _inferred.Value;

    /// <summary>The schemas to pin: those inferred, with what later steps decided. A package that builds builds with
    /// them too, to the same code.</summary>
    public IEnumerable<InferredSchema> Pinned =>
        Inferred.Select(each =>
            Index.Kinds.FirstOrDefault(kind => kind.HasCollisions && each.IsOf(kind.Kind.Name)) is null
                ? each
                : each.With("accessors", "distinct")
        );

    /// <summary>All kinds, inferred ones included.</summary>
    public PackageSchema Schema => _schema.Value;

    /// <summary>What datapackage.yaml says of the package.</summary>
    public PackageDescription Description => PackageDescription.Of(Declarations, Schema.Facts);

    /// <summary>What the seeds say of earlier releases.</summary>
    public ReleaseFiles Releases => _releases.Value;

    /// <summary>The entities of each seed, with positions.</summary>
    public IReadOnlyList<BoundSeed> Bound => _bound.Value;

    public ArticleShelf Articles => _articles.Value;

    /// <summary>The seeds with the passages that they quote.</summary>
    public IReadOnlyList<VerifiedSeed> Verified => _verified.Value;

    /// <summary>All ids of the package.</summary>
    public PackageIndex Index => _index.Value;

    public IReadOnlyList<LinkedSeed> Linked => _linked.Value;

    /// <summary>All entities, with resolved references; without positions.</summary>
    public LinkedPackage Package => _package.Value;

    /// <summary>All that the package publishes, to compare it with other versions.</summary>
    public PublishedPackage Published =>
        new(
            Schema.Facts.Namespace ?? "",
            Schema.Facts.Language,
            PublicMembers.Of(Package, Schema, Index, _target.Value),
            Package
                .Kinds.SelectMany(kind =>
                    kind.Entities.Select(entity => EntityFacts.Of(entity, Index[kind.Name].Kind, Schema))
                )
                .ToEquatableArray()
        );

    /// <summary>The generated files, before they are written.</summary>
    public IReadOnlyList<GeneratedFile> Files => _files.Value;

    /// <summary>The package as a build hands it to the compiler if it is large. Runs all steps.</summary>
    public static DeliveredPackage Deliver(IEnumerable<SeedInput> seeds, CompilerOptions options)
    {
        var (files, messages) = Compile(seeds, options);
        return DeliveredPackage.Of(files, messages);
    }

    /// <summary>A method of its own, so that the results of all other steps are free when the last is done: for eighty
    /// thousand entities they take most of a gigabyte.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (IReadOnlyList<GeneratedFile> Files, IReadOnlyList<SeedDiagnostic> Messages) Compile(
        IEnumerable<SeedInput> seeds,
        CompilerOptions options
    )
    {
        var compiler = new PackageCompiler(seeds, options) { KeepsTrees = false };
        return (compiler.Files, compiler.Check());
    }

    /// <summary>The messages of all steps, ordered by file, position, rule and text. Runs all steps that have
    /// messages.</summary>
    public IReadOnlyList<SeedDiagnostic> Check()
    {
        var messages = new List<SeedDiagnostic>();
        _ = (Linked, _size.Value);
        messages.AddRange(SeedCount.Check(_seeds));
        messages.AddRange(SeedCollisions.Check(_seeds.Select(seed => seed.SeedPath), _cancellation));
        messages.AddRange(Declarations.SelectMany(document => document.Diagnostics));
        messages.AddRange(Verified.SelectMany(seed => seed.AllDiagnostics));
        messages.AddRange(StaleArticles.Find(Bound, Articles, _cancellation));
        messages.AddRange(CheckRights());
        messages.AddRange(Oddities.Find(Bound));
        messages.AddRange(SourceCheck.Find(Bound, Schema, Declarations));
        messages.AddRange(LedgerCheck.Find(Releases, Index, _cancellation));
        messages.AddRange(Conflicts.Find(Bound, Index, _cancellation));
        messages.AddRange(AssertionCheck.Find(Bound, Index, [.. Declarations], _cancellation));
        messages.AddRange(
            MentionVerifier.Verify([.. Bound.SelectMany(DeclaringArticle.Of)], Articles, Linked, Index, _cancellation)
        );
        return
        [
            .. _messages
                .Concat(messages)
                .OrderBy(message => message.Location.Path ?? "", StringComparer.Ordinal)
                .ThenBy(message => message.Location.Span.Start)
                .ThenBy(message => message.Rule.Id, StringComparer.Ordinal)
                .ThenBy(message => message.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether trees may be asked for after they are bound.</summary>
    private bool KeepsTrees { get; init; } = true;

    private IReadOnlyList<SeedDocument> Declarations => _declarations.Value;

    private IReadOnlyList<SeedInput> DataSeeds => SeedsThat(path => !SeedPaths.IsDeclaration(path));

    private IReadOnlyList<SeedInput> SeedsThat(Func<string, bool> fits) =>
        [.. _seeds.Where(seed => fits(seed.SeedPath))];

    private List<SeedDiagnostic> CheckRights()
    {
        var articles = Articles.Protected;
        if (articles.IsEmpty)
            return [];
        var rights = Rights.Of(articles, Schema);
        var messages = Each(Declarations, document => RightsChecker.Check(document, rights, _cancellation))
            .Concat(EachData(document => RightsChecker.Check(document, rights, _cancellation)))
            .SelectMany(found => found)
            .ToList();
        var leaks = EntityBlock
            .Split(Package, Schema, articles)
            .SelectMany(block => block.Find(articles, _cancellation))
            .Concat(Files.SelectMany(file => GeneratedTexts.FindIn(file, articles, _cancellation)))
            .ToList();
        messages.AddRange(Leak.Report(leaks, articles, messages, _cancellation));
        return messages;
    }

    private SeedDocument Read(SeedInput seed) =>
        SeedReader.Refuse(seed.SeedPath, seed.FilePath)
        ?? (
            seed.Text is { } text
                ? SeedReader.Read(seed.SeedPath, seed.FilePath, text, _cancellation)
                : SeedReader.Unreadable(seed.SeedPath, seed.FilePath)
        );

    /// <summary>The results for the trees of all files that are no declarations. If trees are not kept, each is read
    /// here, and free after its result is known.</summary>
    private T[] EachData<T>(Func<SeedDocument, T> run) =>
        KeepsTrees || _data.IsValueCreated ? Each(_data.Value, run) : Each(DataSeeds, seed => run(Read(seed)));

    private Result<PackageSchema> ReadSchema(
        EquatableArray<ExternalKind>? references,
        IEnumerable<SeedDocument> inferred
    )
    {
        var overview = SeedsOverview.Of([.. _seeds.Select(seed => seed.SeedPath)]);
        return SchemaReader.Read(Declarations.Concat(inferred), overview, references, _cancellation);
    }

    private EquatableArray<InferredSchema> Infer()
    {
        var declared = _declared.Value;
        // Where a schema declares each kind, no file is read here.
        var shapes = InferredSchemas.MayInferFrom(DataSeeds.Select(seed => seed.SeedPath), declared)
            ? _data.Value.SelectMany(document => InferredSchemas.ShapesOf(document, declared))
            : [];
        return Reported(InferredSchemas.Of([.. shapes], declared, _cancellation));
    }

    private BoundSeed[] Bind()
    {
        var share = SeedShare.Of(_seeds.Count);
        var schema = Schema;
        return EachData(document => Binder.BindAfterReading(document, schema, share, _cancellation));
    }

    private VerifiedSeed[] Verify() =>
        Each(Bound, seed => QuoteVerifier.Verify(CitingSeed.Of(seed, Articles), _cancellation));

    private IReadOnlyList<GeneratedFile> LayOut()
    {
        if (!_target.Value.CanCompile)
            return [];
        var traits = Linked.Select(SeedTraits.Of).ToList();
        var context = CodeContext.Of(Schema, SeedTraits.MergeLanguages(traits), _target.Value);
        var entities = Each(
            [.. Package.Kinds.SelectMany(kind => kind.Entities.Select(entity => (Kind: kind.Name, Entity: entity)))],
            each => EntityCode.Of(each.Kind, each.Entity, context)
        );
        var parts = IndexPart.Split(entities.Select(entity => entity.Packed.Keys), Index, _cancellation);
        var indexes = KindIndexes.Of(parts.SelectMany(part => WrittenIndexPart.Of(part).Chunks), Index);
        var reverses = KindReverses
            .Of(traits.Select(seed => seed.References), Index, _cancellation)
            .Select(each => EntityPacker.PackReverses(each, context.Packing, _cancellation))
            .ToEquatableArray();
        var places = KindPlaces.Of(Bound.Select(PlacedSeed.Of), Index, PieceOrigins.None, _cancellation);
        var lines = _options.Places.HasLines ? places : default;
        var fingerprints = Linked.SelectMany(seed => ContentFingerprint.Of(seed, Schema));
        return
        [
            .. PackageFiles.OfTypes(Schema, _target.Value),
            .. PackageFiles.OfGroups(Package, Schema, _target.Value),
            .. PackageFiles.OfRetired(Retirement.Of(Releases, Index), Schema, _target.Value),
            .. PackageFiles.OfInfo(Index, Description, fingerprints, _target.Value),
            .. PackageFiles.OfIds(Index, context),
            .. PackageFiles.OfPlaces(places, _options.Places, _target.Value),
            .. PackageFiles
                .OfEntities(entities, indexes, reverses, context, _cancellation)
                .Select(file => file.At(lines)),
        ];
    }

    /// <summary>The results for all items, in their order. They are computed on all processors.</summary>
    private TOut[] Each<T, TOut>(IReadOnlyList<T> items, Func<T, TOut> run)
    {
        var results = new TOut[items.Count];
        try
        {
            Parallel.For(
                0,
                items.Count,
                new ParallelOptions { CancellationToken = _cancellation },
                i => results[i] = run(items[i])
            );
        }
        catch (AggregateException failures)
        {
            // As without other processors.
            ExceptionDispatchInfo.Capture(failures.InnerExceptions[0]).Throw();
        }

        return results;
    }

    private T Reported<T>(Result<T> result)
    {
        _messages.AddRange(result.Diagnostics);
        return result.Value;
    }
}
