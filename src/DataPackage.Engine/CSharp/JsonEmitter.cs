using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the converters by which System.Text.Json reads and writes one kind and its enumerations. Only
/// attributes of the types name them. They are public, since code that System.Text.Json generates in other assemblies
/// creates them.</summary>
internal sealed class JsonEmitter
{
    private const string Json = CSharpTypes.Runtime + "Json.";
    private const string Values = Json + "JsonValues.";

    private readonly Kind _kind;
    private readonly PackageSchema _schema;
    private readonly CSharpTypes _types;
    private readonly SourceWriter _writer;
    private readonly IReadOnlyList<Property> _properties;

    private JsonEmitter(JsonFile file, SourceWriter writer)
    {
        _kind = file.Kind;
        _schema = file.Schema;
        _types = new CSharpTypes(file.Schema, file.Target);
        _writer = writer;
        _properties = _kind.Properties.Where(property => property.Type != PropertyType.Invalid).ToList();
    }

    public static void Write(JsonFile file, SourceWriter writer)
    {
        var emitter = new JsonEmitter(file, writer);
        if (file.Kind.IsAbstract)
            emitter.WriteAbstract();
        else if (file.Kind.IsEmbedded)
            emitter.WriteEmbedded();
        else
            emitter.WriteEntity();
        foreach (var property in file.Kind.OwnEnums)
            emitter.WriteEnum(property);
    }

    private string Self => _types.Of(_kind);

    private void WriteConverter(
        string type,
        string name,
        string baseType,
        string baseArguments,
        Action body,
        bool isPublic = false
    )
    {
        _writer.Summary(
            $"Reads and writes <see cref=\"{type}\"/> as JSON. System.Text.Json uses it without registration."
        );
        _writer.Line(
            "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]"
        );
        _writer.Block(
            $"public sealed class {name} : {Json}{baseType}<{type}>",
            () =>
            {
                if (isPublic)
                    _writer.Summary("The shared instance.");
                _writer.Line($"{(isPublic ? "public" : "internal")} static readonly {name} Instance = new();");
                RestartMarker.Write(baseArguments, _writer);
                _writer.Line();
                _writer.Summary("For System.Text.Json.");
                _writer.Line($"public {name}() : base({baseArguments}) {{ }}");
                body();
            }
        );
    }

    private void WriteEntity()
    {
        var names = _properties
            .Select(property => property.Name)
            .Concat(_kind.IsArticle ? ["text", "sha256"] : Array.Empty<string>())
            .Append("citations")
            .Concat(HasClaims ? [ClaimsName] : Array.Empty<string>());
        WriteConverter(
            Self,
            CSharpTypes.JsonConverterName(_kind.TypeName),
            "EntityJsonConverter",
            Literals(names.Prepend(_kind.Name)),
            () =>
            {
                WriteProperties("entity", WriteSources);
                ReadProperties(() =>
                {
                    _writer.Line($"Id = json.Required(\"id\", {Values}Text),");
                    foreach (var property in _properties)
                        ReadProperty(property);
                    if (_kind.IsArticle)
                    {
                        _writer.Line($"Text = json.Optional(\"text\", {Values}Text),");
                        _writer.Line($"Sha256 = json.Optional(\"sha256\", {Values}Text),");
                    }

                    _writer.Line($"Citations = json.Many(\"citations\", {Citations}),");
                    if (HasClaims)
                        _writer.Line($"AllClaims = json.Many({CSharpText.Literal(ClaimsName)}, Claims),");
                });
                if (!HasClaims)
                    return;
                _writer.Line();
                _writer.Line("/// <inheritdoc/>");
                _writer.Line(
                    $"protected override {CSharpTypes.Runtime}IEntity? Find(string kind, string id) => "
                        + $"{_types.EntityOf}(kind, id);"
                );
            },
            // Used by packages whose entities refer to those of this one.
            isPublic: true
        );
    }

    private void WriteSources()
    {
        if (_kind.IsArticle)
        {
            _writer.Line($"json.Write(\"text\", entity.Text, {Values}Text);");
            _writer.Line($"json.Write(\"sha256\", entity.Sha256, {Values}Text);");
        }

        _writer.Line($"json.Write(\"citations\", entity.Citations, {Citations});");
        if (HasClaims)
            _writer.Line($"json.Write({CSharpText.Literal(ClaimsName)}, entity.AllClaims, Claims);");
    }

    /// <summary>A property may have this name: a claim can be data, for instance an insurer's.</summary>
    private string ClaimsName => _properties.Any(property => property.Name == "claims") ? "claims_" : "claims";

    private bool HasClaims => _properties.Any(property => ClaimKeys.MayBeFor(_kind, property));

    private void WriteEmbedded() =>
        WriteConverter(
            Self,
            CSharpTypes.JsonConverterName(_kind.TypeName),
            "EmbeddedJsonConverter",
            Literals(_properties.Select(property => property.Name)),
            () =>
            {
                WriteProperties("value", () => { });
                ReadProperties(() =>
                {
                    foreach (var property in _properties)
                        ReadProperty(property);
                });
            }
        );

