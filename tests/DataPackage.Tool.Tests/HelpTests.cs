namespace DataPackage.Tool.Tests;

/// <summary>The help of every verb, and the commands in it.</summary>
public class HelpTests
{
    public static TheoryData<string> Verbs => [.. CommandLine.All.Select(verb => verb.Name)];

    public static TheoryData<string> Examples => [.. CommandLine.All.SelectMany(verb => verb.Examples)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_says_how_the_verb_is_used_and_shows_commands(string verb)
    {
        var help = ToolRun.In("/", verb, "--help").Fine();

        TextAssert.Has($"\nUsage:\n  datapackage {verb} ", help);
        TextAssert.Has("\nExamples:\n  datapackage " + verb, help);
    }

    /// <summary>Commands run in a copy of this repository's seeds and samples.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs(string command)
    {
        using var folder = Repositories();

        folder.Run([.. DocumentTests.Words(command).Skip(1)]).Fine();
    }

    /// <summary>The folders of this repository that examples name.</summary>
    internal static TempFolder Repositories() =>
        new TempFolder()
            .WithCopyOf("seeds", "seeds")
            .WithCopyOf("samples/Languages", "samples/Languages")
            .WithCopyOf("nuget/DataPackage", "nuget/DataPackage")
            .With("nuget/DataPackage/obj/project.assets.json", ProjectWithoutReferences);

    private const string ProjectWithoutReferences =
        """{ "targets": { "net8.0": {} }, "libraries": {}, "packageFolders": {} }""";
}
