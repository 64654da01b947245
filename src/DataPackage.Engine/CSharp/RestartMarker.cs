using System.Globalization;
using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes a constant that is named after values which a program reads only once, when it starts. A hot reload
/// does not run constructors and initializers again, so it would keep showing the old values. But it cannot remove a
/// constant, so a change of these values restarts the program.</summary>
internal static class RestartMarker
{
    public static void Write(string values, SourceWriter writer) =>
        Write(KeyHash.Compute(Encoding.UTF8.GetBytes(values)), writer);

    /// <param name="hash">Differs if the values differ.</param>
    public static void Write(ulong hash, SourceWriter writer) =>
        writer.Line($"private const bool RestartIfGone_{hash.ToString("x16", CultureInfo.InvariantCulture)} = true;");
}
