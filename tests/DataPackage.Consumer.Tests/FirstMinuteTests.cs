using System.Text.RegularExpressions;

namespace DataPackage.Consumer.Tests;

/// <summary>Follows the package's readme, typed line by line into an empty folder.</summary>
[Collection(Packages.Name)]
public partial class FirstMinuteTests(Strangers strangers)
{
    [Fact]
    public void The_first_minute_of_the_readme_works_as_it_is_written()
    {
        var readme = File.ReadAllText(strangers.Extract("DataPackage", "README.md")).ReplaceLineEndings("\n");
        var folder = Follow(Commands().Match(readme).Groups[1].Value, EmptyFolder("empty"));

        var program = Program().Match(readme).Groups[1].Value;
        File.WriteAllText(Path.Combine(strangers.Folder(folder), "Program.cs"), program);

        Assert.Equal(Promise().Matches(program).Select(promise => promise.Groups[1].Value), strangers.LinesOf(folder));
    }

    /// <summary>Runs the commands and returns the folder in which they end.</summary>
    private string Follow(string commands, string folder)
    {
        foreach (var line in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("cd ", StringComparison.Ordinal))
                folder += "/" + line[3..];
            // Only a released version is installed without being named.
            else
                strangers.Succeed(
                    folder,
                    [
                        .. line["dotnet ".Length..].Split(' '),
                        .. line.Contains(" add ", StringComparison.Ordinal)
                            ? ["--version", strangers.Version]
                            : Array.Empty<string>(),
                    ]
                );
        }

        return folder;
    }

    /// <summary>Isolated from the settings of other projects; its source of packages is the packed ones instead of
    /// nuget.org.</summary>
    private string EmptyFolder(string name)
    {
        var folder = Directory.CreateDirectory(strangers.Folder(name)).FullName;
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, file), "<Project />");
        return name;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("// → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
