using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Export.Markdown;

/// <summary>A card for each entity, and <c>llms.txt</c>, which leads to all of them.</summary>
internal sealed class MarkdownExport
{
    private readonly ExportSource _source;
    private readonly Func<EntityLink, string> _addressOf;
    private readonly MarkdownText _text;
    private readonly Dictionary<(string Kind, int Row), string> _links = [];

    private MarkdownExport(ExportSource source, Func<EntityLink, string> addressOf)
    {
        (_source, _addressOf) = (source, addressOf);
        _text = new MarkdownText(source.Schema, Link);
    }

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        var export = new MarkdownExport(source, link => $"../{FileOf(source, source.Schema[link.Kind], link.Id)}");
        export.WriteIndex(folder);
        foreach (var (kind, entities) in source.Kinds)
            for (var row = 0; row < entities.Entities.Count; row++)
                folder.WriteText(
                    FileOf(source, kind, entities.Entities[row].Id),
                    export.Card(kind, row, entities.Entities[row])
                );
    }

    /// <summary>The card of one entity.</summary>
    /// <param name="addressOf">Where the card of another entity is.</param>
    public static string Card(
        Kind kind,
        int row,
        LinkedEntity entity,
        ExportSource source,
        Func<EntityLink, string> addressOf
    ) => new MarkdownExport(source, addressOf).Card(kind, row, entity);

    private static string FileOf(ExportSource source, Kind kind, string id) =>
        $"{source.FileOf(kind)}/{FileNames.Of(id)}.md";

    /// <summary>From one card to another.</summary>
    private string Link(EntityLink link)
    {
        if (!_links.TryGetValue((link.Kind, link.Row), out var made))
        {
            var caption = MarkdownText.Escape(_source.Find(link).Caption);
            made = $"[{caption}]({_addressOf(link)})";
            _links.Add((link.Kind, link.Row), made);
        }

        return made;
    }

    private void WriteIndex(FormatFolder folder)
    {
        using var index = folder.CreateText("llms.txt");
        var package = _source.Description;
        index.WriteLine($"# {MarkdownText.Escape(package.Title ?? _source.Name)}");
        if (package.Description is { } description)
            index.WriteLine($"\n> {MarkdownText.Escape(description)}");
        if (_source.Options.Date is { } date)
            index.WriteLine($"\nAs of {date.ToString("O", CultureInfo.InvariantCulture)}.");
        var licenses = package
            .Licenses.Select(each => each.Name ?? each.Title ?? ExportSource.AddressAt(each.Path))
            .OfType<string>()
            .ToList();
        if (licenses.Count > 0)
            index.WriteLine($"\nLicences: {MarkdownText.Escape(string.Join(", ", licenses))}.");
        foreach (var (kind, entities) in _source.Kinds)
        {
            index.WriteLine($"\n## {MarkdownText.Escape(kind.Plural)}\n");
            foreach (var entity in entities.Entities)
            {
                var summary = SummaryOf(kind, entity) is { } text ? ": " + MarkdownText.Escape(text) : "";
                index.WriteLine(
                    $"- [{MarkdownText.Escape(entity.Caption)}]({FileOf(_source, kind, entity.Id)}){summary}"
                );
            }
        }
    }

    private static string? SummaryOf(Kind kind, LinkedEntity entity) =>
        kind.Summary is null
            ? null
            : entity.Values[kind.IndexOf(kind.Summary)] switch
            {
                LocalizedValue localized => localized.Entries[0].Text,
                TextValue text => text.Text,
                _ => null,
            };

    private string Card(Kind kind, int row, LinkedEntity entity)
    {
        _source.Cancellation.ThrowIfCancellationRequested();
        using var card = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        card.WriteLine($"# {MarkdownText.Escape(entity.Caption)}\n");
        card.WriteLine($"{MarkdownText.Escape(kind.Label)}, id: {MarkdownText.Escape(entity.Id)}");
        if (entity.FormerNames.Count > 0)
        {
            var former = string.Join(", ", entity.FormerNames.Select(former => former.Id));
            card.WriteLine($"\nFormer ids: {MarkdownText.Escape(former)}");
        }

        var stated = EntityValues.Of(kind, entity.Values).ToList();
        if (stated.Count > 0)
            card.WriteLine("\n## Values\n");
        foreach (var (property, value) in stated)
        {
            card.WriteLine($"- **{NameOf(property)}**: {_text.Of(value, property)}");
            foreach (var citation in entity.Citations.Where(citation => citation.IsFor(property)))
                card.WriteLine($"  - {Source(citation)}");
        }

        WriteClaims(kind, entity, card);
        var general = entity.Citations.Where(citation => citation.For.Count == 0).ToList();
        if (general.Count > 0)
            card.WriteLine("\n## Sources\n");
        foreach (var citation in general)
            card.WriteLine($"- {Source(citation)}");
        WriteReverses(kind, row, card);
        if (entity.Text?.Text is { } text)
            card.Write($"\n## Text\n\n{MarkdownText.Block(text)}");
        return card.ToString();
    }

    private static string NameOf(Property property) =>
        MarkdownText.Escape(property.Label.Length > 0 ? property.Label : property.Name);

    /// <summary>What is said of values, those included that are none of the entity's.</summary>
    private void WriteClaims(Kind kind, LinkedEntity entity, StringWriter card)
    {
        if (entity.Claims.Count > 0)
            card.WriteLine("\n## Claims\n");
        foreach (var claim in entity.Claims)
        {
            var property = kind.Properties[claim.Property];
            var said = ClaimText.Of(claim, property, _source.Schema, link => _source.Find(link).Caption);
            card.WriteLine($"- **{NameOf(property)}**: {MarkdownText.Escape(said)}");
            foreach (var citation in entity.Citations.Where(each => !claim.IsShown && each.For.Contains(claim.Path)))
                card.WriteLine($"  - {Source(citation)}");
        }
    }

    private void WriteReverses(Kind kind, int row, StringWriter card)
    {
        var reverses = _source.ReversesOf(kind, row).ToList();
        if (reverses.Count > 0)
            card.WriteLine("\n## Named by\n");
        foreach (var (reverse, sources) in reverses)
            card.WriteLine($"- **{MarkdownText.Escape(reverse.Name)}**: {string.Join(", ", sources.Select(Link))}");
    }

    private string Source(LinkedCitation citation)
    {
        var quote = citation.Passage.Text is { } text ? $"\u201C{MarkdownText.Escape(text)}\u201D \u2014 " : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{quote}{Link(citation.Article)}, paragraph {citation.Passage.Paragraph}"
        );
    }
}
