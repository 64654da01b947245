namespace DataPackage.Runtime.Json;

/// <summary>A converter that writes entities whole if told to.</summary>
internal interface IWholeEntityConverter
{
    /// <summary>Sets how many levels of entities are written, and may be read, as objects.</summary>
    void BeWhole(int levels, int levelsRead);
}
