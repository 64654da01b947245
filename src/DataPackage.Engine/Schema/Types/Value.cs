namespace DataPackage.Engine.Schema.Types;

/// <summary>The value of a property, read by its type.</summary>
internal abstract record Value;

/// <summary>A value that can be unique, and by which entities are grouped.</summary>
internal abstract record KeyedValue : Value
{
    /// <summary>A text that is the same for equal values, and for no others of the type.</summary>
    public abstract string Key { get; }
}
