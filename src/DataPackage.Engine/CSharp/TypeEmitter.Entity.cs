using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>The part for records of entities.</summary>
internal sealed partial class TypeEmitter
{
    private void WriteEntity()
    {
        var interfaces = new[] { $"{CSharpTypes.Runtime}IEntity<{_types.Of(_kind)}>" }
            .Concat(_kind.IsArticle ? [CSharpTypes.Runtime + "IArticle"] : Array.Empty<string>())
            .Concat(_kind.Extends.Select(parent => _types.Of(_schema[parent])));
        WriteTypeDoc();
        WriteJsonConverter(Name);
        var converter = $"{CSharpTypes.Runtime}ParsableTypeConverter<{_types.Of(_kind)}>";
        _writer.Line($"[global::System.ComponentModel.TypeConverter(typeof({converter}))]");
        _writer.Block(
            $"public sealed partial record {Name} : {string.Join(", ", interfaces)}",
            () =>
            {
                WriteFields();
                WriteConstructors();
                WriteIdentity();
                foreach (var (property, index) in _properties)
                    WriteEntityProperty(property, index);
                foreach (var (reverse, field) in _kind.Reverses.Select((reverse, i) => (reverse, i)))
                    WriteReverse(reverse, field);
                WriteCitations();
                WriteCitationsFor();
                WriteClaims();
                WriteFacts();
                WritePlace();
                if (_kind.IsArticle)
                    WriteArticleMembers();
                WriteStaticMembers();
                WriteEntityEquality();
            }
        );
    }

    private void WriteFields()
    {
        _writer.Line("private readonly int _row_ = -1;");
        var masks = _properties.Where(pair => HasMask(pair.Property)).Select(pair => MaskName(pair.Index)).Distinct();
        foreach (var mask in masks)
            _writer.Line($"private readonly ulong {mask};");
        _writer.Line("private string? _id_;");
        foreach (var (property, index) in _properties)
            _writer.Line($"private {FieldType(property)} {FieldName(property, index)};");
        foreach (var (reverse, field) in _kind.Reverses.Select((reverse, i) => (reverse, i)))
            _writer.Line($"private {_types.ReverseType(reverse)}? {ReverseFieldName(reverse, field)};");
        _writer.Line($"private {CSharpTypes.List(CSharpTypes.Runtime + "Citation")}? _citations_;");
        if (Claimed.Count > 0)
            _writer.Line($"private {CSharpTypes.List(ClaimType)}? _claims_;");
        if (_kind.IsArticle)
            WriteArticleFields();
    }

    /// <summary>Whether the property needs a bit that says that it was assigned, since its field alone cannot tell:
    /// null may replace the row's value, and some values have no null.</summary>
    private static bool HasMask(Property property) =>
        property.IsMany ? property.IsNullable : !property.IsRequired || CSharpTypes.IsValueType(property);

    /// <summary>The name ends in an underscore, unlike the fields of properties: a property may be called
    /// 'assigned'.</summary>
    private static string MaskName(int index) => $"_assigned_{(index / 64).ToString(CultureInfo.InvariantCulture)}_";

    private static string Mask(int index) =>
        "0x" + (1UL << (index % 64)).ToString("X", CultureInfo.InvariantCulture) + "UL";

    private static string FieldName(Property property, int index) =>
        $"_{property.Name}_{index.ToString(CultureInfo.InvariantCulture)}";

    private static string ReverseFieldName(Reverse reverse, int field) =>
        $"_{reverse.Name}_{field.ToString(CultureInfo.InvariantCulture)}";

    private string FieldType(Property property) => _types.PropertyTypeOf(property).TrimEnd('?') + "?";

    private string Table => _types.Table(_kind);

    /// <summary>The expression for the bytes of a field in one of the areas of the kind's table.</summary>
    private string Field(string area, int field, bool isRequired = false) =>
        $"{Table}.{area}(_row_, {FieldNumber(field, isRequired)})";

    /// <summary>The complement marks a field that every row has.</summary>
    private static string FieldNumber(int field, bool isRequired) =>
        (isRequired ? "~" : "") + field.ToString(CultureInfo.InvariantCulture);

