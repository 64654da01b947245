using System.Text.RegularExpressions;
using DataPackage.Runtime;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Model;

/// <summary>The shipped seeds with one altered word in an article: the build names every fact that depends on it, and
/// no other.</summary>
public partial class AlteredArticleTests
{
    private static readonly string Seeds = Repository.PathOf("seeds");

    [Theory]
    [InlineData("dmitriev-in-washington")]
    [InlineData("dmitriev-in-washington-de")]
    public void Altering_a_word_names_every_fact_that_depended_on_it(string article)
    {
        var seeds = new SeedSet();
        foreach (
            var seed in Directory
                .EnumerateFiles(Seeds, "*.*", SearchOption.AllDirectories)
                .Where(seed => Path.GetExtension(seed) is ".yaml" or ".md")
        )
            seeds.With(Path.GetRelativePath(Seeds, seed).Replace('\\', '/'), File.ReadAllText(seed));
        seeds.With("datapackage.yaml", $"namespace: {SeedSet.Namespace}\ncitations: property\n");
        var generated = seeds.Generate();
        Assert.Empty(generated.Texts);
        var entities = Directory
            .EnumerateDirectories(Seeds)
            .Select(Path.GetFileName)
            .Where(folder => folder is not ("schema" or "releases"))
            .SelectMany(folder =>
                (
                    (System.Collections.IEnumerable)
                        generated.Call(char.ToUpperInvariant(folder![0]) + folder[1..], "All")!
                ).Cast<IEntity>()
            )
            .ToList();
        var citations = entities
            .SelectMany(entity => entity.Citations, (entity, citation) => (entity, citation))
            .Where(pair => pair.citation.Article.Id == article)
            .ToList();
        Assert.True(citations.Count > 50);

        var text = ((IArticle)entities.Single(entity => entity.Kind == "Article" && entity.Id == article)).Text!;
        var path = $"articles/{article}.md";
        var file = seeds.Texts.Single(seed => seed.Path == path);
        var content = file.GetText()!.ToString();
        var start = content.IndexOf(text, StringComparison.Ordinal);
        // Without the runtime, seeds are verified and linked as usual but no code is generated, which this test does
        // not need.
        var compilation = SeedSet.CreateCompilation(hasRuntime: false);
        // The same seed objects that the driver knows, so it can be told that one was replaced.
        var texts = seeds.Texts.Select(seed => seed.Path == path ? file : seed).ToList();
        var driver = SeedSet.CreateDriver(texts).RunGenerators(compilation);
        var altered = 0;
        foreach (Match word in Word().Matches(text))
        {
            var edited = driver.ReplaceAdditionalText(
                file,
                SeedSet.Seed(path, content.Remove(start + word.Index, word.Length).Insert(start + word.Index, "qqq"))
            );

            var reported = edited
                .RunGenerators(compilation)
                .GetRunResult()
                .Diagnostics.Where(diagnostic => diagnostic.Id != "DP0009")
                .Select(diagnostic =>
                    $"{diagnostic.Id} {Cited().Match(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Groups[1].Value}"
                )
                .Order(StringComparer.Ordinal);

            var (from, to) = (
                text[..word.Index].EnumerateRunes().Count(),
                text[..(word.Index + word.Length)].EnumerateRunes().Count()
            );
            var expected = citations
                .Where(pair => pair.citation.Start < to && pair.citation.End > from)
                .Select(pair =>
                    $"DP3001 {pair.entity.Kind}/{pair.entity.Id}{(pair.citation.For.Count == 0 ? "" : $" ({string.Join(", ", pair.citation.For)})")}"
                )
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, reported);
            altered++;
        }

        Assert.True(altered > 400);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"cited for ([A-Za-z]+/[a-z0-9-]+( \([^)]*\))?)")]
    private static partial Regex Cited();
}
