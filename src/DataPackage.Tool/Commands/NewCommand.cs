using System.CommandLine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Writes the seed of a new entity.</summary>
internal static class NewCommand
{
    private static readonly string[] ManyInOne = [".yaml", ".yml", ".json", ".csv", ".tsv"];

    public static Verb Verb { get; } =
        new()
        {
            Name = "new",
            Description = "Writes a seed: required properties, and the others as comments that describe them.",
            Examples =
            [
                "datapackage new Place warsaw --set name=Warsaw --set type=city",
                "datapackage new persons jane-doe --from marc-fogel",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var kind = new Argument<string>("kind") { Description = "The kind, by its name or the folder of its seeds." };
        var id = new Argument<string>("id") { Description = "The id: small letters, digits and hyphens." };
        var set = new Option<string[]>("--set")
        {
            Description = "The value of a property; [a, b] is a list and {en: a} a mapping.",
            HelpName = "property=value",
        };
        var from = new Option<string?>("--from")
        {
            Description = "An entity of the kind whose values are copied, without those that must be unique.",
            HelpName = "entity",
        };
        command.Arguments.Add(kind);
        command.Arguments.Add(id);
        command.Options.Add(set);
        command.Options.Add(from);
        var options = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var package = options.Find(parsed, session);
            var run = new ChangeRun(package, session);
            var finder = new EntityFinder(run.Before);
            var index = finder.Kind(parsed.GetValue(kind)!);
            RefuseId(index, parsed.GetValue(id)!);
            RefusePlace(index.Kind, package, session);
            var seed = new NewSeed(index.Kind, SeedTemplate.Values(parsed.GetValue(set) ?? [], index.Kind));
            if (parsed.GetValue(from) is { } source)
                seed.CopyFrom(SourceEntries.Of(finder.Entity(source).Entity, index.Kind, run.Before, package));
            var extension = index.Kind.IsArticle ? ".md" : ".yaml";
            var path = $"{index.Kind.Collection}/{parsed.GetValue(id)}{extension}";
            Write(new SeedInput(path, package.PathOf(path), seed.Write()), package, run, session);
            var accessor = KindIndex.AccessorOf(index.Kind, parsed.GetValue(id)!, null);
            if (index.Kind.Seeding.Accessors is AccessorPolicy.All or AccessorPolicy.Distinct)
                session.Tell($"accessor: {index.Kind.Plural}.{accessor}");
            return ExitCode.Fine;
        };
    }

    private static void RefuseId(KindIndex kind, string id)
    {
        if (!Names.IsId(id))
            throw StopException.Usage(
                $"'{id}' is no id: small letters, digits and hyphens{MessageText.DidYouMean(Names.SuggestId(id))}"
            );
        if (kind.Find(id) is not null)
            throw StopException.Findings($"{kind.Kind.Name} has the id '{id}' already");
        if (kind.FindFormer(id) is { } now)
            throw StopException.Findings(
                $"'{id}' is a former id of '{now.Id}': code that uses it means that entity, so no other may have it"
            );
    }

    private static void RefusePlace(Kind kind, SeedPackage package, Session session)
    {
        var many = ManyInOne
            .Select(extension => package.PathOf(kind.Collection + extension))
            .FirstOrDefault(File.Exists);
        if (many is not null)
            throw StopException.Findings($"the entities of {kind.Name} are in {session.Show(many)}: add it there");
        if (kind.Seeding is not { Source: null, Items: null, Id: null })
            throw StopException.Findings(
                $"datapackage.yaml says where the entities of {kind.Name} are: add it to such a file"
            );
    }

    /// <summary>Writes the seed, unless it has mistakes other than values that are still missing.</summary>
    private static void Write(SeedInput seed, SeedPackage package, ChangeRun run, Session session)
    {
        package.RefuseLinksOnTheWayTo(seed.FilePath);
        var messages = package.Compile(run.Inputs.Append(seed)).Check();
        // A value that must be unique may be a mistake at the other place.
        var added = run.Added(messages).ToHashSet();
        var mistakes = messages
            .Where(message => message.Location.Path == seed.FilePath || added.Contains(message))
            .Where(message => IsMistake(message.Rule))
            .Select(message => Finding.Of(message, session))
            .ToList();
        if (mistakes.Count > 0)
        {
            TextReport.Tell(mistakes, session);
            throw StopException.Findings("the seed would have these mistakes, and is not written");
        }

        SeedWriter.Write([WrittenFile.New(seed.FilePath, seed.Text!)], session);
        session.WriteDone(session.Show(seed.FilePath));
    }

    private static bool IsMistake(Rule rule) =>
        rule.Severity == RuleSeverity.Error
        && rule != Rules.MissingProperty
        && rule != Rules.Uncited
        && rule != Rules.UncitedValue;
}