    private void WriteAbstract() =>
        WriteConverter(
            Self,
            CSharpTypes.JsonConverterName(_kind.TypeName),
            "AbstractEntityJsonConverter",
            CSharpText.Literal(_kind.Name),
            () =>
            {
                var kinds = string.Join(
                    ", ",
                    _schema.ConcreteKindsOf(_kind).Select(kind => _types.JsonConverter(kind.TypeName))
                );
                _writer.Line();
                _writer.Line("/// <inheritdoc/>");
                _writer.Line($"protected override {CSharpTypes.List(Json + "IKindJsonConverter")} Kinds => [{kinds}];");
            }
        );

    private void WriteEnum(Property property)
    {
        _writer.Line();
        WriteConverter(
            _types.Enum(property),
            CSharpTypes.JsonConverterName(property.EnumType),
            "EnumJsonConverter",
            Literals(property.Values.Select(value => value.Name)),
            () => { }
        );
    }

    private void WriteProperties(string value, Action more)
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Block(
            $"protected override void WriteProperties({Json}JsonObjectWriter json, {Self} {value})",
            () =>
            {
                foreach (var property in _properties.Where(IsDeep))
                    _writer.Line(
                        $"json.Write({CSharpText.Literal(property.Name)}, {value}.{property.CSharpName}, "
                            + $"{ItemWriter(property, 0)});"
                    );
                foreach (var property in _properties.Where(property => !IsDeep(property)))
                {
                    var isBare = CSharpTypes.IsValueType(property) && property is { IsRequired: true, IsMany: false };
                    var cast = isBare ? $"({_types.ItemType(property)}?)" : "";
                    _writer.Line(
                        $"json.Write({CSharpText.Literal(property.Name)}, {cast}{value}.{property.CSharpName}, "
                            + $"{Converter(property)});"
                    );
                }

                more();
            }
        );
    }

    private void ReadProperties(Action body)
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Block(
            $"protected override {Self} ReadProperties({Json}JsonObjectReader json) => new {Self}",
            body,
            "};"
        );
    }

    /// <summary>Whether the property is more than a plain list: a map, nested, or with a list or items that may be
    /// null.</summary>
    private static bool IsDeep(Property property) =>
        property.IsMap || property.IsNullable || property.AreItemsNullable || property.Layers.Count > 1;

    /// <summary>The lambda that writes the values within this many of a property's lists and maps.</summary>
    private string ItemWriter(Property property, int depth)
    {
        if (depth < property.Layers.Count)
            return "static (writer, item, levels) => "
                + $"{Json}JsonCollections.Write{(property.Layers[depth].IsMap ? "Map" : "List")}(writer, item, "
                + $"levels, {ItemWriter(property, depth + 1)})";
        return $"static (writer, item, levels) => {Json}JsonCollections.Write{Optional(property, depth)}(writer, "
            + $"item, levels, {Converter(property)})";
    }

    /// <summary>The lambda that reads the values within this many of a property's lists and maps.</summary>
    private string ItemReader(Property property, int depth)
    {
        if (depth == property.Layers.Count)
            return $"static (element, scope) => {Json}JsonCollections.Read{Optional(property, depth)}(element, "
                + $"scope, {Converter(property)})";
        var read =
            $"{Json}JsonCollections.Read{(property.Layers[depth].IsMap ? "Map" : "List")}(element, scope, "
            + $"{ItemReader(property, depth + 1)})";
        return depth > 0 && property.IsNullableAt(depth)
            ? "static (element, scope) => element.ValueKind == global::System.Text.Json.JsonValueKind.Null ? null : "
                + $"{read}"
            : $"static (element, scope) => {read}";
    }

    private static string Optional(Property property, int depth) =>
        !property.IsNullableAt(depth) ? ""
        : CSharpTypes.IsValueType(property) ? "OptionalValue"
        : "Optional";

    private void ReadProperty(Property property)
    {
        if (IsDeep(property))
        {
            _writer.Line(
                $"{property.CSharpName} = json.Collection({CSharpText.Literal(property.Name)}, "
                    + $"{ItemReader(property, 0)}){(property.IsNullable ? "" : $" ?? {_types.Empty(property)}")},"
            );
            return;
        }

        var read = property switch
        {
            { IsMany: true } => "Many",
            { IsRequired: true } => "Required",
            _ when CSharpTypes.IsValueType(property) => "OptionalValue",
            _ => "Optional",
        };
        _writer.Line(
            $"{property.CSharpName} = json.{read}({CSharpText.Literal(property.Name)}, {Converter(property)}),"
        );
    }

    private string Citations =>
        _schema.Article is { } article
            ? $"{Json}CitationJsonConverter<{_types.Of(article)}>.Instance"
            : Values + "Citation";

    private string Converter(Property property) =>
        property.Form switch
        {
            ValueForm.Reference or ValueForm.Embedded => _types.JsonConverter(_schema[property.Range].TypeName),
            ValueForm.External => CSharpTypes.JsonConverter(_schema.FindExternal(property.Range)!),
            ValueForm.Enum => _types.JsonConverter(property.EnumType),
            _ => Values + CSharpTypes.ReaderMethod(property),
        };

    private static string Literals(IEnumerable<string> names) => string.Join(", ", names.Select(CSharpText.Literal));
}
