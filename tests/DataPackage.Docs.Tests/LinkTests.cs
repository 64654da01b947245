using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

public class LinkTests
{
    public static TheoryData<string> Documents => [.. Document.Paths];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_and_to_a_heading_in_it(string path)
    {
        Assert.All(
            Document.Read(path).Links.Where(link => !IsAbsolute(link)),
            link =>
            {
                var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
                var target =
                    file.Length == 0
                        ? path
                        : Path.GetRelativePath(
                            Repository.Root,
                            Path.GetFullPath(file, Path.GetDirectoryName(Repository.PathOf(path))!)
                        );
                Assert.True(Path.Exists(Repository.PathOf(target)), link);
                if (anchor is not null)
                    Assert.Contains(anchor, Document.Read(target).Anchors);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_package_readme_links_to_nothing_beside_it_as_it_is_read_elsewhere(string path)
    {
        if (path.StartsWith("nuget/", StringComparison.Ordinal))
            Assert.All(Document.Read(path).Links, link => Assert.True(IsAbsolute(link), link));
    }

    [Fact]
    public void The_readme_can_be_read_in_one_sitting() =>
        Assert.InRange(Document.Read("README.md").Text.Split('\n').Length, 1, 120);

    private static bool IsAbsolute(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
