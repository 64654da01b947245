using System.Text.Json;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The CSV, as the reader of Data Packages in JavaScript sees it.</summary>
public class CsvTests
{
    private const string Reader = "tests/Readers/read-csv.mjs";

    private static readonly string[] TypesOfVersion1 = ["string", "integer", "number", "boolean", "date"];

    [NodeFact]
    public void Every_cell_is_the_value_of_the_typed_package()
    {
        var packages = ExportedPackage.All("csv");
        foreach (var (package, said) in ExportedPackage.Read(packages, Reader, "csv"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            TypedTables.AssertSame(package, said.GetProperty("tables"), TableDialect.Csv);
            package.Dispose();
        }

        Assert.True(packages.Count > 2 * ExportedPackage.Chosen, "few random packages are without errors");
    }

    [NodeFact]
    public void The_reader_notices_a_key_that_leads_nowhere_and_a_cell_of_another_type()
    {
        using var package = ExportedPackage.Shipped("csv");
        var file = package.PathOf("csv/person.csv");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace(",united-states,", ",united-stats,", StringComparison.Ordinal)
        );
        file = package.PathOf("csv/event.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("2025-02-27", "27.2.2025", StringComparison.Ordinal));
        var said = ExportedPackage.Read([package], Reader, "csv").Single().Said.GetProperty("errors");
        Assert.Contains(
            said.EnumerateArray(),
            error => error.GetString()!.StartsWith("person: ", StringComparison.Ordinal)
        );
        Assert.Contains(
            said.EnumerateArray(),
            error => error.GetString()!.StartsWith("event: ", StringComparison.Ordinal)
        );
    }

    /// <summary>The rules of version 2 of the standard that version 1, which the reader knows, does not have.</summary>
    [Fact]
    public void The_descriptor_keeps_to_version_2()
    {
        using var package = ExportedPackage.Shipped("csv", "--date", "2025-04-03");
        var descriptor = JsonDocument.Parse(package.Text("csv/datapackage.json")).RootElement;
        Assert.Equal(
            "https://datapackage.org/profiles/2.0/datapackage.json",
            descriptor.GetProperty("$schema").GetString()
        );
        Assert.Equal("2025-04-03T00:00:00Z", descriptor.GetProperty("created").GetString());
        Assert.False(descriptor.TryGetProperty("profile", out _));
        foreach (var contributor in descriptor.GetProperty("contributors").EnumerateArray())
            Assert.False(contributor.TryGetProperty("role", out _));
        var names = new HashSet<string?>();
        foreach (var resource in descriptor.GetProperty("resources").EnumerateArray())
        {
            Assert.True(names.Add(resource.GetProperty("name").GetString()));
            Assert.Equal("table", resource.GetProperty("type").GetString());
            Assert.True(File.Exists(package.PathOf("csv/" + resource.GetProperty("path").GetString())));
            foreach (var field in resource.GetProperty("schema").GetProperty("fields").EnumerateArray())
                Assert.Contains(field.GetProperty("type").GetString(), TypesOfVersion1);
        }

        Assert.Subset(
            names,
            new HashSet<string?>
            {
                "names",
                "texts",
                "facts",
                "citations",
                "claims",
                "redirects",
                "person",
                "event_about",
            }
        );
    }

    [Fact]
    public void Formulas_stay_as_they_are_unless_Excel_is_asked_for_and_the_package_says_so()
    {
        using var plain = ExportedPackage.Of("plain", HostileSeeds.Ids(), "csv");
        using var excel = ExportedPackage.Of("excel", HostileSeeds.Ids(), "csv", "--excel");
        Assert.Contains("\nfoo,=1+1,", plain.Text("csv/thing.csv"), StringComparison.Ordinal);
        Assert.Contains("\nfoo,'=1+1,", excel.Text("csv/thing.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("lossy", plain.Text("csv/datapackage.json"), StringComparison.Ordinal);
        Assert.Contains("\"lossy\"", excel.Text("csv/datapackage.json"), StringComparison.Ordinal);
        Assert.Contains("--excel", excel.Told, StringComparison.Ordinal);
        // Excel knows UTF-8 by this mark only.
        Assert.Equal("\uFEFF"u8.ToArray(), File.ReadAllBytes(excel.PathOf("csv/thing.csv"))[..3]);
        Assert.NotEqual("\uFEFF"u8.ToArray(), File.ReadAllBytes(plain.PathOf("csv/thing.csv"))[..3]);
    }

    [Fact]
    public void Formulas_are_found_behind_blanks_and_in_full_width()
    {
        string[] formulas =
        [
            "=1",
            " =1",
            "\t+1",
            "\r-1",
            "\n@x",
            "\ta",
            "\u00A0=1",
            "\u200B=1",
            "＝1",
            " ＋1",
            "－1",
            "＠x",
        ];
        string[] texts = ["a=1", "1-1", "a @x", " a", "\u2212x"];
        var folder = new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Formulas\n")
            .With(
                "seeds/schema/Cell.yaml",
                "properties:\n  value: { type: text, bidi: allowed, description: A text. }\n"
            )
            .With(
                "seeds/cells.json",
                JsonSerializer.Serialize(formulas.Concat(texts).Select((value, i) => new { id = $"c{i:00}", value }))
            );
        using var package = ExportedPackage.Of("formulas", folder, "csv", "--excel");
        var cells = package.Text("csv/cell.csv");
        Assert.All(formulas, text => TextAssert.Has($"'{text}", cells));
        Assert.All(texts, text => TextAssert.Lacks($"'{text}", cells));
    }

    [Fact]
    public void Names_of_licenses_are_such_as_the_standard_allows_and_nothing_of_them_is_lost()
    {
        var folder = new TempFolder()
            .With(
                "seeds/datapackage.yaml",
                """
                name: data
                namespace: Licensed
                licenses:
                  - { name: CC BY 4.0 }
                  - { name: CC-BY-4.0, title: Creative Commons }
                  - { title: Eigene Lizenz }
                  - { name: 自由 }

                """
            )
            .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("seeds/ships/albatros.yaml", "name: Albatros\n");
        using var package = ExportedPackage.Of("licenses", folder, "csv");
        Assert.Equal(
            ["CC-BY-4.0: CC BY 4.0", "CC-BY-4.0: Creative Commons", "Eigene-Lizenz: Eigene Lizenz", "other: 自由"],
            JsonDocument
                .Parse(package.Text("csv/datapackage.json"))
                .RootElement.GetProperty("licenses")
                .EnumerateArray()
                .Select(each => $"{each.GetProperty("name")}: {each.GetProperty("title")}")
        );
    }
}
