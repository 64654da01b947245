using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>SECURITY.md names the tests that hold its promises. Each name must be a test, or nothing holds the
/// promise.</summary>
public partial class SecurityTests
{
    private static readonly string Sources = string.Concat(
        Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Select(File.ReadAllText)
    );

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var named = Named()
            .Matches(Document.Read("SECURITY.md").Text)
            .SelectMany(name => name.Groups[1].Value.Split('.'))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(named);
        Assert.Equal(
            [],
            named.Where(name =>
                !Regex.IsMatch(
                    Sources,
                    name.EndsWith("Tests", StringComparison.Ordinal)
                        ? $@"\bclass {name}\b"
                        : $@"\bvoid {name}\(|\bTask {name}\("
                )
            )
        );
    }

    [Fact]
    public void Every_promise_names_what_holds_it()
    {
        var text = Document.Read("SECURITY.md").Text;
        var start = text.IndexOf("## How it is held", StringComparison.Ordinal);
        var promises = text[start..text.IndexOf("\n## ", start, StringComparison.Ordinal)].Split("\n- ").Skip(1);

        // Analyzers of the compiler hold the one promise that no test can: that something is never done.
        Assert.Equal(
            [],
            promises.Where(promise =>
                !Named().IsMatch(promise) && !promise.Contains("RS1035", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>A test class, one of its tests, or a test alone.</summary>
    [GeneratedRegex("`([A-Za-z]+Tests(?:\\.[A-Za-z0-9_]+)?|[A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Named();
}
