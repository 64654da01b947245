using System.Globalization;

namespace DataPackage.Bench;

/// <summary>Verifies that all programs have the same data; otherwise their figures cannot be compared.</summary>
internal static class Checksums
{
    /// <summary>A quarter of a year; the events in it are queried at each size.</summary>
    public static readonly (DateOnly First, DateOnly Last) Range = (new(2014, 4, 1), new(2014, 7, 1));

    public static void Verify(Workspace workspace, IReadOnlyList<Peer> peers, int size)
    {
        var sums = peers
            .Where(peer => peer.HasData)
            .Select(peer => (peer.Name, Sum: Of(workspace.Executable(peer, size))))
            .ToList();
        foreach (var (name, sum) in sums)
            if (sum != sums[0].Sum)
                throw new InvalidOperationException(
                    $"{name} has other data than {sums[0].Name} at {size}:\n{sum}{sums[0].Sum}"
                );
    }

    private static string Of(string executable) =>
        Tool.Run(executable, Path.GetDirectoryName(executable)!, "checksum", Day(Range.First), Day(Range.Last));

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
