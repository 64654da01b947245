using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <inheritdoc cref="KindDraft"/>
internal sealed class PropertyDraft(string name, SeedScalar key)
{
    public PropertyType Type { get; set; } = PropertyType.Invalid;
    public string Name { get; } = name;
    public SeedScalar Key { get; } = key;
    public string CSharpName { get; } = Names.ToPascalCase(name);
    public string? Label { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The key in seeds; null if that is its name.</summary>
    public SeedScalar? SeedKey { get; set; }
    public string SeedName => SeedKey?.Text ?? Name;
    public SeedScalar? Range { get; set; }

    /// <summary>The property of the range whose value names the entity, and the file that states it.</summary>
    public (SeedScalar Name, SeedDocument Document)? By { get; set; }
    public EquatableArray<Layer> Layers { get; init; }
    public bool AreItemsNullable { get; init; }
    public bool IsMany => Layers.Count > 0;
    public bool IsRequired { get; set; }
    public bool IsLocalized { get; init; }
    public string? Ftm { get; init; }
    public string? Deprecated { get; init; }
    public Constraints Constraints { get; set; } = Constraints.None;
    public string EnumType { get; set; } = "";
    public List<EnumValue> Values { get; } = [];
    public SeedScalar? Reverse { get; set; }
    public string? ReverseDescription { get; set; }
    public bool? IsCited { get; init; }
    public bool IsDisputable { get; init; }
    public bool HasReverse { get; set; }

    /// <summary>Whether part of its schema could not be read.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Whether its type can do something; true if the type is wrong, which was reported.</summary>
    public bool MayBe(Func<ScalarType, bool> can) =>
        Type == PropertyType.Invalid || (Type is ScalarType scalar && can(scalar));

    public Property ToProperty(KindDraft owner) =>
        new()
        {
            Name = Name,
            Key = SeedName,
            DeclaredBy = owner.Name,
            Label = Label ?? "",
            Description = Description,
            Type = Type,
            Range = Type.IsReference || Type == PropertyType.Embedded ? Range!.Text : "",
            By = Type == PropertyType.Reference ? By?.Name.Text : null,
            ReverseName = HasReverse ? Reverse!.Text : null,
            Layers = Layers,
            AreItemsNullable = AreItemsNullable,
            IsRequired = IsRequired,
            IsLocalized = IsLocalized && Type is ScalarType { IsProse: true },
            EnumType = Type == PropertyType.Enum ? EnumType : "",
            Values = Values.ToEquatableArray(),
            Constraints = Constraints,
            Ftm = Ftm,
            Deprecated = Deprecated,
            IsCited = IsCited,
            IsDisputable = IsDisputable,
            IsIncomplete = IsIncomplete,
        };
}
