using System.Collections.Immutable;
using System.Text;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>An editor cancels a run at every key stroke: the run ends there, and the next one is as if it had never been.</summary>
public class CancellationTests
{
    private const int Seeds = 60;

    [Fact]
    public void A_run_ends_at_the_seed_at_which_it_is_cancelled_and_the_next_run_is_complete()
    {
        var texts = Enumerable.Range(0, Seeds).Select(i => new CancellingSeed($"ships/ship-{i}.yaml", $"name: Ship {i}\nmet: [ship-{(i + 1) % Seeds}]\n")).ToList();
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
                if (++read == stop) cancellation.Cancel();
            };
            Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(compilation, cancellation.Token));
            Assert.Equal(stop, read);

            CancellingSeed.WhenRead = null;
            Assert.Equal(expected, Sources(driver.RunGenerators(compilation)));
        }
    }

    private static string[] Sources(GeneratorDriver driver) => [.. driver.GetRunResult().Results[0].GeneratedSources.Select(source => source.HintName + source.SourceText)];

    [Fact]
    public void Every_stage_ends_when_it_is_cancelled()
    {
        var none = CancellationToken.None;
        var cancelled = new CancellationToken(canceled: true);
        var files = Samples.Harbours().Texts.Select(text => new SeedFile(text.Path, text)).ToList();
        var documents = files.Select(file => Stages.Read(file, none)).ToList();
        var schema = Stages.ReadDeclared(([.. documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath))], true), none);
        var bound = documents.SelectMany(document => Stages.Bind((document, (schema, SeedShare.Of(1))), none))
            .ToImmutableArray();
        var shelf = Stages.Shelve(([.. bound.SelectMany(seed => ArticlePart.Of(seed, none))], schema), none).Value;
        var index = Stages.Index(([.. bound.Select(seed => SeedDeclarations.Of(seed, none))], schema), none).Value;
        var citing = CitingSeed.Of((bound.Single(seed => seed.SeedPath == "ships/albatros.yaml"), shelf), none);
        var verified = Stages.Verify(citing, none);
        var linked = Stages.Link((verified, index), none).Value;

        MustEnd(() => Stages.Read(files[0], cancelled));
        MustEnd(() => Stages.ReadDeclared(([.. documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath))], true), cancelled));
        MustEnd(() => Stages.Bind((documents.Single(document => document.SeedPath == "ships/albatros.yaml"),
            (schema, SeedShare.Of(1))), cancelled));
        MustEnd(() => Stages.Shelve(([.. bound.SelectMany(seed => ArticlePart.Of(seed, none))], schema), cancelled));
        MustEnd(() => Stages.Index(([.. bound.Select(seed => SeedDeclarations.Of(seed, none))], schema), cancelled));
        MustEnd(() => Stages.FindConflicts((bound, index), cancelled));
        MustEnd(() => Stages.Verify(citing, cancelled));
        MustEnd(() => Stages.Link((verified, index), cancelled));
        MustEnd(() => Stages.Reverse(([SeedTraits.Of(linked, none)], index), cancelled));
        MustEnd(() => Stages.Assemble(([linked], index), cancelled));
    }

    private static void MustEnd(Func<object> stage) => Assert.ThrowsAny<OperationCanceledException>(() => stage());

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
