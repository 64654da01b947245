using DataPackage.Docs.Tests;

namespace DataPackage.Tool.Tests;

/// <summary>The pages about the tool do what they say. The commands of a page run one after the other, in a copy of
/// this repository.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("docs/tool.md")]
    [InlineData("docs/exports.md")]
    public void Every_command_runs_and_prints_what_the_page_shows(string page)
    {
        using var folder = new TempFolder()
            .WithCopyOf("seeds", "seeds")
            .WithCopyOf("samples/Languages", "samples/Languages")
            .WithCopyOf("samples/Countries", "samples/Countries");
        var last = new ToolRun(0, "", "");
        foreach (var snippet in Document.Read(page).Snippets)
        {
            if (snippet.Language == "text")
                Assert.Equal(snippet.Text, last.Output);
            if (snippet.Language != "sh")
                continue;
            foreach (var line in snippet.Text.TrimEnd('\n').Split('\n'))
            {
                if (!line.StartsWith("datapackage ", StringComparison.Ordinal))
                    continue;
                last = folder.Run([.. Words(line).Skip(1)]);
                Assert.True(last.ExitCode == 0, $"{line}\n{last.Output}{last.Errors}");
            }
        }
    }

    /// <summary>The words of a command line; double quotation marks hold words together.</summary>
    public static IEnumerable<string> Words(string line) =>
        line.Split('"')
            .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
