using DataPackage.Testing;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Folders;

/// <summary>Folders that others wrote, without a schema: each builds, every scalar is read back, and pinning changes
/// nothing.</summary>
public class FolderTests
{
    /// <summary>A fault is often in every record.</summary>
    private const int Shown = 12;

    public static TheoryData<string> Names => [.. FolderPackage.Names];

    [NodeTheory]
    [MemberData(nameof(Names))]
    public void A_folder_of_others_builds_and_is_read_back_and_pinned(string name)
    {
        var folder = new FolderPackage(name);
        var built = folder.Generate();
        var faults = FaultsOf(folder, built);
        if (faults.Count == 0)
        {
            var pinned = folder.GeneratePinned();
            Add(faults, "pinned", pinned.Errors);
            Add(faults, "pinned", Changed(built, pinned));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [NodeTheory]
    [MemberData(nameof(Names))]
    public void A_folder_of_others_in_the_seeds_folder_builds_and_is_read_back(string name)
    {
        var folder = new FolderPackage(name, name + "/");
        var faults = FaultsOf(folder, folder.Generate());
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Set UPDATE_SNAPSHOTS=1 to rewrite the list, and read every change.</summary>
    [Fact]
    public void Files_that_are_not_read_as_data_are_those_that_a_person_would_leave_out()
    {
        var list = Repository.PathOf("tests/DataPackage.Generator.Tests/Folders/LeftOver.txt");
        var found = FolderPackage
            .Names.SelectMany(name => new FolderPackage(name).LeftOver)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(list, string.Concat(found.Select(path => path + "\n")));
        else
            Assert.Equal(File.ReadAllLines(list), found);
    }

    private static List<string> FaultsOf(FolderPackage folder, Generated built)
    {
        var faults = new List<string>();
        if (built.Exception is { } failure)
            faults.Add($"exception: {failure}");
        Add(faults, "error", built.Errors);
        Add(faults, "compiler", built.CompilerMessages);
        Add(faults, "repeated", Repeated(built, folder.Schema.Kinds.Count(kind => kind.IsConcrete)));
        if (faults.Exists(fault => !fault.StartsWith("repeated", StringComparison.Ordinal)))
            return faults;
        var back = folder.ReadBack(built);
        Add(faults, "read back", back.Differences);
        Add(faults, "read back", back.Scalars > 0 ? [] : ["no scalar was compared"]);
        return faults;
    }

    /// <summary>Rules that report one file twice, or more often than there are kinds.</summary>
    private static IEnumerable<string> Repeated(Generated built, int kinds)
    {
        var rules = built.Messages.GroupBy(message => message[(message.LastIndexOf(' ') + 1)..]).ToList();
        return rules
            .SelectMany(rule => rule.GroupBy(message => message.Split('(')[0]).Where(file => file.Count() > 1))
            .Concat(rules.Where(rule => rule.Count() > Math.Max(kinds, 1)))
            .Select(messages => $"{messages.Count()} times: {messages.First()}");
    }

    private static IEnumerable<string> Changed(Generated built, Generated pinned)
    {
        var after = pinned.Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return built
            .Sources.Where(source =>
                !after.TryGetValue(source.HintName, out var text) || text != source.SourceText.ToString()
            )
            .Select(source => $"{source.HintName} is other code")
            .Concat(
                after.Keys.Except(built.Sources.Select(source => source.HintName)).Select(name => $"{name} is new")
            );
    }

    private static void Add(List<string> faults, string what, IEnumerable<string> found)
    {
        var all = found.ToList();
        faults.AddRange(all.Take(Shown).Select(each => $"{what}: {each}"));
        if (all.Count > Shown)
            faults.Add($"{what}: and {all.Count - Shown} more");
    }
}
