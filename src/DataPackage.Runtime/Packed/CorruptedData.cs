using System.Diagnostics.CodeAnalysis;

namespace DataPackage.Runtime.Packed;

/// <summary>What is thrown where packed bytes are not what a generator writes: a damaged file, or an assembly that was tampered with.
/// Reads stay within their chunk and allocate no more than it can fill; a value that still can be read may be wrong.</summary>
/// <remarks>A call that does not return costs the way around it one comparison, and the compiler moves it out of that way.</remarks>
internal static class CorruptedData
{
    /// <exception cref="InvalidDataException">Always.</exception>
    [DoesNotReturn]
    public static void Throw(string why) => throw Because(why);

    public static InvalidDataException Because(string why) => new($"The packed data are corrupted: {why}.");
}
