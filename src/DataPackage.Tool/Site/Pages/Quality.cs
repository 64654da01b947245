using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Site.Pages;

/// <summary>What the package has and lacks, value by value.</summary>
internal sealed class Quality
{
    private readonly Dictionary<string, KindGaps> _gaps = new(StringComparer.Ordinal);

    private Quality(PackageStats stats) => Stats = stats;

    public PackageStats Stats { get; }

    public KindGaps this[string kind] => _gaps[kind];

    /// <summary>All gaps of a sort, ordered by kind and id.</summary>
    public IEnumerable<Gap> All(Func<KindGaps, IReadOnlyList<Gap>> sort) =>
        Stats.Kinds.SelectMany(kind => sort(_gaps[kind.Kind]));

    public static Quality Of(SiteSource source)
    {
        var quality = new Quality(source.Stats);
        var languages = LanguagesOf(source);
        foreach (var (kind, linked) in source.Data.Kinds)
        {
            var gaps = new KindGaps();
            for (var row = 0; row < linked.Entities.Count; row++)
                gaps.Add(kind, row, linked.Entities[row], languages);
            quality._gaps.Add(kind.Name, gaps);
        }

        return quality;
    }

    /// <summary>The languages in which at least half of the texts are: a name that is also there in its own language
    /// makes no language of the package.</summary>
    private static List<string> LanguagesOf(SiteSource source)
    {
        var texts = source.Data.Entities.SelectMany(each => each.Entity.Values).OfType<LocalizedValue>().ToList();
        return
        [
            .. texts
                .SelectMany(text => text.Entries)
                .GroupBy(entry => entry.Language, StringComparer.Ordinal)
                .Where(language => 2 * language.Count() >= texts.Count)
                .Select(language => language.Key)
                .Order(StringComparer.Ordinal),
        ];
    }
}

/// <summary>A value that lacks something.</summary>
/// <param name="Lacking">The languages that a text lacks; empty for all else.</param>
internal sealed record Gap(EntityLink Entity, Property Property, IReadOnlyList<string> Lacking);

/// <summary>What the entities of a kind lack, in the order of ids.</summary>
internal sealed class KindGaps
{
    private readonly List<Gap> _uncited = [];
    private readonly List<Gap> _disputed = [];
    private readonly List<Gap> _languages = [];

    /// <summary>Values that must be cited, and that no passage and no passage for the whole entity supports.</summary>
    public IReadOnlyList<Gap> Uncited => _uncited;

    /// <summary>Properties for which values compete.</summary>
    public IReadOnlyList<Gap> Disputed => _disputed;

    /// <summary>Texts that lack a language in which most texts are.</summary>
    public IReadOnlyList<Gap> MissingLanguages => _languages;

    public void Add(Kind kind, int row, LinkedEntity entity, List<string> languages)
    {
        var self = entity.LinkAt(kind.Name, row);
        var isCited = kind.IsArticle || entity.Citations.Any(citation => citation.For.Count == 0);
        for (var i = 0; i < kind.Properties.Count; i++)
        {
            var property = kind.Properties[i];
            if (IsDisputed(entity, i))
                _disputed.Add(new Gap(self, property, []));
            if (entity.Values[i] is not { } value)
                continue;
            if (!isCited && kind.MustBeCited(property) && !IsSupported(entity, property, i))
                _uncited.Add(new Gap(self, property, []));
            if (value is LocalizedValue text && Lacking(text, languages) is { Count: > 0 } lacking)
                _languages.Add(new Gap(self, property, lacking));
        }
    }

    private static List<string> Lacking(LocalizedValue text, List<string> languages) =>
        [.. languages.Where(tag => text.Entries.All(entry => entry.Language != tag))];

    /// <summary>Whether a passage supports it, or a part of it. What is inferred or common knowledge needs
    /// none.</summary>
    private static bool IsSupported(LinkedEntity entity, Property property, int index) =>
        entity.Citations.Any(citation => citation.IsFor(property))
        || entity.Claims.Any(claim =>
            claim.Property == index
            && claim.IsShown
            && claim.Details.Basis is ClaimBasis.Inferred or ClaimBasis.CommonKnowledge
        );

    /// <summary>Whether another value has a say beside that of the entity, or no value has won.</summary>
    private static bool IsDisputed(LinkedEntity entity, int index) =>
        entity.Claims.Any(claim =>
            claim.Property == index
            && claim is { IsShown: false, Value: not null }
            && claim.Details.Rank != ClaimRank.Deprecated
        );
}
