using System.CommandLine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Makes one entity of two.</summary>
internal static class MergeCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "merge",
            Description =
                "Makes one entity of two: values and citations that the second lacks are added to it, and "
                + "whatever names the first names the second. The id of the first becomes a former id.",
            Examples = ["datapackage merge washington moscow --keep"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var from = new Argument<string>("entity") { Description = "The entity that goes." };
        var into = new Argument<string>("into") { Description = "The entity that stays." };
        var keep = new Option<bool>("--keep")
        {
            Description = "Where both state different values, keeps those of the entity that stays.",
        };
        command.Arguments.Add(from);
        command.Arguments.Add(into);
        command.Options.Add(keep);
        var apply = PackageOptions.AddApply(command);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var run = new ChangeRun(package.Find(parsed, session), session);
            var finder = new EntityFinder(run.Before);
            var (old, stays) = (
                finder.Entity(parsed.GetValue(from)!).Entity,
                finder.Entity(parsed.GetValue(into)!).Entity
            );
            if (old == stays)
                throw StopException.Usage($"both are {old.Kind}/{old.Id}");
            if (old.Kind != stays.Kind)
                throw StopException.Findings($"'{old.Id}' is a {old.Kind}, and '{stays.Id}' a {stays.Kind}");
            var changes = Merge(old, stays, parsed.GetValue(keep), run);
            string NameOf(EntityLink entity) => entity == old ? stays.Id : entity.Id;
            run.Verify(changes, NameOf, $"{stays.Kind}/{stays.Id}");
            return run.Finish(changes, parsed.GetValue(apply));
        };
    }

    private static SeedChanges Merge(EntityLink old, EntityLink stays, bool keeps, ChangeRun run)
    {
        var (compiler, changes) = (run.Before, run.NewChanges());
        var finder = new EntityFinder(compiler);
        var (from, into) = (EntitySource.Of(old, compiler), EntitySource.Of(stays, compiler));
        if (from.Entity.Article is not null)
            throw StopException.Findings("articles cannot be merged: citations name passages of one text");
        var conflicts = Conflicts(finder.Linked(old), finder.Linked(stays), compiler.Schema[old.Kind]);
        if (conflicts.Count > 0 && !keeps)
            throw StopException.Findings(
                $"both state different values of {string.Join(", ", conflicts)}: make them equal, or say --keep"
            );
        foreach (var place in ReferencePlaces.Of(old, compiler))
            // What goes with the entity needs no change.
            if (!(from.IsFile && place.Location.Path == from.Document.FilePath))
                changes.Replace(place.Location, place.Text, place.For(stays.Id));
        new EntityMerge(from, into, compiler.Schema[old.Kind], changes) { Conflicts = conflicts }.Add();
        new FormerIdsEdit(into, changes).Add([old.Id, .. from.Entity.FormerIds.Select(former => former.Id)]);
        return changes;
    }

    /// <summary>The properties that both state, where the one that stays does not state all that the other
    /// does.</summary>
    private static List<string> Conflicts(LinkedEntity old, LinkedEntity stays, Kind kind)
    {
        var conflicts = new List<string>();
        for (var i = 0; i < kind.Properties.Count; i++)
        {
            var (value, claims) = (old.Values[i], ClaimsOf(old, i));
            var (kept, keptClaims) = (stays.Values[i], ClaimsOf(stays, i));
            var areStated = (value is not null || claims.Count > 0) && (kept is not null || keptClaims.Count > 0);
            if (areStated && !(Equals(value, kept) && (claims.Count == 0 || claims.SequenceEqual(keptClaims))))
                conflicts.Add(kind.Properties[i].Name);
        }

        return conflicts;
    }

    private static List<Claim> ClaimsOf(LinkedEntity entity, int property) =>
        [.. entity.Claims.Where(claim => claim.Property == property)];
}
