namespace DataPackage.Engine.Schema.Types;

/// <summary>The type of the innermost values of a property. Each type exists once and is compared by
/// reference.</summary>
internal class PropertyType
{
    /// <summary>The type of a property whose schema is wrong, which was reported: takes anything and yields
    /// nothing.</summary>
    public static readonly PropertyType Invalid = new(ValueForm.Invalid);

    public static readonly PropertyType Enum = new(ValueForm.Enum);

    /// <summary>An entity of this package.</summary>
    public static readonly PropertyType Reference = new(ValueForm.Reference);

    /// <summary>An entity of another package.</summary>
    public static readonly PropertyType External = new(ValueForm.External);

    public static readonly PropertyType Embedded = new(ValueForm.Embedded);

    /// <summary>Anything: a text, a list or a mapping.</summary>
    public static readonly PropertyType Any = new(ValueForm.Any);

    protected PropertyType(ValueForm form) => Form = form;

    public ValueForm Form { get; }

    public bool IsReference => this == Reference || this == External;
}

/// <summary>The form of a value. A <c>switch</c> over it names every form, and throws for an unknown one.</summary>
internal enum ValueForm
{
    Invalid,

    /// <summary>One text, read by a <see cref="ScalarType"/>.</summary>
    Scalar,

    /// <summary>Texts by language.</summary>
    Localized,
    Enum,
    Reference,
    External,
    Embedded,
    Any,
}
