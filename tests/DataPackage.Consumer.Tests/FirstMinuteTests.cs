using System.Text.RegularExpressions;

namespace DataPackage.Consumer.Tests;

/// <summary>What the readme of the package says to a newcomer, typed line by line into an empty folder.</summary>
[Collection(Packages.Name)]
public partial class FirstMinuteTests(Strangers strangers)
{
    [Fact]
    public void The_first_minute_of_the_readme_works_as_it_is_written()
    {
        var readme = File.ReadAllText(strangers.Extract("DataPackage", "README.md")).ReplaceLineEndings("\n");
        var folder = EmptyFolder();
        foreach (var line in Commands().Match(readme).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("cd ", StringComparison.Ordinal)) folder += "/" + line[3..];
            // Only a released version is taken without being named.
            else strangers.Succeed(folder, [.. line["dotnet ".Length..].Split(' '), .. line.Contains(" add ", StringComparison.Ordinal) ? ["--version", strangers.Version] : Array.Empty<string>()]);
        }

        var program = Program().Match(readme).Groups[1].Value;
        File.WriteAllText(Path.Combine(strangers.Folder(folder), "Program.cs"), program);

        Assert.Equal(Promise().Matches(program).Select(promise => promise.Groups[1].Value), strangers.LinesOf(folder));
    }

    /// <summary>Nothing of the other projects' settings reaches it; it knows where the packed packages are, which a newcomer's machine knows of nuget.org.</summary>
    private string EmptyFolder()
    {
        var folder = Directory.CreateDirectory(strangers.Folder("empty")).FullName;
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" }) File.WriteAllText(Path.Combine(folder, file), "<Project />");
        return "empty";
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("// → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
