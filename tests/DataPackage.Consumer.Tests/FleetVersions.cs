using System.IO.Compression;

namespace DataPackage.Consumer.Tests;

/// <summary>Version 1.0.0 of the package of tests/Consumer/Versions, and a next version for each change. A program that
/// was compiled against the first runs on each.</summary>
public sealed class FleetVersions
{
    private const string Folder = "Versions";
    private readonly Strangers _strangers;
    private readonly string _refusals;
    private readonly string _app;
    private readonly string _database;

    public FleetVersions(Strangers strangers)
    {
        _strangers = strangers;
        Directory.Move(PathOf("seeds"), PathOf("old"));
        strangers.Succeed(Folder, "pack", "Fleet");
        foreach (var change in ChangedFleet.All)
            WriteSeeds(change);
        strangers.Succeed(Folder, "pack", Write("accepted.proj", Pack(change => change.Level, noBuild: false)));
        _refusals = strangers
            .Try(Folder, "pack", Write("refused.proj", Pack(change => TooLow(change.Level), noBuild: true)))
            .Output;
        strangers.Succeed(Folder, "build", "FleetApp", "--output", "app");
        _app = PathOf("app");
        _database = PathOf("stored.db");
        Before = Run("store");
    }

    /// <summary>What the program gets from the version that it was compiled against, by what it asks for.</summary>
    public IReadOnlyDictionary<string, string> Before { get; }

    /// <summary>What it gets from the next version.</summary>
    public IReadOnlyDictionary<string, string> After(ChangedFleet change)
    {
        using (var package = ZipFile.OpenRead(PathOf($"packed/Fleet.{VersionOf(change, change.Level)}.nupkg")))
            package.GetEntry("lib/net8.0/Fleet.dll")!.ExtractToFile(Path.Combine(_app, "Fleet.dll"), overwrite: true);
        return Run();
    }

    /// <summary>The message that refuses a version that is too low for the change.</summary>
    public string? RefusalOf(ChangedFleet change) =>
        _refusals
            .Split('\n')
            .FirstOrDefault(line =>
                line.Contains("error DP4012", StringComparison.Ordinal)
                && line.Contains($"the version is {VersionOf(change, TooLow(change.Level))}:", StringComparison.Ordinal)
            );

    private Dictionary<string, string> Run(params string[] arguments) =>
        _strangers
            .Succeed(Folder, [Path.Combine(_app, "FleetApp.dll"), _database, .. arguments])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    private void WriteSeeds(ChangedFleet change)
    {
        var folder = PathOf(NameOf(change));
        _strangers.Copy(Path.Combine(Folder, "old"), Path.Combine(Folder, NameOf(change)));
        foreach (var (path, old, now) in change.Edits)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (old is null)
                File.WriteAllText(file, now ?? File.ReadAllText(Path.Combine(PathOf("old"), ChangedFleet.Moved)));
            else if (now is null)
                File.Delete(file);
            else
            {
                var text = File.ReadAllText(file);
                Assert.Contains(old, text, StringComparison.Ordinal);
                File.WriteAllText(file, text.Replace(old, now, StringComparison.Ordinal));
            }
        }

        Directory.CreateDirectory(Path.Combine(folder, "releases"));
        File.WriteAllText(
            Path.Combine(folder, "releases", "ledger.tsv"),
            PackingTests.Ledger("Port/oslo", "Ship/gull", "Ship/puffin", "Ship/tern")
        );
        using var first = ZipFile.OpenRead(PathOf("packed/Fleet.1.0.0-old.nupkg"));
        first.GetEntry("datapackage/facts.tsv")!.ExtractToFile(Path.Combine(folder, "releases", "facts.tsv"));
    }

    /// <summary>A project that packs all changes, each with the version of a level.</summary>
    private static string Pack(Func<ChangedFleet, string> levelOf, bool noBuild) =>
        $"""
            <Project>
              <ItemGroup>
                {string.Concat(
                    ChangedFleet.All.Select(change =>
                        $"<Change Include=\"Fleet/Fleet.csproj\" AdditionalProperties=\"Seeds={NameOf(change)};Version={VersionOf(change, levelOf(change))}\" />\n"
                    )
                )}
              </ItemGroup>
              <Target Name="Restore" />
              <Target Name="Pack">
                <MSBuild
                  Projects="@(Change)"
                  Targets="Pack"
                  Properties="NoBuild={noBuild}"
                  BuildInParallel="true"
                  ContinueOnError="true"
                />
              </Target>
            </Project>
            """;

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    private static string NameOf(ChangedFleet change) => change.What.Replace(' ', '-');

    private static string VersionOf(ChangedFleet change, string level) =>
        level switch
        {
            "major" => "2.0.0",
            "minor" => "1.1.0",
            "patch" => "1.0.1",
            "none" => "1.0.0",
            "less" => "0.9.0",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        } + $"-{NameOf(change)}";

    private static string TooLow(string level) =>
        level switch
        {
            "major" => "minor",
            "minor" => "patch",
            "patch" => "none",
            "none" => "less",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    private string PathOf(string path) => Path.Combine(_strangers.Folder(Folder), path);
}
