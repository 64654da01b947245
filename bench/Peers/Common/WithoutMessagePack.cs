namespace MessagePack;

/// <summary>Stands for the library's own in the peers that do not use it, so that all can share one model.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MessagePackObjectAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(int key) : Attribute
{
    public int Key => key;
}
