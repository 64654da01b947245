namespace DataPackage.Runtime.Json;

/// <summary>A converter that can write entities whole; without being told so, it does not.</summary>
internal interface IWholeEntityConverter
{
    /// <summary>Sets how many levels of entities are objects in what is written, and may be in what is read.</summary>
    void BeWhole(int levels, int levelsRead);
}
