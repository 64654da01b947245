using System.Text.Json;
using DataPackage.Engine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Entities;

/// <summary>All that is known of one entity.</summary>
internal sealed class EntitySheet
{
    private readonly PackageCompiler _compiler;
    private readonly FoundEntity _found;
    private readonly Kind _kind;
    private readonly LinkedEntity _entity;
    private readonly string _place;
    private readonly IReadOnlyList<(Reverse Reverse, IReadOnlyList<EntityLink> Sources)> _reverses;

    private EntitySheet(FoundEntity found, PackageCompiler compiler, Session session)
    {
        (_found, _compiler) = (found, compiler);
        _kind = compiler.Index[found.Entity.Kind].Kind;
        _entity = new EntityFinder(compiler).Linked(found.Entity);
        var bound = compiler
            .Bound.SelectMany(seed => seed.Entities)
            .First(each => each.Kind == found.Entity.Kind && each.Id == found.Entity.Id);
        var start = bound.Location.Lines.Start;
        _place =
            session.Show(bound.Location.Path)
            + FormattableString.Invariant($"({start.Line + 1},{start.Character + 1})");
        var links = KindReverses
            .Of(compiler.Linked.Select(seed => seed.References), compiler.Index, session.Cancellation)
            .First(each => each.Kind == _kind.Name)
            .Links;
        _reverses =
        [
            .. _kind
                .Reverses.Select((reverse, i) => (reverse, (IReadOnlyList<EntityLink>)links[i][found.Entity.Row]))
                .Where(each => each.Item2.Count > 0),
        ];
    }

    public static EntitySheet Of(FoundEntity found, PackageCompiler compiler, Session session) =>
        new(found, compiler, session);

    private string Accessor => _entity.Accessor.Length == 0 ? "" : $"{_kind.Plural}.{_entity.Accessor}";

    public void WriteText(Session session)
    {
        var terminal = session.OutputTerminal;
        void Line(string name, string value) =>
            session.Write($"{terminal.Paint(name + ":", Color.Bold)} {Session.Visible(value)}");

        session.Write(
            terminal.Paint($"{Session.Visible(_found.Name)} \u00B7 {Session.Visible(_entity.Caption)}", Color.Bold)
        );
        if (_found.How is { } how)
            Line("found", how);
        Line("seed", _place);
        if (Accessor.Length > 0)
            Line("accessor", Accessor);
        if (_entity.FormerNames.Count > 0)
            Line("former ids", string.Join(", ", _entity.FormerNames.Select(former => former.Id)));
        for (var i = 0; i < _kind.Properties.Count; i++)
        {
            var (property, value) = (_kind.Properties[i], _entity.Values[i]);
            var claims = _entity.Claims.Where(claim => claim.Property == i).ToList();
            if (value is null && claims.Count == 0)
                continue;
            Line(property.Name, value is null ? "no value" : ValueText.Of(value, property, _compiler.Schema));
            foreach (var citation in _entity.Citations.Where(each => each.IsFor(property)))
                session.Write("  " + Session.Visible(Print(citation)));
            foreach (var claim in claims)
                Write(claim, property, session);
        }

        foreach (var citation in _entity.Citations.Where(each => each.For.Count == 0))
            session.Write(Session.Visible(Print(citation)));
        foreach (var (reverse, sources) in _reverses)
            Line(reverse.Name, string.Join(", ", sources.Select(source => source.Id)));
    }

    /// <summary>What is said of a value, and the passages for it unless the property has the value.</summary>
    private void Write(Claim claim, Property property, Session session)
    {
        session.Write("  claim: " + Session.Visible(ClaimText.Of(claim, property, _compiler.Schema)));
        if (!claim.IsShown)
            foreach (var citation in _entity.Citations.Where(each => each.For.Contains(claim.Path)))
                session.Write("    " + Session.Visible(Print(citation)));
    }

    public void WriteJson(Session session) => session.Write(JsonText.Write(WriteJson));

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", _kind.Name);
        json.WriteString("id", _entity.Id);
        json.WriteString("caption", _entity.Caption);
        if (_found.How is { } how)
            json.WriteString("found", how);
        json.WriteString("seed", _place);
        if (Accessor.Length > 0)
            json.WriteString("accessor", Accessor);
        json.WriteStartArray("formerIds");
        foreach (var former in _entity.FormerNames)
            json.WriteStringValue(former.Id);
        json.WriteEndArray();
        json.WriteStartObject("values");
        ValueJson.WriteMembers(_kind, _entity.Values, _compiler.Schema, json);
        json.WriteEndObject();
        json.WriteStartArray("claims");
        foreach (var claim in _entity.Claims)
            ClaimText.Write(claim, _kind.Properties[claim.Property], _compiler.Schema, json);
        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var citation in _entity.Citations)
            Write(citation, json);
        json.WriteEndArray();
        json.WriteStartObject("reverses");
        foreach (var (reverse, sources) in _reverses)
        {
            json.WriteStartArray(reverse.Name);
            foreach (var source in sources)
                json.WriteStringValue($"{source.Kind}/{source.Id}");
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(LinkedCitation citation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("article", citation.Article.Id);
        if (citation.Passage.Text is { } quote)
            json.WriteString("quote", quote);
        if (LineOf(citation) is { } line)
            json.WriteNumber("line", line);
        json.WriteStartArray("for");
        foreach (var path in citation.For)
            json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string Print(LinkedCitation citation)
    {
        var quote = citation.Passage.Text is { } text ? $"\u201C{text}\u201D " : "";
        var line = LineOf(citation) is { } number ? FormattableString.Invariant($", line {number}") : "";
        return $"{quote}({citation.Article.Id}{line})";
    }

    private int? LineOf(LinkedCitation citation) =>
        ArticleLines.Of(citation.Passage, _compiler.Articles.Find(citation.Article.Id));
}
