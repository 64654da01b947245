using System.Globalization;
using System.Text.RegularExpressions;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Site.Citing;

/// <summary>A date as programs for references know it.</summary>
/// <param name="Edtf">As the seed has it, in its normal form.</param>
/// <param name="Parts">The year, the month and the day, as far as they are stated; of an interval, of both ends. Empty
/// for a date of another form.</param>
/// <param name="IsUncertain">Whether it may be another one, or is near it.</param>
internal sealed partial record CitedDate(string Edtf, IReadOnlyList<IReadOnlyList<int>> Parts, bool IsUncertain)
{
    public static CitedDate Of(DateOnly day) =>
        new(
            day.ToString("O", CultureInfo.InvariantCulture),
            [
                [day.Year, day.Month, day.Day],
            ],
            false
        );

    public static CitedDate Of(DateValue date)
    {
        var ends = date.Canonical.Split('/');
        var parts = ends.Select(PartsOf).ToList();
        var isPlain = parts.TrueForAll(part => part.Count > 0);
        return new CitedDate(
            date.Canonical,
            isPlain ? parts : [],
            isPlain && ends.Any(end => end[^1] is '?' or '~' or '%')
        );
    }

    private static IReadOnlyList<int> PartsOf(string end) =>
        Plain().Match(end) is { Success: true } match
            ?
            [
                .. match
                    .Groups.Values.Skip(1)
                    .Where(group => group.Success)
                    .Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)),
            ]
            : [];

    /// <summary>Not the seasons of EDTF, and no year that CSL has no form for.</summary>
    [GeneratedRegex("^((?!0000)[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?[?~%]?$")]
    private static partial Regex Plain();
}
