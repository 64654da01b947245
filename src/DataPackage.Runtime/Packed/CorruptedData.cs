using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>What is thrown where packed bytes are not what a generator writes: a damaged file, or an assembly that was
/// tampered with. Reads stay within their chunk and allocate no more than it can fill; a value that still can be read
/// may be wrong.</summary>
/// <remarks>A call that does not return costs the way around it one comparison, and the compiler moves it out of that
/// way.</remarks>
internal static class CorruptedData
{
    /// <exception cref="InvalidDataException">Always.</exception>
    [DoesNotReturn]
    public static void Throw(string why) => throw Because(why);

    /// <summary>Refuses data of a format that this runtime does not know.</summary>
    /// <param name="package">The assembly that has the data.</param>
    /// <exception cref="InvalidDataException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowFormat(int format, Assembly package)
    {
        if (format < 1)
            Throw($"there is no format {format}");
        var runtime = typeof(CorruptedData).Assembly;
        throw new InvalidDataException(
            $"The data of {package.GetName().Name} {PackedInfo.VersionOf(package)} have the format {format}, and "
                + $"{runtime.GetName().Name} {PackedInfo.VersionOf(runtime)} "
                + $"reads formats up to {PackedFormat.Version}: update the package {runtime.GetName().Name}, or use "
                + $"an earlier version of {package.GetName().Name}."
        );
    }

    public static InvalidDataException Because(string why) => new($"The packed data are corrupted: {why}.");
}
