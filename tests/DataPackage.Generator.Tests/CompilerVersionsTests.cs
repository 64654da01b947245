using System.Reflection;
using System.Runtime.Loader;

namespace DataPackage.Generator.Tests;

/// <summary>The same generator in the driver of each compiler that users have: of the SDKs of .NET 8 (the floor), 9 and
/// 10, and of global.json.</summary>
public class CompilerVersionsTests
{
    [Theory]
    [InlineData("4.8.0")]
    [InlineData("4.14.0")]
    [InlineData("5.0.0")]
    [InlineData("5.9.0")]
    public void Every_supported_compiler_runs_the_generator_and_gets_the_same_code(string version)
    {
        var probe = new CompilerContext(version)
            .LoadFromAssemblyPath(typeof(CompilerVersionsTests).Assembly.Location)
            .GetType(typeof(CompilerProbe).FullName!)!;
        var report = (string[])probe.GetMethod(nameof(CompilerProbe.Run))!.Invoke(null, null)!;

        Assert.StartsWith(version, report[0], StringComparison.Ordinal);
        Assert.Equal(CompilerProbe.Run()[1..], report[1..]);
    }

    /// <summary>Loads the tests and the generator a second time, with another compiler. The project file tells where
    /// its packages are.</summary>
    private sealed class CompilerContext(string version) : AssemblyLoadContext(version)
    {
        private static readonly string Packages = typeof(CompilerVersionsTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "NuGetPackageRoot")
            .Value!;

        protected override Assembly? Load(AssemblyName name)
        {
            switch (name.Name)
            {
                case "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp":
                    var package = Path.Combine(
                        Packages,
                        name.Name == "Microsoft.CodeAnalysis"
                            ? "microsoft.codeanalysis.common"
                            : "microsoft.codeanalysis.csharp",
                        Name!,
                        "lib"
                    );
                    var folder =
                        Directory
                            .EnumerateDirectories(package, "net?.0")
                            .Concat(Directory.EnumerateDirectories(package, "net??.0"))
                            .Order(StringComparer.Ordinal)
                            .LastOrDefault()
                        ?? Path.Combine(package, "netcoreapp3.1");
                    return LoadFromAssemblyPath(
                        Path.Combine(
                            Directory.Exists(folder) ? folder : Path.Combine(package, "netstandard2.0"),
                            name.Name + ".dll"
                        )
                    );
                case "DataPackage.Generator" or "YamlDotNet":
                    return LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"));
                default:
                    return null;
            }
        }
    }
}

/// <summary>Runs within another compiler's context; its result contains no type of that compiler.</summary>
public static class CompilerProbe
{
    /// <summary>The compiler's version, then the messages of the generator and the compiler, then the generated code,
    /// from good and from bad seeds.</summary>
    public static string[] Run()
    {
        var compiler = typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
        var good = Samples.Harbours().Generate();
        var bad = Samples
            .Harbours()
            .With("ships/x.yaml", "? &a [*a]\n: x")
            .With("harbours/y.yaml", "nmae: Y\n")
            .Generate();
        return
        [
            compiler,
            .. good.Messages,
            .. good.CompilerMessages,
            .. good.Sources.Select(source => source.HintName + "\n" + source.SourceText),
            .. bad.Messages,
            .. bad.CompilerMessages,
        ];
    }
}
