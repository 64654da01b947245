using System.CommandLine;
using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Gives an entity another id, wherever it is named.</summary>
internal static class RenameCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "rename",
            Description =
                "Gives an entity another id: in its seed, references, citations and mentions. The old id "
                + "becomes a former id; renaming back takes that away.",
            Examples =
            [
                "datapackage rename marc-fogel marc-h-fogel",
                "datapackage rename Place/istanbul istanbul-city --apply",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var entity = new Argument<string>("entity") { Description = "The id, with its kind if several kinds have it." };
        var id = new Argument<string>("new-id") { Description = "The id that it gets." };
        command.Arguments.Add(entity);
        command.Arguments.Add(id);
        var apply = PackageOptions.AddApply(command);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var run = new ChangeRun(package.Find(parsed, session), session);
            var target = new EntityFinder(run.Before).Entity(parsed.GetValue(entity)!).Entity;
            var name = parsed.GetValue(id)!;
            var changes = Rename(target, name, run);
            run.Verify(changes, each => each == target ? name : each.Id);
            return run.Finish(changes, parsed.GetValue(apply));
        };
    }

    private static SeedChanges Rename(EntityLink target, string name, ChangeRun run)
    {
        var (compiler, changes) = (run.Before, run.NewChanges());
        var kind = compiler.Index[target.Kind];
        var source = EntitySource.Of(target, compiler);
        if (name == target.Id)
            throw StopException.Usage($"'{name}' is the id that it has");
        if (source.IsFile && !Names.IsId(name))
            throw StopException.Usage(
                $"'{name}' is no id: small letters, digits and hyphens{MessageText.DidYouMean(Names.SuggestId(name))}"
            );
        if (kind.Find(name) is not null)
            throw StopException.Findings($"{target.Kind} has the id '{name}' already; 'merge' makes one entity of two");
        var former = kind.FindFormer(name);
        if (former is not null && former != target)
            throw StopException.Findings($"'{name}' is a former id of '{former.Id}'");

        if (source.IsFile)
            MoveFile(source, name, compiler, changes);
        else
            changes.Replace(source.Entity.Location, target.Id, name);
        foreach (var place in ReferencePlaces.Of(target, compiler))
            changes.Replace(place.Location, place.Text, place.For(name));
        var formerIds = new FormerIdsEdit(source, changes);
        if (former is not null)
            formerIds.Remove(name);
        else
            formerIds.Add([target.Id]);
        return changes;
    }

    /// <summary>Renames the file, and that of an article's text, with the places that name it.</summary>
    private static void MoveFile(EntitySource source, string name, PackageCompiler compiler, SeedChanges changes)
    {
        var texts = compiler.Bound.Where(seed =>
            seed.Text?.Id == source.Entity.Id && source.Entity.Article is not null
        );
        foreach (var path in texts.Select(seed => seed.SeedPath).Prepend(source.Seed.SeedPath))
        {
            var target = path[..(path.LastIndexOf('/') + 1)] + name + Path.GetExtension(path);
            changes.Move(path, target);
            foreach (var facts in compiler.Documents.Where(document => SeedPaths.IsPackageFacts(document.SeedPath)))
            foreach (var span in ScalarsIn(facts.Root, path))
                changes.Replace(facts.At(span), path, target);
        }

        if (
            source.Mapping?.Find("id") is { } own
            && own.ValueSlot.Text == source.Entity.Id
            && compiler.Schema[source.Entity.Kind].IndexOfKey("id") < 0
        )
            changes.Replace(source.Document.At(own.ValueSlot.Span), source.Entity.Id, name);
    }

    private static IEnumerable<Engine.Text.TextSpan> ScalarsIn(SeedNode? node, string text) =>
        node switch
        {
            SeedScalar scalar when scalar.Text == text => [scalar.Span],
            SeedMapping mapping => mapping.Entries.SelectMany(entry => ScalarsIn(entry.Value, text)),
            SeedSequence list => list.Items.SelectMany(item => ScalarsIn(item, text)),
            _ => [],
        };
}
