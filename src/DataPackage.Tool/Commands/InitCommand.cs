using System.CommandLine;
using DataPackage.BuildTasks;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Starts a package.</summary>
internal static class InitCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "init",
            Description = "Starts a package: writes the folder 'seeds', with a sample if you like.",
            Examples = ["datapackage init fleet --sample ships", "datapackage init library --citations property"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "The folder of the package; its name becomes the namespace. [default: the folder at hand]",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var sample = new Option<string>("--sample")
        {
            Description = "The seeds to start with.",
            DefaultValueFactory = _ => Sample.None,
        };
        sample.AcceptOnlyFromAmong([.. Sample.Names]);
        var language = new Option<string>("--language")
        {
            Description = "The language of texts that state none (BCP 47).",
            DefaultValueFactory = _ => "en",
            HelpName = "tag",
        };
        var citations = new Option<string>("--citations")
        {
            Description = "What must be cited: nothing, each entity, or each value.",
            DefaultValueFactory = _ => "none",
        };
        citations.AcceptOnlyFromAmong("none", "entity", "property");
        command.Arguments.Add(folder);
        command.Options.Add(sample);
        command.Options.Add(language);
        command.Options.Add(citations);
        return (parsed, session) =>
        {
            var package = session.Resolve(parsed.GetValue(folder)!);
            var files = Sample.Read(
                parsed.GetValue(sample)!,
                NamespaceOf(package),
                parsed.GetValue(language)!,
                parsed.GetValue(citations)!
            );
            Write(package, files, session);
            return ExitCode.Fine;
        };
    }

    private static void Write(string package, IReadOnlyList<(string Path, string Text)> files, Session session)
    {
        var seeds = Path.Combine(package, "seeds");
        if (Links.IsLink(seeds) || (Directory.Exists(seeds) && Directory.EnumerateFileSystemEntries(seeds).Any()))
            throw StopException.NotStarted($"'{session.Show(seeds)}' exists: nothing is written");
        var written = files.Select(file => WrittenFile.New(Path.Combine(package, file.Path), file.Text)).ToList();
        SeedWriter.Write(written, session);
        foreach (var file in written)
            session.WriteDone(session.Show(file.Target!));
        session.Tell($"check it: datapackage check {session.Show(package)}");
    }

    private static string NamespaceOf(string folder)
    {
        var name = Names.ToPascalCase(Path.GetFileName(folder.TrimEnd('/', '\\')));
        return Names.IsNamespace(name) && !Names.IsTakenNamespace(name) ? name : "Package";
    }
}
