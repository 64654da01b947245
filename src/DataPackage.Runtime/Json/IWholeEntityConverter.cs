namespace DataPackage.Runtime.Json;

/// <summary>A converter that can write entities whole; without being told so, it does not.</summary>
internal interface IWholeEntityConverter
{
    int Levels { set; }
}
