using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Lists what code of consumers can name.</summary>
internal sealed class PublicMembers
{
    /// <summary>Before the type of a property whose type is another one if it may be null: in C# a
    /// <c>struct</c>.</summary>
    public const string ValueType = "struct ";

    /// <summary>In the order of <see cref="KindShape"/>.</summary>
    private static readonly string[] Shapes = ["entity", "article", Abstract, "embedded"];

    /// <summary>The shape of a kind that is an interface in C#.</summary>
    public const string Abstract = "abstract";

    private readonly PackageSchema _schema;
    private readonly PackageIndex _index;
    private readonly CSharpTypes _types;
    private readonly string _prefix;
    private readonly List<PublishedMember> _members = [];

    private PublicMembers(PackageSchema schema, PackageIndex index, CodeTarget target)
    {
        _schema = schema;
        _index = index;
        _types = new CSharpTypes(schema, target);
        _prefix = $"global::{target.Namespace}.";
    }

    public static EquatableArray<PublishedMember> Of(
        LinkedPackage package,
        PackageSchema schema,
        PackageIndex index,
        CodeTarget target
    )
    {
        var members = new PublicMembers(schema, index, target);
        foreach (var kind in schema.Kinds)
            members.AddKind(kind);
        foreach (var kind in package.Kinds)
            members.AddEntities(kind, index[kind.Name]);
        members.AddLanguages(package);
        return members
            ._members.GroupBy(member => (member.Role, member.Name))
            .Select(same => same.First())
            .OrderBy(member => member.Role)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private void AddKind(Kind kind)
    {
        var extended = kind.Ancestors.OrderBy(name => name, StringComparer.Ordinal);
        Add(MemberRole.Kind, kind.Name, string.Join(" ", new[] { Shapes[(int)kind.Shape] }.Concat(extended)));
        Deprecate(kind.Name, kind.Deprecated);
        foreach (var property in kind.Properties)
        {
            var type = TypeOf(property);
            var isStruct = !property.IsMany && CSharpTypes.IsValueType(property);
            Add(MemberRole.Property, $"{kind.Name}.{property.Name}", (isStruct ? ValueType : "") + type);
            Deprecate($"{kind.Name}.{property.Name}", property.Deprecated);
        }

        foreach (var property in kind.OwnEnums)
            for (var i = 0; i < property.Values.Count; i++)
            {
                var name = $"{property.EnumType}.{property.Values[i].Name}";
                Add(MemberRole.EnumValue, name, i.ToString(CultureInfo.InvariantCulture));
                Deprecate(name, property.Values[i].Deprecated);
            }

        foreach (var reverse in kind.Reverses)
            Add(MemberRole.Reverse, $"{kind.Name}.{reverse.Name}", Short(_types.ReverseType(reverse)));
        if (!kind.IsConcrete)
            return;
        Add(MemberRole.Catalog, kind.Plural, kind.Name);
        foreach (var property in kind.Lookups)
            Add(MemberRole.Lookup, $"{kind.Plural}.GetBy{property.CSharpName}", property.Scalar!.LookupName);
        if (kind.Temporal is not null)
            Add(MemberRole.Lookup, $"{kind.Plural}.During", "");
    }

    /// <summary>The C# type; for an entity of another package its kind there, because not every host knows that
    /// package.</summary>
    private string TypeOf(Property property) =>
        property.Form != ValueForm.External ? Short(_types.PropertyTypeOf(property))
        : property.IsMany ? $"IReadOnlyList<{property.Range}>"
        : property.Range + (property.IsRequired ? "" : "?");

    private void Deprecate(string name, string? reason)
    {
        if (reason is not null)
            Add(MemberRole.Deprecated, name, reason);
    }

    private void AddEntities(LinkedKind linked, KindIndex index)
    {
        var kind = index.Kind;
        foreach (var entity in index.Entities)
        {
            if (entity.Accessor.Length > 0)
                Add(MemberRole.Accessor, $"{kind.Plural}.{entity.Accessor}", $"{kind.Name}/{entity.Id}");
            foreach (var former in index.FormerNamesOf(entity.Row).Where(former => former.Accessor.Length > 0))
                Add(MemberRole.Accessor, $"{kind.Plural}.{former.Accessor}", $"{kind.Name}/{entity.Id}");
            Deprecate($"{kind.Name}/{entity.Id}", Notice.Of(linked.Entities[entity.Row].Deprecated, _schema));
        }

        foreach (var groups in EntityGroups.Of(kind, linked))
            AddGroups(groups, kind);
        foreach (var property in kind.Lookups)
            AddKeys(property, kind, linked);
        foreach (var name in linked.Entities.SelectMany(entity => EntityNames.Of(kind, entity)).Distinct())
            Add(MemberRole.Name, $"{kind.Name}={name}", "");
    }

    private void AddGroups(EntityGroups groups, Kind kind)
    {
        var outer = Names.ToGroups(groups.Property, kind);
        foreach (var group in groups.Groups)
        {
            var accessors = group.Entities.Select(each => each.Accessor).Where(name => name.Length > 0).ToList();
            var name = $"{kind.Plural}.{outer}.{Names.ToGroup(group.Name, outer, accessors)}";
            Add(MemberRole.Group, name, "");
            foreach (var accessor in accessors)
                Add(MemberRole.Group, $"{name}.{accessor}", "");
        }
    }

    private void AddKeys(Property property, Kind kind, LinkedKind linked)
    {
        var place = kind.IndexOf(property.Name);
        foreach (var entity in linked.Entities)
            if (entity.Values[place] is ScalarValue scalar)
                Add(MemberRole.Key, $"{kind.Name}.{property.Name}={scalar.Exact}", $"{kind.Name}/{entity.Id}");
    }

    private void AddLanguages(LinkedPackage package)
    {
        var languages = package
            .Kinds.SelectMany(kind =>
                kind.Entities.SelectMany(entity =>
                    entity.Values.SelectMany((value, i) => LanguagesOf(value, _index[kind.Name].Kind.Properties[i]))
                )
            )
            .Distinct(StringComparer.Ordinal);
        foreach (var language in languages)
            Add(MemberRole.Language, language, "");
    }

    private IEnumerable<string> LanguagesOf(Value? value, Property property) =>
        value switch
        {
            LocalizedValue localized => localized.Entries.Select(entry => entry.Language),
            ListValue list => list.Items.SelectMany(item => LanguagesOf(item, property)),
            MapValue map => map.Entries.SelectMany(entry => LanguagesOf(entry.Value, property)),
            EmbeddedValue embedded => embedded.Values.SelectMany(
                (member, i) => LanguagesOf(member, _schema[property.Range].Properties[i])
            ),
            _ => [],
        };

    /// <summary>The type without the namespaces that all types of the package and of the runtime have.</summary>
    private string Short(string type) =>
        type.Replace(_prefix, "")
            .Replace(CSharpTypes.Runtime, "")
            .Replace("global::System.Collections.Generic.", "")
            .Replace("global::System.", "");

    private void Add(MemberRole role, string name, string signature) =>
        _members.Add(new PublishedMember(role, name, signature));
}
