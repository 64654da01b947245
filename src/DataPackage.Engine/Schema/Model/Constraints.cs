using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The constraints of a value beyond its type. Lengths are in UTF-16 code units, bounds inclusive.</summary>
internal sealed record Constraints
{
    public static Constraints None { get; } = new();

    /// <summary>The name of the format of an identifier in <see cref="Formats"/>.</summary>
    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public int? MaxLength { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>Whether its texts may have bidirectional controls.</summary>
    public bool AllowsBidi { get; init; }

    private Derived<PatternMatcher> _matcher;

    /// <summary>The compiled pattern; null if there is none.</summary>
    public PatternMatcher? MatcherFor(PatternPatience patience)
    {
        if (Pattern is null)
            return null;
        var matcher = _matcher.From(Pattern, pattern => Patterns.MatcherOf(pattern, patience.OfMatch));
        if (matcher.IsLinear || matcher.Patience == patience.OfMatch)
            return matcher;
        // The number of seeds has changed.
        _matcher = default;
        return _matcher.From(Pattern, pattern => Patterns.MatcherOf(pattern, patience.OfMatch));
    }
}
