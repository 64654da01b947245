using System.Text.RegularExpressions;
using DataPackage.Testing;

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

    [Fact]
    public void Own_data_are_typed_configured_and_pinned_as_the_page_about_them_tells()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/your-own-data.md")).ReplaceLineEndings("\n");
        var commands = Commands().Matches(page).Select(match => match.Groups[1].Value).ToList();
        var seeds = Seeds()
            .Matches(page)
            .Select(match => (Path: match.Groups[1].Value, Text: match.Groups[2].Value))
            .ToList();
        var program = Program().Match(page).Groups[1].Value;
        var folder = Follow(commands[0], EmptyFolder("own-data"));

        Write(seeds[0]);
        strangers.Succeed(folder, "build");
        Write(seeds[1]);
        File.WriteAllText(Path.Combine(strangers.Folder(folder), "Program.cs"), program);
        var promised = Promise().Matches(program).Select(promise => promise.Groups[1].Value);
        Assert.Equal(promised, strangers.LinesOf(folder));

        Follow(commands[1], folder);
        Assert.All(
            seeds.Where(seed => seed.Path.Contains("/schema/", StringComparison.Ordinal)),
            schema => Assert.Equal(schema.Text, File.ReadAllText(Path.Combine(strangers.Folder(folder), schema.Path)))
        );
        Assert.Equal(promised, strangers.LinesOf(folder));

        void Write((string Path, string Text) seed)
        {
            var path = Path.Combine(strangers.Folder(folder), seed.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, seed.Text);
        }
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

    [GeneratedRegex("```yaml\n# (seeds/\\S+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Seeds();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("// → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
