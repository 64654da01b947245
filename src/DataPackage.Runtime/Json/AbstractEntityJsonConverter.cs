using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>The converter of one kind, as the converter of an abstract kind uses it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKindJsonConverter
{
    /// <summary>The name of the kind.</summary>
    string Kind { get; }

    /// <summary>A few ids of the kind.</summary>
    internal IEnumerable<string> ExampleIds { get; }

    /// <summary>The converter itself.</summary>
    internal IDescribedConverter Described { get; }

    /// <inheritdoc cref="ValueJsonConverter{T}.Nothing"/>
    internal IEntity Nothing { get; }

    /// <summary>The ids of this kind that may be nearest to another text.</summary>
    IReadOnlyList<string> IdsNear(string id);

    /// <summary>Looks up an entity by its id.</summary>
    bool TryGet(string id, [MaybeNullWhen(false)] out IEntity entity);

    /// <summary>The id of an entity of the package.</summary>
    string Format(IEntity entity);

    /// <summary>Writes an entity.</summary>
    void Write(Utf8JsonWriter writer, IEntity entity, int levels);

    /// <summary>Reads an entity.</summary>
    IEntity Read(JsonElement element, JsonScope scope);
}

/// <summary>Writes an entity that may be of several kinds as its id, or as <c>Kind/id</c> if several of them have that
/// id, like seeds do. For generated code.</summary>
/// <typeparam name="T">The abstract kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AbstractEntityJsonConverter<T> : TextJsonConverter<T>, IWholeEntityConverter
    where T : class, IEntity
{
    private readonly string _label;

    /// <summary>Takes the name of the abstract kind.</summary>
    protected AbstractEntityJsonConverter(string label) => _label = label;

    /// <summary>The converters of the kinds that an entity may be of.</summary>
    protected abstract IReadOnlyList<IKindJsonConverter> Kinds { get; }

    void IWholeEntityConverter.BeWhole(int levels, int levelsRead) => (Levels, LevelsRead) = (levels, levelsRead);

    internal override T Nothing => (T)Kinds[0].Nothing;

    private protected override string SchemaName(int levels) => EntityJson.SchemaName(_label, levels);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
        levels == 0
            ? JsonSchemas.OfText(
                $"The id of {Nouns.WithArticle(_label)}; `Kind/id` where several kinds have that id.",
                [.. Kinds.SelectMany(kind => kind.ExampleIds.Take(1)).Take(3)]
            )
            : new JsonObject
            {
                ["oneOf"] = new JsonArray([.. Kinds.Select(kind => schemas.Describe(kind.Described, levels))]),
            };

    private protected override string Expected => $"the id of {Nouns.WithArticle(_label)} in quotes";

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, T value, int levels)
    {
        if (levels == 0)
            base.Write(writer, value, levels);
        else
            KindOf(value).Write(writer, value, levels);
    }

    /// <inheritdoc/>
    protected internal override T Read(JsonElement element, JsonScope scope)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return base.Read(element, scope);
        if (scope.Levels == 0)
            throw EntityJson.Refused(Expected);
        if (!element.TryGetProperty(EntityJson.Kind, out var name) || name.ValueKind != JsonValueKind.String)
            throw new JsonException(
                $"'{EntityJson.Kind}' is missing: {Nouns.WithArticle(_label)} can be "
                    + $"{string.Join(" or ", Kinds.Select(kind => Nouns.WithArticle(kind.Kind)))}."
            );
        return (T)Find(name.GetString()!).Read(element, scope);
    }

    private protected override string Format(T value)
    {
        var own = KindOf(value);
        var id = own.Format(value);
        return Kinds.Any(kind => kind != own && kind.TryGet(id, out _)) ? $"{own.Kind}/{id}" : id;
    }

    private protected override T Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var named = slash > 0 ? Kinds.FirstOrDefault(kind => text.AsSpan(0, slash).SequenceEqual(kind.Kind)) : null;
        var kinds = named is null ? Kinds : [named];
        var id = named is null ? text : text[(slash + 1)..];
        IEntity? found = null;
        foreach (var kind in kinds)
        {
            if (!kind.TryGet(id, out var entity))
                continue;
            if (found is not null)
                throw new JsonException(
                    $"'{VisibleText.Of(id)}' is the id of {Nouns.WithArticle(found.Kind)} and of "
                        + $"{Nouns.WithArticle(entity.Kind)}. Say which is meant: "
                        + $"'{found.Kind}/{VisibleText.Of(id)}'."
                );
            found = entity;
        }

        if (found is not null)
            return (T)found;
        var nearest = NearestKey.Choose(id, [.. kinds.SelectMany(kind => kind.IdsNear(id))]);
        throw new JsonException(
            $"There is no {_label} with the id '{VisibleText.Of(id)}'.{EntityJson.DidYouMean(nearest)}"
        );
    }

    private IKindJsonConverter KindOf(T value) =>
        Kinds.FirstOrDefault(kind => kind.Kind == value.Kind) ?? throw EntityJson.NotOfThePackage(value.Kind, value.Id);

    private IKindJsonConverter Find(string name) =>
        Kinds.FirstOrDefault(kind => kind.Kind == name)
        ?? throw new JsonException(
            $"{EntityJson.Kind}: '{VisibleText.Of(name)}' is not a kind of "
                + $"{_label}.{EntityJson.DidYouMean(name, Kinds.Select(kind => kind.Kind))}"
        );
}
