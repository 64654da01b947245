using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes an entity as its id, or, for <see cref="JsonWholeEntityConverter"/>, as an object of its properties.
/// For generated code.</summary>
/// <typeparam name="T">The kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EntityJsonConverter<T> : TextJsonConverter<T>, IKindJsonConverter, IWholeEntityConverter
    where T : class, IEntity<T>
{
    private readonly string _kind;
    private readonly string[] _names;
    private ClaimsOfKindJsonConverter? _claims;

    /// <summary>Takes the names of the kind and of its properties.</summary>
    protected EntityJsonConverter(string kind, params string[] names) =>
        (_kind, _names) = (kind, [EntityJson.Kind, EntityJson.Id, .. names]);

    /// <summary>Writes all properties except the kind and the id.</summary>
    protected abstract void WriteProperties(JsonObjectWriter json, T entity);

    /// <summary>Creates an entity from the properties of an object.</summary>
    protected abstract T ReadProperties(JsonObjectReader json);

    /// <summary>The entity of the package with this kind and id; null if there is none. Claims name entities so. A kind
    /// without claims, or of a package that was built earlier, does not override it.</summary>
    protected virtual IEntity? Find(string kind, string id) => null;

    /// <summary>The converter of claims for properties of the kind.</summary>
    protected ValueJsonConverter<Claim> Claims => _claims ??= new ClaimsOfKindJsonConverter(ConvertersOfClaims, Find);

    private Dictionary<string, IDescribedConverter> ConvertersOfClaims()
    {
        string[] others = typeof(T).IsAssignableTo(typeof(IArticle))
            ? [EntityJson.Id, "text", "sha256"]
            : [EntityJson.Id];
        var properties = new ClaimedProperties(others);
        ReadProperties(new JsonObjectReader(properties));
        return properties.Converters;
    }

    void IWholeEntityConverter.BeWhole(int levels, int levelsRead) => (Levels, LevelsRead) = (levels, levelsRead);

    private protected override string SchemaName(int levels) => EntityJson.SchemaName(_kind, levels);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        if (levels == 0)
            return JsonSchemas.OfText($"The id of {Nouns.WithArticle(_kind)}.", [.. ExampleIds]);
        var shape = new JsonObjectShape(schemas, levels - 1);
        shape.Add(EntityJson.Kind, new JsonObject { ["type"] = "string", ["const"] = _kind }, isRequired: true);
        ReadProperties(new JsonObjectReader(shape));
        return shape.ToSchema();
    }

    private static IEnumerable<string> ExampleIds => T.All.Take(3).Select(entity => entity.Id);

    private protected override string Expected => $"the id of {Nouns.WithArticle(_kind)} in quotes";

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, T value, int levels)
    {
        if (levels == 0)
            base.Write(writer, value, levels);
        else
            WriteWhole(writer, value, levels);
    }

    private void WriteWhole(Utf8JsonWriter writer, T value, int levels)
    {
        writer.WriteStartObject();
        writer.WriteString(EntityJson.Kind, _kind);
        writer.WriteString(EntityJson.Id, value.Id);
        WriteProperties(new JsonObjectWriter(writer, levels - 1), value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override T Read(JsonElement element, JsonScope scope)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return base.Read(element, scope);
        if (scope.Levels == 0)
            throw EntityJson.Refused(Expected);
        var json = new JsonObjectReader(
            Nouns.WithArticle(_kind),
            element,
            _names,
            scope.Below with
            {
                DefaultLanguage = DefaultLanguage,
            }
        );
        if (json.Optional(EntityJson.Kind, JsonValues.Text) is { } kind && kind != _kind)
            throw new JsonException($"{EntityJson.Kind}: Expected '{_kind}', not '{VisibleText.Of(kind)}'.");
        var read = ReadProperties(json);
        return T.TryGet(read.Id, out var own) && AreSame(own, read) ? own : read;
    }

    /// <summary>The language that comes first in all texts of the kind; null if that is not one alone.</summary>
    private static string? DefaultLanguage
    {
        get
        {
            var defaults = T.All.Table.Languages.Select(languages => languages[0]).Distinct().Take(2).ToList();
            return defaults.Count == 1 ? defaults[0] : null;
        }
    }

    private protected override string Format(T value) =>
        T.TryGet(value.Id, out var own) && AreSame(own, value)
            ? value.Id
            : throw EntityJson.NotOfThePackage(_kind, value.Id);

    private protected override T Parse(string text) => EntityJson.Parse<T>(text);

    /// <summary>Whether the two are indistinguishable. Equality is not enough: it ignores citations, and the values of
    /// referenced entities.</summary>
    private bool AreSame(T own, T other)
    {
        if (ReferenceEquals(own, other))
            return true;
        if (!own.Equals(other))
            return false;
        try
        {
            return Written(own).SequenceEqual(Written(other));
        }
        catch (JsonException)
        {
            // It refers to an entity that is not the package's own.
            return false;
        }
    }

    private ReadOnlySpan<byte> Written(T entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteWhole(writer, entity, levels: 1);
        return buffer.WrittenSpan;
    }

    string IKindJsonConverter.Kind => _kind;

    IEnumerable<string> IKindJsonConverter.ExampleIds => ExampleIds;

    IDescribedConverter IKindJsonConverter.Described => this;

    IEntity IKindJsonConverter.Nothing => Nothing;

    IReadOnlyList<string> IKindJsonConverter.IdsNear(string id) => NearestKey.Ids(id, T.All.Table);

    bool IKindJsonConverter.TryGet(string id, [MaybeNullWhen(false)] out IEntity entity)
    {
        var found = T.TryGet(id, out var own);
        entity = own;
        return found;
    }

    string IKindJsonConverter.Format(IEntity entity) => Format((T)entity);

    void IKindJsonConverter.Write(Utf8JsonWriter writer, IEntity entity, int levels) =>
        Write(writer, (T)entity, levels);

    IEntity IKindJsonConverter.Read(JsonElement element, JsonScope scope) => Read(element, scope);
}
