using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>docs/reference.md lists the public types of the runtime, as their documentation describes them. Set
/// UPDATE_SNAPSHOTS=1 to rewrite it.</summary>
public class RuntimeReferenceTests
{
    [Fact]
    public void The_page_of_the_runtime_lists_every_type_and_member_as_they_are()
    {
        var page = new RuntimeReference().Write();
        var path = Repository.PathOf("docs/reference.md");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, page);
        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
