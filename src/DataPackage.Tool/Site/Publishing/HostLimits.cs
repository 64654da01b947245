using System.Globalization;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Publishing;

/// <summary>What common hosts of static sites take, as their documentation says. Tells where a site has more.</summary>
internal static class HostLimits
{
    private const long Megabyte = 1 << 20;
    private const long Gigabyte = 1 << 30;

    private static readonly IReadOnlyList<Host> Hosts =
    [
        new("GitHub Pages") { Size = Gigabyte, FileSize = 100 * Megabyte },
        new("GitLab Pages") { Size = Gigabyte },
        new("Cloudflare Pages") { Files = 20_000, FileSize = 25 * Megabyte },
        new("Netlify") { FilesInFolder = 54_000 },
    ];

    public static void Tell(SiteFolder folder, Session session)
    {
        foreach (var line in Find(folder.Count, folder.Size, folder.Largest, folder.Fullest))
            session.Tell($"datapackage: {line}");
    }

    /// <summary>One line for each limit that the site exceeds.</summary>
    /// <param name="files">The number of files.</param>
    /// <param name="size">Of all files, in bytes.</param>
    /// <param name="largest">The largest file, with its size.</param>
    /// <param name="fullest">The folder with the most entries, with their number.</param>
    public static IEnumerable<string> Find(
        int files,
        long size,
        (string Name, long Size) largest,
        (string Name, int Count) fullest
    )
    {
        foreach (var host in Hosts)
        {
            if (files > host.Files)
                yield return $"this site has {Shown(files)} files; {host.Name} takes {Shown(host.Files.Value)}";
            if (size > host.Size)
                yield return $"this site has {Bytes(size)}; {host.Name} takes {Bytes(host.Size.Value)}";
            if (largest.Size > host.FileSize)
                yield return $"'{largest.Name}' has {Bytes(largest.Size)}; {host.Name} takes "
                    + $"{Bytes(host.FileSize.Value)} a file";
            if (fullest.Count > host.FilesInFolder)
                yield return $"the folder '{fullest.Name}' has {Shown(fullest.Count)} entries; {host.Name} takes "
                    + Shown(host.FilesInFolder.Value);
        }
    }

    private static string Shown(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Rounded up, so that no site seems to have what a host takes.</summary>
    private static string Bytes(long bytes) =>
        bytes >= Gigabyte && bytes % Gigabyte == 0
            ? Shown((int)(bytes / Gigabyte)) + " GiB"
            : Shown((int)((bytes + Megabyte - 1) / Megabyte)) + " MiB";

    /// <summary>What a host takes; null where it states no limit.</summary>
    private sealed record Host(string Name)
    {
        public int? Files { get; init; }

        public long? Size { get; init; }

        public long? FileSize { get; init; }

        public int? FilesInFolder { get; init; }
    }
}
