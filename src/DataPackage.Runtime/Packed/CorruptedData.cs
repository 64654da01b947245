using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>The exceptions for packed bytes that no generator writes: a damaged file, or a tampered assembly. Reads
/// stay within their chunk and allocate no more than it can fill; a value that can still be read may be
/// wrong.</summary>
/// <remarks>A call that never returns costs the normal path one comparison; the compiler moves the call off that
/// path.</remarks>
internal static class CorruptedData
{
    /// <exception cref="InvalidDataException">Always.</exception>
    [DoesNotReturn]
    public static void Throw(string why) => throw Because(why);

    /// <summary>Throws for data of a format that this runtime does not know.</summary>
    /// <param name="package">The assembly that holds the data.</param>
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
