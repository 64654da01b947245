using System.CommandLine;
using System.Globalization;
using DataPackage.Engine;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Finds the entities that a text names.</summary>
internal static class MentionsCommand
{
    public static Verb Verb { get; } =
        new()
        {
            Name = "mentions",
            Description = "Finds the entities that a text names, with the places.",
            Examples =
            [
                "datapackage mentions seeds/articles/dmitriev-in-washington.md",
                "datapackage mentions seeds/articles/dmitriev-in-washington.md --suggest",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var file = new Argument<string>("file") { Description = "A text in UTF-8." };
        var suggest = new Option<bool>("--suggest")
        {
            Description = "Writes the 'mentions' for the article's seed instead.",
        };
        var json = new Option<bool>("--json") { Description = "Writes JSON." };
        command.Arguments.Add(file);
        command.Options.Add(suggest);
        command.Options.Add(json);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var text = File.ReadAllText(session.Resolve(parsed.GetValue(file)!));
            var compiler = package.Find(parsed, session).Compile();
            var found = new MentionFinder(compiler).Find(text);
            if (parsed.GetValue(suggest))
                Suggest(found, compiler, session);
            else
                Write(found, text, parsed.GetValue(json) ? WriteJson : TableText.Write, session);
            return ExitCode.Fine;
        };
    }

    private static void WriteJson(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        Session session
    ) => TableText.WriteJson(header, rows, ["line", "column"], session);

    private static void Write(
        IReadOnlyList<(EntityLink Entity, int Start, int Length)> found,
        string text,
        Action<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>, Session> write,
        Session session
    ) =>
        write(
            ["line", "column", "entity", "text"],
            found.Select(each =>
                (IReadOnlyList<string>)
                    [
                        (text.AsSpan(0, each.Start).Count('\n') + 1).ToString(CultureInfo.InvariantCulture),
                        (each.Start - text.LastIndexOf('\n', Math.Max(0, each.Start - 1))).ToString(
                            CultureInfo.InvariantCulture
                        ),
                        $"{each.Entity.Kind}/{each.Entity.Id}",
                        text.Substring(each.Start, each.Length),
                    ]
            ),
            session
        );

    /// <summary>Writes each entity once, in the order of the text; with its kind if others have the id.</summary>
    private static void Suggest(
        IReadOnlyList<(EntityLink Entity, int Start, int Length)> found,
        PackageCompiler compiler,
        Session session
    )
    {
        var names = found
            .Select(each => each.Entity)
            .Distinct()
            .Select(entity => compiler.Index.FindAll(entity.Id).Count == 1 ? entity.Id : $"{entity.Kind}/{entity.Id}");
        session.Write($"mentions: [{string.Join(", ", names.Select(YamlText.Scalar))}]");
    }
}
