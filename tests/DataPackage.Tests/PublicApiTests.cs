using System.Reflection;
using System.Runtime.Versioning;
using DataPackage.Testing;
using PublicApiGenerator;

namespace DataPackage.Tests;

/// <summary>Published signatures stay: each is a line of a reviewed file. Set UPDATE_SNAPSHOTS=1 to rewrite the files.
/// A line that goes, or changes, breaks consumers.</summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Extensions are in the namespaces of what they extend, which are left out otherwise.
        DenyNamespacePrefixes = [],
    };

    private static readonly string[] Folders = ["src", "nuget"];
    private static readonly string[] WithoutLibrary =
    [
        "<IsPackable>false",
        "<IncludeBuildOutput>false",
        "<PackAsTool>true",
        "<PackageType>Template",
    ];

    /// <summary>The packages that bring a library: the others bring a generator, a program or templates.</summary>
    public static TheoryData<string> Packages => [.. Projects().Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_signatures_of_a_package_are_the_ones_that_were_reviewed(string package)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, package + ".dll"));
        var file = Repository.PathOf($"tests/DataPackage.Tests/PublicApi/{package}.{FrameworkOf(assembly)}.txt");
        var signatures = assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, signatures);

        var (reviewed, now) = (Signatures(File.ReadAllText(file)), Signatures(signatures));
        var gone = reviewed.Except(now).Select(line => "- " + line);
        var added = now.Except(reviewed).Select(line => "+ " + line);
        var changes = string.Join('\n', gone.Concat(added));
        Assert.True(changes.Length == 0, $"The public signatures of {package} have changed:\n{changes}");
    }

    private static IEnumerable<string> Projects() =>
        Folders
            .SelectMany(folder => Directory.EnumerateDirectories(Repository.PathOf(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Where(path => !WithoutLibrary.Any(File.ReadAllText(path).Contains))
            .Order(StringComparer.Ordinal);

    /// <summary><c>net8.0</c> of <c>.NETCoreApp,Version=v8.0</c>.</summary>
    private static string FrameworkOf(Assembly assembly) =>
        "net" + assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.Split('v')[^1];

    /// <summary>Each signature in one line, behind the namespace and the types that it is in.</summary>
    private static List<string> Signatures(string text)
    {
        var signatures = new List<string>();
        var around = new Stack<string>();
        var previous = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line == "{")
                around.Push(previous);
            else if (line == "}")
                around.Pop();
            else if (line.Length > 0)
                signatures.Add(string.Join(" > ", around.Reverse().Append(line)));
            previous = line;
        }

        return signatures;
    }
}
