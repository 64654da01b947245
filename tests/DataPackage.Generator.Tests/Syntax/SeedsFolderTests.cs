using System.Text.RegularExpressions;
using DataPackage.Engine.Syntax;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Syntax;

public class SeedsFolderTests
{
    [Theory]
    [InlineData("/home/a/pkg/seeds/ships/x.yaml", "ships/x.yaml")]
    [InlineData("/home/a/pkg/seeds/datapackage.yml", "datapackage.yml")]
    [InlineData("/home/a/pkg/seeds/articles/deep/x.md", "articles/deep/x.md")]
    [InlineData("/home/a/pkg/seeds/articles/x.TXT", "articles/x.TXT")]
    [InlineData("/home/a/pkg/seeds/ships/.x.yaml", "ships/.x.yaml")]
    [InlineData("/home/a/pkg/seeds/ships/readme.md.yaml", "ships/readme.md.yaml")]
    [InlineData("/home/a/pkg/seeds/ships/x.json", "ships/x.json")]
    [InlineData("/home/a/pkg/seeds/ships.CSV", "ships.CSV")]
    [InlineData("/home/a/pkg/seeds/ships/x.tsv", "ships/x.tsv")]
    public void An_additional_file_below_the_seeds_folder_is_a_seed(string file, string seedPath) =>
        Assert.Equal(seedPath, Folder("/home/a/pkg/seeds/").SeedPathOf(file));

    [Theory]
    [InlineData("/home/a/pkg/stringtable.yaml")]
    [InlineData("/home/a/pkg/seeds-of-others/x.yaml")]
    [InlineData("/home/a/pkg/Seeds/x.yaml")]
    [InlineData("/elsewhere/home/a/pkg/seeds/x.yaml")]
    [InlineData("/home/a/pkg/seeds/../x.yaml")]
    [InlineData("/home/a/pkg/seeds/ships/x.toml")]
    [InlineData("/home/a/pkg/seeds/schema/Ship.json")]
    [InlineData("/home/a/pkg/seeds/schema/deep/x.CSV")]
    [InlineData("/home/a/pkg/seeds/releases/1.0.0.json")]
    [InlineData("/home/a/pkg/seeds/releases/1.0.0.tsv")]
    [InlineData("/home/a/pkg/seeds/README.md")]
    [InlineData("/home/a/pkg/seeds/ships/readme.md")]
    [InlineData("/home/a/pkg/seeds/.drafts/x.yaml")]
    [InlineData("/home/a/pkg/seeds/ships/.drafts/x.yaml")]
    public void Other_files_that_the_project_gives_to_the_compiler_are_none(string file) =>
        Assert.Null(Folder("/home/a/pkg/seeds/").SeedPathOf(file));

    /// <summary>First the path from MSBuild, then the compiler's name of the file.</summary>
    [Theory]
    [InlineData("C:\\pkg\\seeds\\", "C:\\pkg\\seeds\\ships\\x.yaml")]
    [InlineData("C:\\pkg\\seeds", "C:/pkg/seeds/ships/x.yaml")]
    [InlineData("c:\\Pkg\\seeds", "C:\\pkg\\Seeds\\ships\\x.yaml")]
    [InlineData("/pkg/seeds", "/pkg/app/../seeds/ships/x.yaml")]
    [InlineData("/pkg/app/../seeds/", "/pkg/seeds/./ships/x.yaml")]
    [InlineData("/pkg/seeds//", "/pkg//seeds/ships/x.yaml")]
    [InlineData("\\\\server\\share\\seeds", "\\\\server\\share\\app\\..\\seeds\\ships\\x.yaml")]
    [InlineData("/my C#/100%;é/seeds", "/my C#/100%;é/seeds/ships/x.yaml")]
    [InlineData("/", "/ships/x.yaml")]
    [InlineData(".", "ships/x.yaml")]
    [InlineData("../../seeds", "../../seeds/ships/x.yaml")]
    public void It_makes_no_difference_how_a_path_is_written(string folder, string file) =>
        Assert.Equal("ships/x.yaml", Folder(folder).SeedPathOf(file));

    [Fact]
    public void A_build_that_names_no_folder_has_no_seeds() =>
        Assert.Null(Folder("").SeedPathOf("/pkg/seeds/ships/x.yaml"));

    private static readonly string[] Selected = ["yaml", "yml", "md", "txt", "json", "csv", "tsv"];

    /// <summary>The patterns that the build selects files with are those of the generator.</summary>
    [Fact]
    public void The_build_selects_the_same_files()
    {
        var targets = File.ReadAllText(Repository.PathOf("nuget/DataPackage.Generator.targets"));
        var attributes = Regex.Matches(targets, "(Include|Exclude)=\"([^\"]*_DataPackageSeedsRoot[^\"]*)\"");
        string[] Patterns(string attribute) =>
            [
                .. attributes
                    .First(match => match.Groups[1].Value == attribute)
                    .Groups[2]
                    .Value.Split(';')
                    .Select(pattern =>
                        pattern.Trim().Replace("$(_DataPackageSeedsRoot)", "", StringComparison.Ordinal)
                    ),
            ];

        Assert.Equal(Patterns("Include"), Selected.Select(extension => $"**/*.{extension}"));
        foreach (var pattern in Patterns("Include"))
            Assert.True(SeedsFolder.HasExtension(pattern), pattern);
        foreach (var pattern in Patterns("Exclude"))
        {
            var file = pattern.Replace("**/.*/**", ".x/x.yaml", StringComparison.Ordinal);
            file = file.Replace("**/", "", StringComparison.Ordinal).Replace("*", "x", StringComparison.Ordinal);
            Assert.Null(Folder("/seeds").SeedPathOf("/seeds/" + file));
        }

        // The only table about releases that the compiler reads.
        Assert.Contains("Include=\"$(_DataPackageSeedsRoot)releases/ledger.tsv\"", targets, StringComparison.Ordinal);
        Assert.Equal("releases/ledger.tsv", Folder("/seeds").SeedPathOf("/seeds/releases/ledger.tsv"));
    }

    private static SeedsFolder Folder(string path) => SeedsFolder.At(path);
}
