namespace DataPackage.Engine.Schema.Types;

/// <summary>What the innermost values of a property are. Each type exists once and is compared by reference.</summary>
internal class PropertyType
{
    /// <summary>The schema is at fault, which was reported: takes anything and yields nothing.</summary>
    public static readonly PropertyType Invalid = new(ValueForm.Invalid);

    public static readonly PropertyType Enum = new(ValueForm.Enum);

    /// <summary>An entity of this package.</summary>
    public static readonly PropertyType Reference = new(ValueForm.Reference);

    /// <summary>An entity of another package.</summary>
    public static readonly PropertyType External = new(ValueForm.External);

    public static readonly PropertyType Embedded = new(ValueForm.Embedded);

    /// <summary>Whatever the seed says: a text, a list or a mapping.</summary>
    public static readonly PropertyType Any = new(ValueForm.Any);

    protected PropertyType(ValueForm form) => Form = form;

    public ValueForm Form { get; }

    public bool IsReference => this == Reference || this == External;
}

/// <summary>What a value is made of. A <c>switch</c> over it names every form, and throws for one that it does not
/// know.</summary>
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
