using DataPackage.Engine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Changes;
using DataPackage.Tool.Site.Drawings;
using DataPackage.Tool.Site.Fates;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site;

/// <summary>The linked package as pages need it. Nothing changes after it is made, so pages may be written at the same
/// time. Keeps nothing of the compiler but its results.</summary>
internal sealed class SiteSource
{
    private readonly Dictionary<string, EntityPlace[]> _places;
    private readonly Dictionary<string, SiteArticle> _articles;
    private readonly Neighbours _neighbours;
    private readonly MentionFinder _mentions;
    private readonly Lazy<Timeline> _timeline;
    private readonly Lazy<PackageGraph> _graph;

    public SiteSource(
        PackageCompiler compiler,
        SiteHistory history,
        SiteOptions options,
        CancellationToken cancellation
    )
    {
        Index = compiler.Index;
        Stats = PackageStats.Of(compiler);
        Options = options;
        History = history;
        Gone = GoneId.All(compiler.Releases, compiler.Index, compiler.Package);
        Data = new ExportSource(compiler, new ExportOptions(null, false, options.RootNamespace), cancellation);
        Paths = new SitePaths(Data.Schema, options.Languages);
        _places = KindPlaces
            .Of(compiler.Bound.Select(PlacedSeed.Of), compiler.Index, PieceOrigins.None, cancellation)
            .ToDictionary(each => each.Kind, each => each.Entities.ToArray(), StringComparer.Ordinal);
        _articles = SiteArticle
            .All(Data, id => compiler.Articles.Find(id)?.Body?.ParagraphStarts.ToArray() ?? [])
            .ToDictionary(each => each.Entity.Id, StringComparer.Ordinal);
        _neighbours = Neighbours.Of(Data);
        _mentions = new MentionFinder(compiler);
        _timeline = new Lazy<Timeline>(() => Timeline.Of(this));
        _graph = new Lazy<PackageGraph>(() => PackageGraph.Of(this));
    }

    public PackageIndex Index { get; }

    /// <summary>What the package has and lacks, in numbers.</summary>
    public PackageStats Stats { get; }

    public SiteOptions Options { get; }

    /// <summary>The package as exports have it.</summary>
    public ExportSource Data { get; }

    public SitePaths Paths { get; }

    public SiteHistory History { get; }

    /// <summary>The ids that were published and that no entity has now, by kind and id.</summary>
    public IReadOnlyDictionary<string, GoneId> Gone { get; }

    public PackageSchema Schema => Data.Schema;

    /// <summary>The articles of the package with what cites them, ordered by id.</summary>
    public IEnumerable<SiteArticle> Articles =>
        _articles.Values.OrderBy(each => each.Entity.Id, StringComparer.Ordinal);

    /// <summary>Null if the entity is no article.</summary>
    public SiteArticle? ArticleOf(Kind kind, LinkedEntity entity) =>
        kind.IsArticle && _articles.TryGetValue(entity.Id, out var article) ? article : null;

    public SiteArticle Article(EntityLink link) => _articles[link.Id];

    /// <summary>The entities that an article names, in the order of its text; none of a name that several
    /// have.</summary>
    public IReadOnlyList<(EntityLink Entity, int Start, int Length)> MentionsIn(SiteArticle article)
    {
        // The finder gathers what it finds.
        lock (_mentions)
            return article.Mentions ??= article.Text is not { } text
                ? []
                :
                [
                    .. _mentions
                        .Find(text)
                        .GroupBy(each => each.Start)
                        .Where(each => each.Count() == 1)
                        .Select(each => each.Single()),
                ];
    }

    /// <summary>The path of the seed below its folder, and the line in it, counted from 1.</summary>
    public (string SeedPath, int Line) PlaceOf(string kind, int row)
    {
        var place = _places[kind][row];
        return (place.SeedPath, place.Line.Number);
    }

    /// <summary>The entities that an entity refers to, each with the properties that do, in the order of
    /// properties.</summary>
    public IReadOnlyList<Neighbour> ReferencesOf(string kind, int row) => _neighbours.From(kind, row);

    /// <summary>The entities that refer to an entity, whether or not a schema names that, ordered by kind and
    /// id.</summary>
    public IReadOnlyList<Neighbour> ReferrersTo(string kind, int row) => _neighbours.To(kind, row);

    public Timeline Timeline => _timeline.Value;

    public PackageGraph Graph => _graph.Value;

    /// <summary>The time of an entity; null if its kind has no timeline, or the entity no date for it.</summary>
    public EntityTime? TimeOf(EntityLink link) => TimeOf(Schema[link.Kind], Data.Find(link));

    public static EntityTime? TimeOf(Kind kind, LinkedEntity entity)
    {
        if (kind.Temporal is not { } temporal || entity.Values[kind.IndexOf(temporal.Start)] is not DateValue start)
            return null;
        return temporal.End is null
            ? new EntityTime(start, start)
            : new EntityTime(start, entity.Values[kind.IndexOf(temporal.End)] as DateValue);
    }

    /// <summary>How an entity is called in a language: in that, in the language of the package, or in the first that
    /// its name has.</summary>
    /// <returns>The language of the name is null if it is the one asked for, or if names have no languages.</returns>
    public (string Text, string? Language) CaptionOf(Kind kind, LinkedEntity entity, string language) =>
        kind.Caption is { } caption && entity.Values[kind.IndexOf(caption)] is LocalizedValue localized
            ? Choose(localized, language)
            : (entity.Caption, null);

    /// <summary>The text of a language, or the nearest to it.</summary>
    /// <returns>The language of the text is null if a reader need not be told, because it is the one asked
    /// for.</returns>
    public (string Text, string? Language) Choose(LocalizedValue localized, string language)
    {
        var entry =
            Nearest(tag => string.Equals(tag, language, StringComparison.OrdinalIgnoreCase))
            ?? Nearest(tag => LanguageTag.IsKin(tag, language) && LanguageTag.HaveOneScript(tag, language))
            ?? Nearest(tag => LanguageTag.IsKin(tag, language))
            ?? Nearest(tag => tag == Schema.Facts.Language)
            ?? localized.Entries[0];
        return (entry.Text, LanguageTag.IsOneOf(entry.Language, language) ? null : entry.Language);

        LocalizedEntry? Nearest(Func<string, bool> isRight) =>
            localized.Entries.FirstOrDefault(each => isRight(each.Language));
    }
}

/// <summary>When an entity exists or happens.</summary>
/// <param name="End">Equal to the start if that says both; null if the entity has no end.</param>
internal sealed record EntityTime(DateValue Start, DateValue? End);
