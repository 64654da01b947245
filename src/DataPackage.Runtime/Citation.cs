using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>A passage of an article that supports what an entity says; verified when the package was built.</summary>
/// <remarks>Modelled on the text quote and text position selectors of the W3C Web Annotation Data Model. Compares by
/// value, articles by id.</remarks>
[JsonConverter(typeof(CitationJsonConverter))]
public sealed record Citation
{
    /// <summary>The article that is quoted.</summary>
    public required IArticle Article { get; init; }

    /// <summary>The passage as the article has it. Null where the article's text may not be redistributed.</summary>
    public string? Quote { get; init; }

    /// <summary>What the passage supports, by the paths that <see cref="Fact.Property"/> has: a property as the seed
    /// spells it (<c>birthDate</c>), one item of a list or one embedded value, counted from 0 (<c>positions[0]</c>), a
    /// property of that (<c>positions[0].title</c>). Empty: the entity as such, and none of its values in
    /// particular.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>The paragraph in which the passage starts, counted from 1.</summary>
    public int Paragraph { get; init; }

    /// <summary>Where the passage starts in the article's text, in Unicode code points (not in UTF-16 code units)
    /// counted from 0.</summary>
    public int Start { get; init; }

    /// <summary>Where the passage ends, exclusive; counted like <see cref="Start"/>.</summary>
    public int End { get; init; }

    /// <summary>Whether the passage supports a value, or a whole that the value is part of: a citation for
    /// <c>positions</c> supports <c>positions[0].title</c>.</summary>
    /// <param name="path">As in <see cref="For"/>; compared ordinally.</param>
    public bool Supports(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return For.Any(whole =>
            path.StartsWith(whole, StringComparison.Ordinal)
            && (path.Length == whole.Length || path[whole.Length] is '.' or '[')
        );
    }

    /// <inheritdoc/>
    public bool Equals(Citation? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Article.Id == other.Article.Id
            && Article.Kind == other.Article.Kind
            && Quote == other.Quote
            && Paragraph == other.Paragraph
            && Start == other.Start
            && End == other.End
            && For.SequenceEqual(other.For)
        );

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Article.Id, Start, End);

    /// <summary>The quote and where it stands: <c>“…” (dmitriev-in-washington, paragraph 2)</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Quote is null ? "" : $"“{Quote}” ")}({Article.Id}, paragraph {Paragraph})"
        );
}
