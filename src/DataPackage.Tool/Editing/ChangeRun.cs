using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Checks changes in memory, then shows or writes them.</summary>
internal sealed class ChangeRun(SeedPackage package, Session session)
{
    public IReadOnlyList<SeedInput> Inputs { get; } = package.Read();

    private PackageCompiler? _before;
    private IReadOnlyList<SeedDiagnostic>? _messages;

    /// <summary>The package as it is.</summary>
    public PackageCompiler Before => _before ??= package.Compile(Inputs);

    public IReadOnlyList<SeedDiagnostic> Messages => _messages ??= Before.Check();

    public SeedChanges NewChanges() => new(Before, package, session);

    public PackageCompiler Preview(SeedChanges changes) => package.Compile(changes.Preview(Inputs));

    /// <summary>The messages that changes would add: of each rule, more than there were.</summary>
    public IReadOnlyList<SeedDiagnostic> Added(IReadOnlyList<SeedDiagnostic> after)
    {
        var known = Messages.GroupBy(message => message.Rule).ToDictionary(group => group.Key, group => group.Count());
        var texts = Messages.Select(message => message.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after
                .GroupBy(message => message.Rule)
                .Where(group => group.Count() > known.GetValueOrDefault(group.Key))
                .SelectMany(group =>
                    group.Where(message => !texts.Contains(message.Text)).DefaultIfEmpty(group.Last())
                ),
        ];
    }

    /// <summary>Refuses changes that bring mistakes or change what other entities say.</summary>
    /// <param name="nameOf">The name that an entity of before has after.</param>
    /// <param name="except">The entities that are meant to change, by kind and id.</param>
    public void Verify(SeedChanges changes, Func<EntityLink, string> nameOf, params string[] except)
    {
        var after = Preview(changes);
        if (Added(after.Check()) is { Count: > 0 } added)
        {
            TextReport.Tell(added.Select(message => Finding.Of(message, session)), session);
            throw StopException.Findings("the change would bring these messages: nothing is changed");
        }

        var (old, now) = (PackageContent.Of(Before, nameOf), PackageContent.Of(after));
        foreach (var name in except)
            (_, _) = (old.Remove(name), now.Remove(name));
        var differing = old
            .Keys.Union(now.Keys)
            .FirstOrDefault(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name));
        if (differing is not null)
            throw StopException.Findings($"the change would change what '{differing}' says: change it by hand");
    }

    /// <summary>Shows the changes as a diff, or writes them.</summary>
    public int Finish(SeedChanges changes, bool isApplied)
    {
        var files = changes.Files;
        if (!isApplied)
        {
            UnifiedDiff.Write(files, session);
            session.Tell($"{Counted.Of(files.Count, "file")} would change: --apply writes them");
            return ExitCode.Fine;
        }

        SeedWriter.Write([.. files.Select(file => file.Written)], session);
        foreach (var file in files)
            session.WriteDone(
                file.Target is null ? $"removed {session.Show(file.Path)}"
                : file.Target == file.Path ? $"changed {session.Show(file.Path)}"
                : $"renamed {session.Show(file.Path)} to {session.Show(file.Target)}"
            );
        return ExitCode.Fine;
    }
}
