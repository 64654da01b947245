using System.Text.RegularExpressions;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Text;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.Tables;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Export.Ftm;

/// <summary>Entities of FollowTheMoney, one on each line, of the kinds whose schema says <c>ftm</c>. What has no place
/// there is counted in a file and told.</summary>
internal sealed partial class FtmExport
{
    private readonly ExportSource _source;
    private readonly FtmModel _model = FtmModel.Read();
    private readonly Dictionary<string, FtmSchema> _schemas;
    private readonly SortedDictionary<(string What, string Why), int> _unmapped = [];

    private FtmExport(ExportSource source)
    {
        _source = source;
        _schemas = source
            .Schema.ConcreteKinds.Where(kind => kind.Ftm is not null)
            .ToDictionary(kind => kind.Name, kind => _model.Find(kind.Ftm!)!, StringComparer.Ordinal);
    }

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        var export = new FtmExport(source);
        using (var entities = folder.CreateText("entities.ftm.json"))
            foreach (var (kind, entity) in source.Entities)
                if (export._schemas.TryGetValue(kind.Name, out var schema))
                    entities.WriteLine(export.LineOf(kind, entity, schema));
                else
                    export.Note(kind.Name, "entities of a kind whose schema has no 'ftm'");
        if (source.Options.Date is not null)
            tell("ftm: --date has no place in it");
        using var list = folder.CreateText("unmapped.txt");
        foreach (var ((what, why), count) in export._unmapped)
        {
            var line = $"{what}: {Counted.Plain(count)} {why}";
            list.WriteLine(line);
            tell("ftm: " + line);
        }
    }

    private void Note(string what, string why) =>
        _unmapped[(what, why)] = _unmapped.TryGetValue((what, why), out var count) ? count + 1 : 1;

    private string LineOf(Kind kind, LinkedEntity entity, FtmSchema schema)
    {
        var properties = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (property, value) in EntityValues.Of(kind, entity.Values))
            Add(property, value, kind, schema, properties);
        if (entity.Text is { } text)
            AddText(text, kind, schema, properties);
        foreach (var claim in entity.Claims)
            Note(
                $"{kind.Name}.{kind.Properties[claim.Property].Name}",
                claim.IsShown ? "remarks on values" : "claims that are no values"
            );
        foreach (var _ in entity.Citations)
            Note(kind.Name, "citations");
        foreach (var _ in entity.FormerNames)
            Note(kind.Name, "former ids");
        return JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(kind, entity.Id));
            json.WriteString("schema", schema.Name);
            json.WriteStartObject("properties");
            foreach (var (name, values) in properties)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    /// <summary>The library in Python takes letters, digits, '.' and '-' only. A plain id has no two hyphens
    /// together.</summary>
    private string IdOf(Kind kind, string id) =>
        $"{_source.FileOf(kind)}.{FileNames.Of(id)}".Replace("~", "--", StringComparison.Ordinal);

    private void AddText(
        LinkedText text,
        Kind kind,
        FtmSchema schema,
        SortedDictionary<string, List<string>> properties
    )
    {
        if (text.Text is null)
            Note(kind.Name, "texts that may not be redistributed");
        else if (_model.Find(schema, "bodyText") is not null && !properties.ContainsKey("bodyText"))
            properties.Add("bodyText", [text.Text]);
        else
            Note(kind.Name, $"texts; {schema.Name} of FollowTheMoney has no place for them");
    }

    private void Add(
        Property property,
        Value value,
        Kind kind,
        FtmSchema schema,
        SortedDictionary<string, List<string>> properties
    )
    {
        var what = $"{kind.Name}.{property.Name}";
        var target = TargetOf(property, kind, schema);
        foreach (var leaf in Leaf.Of(property, value, _source.Schema))
        {
            if (target is null)
            {
                Note(what, $"values; {schema.Name} of FollowTheMoney has no such property");
                continue;
            }

            if (leaf.Property != property)
            {
                Note(what, "values within values");
                continue;
            }

            if (Convert(leaf, target) is not { } text)
            {
                Note(what, $"values that are none of {schema.Name}:{target.Name}, which is of the type {target.Type}");
                continue;
            }

            if (!properties.TryGetValue(target.Name, out var values))
                properties.Add(target.Name, values = []);
            // FollowTheMoney has sets of values.
            if (!values.Contains(text, StringComparer.Ordinal))
                values.Add(text);
        }
    }

    /// <summary>The property that the schema names, else that of the same name, else the name for the caption. A kind
    /// that inherits a property may have another schema, which need not have what it names.</summary>
    private FtmProperty? TargetOf(Property property, Kind kind, FtmSchema schema)
    {
        if (property.Ftm is not { } named)
            return _model.Find(schema, property.Name)
                ?? (property.Name == kind.Caption ? _model.Find(schema, "name") : null);
        return _model.Find(schema, named);
    }

    /// <summary>The value as FollowTheMoney writes it; null if its type does not have it.</summary>
    private string? Convert(Leaf leaf, FtmProperty target)
    {
        var text = leaf.Value switch
        {
            ReferenceValue reference => NameOf(reference.Target),
            _ => ValueText.Of(leaf.Value, leaf.Property, _source.Schema),
        };
        return target.Type switch
        {
            "entity" => leaf.Value is ReferenceValue reference
            && _schemas.TryGetValue(reference.Target.Kind, out var schema)
            && _model.Is(schema, target.Range!)
                ? IdOf(_source.Schema[reference.Target.Kind], reference.Target.Id)
                : null,
            "date" => leaf.Value is DateValue && PlainDate().IsMatch(text) ? text : null,
            "country" => Country().IsMatch(text) ? LetterCase.ToLower(text) : null,
            "language" => Language().IsMatch(text) ? text : null,
            "number" => leaf.Value is IntegerValue or DecimalValue ? text : null,
            "url" => Formats.IsWebAddress(text) ? text : null,
            "gender" => text is "male" or "female" or "other" ? text : null,
            "name" or "string" or "text" or "html" or "identifier" or "address" or "phone" => text.Length > 0
                ? text
                : null,
            _ => null,
        };
    }

    private string NameOf(EntityLink link) => _source.Find(link).Caption;

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$")]
    private static partial Regex PlainDate();

    [GeneratedRegex("^[A-Za-z]{2}$")]
    private static partial Regex Country();

    [GeneratedRegex("^[a-z]{3}$")]
    private static partial Regex Language();
}
