namespace DataPackage.Consumer.Tests;

/// <summary>Names of seeds that are crafted to be read as something other than a name.</summary>
internal static class HostileNames
{
    /// <summary>Each has a project of its own, in which the whole attack is tried.</summary>
    public static readonly (string Project, string Seed)[] Attacks =
    [
        ("line-feed-compiles", "a\nseeds/things/code.txt /recurse:*.cs\n/additionalfile:x.yaml"),
        ("line-feed-analyzes", "a\n/analyzer:seeds/evil.dll\n/additionalfile:x.yaml"),
        ("carriage-return", "a\r/recurse:*.txt\rx.yaml"),
        ("line-feed-forges", "a\nFORGED: Build succeeded.\nx.yaml"),
        ("escape-sequence", "a\u001b[2J\u001b]0;FORGED\u0007.yaml"),
        ("line-separator", "a\u2028is_global = true\u2028x.yaml"),
        ("tab-of-a-list", "x\t/etc/hostname/a.yaml"),
        ("quotation-mark", "a\" /analyzer:evil.dll \"b.yaml"),
        ("property-function", "$([System.IO.File]::AppendAllText('marker', 'x'))/a.yaml"),
        ("end-of-an-expression", "')) == '' or '$(x)' != '/a.yaml"),
        ("metadata", "%(FullPath)/a.yaml"),
        ("list-of-items", "@(Compile)/a.yaml"),
        ("two-items", "a;b.yaml"),
        ("escaped-letter", "a%62/x.yaml"),
        ("backslash", "things\\..\\..\\..\\outside\\secret.txt"),
        ("only-another-case", "Things/a.yaml"),
    ];

    private static readonly string[] Parts =
    [
        "a",
        "x-1",
        "C#",
        "it's",
        "[b]",
        "=",
        "&",
        ",",
        "\u00fc",
        "\u65e5",
        "-",
        "+",
        "two words",
    ];

    // No backslash: MSBuild takes a backslash in a folder's name for the end of a folder that does not exist, so its
    // own patterns fail before any target runs (MSB3552), and the build with them.
    private static readonly string[] Spoilers =
    [
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\u0001",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\u2028",
        "\u2029",
        "\u202e",
        "\ufeff",
        "\"",
        ";",
        "%",
        "%0A",
        "%3B",
        "%62",
        "$",
        "$(PATH)",
        "$([System.DateTime]::Now)",
        "@",
        "@(AdditionalFiles)",
        "%(Identity)",
        "*",
        "**",
        "?",
        "<",
        ">",
        "|",
        ":",
        "\n/analyzer:evil.dll\n",
        "\nFORGED\n",
        "\n/additionalfile:x.yaml",
        "\t/etc/hostname",
    ];

    /// <summary>The invalid name of a seed that starts with its own mark.</summary>
    public static string Random(Random random, string mark)
    {
        string Part() =>
            string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Parts[random.Next(Parts.Length)]));
        string extension = new[] { ".yaml", ".yml", ".md", ".txt" }[random.Next(4)],
            spoiler = Spoilers[random.Next(Spoilers.Length)];
        return random.Next(8) switch
        {
            0 => $"{mark}/ {Part()}/{Part()}{extension}",
            1 => $"{mark}/{Part()} /{Part()}{extension}",
            2 => $"{mark}/{Part()}./{Part()}{extension}",
            3 => $"{mark}/{new[] { "con", "NUL", "Aux.x", "com1", "lpt\u00b9" }[random.Next(5)]}{extension}",
            4 => $"{mark}{Part()}{spoiler}{Part()}/{Part()}{extension}",
            5 => $"{mark}{spoiler}{extension}",
            6 => $"{mark}/{Part()}/{Part()}{spoiler}{Part()}/{Part()}{extension}",
            _ => $"{mark}{Part()}{spoiler}{Part()}{spoiler}{extension}",
        };
    }
}