    private void WriteConstructors()
    {
        _writer.Line();
        _writer.Summary($"A new {CSharpText.Doc(_kind.Label)} of your own; it belongs to no catalog.");
        _writer.Line($"public {Name}() {{ }}");
        _writer.Line();
        _writer.Summary("An entity of the package. Each property is read on first use.");
        _writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        // The compiler cannot see that the getters of required properties read from the row.
        _writer.Line("#pragma warning disable CS8618");
        _writer.Line($"internal {Name}(int row) => _row_ = row;");
        _writer.Line("#pragma warning restore CS8618");
    }

    private void WriteIdentity()
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"public required string Id {{ get => _id_ ??= "
                + $"{CSharpTypes.Value}Text({Field("Value", PackedFormat.IdField, isRequired: true)})!; init => _id_ "
                + $"= value ?? throw new global::System.ArgumentNullException(\"value\"); }}"
        );
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        var caption = _kind.Caption is null ? null : _kind.Properties[_kind.IndexOf(_kind.Caption)];
        var expression = caption switch
        {
            null or { IsMany: true } => "Id",
            { IsLocalized: true, IsRequired: true } => caption.CSharpName + ".ToString()",
            { IsLocalized: true } => caption.CSharpName + "?.ToString() ?? Id",
            { Scalar.IsString: true } => caption.CSharpName + (caption.IsRequired ? "" : " ?? Id"),
            _ => "Id",
        };
        _writer.Line($"public string Caption => {expression};");
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line($"public string Kind => {CSharpText.Literal(Name)};");
    }

    private void WriteEntityProperty(Property property, int index)
    {
        _writer.Line();
        WritePropertyDoc(property);
        var (isRequired, accessors) = AccessorsOf(property, index);
        _writer.Line(
            $"public {(isRequired ? "required " : "")}{_types.PropertyTypeOf(property)} {property.CSharpName} "
                + $"{{ {accessors} }}"
        );
    }

    private (bool IsRequired, string Accessors) AccessorsOf(Property property, int index)
    {
        var name = FieldName(property, index);
        var (isDetail, field) = _layout[index];
        var read = _types.Read(
            property,
            Field(isDetail ? "Detail" : "Value", field, property.IsRequired && !property.IsMany),
            Table
        );
        var isPacked = $"_row_ >= 0 && ({MaskName(index)} & {Mask(index)}) == 0";
        var assigned = $"{MaskName(index)} |= {Mask(index)};";
        if (property is { IsMany: true, IsNullable: false })
            return (
                false,
                $"get => {name} ??= _row_ >= 0 ? {read} : {_types.Empty(property)}; "
                    + $"init => {name} = {CSharpTypes.Copy(property, "value")};"
            );
        if (!property.IsMany && CSharpTypes.IsValueType(property))
        {
            var value = property.IsRequired
                ? $"({read}).GetValueOrDefault() : {name}.GetValueOrDefault()"
                : $"{read} : {name}";
            return (property.IsRequired, $"get => {isPacked} ? {value}; init {{ {name} = value; {assigned} }}");
        }

        if (property.IsRequired)
            return (
                true,
                $"get => {name} ??= {read}!; init => {name} = value "
                    + "?? throw new global::System.ArgumentNullException(\"value\");"
            );
        var copy = property.IsMany ? CSharpTypes.Copy(property, "value") : "value";
        return (
            false,
            $"get => {name} ?? ({isPacked} ? {name} = {read} : null); init {{ {name} = {copy}; {assigned} }}"
        );
    }

    private void WriteReverse(Reverse reverse, int field)
    {
        var name = ReverseFieldName(reverse, field);
        _writer.Line();
        _writer.Summary(CSharpText.Doc(reverse.Description));
        _writer.Line(
            $"public {_types.ReverseType(reverse)} {reverse.CSharpName} => {name} ??= _row_ >= 0 ? "
                + $"{_types.ReadReverse(reverse, Field("Reverse", field), Table)} : [];"
        );
    }

    private void WriteCitations()
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"public {CSharpTypes.List(CSharpTypes.Runtime + "Citation")} Citations {{ get => _citations_ ??= _row_ "
                + $">= 0 ? {CSharpTypes.Value}Citations({Field("Source", PackedFormat.SourceCitations)}, {Table}) : "
                + "[]; "
                + $"init => _citations_ = {CSharpTypes.Packed}EntityValues.Copy(value); }}"
        );
    }

    private void WriteCitationsFor()
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"{Yielding(CSharpTypes.List(CSharpTypes.Runtime + "Citation"), "CitationsFor")}(string property) => "
                + $"{CSharpTypes.Packed}EntityValues.CitationsFor(this, property);"
        );
    }

    private void WritePlace()
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"{Yielding($"{CSharpTypes.Runtime}SeedLocation?", "DefinedAt")} => _row_ >= 0 ? {Table}.Place(_row_, "
                + $"{CSharpTypes.Value}Text({Field("Value", PackedFormat.IdField)})!) : null;"
        );
    }

    private void WriteFacts()
    {
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        var facts = Yielding(CSharpTypes.List(CSharpTypes.Runtime + "Fact"), "GetFacts");
        _writer.Line($"{facts}() => (({CSharpTypes.Runtime}IEntity)this).GetFacts(withDeprecated: false);");
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Block(
            facts + "(bool withDeprecated)",
            () =>
            {
                var claims = Claimed.Count > 0 ? "AllClaims" : "[]";
                _writer.Line(
                    $"var facts = new {CSharpTypes.Packed}FactCollector(Citations, {claims}, withDeprecated);"
                );
                foreach (var (property, _) in _properties)
                    _writer.Line(AddFact(property, property.CSharpName));
                _writer.Line("return facts.ToList();");
            }
        );
    }

    /// <summary>The head of a member that all entities have. It gives way to a property, a reverse or a kind of its
    /// name, and is then a member of the interface only.</summary>
    private string Yielding(string type, string member) =>
        _kind.Name == member || HasMember(member)
            ? $"{type} {CSharpTypes.Runtime}IEntity.{member}"
            : $"public {type} {member}";

    private bool HasMember(string name) =>
        _properties.Any(pair => pair.Property.CSharpName == name)
        || _kind.Reverses.Any(reverse => reverse.CSharpName == name);

    private string AddFact(Property property, string value)
    {
        var arguments = $"{CSharpText.Literal(property.Name)}, {value}";
        var each = property.IsMany ? "Each" : "";
        // Lists and maps within others are one value with them.
        if (property.Type != PropertyType.Embedded || property.Layers.Count > 1)
            return $"facts.Add{each}({arguments});";
        var kind = _schema[property.Range];
        // The compiler cannot infer them: a dictionary of nullable values is not one of values that are never null.
        var typeArguments = property.IsMap
            ? $"<{_types.Of(kind)}, {_types.Of(kind)}{(property.AreItemsNullable ? "?" : "")}>"
            : "";
        return $"facts.Add{each}Embedded{typeArguments}({arguments}, {_types.FactsAdder(kind)});";
    }

    private void WriteArticleFields()
    {
        _writer.Line("private string? _text_;");
        _writer.Line("private string? _sha256_;");
        _writer.Line($"private {CSharpTypes.List(CSharpTypes.Runtime + "Mention")}? _mentions_;");
    }

    private void WriteArticleMembers()
    {
        foreach (
            var (name, field, number, assign) in new[]
            {
                ("Text", "_text_", PackedFormat.SourceText, "(_text_, _mentions_) = (value, null)"),
                ("Sha256", "_sha256_", PackedFormat.SourceSha256, "_sha256_ = value"),
            }
        )
        {
            _writer.Line();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line(
                $"public string? {name} {{ get => {field} ??= _row_ >= 0 ? "
                    + $"{CSharpTypes.Value}Text({Field("Source", number)}) : null; init => {assign}; }}"
            );
        }

        _writer.Line();
        _writer.Summary(
            $"The entities that the text names, as <see cref=\"{_types.MentionsIn}\"/> finds them, on first use. "
                + "Empty if the package does not have the text."
        );
        _writer.Line(
            $"public {CSharpTypes.List(CSharpTypes.Runtime + "Mention")} Mentions => _mentions_ ??= Text is {{ }} "
                + $"text ? {_types.MentionsIn}(text) : [];"
        );
    }

    private void WriteStaticMembers()
    {
        var self = _types.Of(_kind);
        var table = _types.Table(_kind);
        const string notNullWhen = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";
        const string maybeNullWhen = "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)]";
        void Inherited(string member)
        {
            _writer.Line();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line(member);
        }

        Inherited($"public static {CSharpTypes.Runtime}EntitySet<{self}> All => {table}.All;");
        Inherited($"public static {self} Get(string id) => {table}.Get(id);");
        Inherited(
            $"public static bool TryGet({notNullWhen} string? id, {maybeNullWhen} out {self} entity) => "
                + $"{table}.TryGet(id, out entity);"
        );
        WriteFind(self, table);
        _writer.Line();
        _writer.Summary("The entity with this id. Ignores the provider.");
        _writer.Line(
            "/// <exception cref=\"global::System.FormatException\">No entity has this id; the message names the "
                + "nearest id.</exception>"
        );
        _writer.Line(
            $"public static {self} Parse(string s, global::System.IFormatProvider? provider = null) => "
                + $"{table}.Parse(s);"
        );
        _writer.Line();
        _writer.Summary("Looks up the entity with this id; false and null if there is none. Ignores the provider.");
        _writer.Line(
            $"public static bool TryParse({notNullWhen} string? s, global::System.IFormatProvider? provider, "
                + $"{maybeNullWhen} out {self} result) => {table}.TryGet(s, out result);"
        );
    }

    /// <summary>Like the methods of the catalog, which document them. A property of such a name takes it.</summary>
    private void WriteFind(string self, string table)
    {
        foreach (var (member, type) in new[] { ("Find", self + "?"), ("FindAll", CSharpTypes.List(self)) })
        {
            if (Name == member || HasMember(member))
                continue;
            _writer.Line();
            _writer.Line($"/// <inheritdoc cref=\"{CSharpTypes.LookupsName(_kind)}.{member}\"/>");
            _writer.Line($"public static {type} {member}(string nameOrAlias) => {table}.{member}(nameOrAlias);");
        }
    }

    private void WriteEntityEquality()
    {
        _writer.Line();
        _writer.Summary(
            "Whether both have the same id and equal properties. Referenced entities compare by kind and id; reverses "
                + "and citations do not count."
        );
        _writer.Line(
            $"public bool Equals({Name}? other) => ReferenceEquals(this, other) || (other is not null && Id == "
                + $"other.Id{string.Concat(_properties.Select(pair => " && " + AreEqual(pair.Property)))}"
                + (
                    Claimed.Count > 0
                        ? $" && {CSharpTypes.Packed}EntityValues.AreEqual(AllClaims, other.AllClaims)"
                        : ""
                )
                + ");"
        );
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line("public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Id);");
        WriteOperators();
        WriteText();
    }

    /// <summary>Without these, an entity and a property of an interface type are compared by reference, with a
    /// warning.</summary>
    private void WriteOperators()
    {
        const string entity = CSharpTypes.Runtime + "IEntity?";
        foreach (var (left, right) in new[] { (entity, Name + "?"), (Name + "?", entity) })
        {
            _writer.Line();
            _writer.Summary($"Whether both are null, or equal as <see cref=\"Equals({Name}?)\"/> compares them.");
            _writer.Line(
                $"public static bool operator ==({left} left, {right} right) => "
                    + "left is null ? right is null : left.Equals((object?)right);"
            );
            _writer.Line();
            _writer.Summary("Whether exactly one is null, or they differ.");
            _writer.Line($"public static bool operator !=({left} left, {right} right) => !(left == right);");
        }
    }

    private void WriteText()
    {
        _writer.Line();
        _writer.Summary("The caption and the id, the same in every culture; the id alone if that is the caption.");
        _writer.Line($"public override string ToString() => {CSharpTypes.Packed}EntityText.Of(this);");
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"public string ToString(string? format) => {CSharpTypes.Packed}EntityText.Of(this, format, PrintMembers);"
        );
        _writer.Line();
        WritePrintMembers(["Id"]);
    }
}
