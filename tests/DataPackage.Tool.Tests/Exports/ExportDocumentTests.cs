using DataPackage.Docs.Tests;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The page about exports shows queries and code that work; its commands are run with those of the other
/// page.</summary>
public class ExportDocumentTests
{
    private static IEnumerable<string> Snippets(string language) =>
        Document.Read("docs/exports.md").Snippets.Where(each => each.Language == language).Select(each => each.Text);

    [SqliteFact]
    public void Every_query_finds_something()
    {
        using var package = ExportedPackage.Shipped("sqlite");
        var queries = Snippets("sql").Single().TrimEnd('\n').Split('\n');
        Assert.Equal(3, queries.Length);
        foreach (var query in queries)
            Assert.True(SqliteTests.Query(package, query).GetArrayLength() > 0, query);
    }

    [NodeFact]
    public void The_program_compiles()
    {
        using var package = ExportedPackage.Shipped("typescript");
        var program = Snippets("ts").Single().Replace("./exported/typescript/", "./", StringComparison.Ordinal);
        File.WriteAllText(
            package.PathOf("typescript/use.ts"),
            "declare const console: { log(text?: string): void };\n" + program
        );
        var said = ExportedPackage.Read([package], "tests/Readers/read-typescript.mjs", "typescript").Single().Said;
        Assert.Equal("[]", said.GetProperty("errors").GetRawText());
    }

    [Fact]
    public void The_files_that_it_names_are_there()
    {
        using var package = ExportedPackage.Shipped("csv", "json", "jsonld", "sqlite", "ftm", "markdown");
        foreach (
            var name in new[]
            {
                "csv/entities.csv",
                "csv/person.csv",
                "csv/position.csv",
                "csv/event-participants.csv",
                "csv/facts.csv",
                "csv/redirects.csv",
                "json/person.schema.json",
                "jsonld/data.jsonld",
                "sqlite/data.sqlite",
                "ftm/entities.ftm.json",
                "ftm/unmapped.txt",
                "markdown/llms.txt",
                ".datapackage-export",
            }
        )
            Assert.Contains(name, package.Files.Keys);
    }
}
