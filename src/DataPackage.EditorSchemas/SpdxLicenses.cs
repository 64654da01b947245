namespace DataPackage.EditorSchemas;

/// <summary>The licences that a nuspec can name.</summary>
internal static class SpdxLicenses
{
    private const string ForData =
        "CC0-1.0 CC-PDDC PDDL-1.0 ODbL-1.0 ODC-By-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 CDLA-Sharing-1.0 "
        + "DL-DE-BY-2.0 DL-DE-ZERO-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGL-Canada-2.0 etalab-2.0 NLOD-1.0 NLOD-2.0";

    private const string ForCode =
        "MIT MIT-0 0BSD ISC Apache-2.0 BSD-2-Clause BSD-3-Clause MPL-2.0 EUPL-1.2 Unlicense Zlib GPL-2.0-only "
        + "GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only "
        + "LGPL-3.0-or-later AGPL-3.0-only AGPL-3.0-or-later";

    private static readonly string[] CreativeCommons =
    [
        "CC-BY",
        "CC-BY-SA",
        "CC-BY-NC",
        "CC-BY-ND",
        "CC-BY-NC-SA",
        "CC-BY-NC-ND",
    ];

    private static readonly string[] Versions = ["1.0", "2.0", "2.5", "3.0", "4.0"];

    /// <summary>Those of SPDX that are used for data, and the most frequent ones for code. NuGet warns of a name that
    /// it does not know, and compares case.</summary>
    private static readonly Dictionary<string, string> Known = $"{ForData} {ForCode}"
        .Split(' ')
        .Concat(CreativeCommons.SelectMany(name => Versions.Select(version => $"{name}-{version}")))
        .ToDictionary(license => license, StringComparer.OrdinalIgnoreCase);

    /// <summary>All licences, which hold together. Null if there is none, or if one of them is not of SPDX: a nuspec
    /// that names the others only would promise too much.</summary>
    public static string? ExpressionOf(IEnumerable<string?> names)
    {
        var licenses = names.Select(name => name is null ? null : Known.GetValueOrDefault(name)).ToList();
        return licenses.Count == 0 || licenses.Contains(null) ? null : string.Join(" AND ", licenses.Distinct());
    }
}
