namespace MemoryPack;

/// <summary>Stands for the library's own in the peers that do not use it, so that all can share one model.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MemoryPackableAttribute : Attribute;
