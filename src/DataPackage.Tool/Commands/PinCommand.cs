using System.CommandLine;
using DataPackage.BuildTasks;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Writes inferred schemas into the seeds.</summary>
internal static class PinCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "pin",
            Description = "Writes the schemas of inferred kinds, so a value added later cannot change a type.",
            Examples = ["datapackage pin --seeds samples/Languages"],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var kind = new Argument<string?>("kind")
        {
            Description = "The kind to pin. [default: all that are inferred]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        command.Arguments.Add(kind);
        var options = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            Pin(options.Find(parsed, session), parsed.GetValue(kind), session);
            return ExitCode.Fine;
        };
    }

    /// <summary>A schema that exists was written by hand, and stays.</summary>
    private static void Pin(SeedPackage package, string? kind, Session session)
    {
        var compiler = package.Compile();
        var name = kind is null ? null : new EntityFinder(compiler).Kind(kind).Kind.Name;
        package.RefuseLinksOnTheWayTo(package.PathOf("schema/x.yaml"));
        var schemas = compiler
            .Pinned.Where(schema => name is null || schema.IsOf(name))
            .Where(schema => SeedNames.Refuse(schema.Path) is null && !Links.IsTaken(package.PathOf(schema.Path)))
            .Select(schema => WrittenFile.New(package.PathOf(schema.Path), schema.Text))
            .ToList();
        SeedWriter.Write(schemas, session);
        foreach (var schema in schemas)
            session.WriteDone(session.Show(schema.Target!));
        if (schemas.Count == 0)
            session.Tell("no kind was inferred: all have a schema");
    }
}
