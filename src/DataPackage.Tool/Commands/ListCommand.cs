using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DataPackage.Engine;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Lists the kinds of a package, or the entities of a kind.</summary>
internal static class ListCommand
{
    private const string Id = "id";

    public static Verb Verb { get; } =
        new()
        {
            Name = "list",
            Description = "Lists the kinds, or the entities of a kind, ordered by id.",
            Examples =
            [
                "datapackage list",
                "datapackage list persons --columns id,name,country",
                "datapackage list Event --where place=istanbul --csv",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var kind = new Argument<string?>("kind")
        {
            Description = "A kind, by its name or the folder of its seeds. [default: all kinds, with counts]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (where, columns) = (Where(), Columns());
        var json = new Option<bool>("--json") { Description = "Writes JSON, with all values." };
        var csv = new Option<bool>("--csv") { Description = "Writes CSV (RFC 4180)." };
        command.Arguments.Add(kind);
        command.Options.Add(where);
        command.Options.Add(columns);
        command.Options.Add(json);
        command.Options.Add(csv);
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv))
                throw StopException.Usage("--json and --csv exclude each other");
            var compiler = package.Find(parsed, session).Compile();
            var write =
                parsed.GetValue(csv) ? TableText.WriteCsv
                : parsed.GetValue(json) ? WriteKinds
                : (Action<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>, Session>)TableText.Write;
            if (parsed.GetValue(kind) is not { } name)
            {
                write(["kind", "entities", "seeds"], Kinds(compiler), session);
                return ExitCode.Fine;
            }

            var list = new EntityList(new EntityFinder(compiler).Kind(name).Kind, compiler, session);
            list.Filter(parsed.GetValue(where) ?? []);
            if (parsed.GetValue(json))
                list.WriteJson(parsed.GetValue(columns));
            else
                list.Write(parsed.GetValue(columns), write);
            return ExitCode.Fine;
        };
    }

    private static void WriteKinds(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        Session session
    ) => TableText.WriteJson(header, rows, ["entities"], session);

    private static Option<string[]> Where() =>
        new("--where")
        {
            Description = "Only entities that state this value, as in place=istanbul. Several must all be stated.",
            HelpName = "property=value",
        };

    private static Option<string?> Columns() =>
        new("--columns")
        {
            Description = "The properties to show, with commas between. [default: the featured ones, or all]",
            HelpName = "names",
        };

    private static IEnumerable<IReadOnlyList<string>> Kinds(PackageCompiler compiler) =>
        compiler.Index.Kinds.Select(kind =>
            (IReadOnlyList<string>)
                [kind.Kind.Name, kind.Entities.Count.ToString(CultureInfo.InvariantCulture), kind.Kind.Collection]
        );

    /// <summary>The entities of one kind that a filter leaves.</summary>
    private sealed class EntityList(Kind kind, PackageCompiler compiler, Session session)
    {
        private IEnumerable<LinkedEntity> _entities = new EntityFinder(compiler).EntitiesOf(compiler.Index[kind.Name]);

        public void Filter(IEnumerable<string> conditions)
        {
            foreach (var condition in conditions)
            {
                if (condition.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                    throw StopException.Usage($"'{condition}' is no condition: write property=value");
                var (property, value) = (PropertyOf(condition[..at]), condition[(at + 1)..]);
                _entities = _entities.Where(entity => Texts(entity, property).Contains(value, StringComparer.Ordinal));
            }
        }

        private IEnumerable<string> Texts(LinkedEntity entity, Property? property) =>
            property is null
                ? [entity.Id]
                : ValueText.Texts(entity.Values[kind.IndexOf(property.Name)], property, compiler.Schema);

        /// <summary>The property of this name; null for the id.</summary>
        private Property? PropertyOf(string name)
        {
            if (kind.IndexOf(name) is >= 0 and var index)
                return kind.Properties[index];
            return name == Id
                ? null
                : throw StopException.Usage($"{kind.Name} has no property '{name}'{Nearest(name)}");
        }

        private string Nearest(string name) =>
            MessageText.DidYouMean(NameList.FindNearest(name, [kind.PropertyNames], new(SuggestionWork.OfPackage)));

        public void Write(
            string? columns,
            Action<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>, Session> write
        )
        {
            var names = columns is null ? DefaultColumns() : NamesIn(columns);
            var properties = names.Select(PropertyOf).ToList();
            write(names, _entities.Select(entity => Row(entity, properties)), session);
        }

        private static string[] NamesIn(string columns) =>
            columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        private string[] DefaultColumns()
        {
            var shown = kind.Featured.Count > 0 ? kind.Featured : kind.Properties.Select(property => property.Name);
            return [.. new[] { Id, kind.Caption }.OfType<string>().Concat(shown).Distinct(StringComparer.Ordinal)];
        }

        private IReadOnlyList<string> Row(LinkedEntity entity, IEnumerable<Property?> properties) =>
            [
                .. properties.Select(property =>
                    property is null ? entity.Id
                    : entity.Values[kind.IndexOf(property.Name)] is { } value
                        ? ValueText.Of(value, property, compiler.Schema)
                    : ""
                ),
            ];

        /// <summary>Writes these columns, null where there is no value; or all that is stated.</summary>
        public void WriteJson(string? columns)
        {
            var chosen = columns is null ? null : NamesIn(columns).Select(PropertyOf).ToList();
            session.Write(
                JsonText.Write(json =>
                {
                    json.WriteStartArray();
                    foreach (var entity in _entities)
                    {
                        json.WriteStartObject();
                        if (chosen is null)
                        {
                            json.WriteString(Id, entity.Id);
                            ValueJson.WriteMembers(kind, entity.Values, compiler.Schema, json);
                        }

                        foreach (var property in chosen ?? [])
                            WriteCell(entity, property, json);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                })
            );
        }

        private void WriteCell(LinkedEntity entity, Property? property, Utf8JsonWriter json)
        {
            json.WritePropertyName(property?.Name ?? Id);
            if (property is null)
                json.WriteStringValue(entity.Id);
            else
                ValueJson.Write(entity.Values[kind.IndexOf(property.Name)], property, compiler.Schema, json);
        }
    }
}
