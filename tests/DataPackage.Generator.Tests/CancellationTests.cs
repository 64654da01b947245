using System.Text;
using DataPackage.Engine;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>An editor cancels a run at every keystroke: the run ends there and does not affect the next one.</summary>
public class CancellationTests
{
    private const int Seeds = 60;

    [Fact]
    public void A_run_ends_at_the_seed_at_which_it_is_cancelled_and_the_next_run_is_complete()
    {
        var texts = Enumerable
            .Range(0, Seeds)
            .Select(i => new CancellingSeed($"ships/ship-{i}.yaml", $"name: Ship {i}\nmet: [ship-{(i + 1) % Seeds}]\n"))
            .ToList();
        var compilation = SeedSet.CreateCompilation();
        var driver = SeedSet.CreateDriver([.. Samples.Harbours().Texts, .. texts]);
        var expected = Sources(driver.RunGenerators(compilation));
        var read = 0;

        for (var stop = 1; stop <= 50; stop++)
        {
            using var cancellation = new CancellationTokenSource();
            read = 0;
            CancellingSeed.WhenRead = () =>
            {
                if (++read == stop)
                    cancellation.Cancel();
            };
            Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(compilation, cancellation.Token));
            Assert.Equal(stop, read);

            CancellingSeed.WhenRead = null;
            Assert.Equal(expected, Sources(driver.RunGenerators(compilation)));
        }
    }

    private static string[] Sources(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results[0].GeneratedSources.Select(source => source.HintName + source.SourceText)];

    [Fact]
    public void Every_step_ends_when_it_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        var seeds = Samples
            .Harbours()
            .Texts.Select(text => new SeedInput(text.Path, text.Path, text.GetText()!.ToString()))
            .ToList();
        var done = new PackageCompiler(seeds, CompilerOptions.None);
        var seed = done.Bound.Single(seed => seed.SeedPath == "ships/albatros.yaml");

        MustEnd(() => SeedReader.Read(seeds[0].SeedPath, seeds[0].FilePath, seeds[0].Text!, cancelled));
        MustEnd(() => SchemaReader.Read(done.Documents, SeedsOverview.Unknown, references: null, cancelled));
        MustEnd(() =>
            Binder.Bind(done.Documents.Single(document => document.SeedPath == seed.SeedPath), done.Schema, cancelled)
        );
        MustEnd(() => ArticleShelf.Of([.. done.Bound.SelectMany(ArticlePart.Of)], done.Schema, cancelled));
        MustEnd(() =>
            PackageIndex.Of(done.Bound.Select(each => SeedDeclarations.Of(each, default)), done.Schema, cancelled)
        );
        MustEnd(() => Conflicts.Find(done.Bound, done.Index, cancelled));
        MustEnd(() => QuoteVerifier.Verify(CitingSeed.Of(seed, done.Articles), cancelled));
        MustEnd(() => Linker.Link(done.Verified.Single(each => each.Seed == seed), done.Index, cancelled));
        MustEnd(() => KindReverses.Of(done.Linked.Select(each => each.References), done.Index, cancelled));
        MustEnd(() => LinkedPackage.Of(done.Linked, done.Index, cancelled));
    }

    private static void MustEnd(Func<object> step) => Assert.ThrowsAny<OperationCanceledException>(() => step());

    private sealed class CancellingSeed(string path, string text) : AdditionalText
    {
        public static Action? WhenRead { get; set; }

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            WhenRead?.Invoke();
            return SourceText.From(text, Encoding.UTF8);
        }
    }
}
