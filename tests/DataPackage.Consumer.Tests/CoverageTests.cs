using System.Globalization;
using System.Xml.Linq;

namespace DataPackage.Consumer.Tests;

/// <summary>The coverage of an author's project, as coverlet measures it.</summary>
[Collection(Packages.Name)]
public class CoverageTests(Strangers strangers)
{
    [Theory]
    [InlineData("literals")]
    [InlineData("resource")]
    public void Coverage_counts_what_the_author_wrote_and_nothing_that_is_generated(string delivery)
    {
        const string folder = "Coverage/FleetTests";
        strangers.Succeed(
            folder,
            "test",
            $"-p:DataPackageDelivery={delivery}",
            "--collect",
            "XPlat Code Coverage",
            "--results-directory",
            delivery
        );
        var report = XDocument
            .Load(
                Directory
                    .EnumerateFiles(
                        Path.Combine(strangers.Folder(folder), delivery),
                        "coverage.cobertura.xml",
                        SearchOption.AllDirectories
                    )
                    .Single()
            )
            .Root!;

        Assert.Equal(
            [("Fleet.Ship", "Shipyard.cs"), ("Fleet.Shipyard", "Shipyard.cs")],
            report
                .Descendants("class")
                .Select(covered =>
                    (covered.Attribute("name")!.Value, Path.GetFileName(covered.Attribute("filename")!.Value))
                )
                .Order()
        );
        Assert.Equal(1, double.Parse(report.Attribute("line-rate")!.Value, CultureInfo.InvariantCulture));
    }
}
