using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>Whether files are cut changes nothing but the time.</summary>
public class CutFuzzTests(ITestOutputHelper output)
{
    /// <summary>Each item is in a piece of its own, or of few.</summary>
    private static readonly DataPackageGenerator Tiny = new(new CutLengths(1, 24));

    private static readonly DataPackageGenerator Whole = new(new CutLengths(int.MaxValue, int.MaxValue));

    [Fact]
    public void A_random_package_gets_the_same_code_and_messages_from_pieces_as_from_whole_files()
    {
        var run = FuzzRun.FromEnvironment(200);
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        var compilation = SeedSet.CreateCompilation();
        foreach (var seed in run.Seeds)
        {
            var package = Collected(
                RandomPackage.Make(seed, entities: 16),
                asList: seed % 2 == 0,
                hasSchemas: seed % 4 < 2
            );
            var (whole, cut) = (
                package.Run(compilation, "Set", Whole).Results[0],
                package.Run(compilation, "Set", Tiny).Results[0]
            );

            Assert.True(cut.Exception is null, $"{FuzzRun.Again(seed)}: {cut.Exception}");
            Assert.True(
                MessagesOf(whole).SequenceEqual(MessagesOf(cut)),
                $"{FuzzRun.Again(seed)}:\n{string.Join('\n', MessagesOf(whole).Except(MessagesOf(cut)))}\nbut cut:\n"
                    + string.Join('\n', MessagesOf(cut).Except(MessagesOf(whole)))
            );
            foreach (var (expected, actual) in whole.GeneratedSources.Zip(cut.GeneratedSources))
                Assert.True(
                    expected.HintName == actual.HintName && expected.SourceText.ContentEquals(actual.SourceText),
                    $"{FuzzRun.Again(seed)}: {expected.HintName} differs"
                );
            Assert.Equal(whole.GeneratedSources.Length, cut.GeneratedSources.Length);
        }
    }

    /// <summary>The package with the entities of each folder in one file, and maybe without schemas.</summary>
    private static SeedSet Collected(SeedSet package, bool asList, bool hasSchemas)
    {
        var collected = new SeedSet();
        foreach (var folder in package.Texts.GroupBy(text => FolderOf(text.Path), StringComparer.Ordinal))
            if (folder.Key is "" or "schema" or "articles" or "releases")
                foreach (var file in folder.Where(file => hasSchemas || folder.Key != "schema"))
                    collected.With(file.Path, file.GetText()!.ToString());
            else
                collected.With(
                    folder.Key + ".yaml",
                    string.Concat(folder.Select(file => Item(file.Path, file.GetText()!.ToString(), asList)))
                );
        return collected;
    }

    private static string FolderOf(string path) => path[..Math.Max(path.IndexOf('/', StringComparison.Ordinal), 0)];

    private static string Item(string path, string text, bool asList)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        return $"{(asList ? "- id: " : "")}{id}{(asList ? "" : ":")}\n"
            + string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "" : $"  {line}\n"));
    }

    private static IEnumerable<string> MessagesOf(GeneratorRunResult result) =>
        result.Diagnostics.Select(message => message.ToString()).Order(StringComparer.Ordinal);
}
