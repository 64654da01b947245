namespace DataPackage.Consumer.Tests;

/// <summary>Mistakes of curators, in real builds: each is one error at its line and column, and none hides
/// another.</summary>
[Collection(Packages.Name)]
public class BrokenSeedsTests : IDisposable
{
    private const string Project = "Broken";

    private readonly Strangers _strangers;
    private readonly string _cases;

    public BrokenSeedsTests(Strangers strangers)
    {
        _strangers = strangers;
        _cases = Path.Combine(strangers.Folder(Project), "cases");
        if (!Directory.Exists(Path.Combine(strangers.Folder(Project), "obj")))
            strangers.Succeed(Project, "restore", "Broken.csproj");
    }

    [Fact]
    public void Without_a_broken_seed_the_package_builds() => Assert.Empty(ErrorsOf("Broken.csproj"));

    [Fact]
    public void Each_mistake_is_the_one_error_of_its_build_at_its_line_and_column()
    {
        for (var i = 0; i < BrokenSeeds.All.Count; i++)
            Write(NameOf(i), BrokenSeeds.All[i]);
        Assert.True(BrokenSeeds.All.Count >= 60, $"{BrokenSeeds.All.Count} seeds");

        Assert.Equal(
            BrokenSeeds.All.Select((seed, i) => $"cases/{NameOf(i)}/{seed}").Order(StringComparer.Ordinal),
            ErrorsOf("Cases.proj").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void All_mistakes_of_one_package_are_errors_of_one_build_and_the_compiler_has_nothing_to_add()
    {
        Write("all", [.. BrokenSeeds.All]);

        Assert.Equal(
            BrokenSeeds.All.Select(seed => $"cases/all/{seed}").Order(StringComparer.Ordinal),
            ErrorsOf("Broken.csproj", "-property:Case=cases/all").Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Of two mistakes, the one that loses nothing can be a warning; the one that loses a reference stays an
    /// error.</summary>
    [Theory]
    [InlineData("-property:Severities=severities.globalconfig")]
    [InlineData("-property:NoWarn=DP1006%3BDP2001")]
    public void A_project_sets_the_severity_of_what_is_configurable_and_of_nothing_else(string setting)
    {
        File.WriteAllText(
            Path.Combine(_strangers.Folder(Project), "severities.globalconfig"),
            "is_global = true\ndotnet_diagnostic.DP1006.severity = warning\ndotnet_diagnostic.DP2001.severity = none\n"
        );
        Write(
            "severity",
            new BrokenSeed("DP1006", "ships/a.yaml", "name: Möwe\nmasts: ▸0\n"),
            new BrokenSeed("DP2001", "ships/b.yaml", "name: Möwe\nhome: ▸oslo\n")
        );

        Assert.Equal(
            ["cases/severity/ships/b.yaml(2,7): DP2001"],
            ErrorsOf(
                "Broken.csproj",
                "-property:Case=cases/severity",
                "-property:TreatWarningsAsErrors=false",
                "-property:MSBuildTreatWarningsAsErrors=false",
                setting
            )
        );
    }

    public void Dispose()
    {
        if (Directory.Exists(_cases))
            Directory.Delete(_cases, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string NameOf(int index) => index.ToString("D2", null);

    /// <summary>Writes a seeds folder with the good seeds and these.</summary>
    private void Write(string name, params BrokenSeed[] seeds)
    {
        var (good, folder) = (Path.Combine(_strangers.Folder(Project), "seeds"), Path.Combine(_cases, name));
        foreach (var file in Directory.EnumerateFiles(good, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(good, file), File.ReadAllText(file));
        foreach (var seed in seeds)
            Write(seed.Path, seed.Text);

        void Write(string path, string text)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    private IEnumerable<string> ErrorsOf(string project, params string[] arguments) =>
        _strangers
            .ErrorsOf(Project, [project, "--no-restore", .. arguments])
            .Select(error => $"{error.File}({error.Line},{error.Column}): {error.Code}");
}
