using System.Globalization;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>A passage of an article that supports what an entity says. The build has verified that the article contains
/// it. Immutable.</summary>
/// <remarks>Modelled on the text quote and text position selectors of the W3C Web Annotation Data Model. Compared by
/// value; articles by kind and id.</remarks>
[JsonConverter(typeof(CitationJsonConverter))]
public sealed record Citation
{
    /// <summary>The quoted article.</summary>
    public required IArticle Article { get; init; }

    /// <summary>The passage as the article spells it. Null if the article's text may not be redistributed.</summary>
    public string? Quote { get; init; }

    /// <summary>What the passage supports, as paths like <see cref="Fact.Property"/>: a property as the seed spells it
    /// (<c>birthDate</c>), an item of a list counted from 0 (<c>positions[0]</c>), or a property of an embedded value
    /// (<c>positions[0].title</c>). Empty if the passage supports the entity as a whole.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>The paragraph in which the passage starts, counted from 1.</summary>
    public int Paragraph { get; init; }

    /// <summary>Where the passage starts in the article's text: a number of Unicode code points (not UTF-16 code
    /// units), counted from 0.</summary>
    public int Start { get; init; }

    /// <summary>Where the passage ends, exclusive; counted like <see cref="Start"/>.</summary>
    public int End { get; init; }

    /// <summary>Whether the passage supports a value, or a whole that contains it: a citation for <c>positions</c>
    /// supports <c>positions[0].title</c>.</summary>
    /// <param name="path">A path as in <see cref="For"/>, or with properties as C# spells them:
    /// <c>nameof(Person.BirthDate)</c>. Compared ordinally.</param>
    public bool Supports(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var whole in For)
            if (FactPath.IsIn(path, whole))
                return true;
        return false;
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

    /// <summary>The quote, the article's id and the paragraph: <c>“…” (dmitriev-in-washington, paragraph
    /// 2)</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Quote is null ? "" : $"“{Quote}” ")}({Article.Id}, paragraph {Paragraph})"
        );
}
