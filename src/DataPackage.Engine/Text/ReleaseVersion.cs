using System.Globalization;

namespace DataPackage.Engine.Text;

/// <summary>A version of a package: three numbers, and what NuGet allows behind them.</summary>
/// <param name="Label">The label of a pre-release; empty for a release.</param>
internal readonly record struct ReleaseVersion(int Major, int Minor, int Patch, string Label)
{
    /// <summary>Null if the text is no version of three numbers.</summary>
    public static ReleaseVersion? Parse(string text) =>
        ParseLoosely(text) is { } version && $"{version}" == text.Split('+')[0] ? version : null;

    /// <summary>A version as NuGet reads it: with fewer or more numbers, and with zeros before them. Null if it is
    /// none.</summary>
    public static ReleaseVersion? ParseLoosely(string text)
    {
        var core = text.Split('+')[0];
        var dash = core.IndexOf('-');
        var numbers = (dash < 0 ? core : core.Substring(0, dash)).Split('.').Select(LooseNumber).ToList();
        return numbers.Contains(null) || numbers.Count > 4
            ? null
            : new ReleaseVersion(
                numbers[0]!.Value,
                numbers.ElementAtOrDefault(1) ?? 0,
                numbers.ElementAtOrDefault(2) ?? 0,
                dash < 0 ? "" : core.Substring(dash + 1)
            );
    }

    private static int? LooseNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the numbers are at least those. A pre-release announces the release of its numbers.</summary>
    public bool IsAtLeast(ReleaseVersion other) =>
        (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) >= 0;

    /// <summary>Whether the numbers are higher.</summary>
    public bool IsAfter(ReleaseVersion other) => !other.IsAtLeast(this);

    public override string ToString() =>
        FormattableString.Invariant($"{Major}.{Minor}.{Patch}") + (Label.Length == 0 ? "" : "-" + Label);
}
