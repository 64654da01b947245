namespace MessagePack;

/// <summary>Replaces the library's own attribute in peers that do not use it, so all can share one model.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MessagePackObjectAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(int key) : Attribute
{
    public int Key => key;
}
