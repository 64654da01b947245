using System.Globalization;
using System.Text.Json;
using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;

namespace DataPackage.Tool.Tests.Check;

/// <summary>Seeds on disk, checked by the tool and by the generator in the compiler.</summary>
internal static class CheckedPackage
{
    private const string NoReferences = """
        { "version": 3, "targets": { "net8.0": {} }, "libraries": {}, "packageFolders": {} }
        """;

    /// <summary>A project with the root namespace of tests, restored, that references nothing.</summary>
    public static TempFolder WithProject(this TempFolder folder) =>
        folder
            .With(
                "Seeded.csproj",
                $"<Project><PropertyGroup><RootNamespace>{SeedSet.Namespace}</RootNamespace></PropertyGroup></Project>"
            )
            .With("obj/project.assets.json", NoReferences);

    /// <summary>Asserts that both report the same of the folder 'seeds', in the same order.</summary>
    /// <returns>The ids of the rules that were reported.</returns>
    public static IReadOnlyList<string> AssertSame(TempFolder folder)
    {
        var run = folder.Run("check", "--project", "Seeded.csproj", "--format", "json");
        Assert.InRange(run.ExitCode, 0, 1);
        var compiler = InCompiler(folder);
        Assert.Equal(string.Join('\n', compiler), string.Join('\n', Reported(run)));
        return [.. compiler.Select(line => line.Split(' ')[1])];
    }

    private static List<string> InCompiler(TempFolder folder)
    {
        var root = folder.PathOf("seeds");
        var texts = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => SeedSet.Seed(file, File.ReadAllText(file)));
        var options = new Dictionary<string, string>
        {
            ["_DataPackageSeedsPath"] = Uri.EscapeDataString(root),
            ["RootNamespace"] = SeedSet.Namespace,
        };
        var result = SeedSet
            .CreateDriver(texts, options: options)
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult()
            .Results[0];
        Assert.Null(result.Exception);
        return
        [
            .. result
                .Diagnostics.OrderBy(message => message.Location.GetLineSpan().Path ?? "", StringComparer.Ordinal)
                .ThenBy(message => message.Location.SourceSpan.Start)
                .ThenBy(message => message.Id, StringComparer.Ordinal)
                .ThenBy(message => message.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)
                .Select(message => Print(message, folder)),
        ];
    }

    private static string Print(Diagnostic message, TempFolder folder)
    {
        var place = message.Location.GetLineSpan();
        var path = string.IsNullOrEmpty(place.Path)
            ? ""
            : Path.GetRelativePath(folder.Path, place.Path).Replace('\\', '/');
        var (start, end) = (place.StartLinePosition, place.EndLinePosition);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{path}({Number(start.Line)},{Number(start.Character)},{Number(end.Line)},{Number(end.Character)}): "
            )
            + $"{message.Id} {message.DefaultSeverity.ToString().ToLowerInvariant()}: "
            + message.GetMessage(CultureInfo.InvariantCulture);

        int Number(int fromZero) => path.Length == 0 ? 0 : fromZero + 1;
    }

    private static IEnumerable<string> Reported(ToolRun run)
    {
        using var report = JsonDocument.Parse(run.Output);
        foreach (var message in report.RootElement.GetProperty("diagnostics").EnumerateArray())
        {
            string Text(string name) =>
                message.TryGetProperty(name, out var value) ? value.ToString()
                : name == "path" ? ""
                : "0";
            yield return $"{Text("path")}({Text("line")},{Text("column")},{Text("endLine")},{Text("endColumn")}): "
                + $"{Text("id")} {Text("severity")}: {Text("message")}";
        }
    }
}
