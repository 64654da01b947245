using System.Text;

namespace DataPackage.Consumer.Tests;

/// <summary>A package that somebody else packs with the generator contains nothing that may not be redistributed,
/// nothing of the machine, and nothing from outside the seeds folder.</summary>
[Collection(Packages.Name)]
public class RightsTests(Strangers strangers)
{
    [Fact]
    public void Of_a_text_that_may_not_be_redistributed_no_word_is_packed_nor_the_folder_of_whoever_packs()
    {
        var folder = strangers.Folder("Rights");
        // Words of the secret text only, which neither the metadata nor the entity contain.
        string[] words = ["quixotic", "zephyrs", "vexed", "jaunty", "wharfingers", "gibbous", "moonrise", "quenched"];
        Assert.All(
            words,
            word =>
                Assert.Contains(
                    word,
                    File.ReadAllText(Path.Combine(folder, "seeds/articles/diary.txt")),
                    StringComparison.Ordinal
                )
        );

        strangers.Succeed("Rights", "pack", "--configuration", "Release", "--output", "packed");

        var files = Directory.GetFiles(Path.Combine(folder, "packed")).SelectMany(PackedFile.AllOf).ToList();
        Assert.Equal(
            [".nupkg", ".snupkg"],
            Directory.GetFiles(Path.Combine(folder, "packed")).Select(Path.GetExtension).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            files,
            file => Holds(file, "West Point Light") && file.Name.EndsWith("Rights.dll", StringComparison.Ordinal)
        );
        Assert.Contains(
            files,
            file => Holds(file, "West Point Light") && file.Name.EndsWith(".g.cs", StringComparison.Ordinal)
        );
        Assert.Contains(
            files,
            file => Holds(file, "West Point Light") && file.Name.EndsWith("Rights.xml", StringComparison.Ordinal)
        );
        Assert.All(words, word => Assert.DoesNotContain(files, file => Holds(file, word)));
        // The generated code that EmitCompilerGeneratedFiles leaves on disk.
        Assert.NotEmpty(strangers.GeneratedFilesOf("Rights"));
        Assert.All(
            strangers.GeneratedFilesOf("Rights").Select(File.ReadAllText),
            text => Assert.DoesNotContain(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
        Assert.DoesNotContain(files, file => Holds(file, strangers.Workspace + Path.DirectorySeparatorChar));
    }

    [FactWhereLinksCanBeMade]
    public void A_link_to_a_file_or_a_folder_outside_of_the_seeds_stops_the_build_and_a_circle_of_links_ends()
    {
        var seeds = Path.Combine(strangers.Folder("Links"), "seeds");
        CopyFolder(strangers.Folder("Rights"), strangers.Folder("Links"));
        var outside = Directory.CreateDirectory(Path.Combine(strangers.Workspace, "outside")).FullName;
        Directory.CreateDirectory(Path.Combine(outside, "inner"));
        File.WriteAllText(Path.Combine(outside, "secret.txt"), "The password of the keeper.");
        File.WriteAllText(Path.Combine(outside, "inner", "stolen.yaml"), "name: Stolen");
        File.CreateSymbolicLink(Path.Combine(seeds, "articles", "leak.txt"), Path.Combine(outside, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(seeds, "lamps", "elsewhere"), outside);
        Directory.CreateSymbolicLink(Path.Combine(seeds, "lamps", "circle"), seeds);

        var error = Assert.Single(strangers.ErrorsOf("Links"));

        Assert.Equal("DP0021", error.Code);
        Assert.Contains("seeds/articles/leak.txt", error.Message, StringComparison.Ordinal);
        Assert.Contains("seeds/lamps/elsewhere", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(strangers.Folder("Links"), "Rights.dll", SearchOption.AllDirectories));

        File.Delete(Path.Combine(seeds, "articles", "leak.txt"));
        Directory.Delete(Path.Combine(seeds, "lamps", "elsewhere"));
        Directory.Delete(Path.Combine(seeds, "lamps", "circle"));
        Assert.Empty(strangers.ErrorsOf("Links"));
    }

    private static bool Holds(PackedFile file, string text) =>
        file.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || new[]
        {
            Encoding.UTF8.GetString(file.Bytes),
            Encoding.Unicode.GetString(file.Bytes),
            Encoding.Unicode.GetString(file.Bytes.AsSpan(Math.Min(1, file.Bytes.Length))),
        }.Any(content => content.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" or "packed")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
            File.Copy(file, Path.Combine(to, relative));
        }
    }

    /// <summary>Runs except on Windows, where only administrators may make links.</summary>
    private sealed class FactWhereLinksCanBeMadeAttribute : FactAttribute
    {
        public FactWhereLinksCanBeMadeAttribute() =>
            Skip = OperatingSystem.IsWindows() ? "Links need an administrator." : null!;
    }
}
