using System.CommandLine;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Shows one entity with all that is known of it.</summary>
internal static class ShowCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "show",
            Description = "Shows an entity: its values, the passages that support them, and who refers to it.",
            Examples =
            [
                "datapackage show sergey-lavrov",
                "datapackage show \"Sergej W. Lawrow\" --seeds seeds",
                "datapackage show Event/istanbul-talks-2025 --json",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var entity = new Argument<string>("entity")
        {
            Description = "An id, with its kind as in Ship/albatros if several kinds have it; or a name.",
        };
        var json = new Option<bool>("--json") { Description = "Writes JSON." };
        command.Arguments.Add(entity);
        command.Options.Add(json);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var compiler = package.Find(parsed, session).Compile();
            var found = new EntityFinder(compiler).Entity(parsed.GetValue(entity)!);
            var sheet = EntitySheet.Of(found, compiler, session);
            if (parsed.GetValue(json))
                sheet.WriteJson(session);
            else
                sheet.WriteText(session);
            return ExitCode.Fine;
        };
    }
}
