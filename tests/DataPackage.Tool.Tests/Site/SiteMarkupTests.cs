using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What the validator of the WHATWG's HTML says of all pages.</summary>
public class SiteMarkupTests
{
    [ValidatorFact]
    public void The_shipped_site_is_valid()
    {
        using var site = WrittenSite.Shipped("--base-url", "https://example.org/data");

        AssertValid(site);
    }

    [ValidatorFact]
    public void A_hostile_site_is_valid()
    {
        using var site = WrittenSite.Hostile();

        AssertValid(site);
    }

    private static void AssertValid(WrittenSite site)
    {
        var folder = Repository.PathOf("tests/Browser");
        NodeModules.Install(folder);
        var validator = Path.Combine(folder, "node_modules/vnu-jar/build/dist/vnu.jar");
        var start = new ProcessStartInfo(
            "java",
            ["-jar", validator, "--skip-non-html", "--also-check-svg", "--errors-only", "--format", "gnu", site.Folder]
        )
        {
            RedirectStandardError = true,
        };
        using var java = Process.Start(start)!;
        var said = java.StandardError.ReadToEnd();
        java.WaitForExit();
        Assert.True(said.Length == 0, said.Replace(site.Folder, "", StringComparison.Ordinal));
    }
}
