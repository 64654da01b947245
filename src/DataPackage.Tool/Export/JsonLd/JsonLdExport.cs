using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Export.JsonLd;

/// <summary>One graph with all entities, what is claimed of them, and the passages that support them. The context is in
/// the file, so nobody has to fetch one.</summary>
internal sealed class JsonLdExport
{
    private readonly ExportSource _source;
    private readonly Terms _terms;
    private readonly Utf8JsonWriter _json;
    private readonly ValueNodes _values;

    private JsonLdExport(ExportSource source, ExactNumbers numbers, Utf8JsonWriter json)
    {
        (_source, _json) = (source, json);
        _terms = new Terms(source.Namespace);
        _values = new ValueNodes(source.Schema, _terms, numbers, json);
    }

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell) =>
        folder.WriteJson("data.jsonld", json => new JsonLdExport(source, new ExactNumbers(source), json).Write());

    /// <summary>Writes a document of one entity.</summary>
    /// <param name="numbers">Those of the whole package, so that a property has the same form everywhere.</param>
    public static void Write(
        Kind kind,
        LinkedEntity entity,
        ExportSource source,
        ExactNumbers numbers,
        Utf8JsonWriter json
    )
    {
        var export = new JsonLdExport(source, numbers, json);
        export.Write(() => export.Write(kind, entity));
    }

    private void Write() =>
        Write(() =>
        {
            WriteDataset();
            foreach (var (kind, entity) in _source.Entities)
            {
                Write(kind, entity);
                JsonText.FlushWhereLong(_json);
            }
        });

    private void Write(Action writeNodes)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("@context");
        foreach (var (prefix, address) in _terms.Prefixes)
        {
            _json.WriteStartObject(prefix);
            _json.WriteString("@id", address);
            _json.WriteBoolean("@prefix", true);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteStartArray("@graph");
        writeNodes();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteDataset()
    {
        var package = _source.Description;
        _json.WriteStartObject();
        _json.WriteString("@id", _terms.Package);
        _json.WriteString("@type", $"{Terms.Schema}:Dataset");
        Text($"{Terms.Schema}:name", package.Title ?? package.Name);
        Text($"{Terms.Schema}:description", package.Description);
        WriteLicenses(package.Licenses);
        if (_source.Options.Date is { } date)
        {
            _json.WritePropertyName($"{Terms.Schema}:dateModified");
            _values.Literal(date.ToString("O", CultureInfo.InvariantCulture), "@type", "xsd:date");
        }

        _json.WriteEndObject();
    }

    private void WriteLicenses(IEnumerable<DescribedLicense> licenses)
    {
        var said = licenses
            .Select(each => ExportSource.AddressAt(each.Path) ?? each.Name ?? each.Title)
            .OfType<string>()
            .ToList();
        if (said.Count == 1)
            Text($"{Terms.Schema}:license", said[0]);
        if (said.Count < 2)
            return;
        _json.WriteStartArray($"{Terms.Schema}:license");
        foreach (var license in said)
            _json.WriteStringValue(license);
        _json.WriteEndArray();
    }

    private void Write(Kind kind, LinkedEntity entity)
    {
        var self = _terms.Of(kind.Name, entity.Id);
        _json.WriteStartObject();
        _json.WriteString("@id", self);
        _json.WriteStartArray("@type");
        foreach (var type in Terms.Of(kind))
            _json.WriteStringValue(type);
        _json.WriteEndArray();
        _json.WriteString($"{Terms.Schema}:identifier", entity.Id);
        _values.WriteMembers(kind, entity.Values);
        if (entity.FormerNames.Count > 0)
        {
            _json.WriteStartArray($"{Terms.Said}:formerId");
            foreach (var former in entity.FormerNames)
                _json.WriteStringValue(former.Id);
            _json.WriteEndArray();
        }

        if (entity.Text?.Text is { } text)
            _json.WriteString($"{Terms.Schema}:articleBody", text);
        _json.WriteEndObject();
        for (var i = 0; i < entity.Claims.Count; i++)
            Write(entity.Claims[i], kind, self, i + 1);
        for (var i = 0; i < entity.Citations.Count; i++)
            Write(entity.Citations[i], self, i + 1);
    }

    private void Write(Claim claim, Kind kind, string self, int number)
    {
        var (property, details) = (kind.Properties[claim.Property], claim.Details);
        _json.WriteStartObject();
        _json.WriteString("@id", string.Create(CultureInfo.InvariantCulture, $"{self}#claim-{number}"));
        _json.WriteString("@type", $"{Terms.Schema}:Claim");
        Node($"{Terms.Schema}:about", self);
        Text($"{Terms.Said}:property", property.Name);
        Text($"{Terms.Said}:path", claim.Path);
        if (claim.Value is { } value)
            Text($"{Terms.Schema}:text", ValueText.Of(value, property, _source.Schema, _terms.Of));
        _json.WriteBoolean($"{Terms.Said}:shown", claim.IsShown);
        Text($"{Terms.Said}:state", ClaimText.StateOf(details));
        Text($"{Terms.Said}:rank", ClaimText.RankOf(details));
        Text($"{Terms.Said}:because", details.Because);
        if (details.AccordingTo is ReferenceValue who)
            Node($"{Terms.Schema}:author", _terms.Of(who.Target));
        Text($"{Terms.Schema}:author", (details.AccordingTo as TextValue)?.Text);
        if (details.During is { } during)
        {
            _json.WritePropertyName($"{Terms.Schema}:temporalCoverage");
            _values.Literal(during.Canonical, "@type", ValueNodes.DateType(during.Canonical));
        }

        Text($"{Terms.Said}:basis", ClaimText.BasisOf(details));
        Text($"{Terms.Said}:note", details.Note);
        _json.WriteEndObject();
    }

    private void Write(LinkedCitation citation, string self, int number)
    {
        _json.WriteStartObject();
        _json.WriteString("@id", string.Create(CultureInfo.InvariantCulture, $"{self}#citation-{number}"));
        _json.WriteString("@type", $"{Terms.Annotation}:Annotation");
        Node($"{Terms.Annotation}:motivatedBy", $"{Terms.Annotation}:identifying");
        Node($"{Terms.Annotation}:hasBody", self);
        _json.WriteStartObject($"{Terms.Annotation}:hasTarget");
        _json.WriteString("@type", $"{Terms.Annotation}:SpecificResource");
        Node($"{Terms.Annotation}:hasSource", _terms.Of(citation.Article));
        _json.WriteStartArray($"{Terms.Annotation}:hasSelector");
        if (citation.Passage.Text is { } quote)
        {
            _json.WriteStartObject();
            _json.WriteString("@type", $"{Terms.Annotation}:TextQuoteSelector");
            _json.WriteString($"{Terms.Annotation}:exact", quote);
            _json.WriteEndObject();
        }

        _json.WriteStartObject();
        _json.WriteString("@type", $"{Terms.Annotation}:TextPositionSelector");
        _json.WriteNumber($"{Terms.Annotation}:start", citation.Passage.Start);
        _json.WriteNumber($"{Terms.Annotation}:end", citation.Passage.End);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteNumber($"{Terms.Said}:paragraph", citation.Passage.Paragraph);
        _json.WriteStartArray($"{Terms.Said}:for");
        foreach (var path in citation.For)
            _json.WriteStringValue(path);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Node(string term, string id)
    {
        _json.WritePropertyName(term);
        _values.Node(id);
    }

    private void Text(string term, string? text)
    {
        if (text is not null)
            _json.WriteString(term, text);
    }
}
