using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Testing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The cards, as a reader of CommonMark sees them.</summary>
public class MarkdownTests
{
    private const string Reader = "tests/Readers/read-markdown.mjs";

    [NodeFact]
    public void Every_link_leads_somewhere_and_every_card_has_the_values_of_the_typed_package()
    {
        foreach (var (package, said) in ExportedPackage.Read(ExportedPackage.All("markdown"), Reader, "markdown"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            var files = said.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value);
            var entities = 0;
            foreach (var linked in package.Typed.Package.Kinds)
            foreach (var entity in linked.Entities)
            {
                var file = files.Single(file =>
                    file.Key.EndsWith($"/{FileNames.Of(entity.Id)}.md", StringComparison.Ordinal)
                    && package
                        .Text("markdown/" + file.Key)
                        .Contains(
                            $"\n{Export.Markdown.MarkdownText.Escape(package.Typed.Schema[linked.Name].Label)}, id: ",
                            StringComparison.Ordinal
                        )
                    && file.Key.StartsWith(FolderOf(linked.Name), StringComparison.Ordinal)
                );
                Compare(package, package.Typed.Schema[linked.Name], entity, file.Value);
                entities++;
            }

            Assert.Equal(entities + 1, files.Count);
            Assert.Equal(entities, files["llms.txt"].GetProperty("links").GetArrayLength());
            package.Dispose();
        }
    }

    private static string FolderOf(string kind) =>
        FileNames.Of(Export.Tables.UniqueNames.ToSnakeCase(kind).Replace('_', '-')) + "/";

    private static void Compare(ExportedPackage package, Kind kind, LinkedEntity entity, JsonElement card)
    {
        Assert.Equal(Plain(entity.Caption), Plain(card.GetProperty("title").GetString()!));
        var expected = new List<string>();
        foreach (var (property, value) in EntityValues.Of(kind, entity.Values))
        {
            expected.Add(
                $"1 {Name(property)}: {ValueText.Of(value, property, package.Typed.Schema, package.CaptionOf)}"
            );
            expected.AddRange(
                entity.Citations.Where(each => each.IsFor(property)).Select(citation => "2 " + Source(citation))
            );
        }

        foreach (var claim in entity.Claims)
        {
            var property = kind.Properties[claim.Property];
            expected.Add(
                $"1 {Name(property)}: {ClaimText.Of(claim, property, package.Typed.Schema, package.CaptionOf)}"
            );
            if (!claim.IsShown)
                expected.AddRange(
                    entity.Citations.Where(each => each.For.Contains(claim.Path)).Select(each => "2 " + Source(each))
                );
        }

        expected.AddRange(entity.Citations.Where(each => each.For.Count == 0).Select(each => "1 " + Source(each)));
        var read = card.GetProperty("items").EnumerateArray().Select(item => Plain(item.GetString()!)).ToList();
        Assert.Equal(expected.Select(Plain), read.Take(expected.Count));
        var reverses = kind.Reverses.Select(reverse => $"1 {Plain(reverse.Name)}:").ToList();
        Assert.All(
            read.Skip(expected.Count),
            item => Assert.Contains(reverses, reverse => item.StartsWith(reverse, StringComparison.Ordinal))
        );
        Assert.Equal(
            entity.Text?.Text is { } text ? [text.TrimEnd('\n') + "\n"] : [],
            card.GetProperty("blocks").EnumerateArray().Select(block => block.GetString())
        );

        string Source(LinkedCitation citation) =>
            (citation.Passage.Text is { } quote ? $"“{quote}” — " : "")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{package.CaptionOf(citation.Article)}, paragraph {citation.Passage.Paragraph}"
            );
    }

    private static string Name(Property property) => property.Label.Length > 0 ? property.Label : property.Name;

    /// <summary>As a terminal shows it, with blanks as Markdown has them.</summary>
    private static string Plain(string text) =>
        string.Join(' ', Session.Visible(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Ids_that_differ_only_in_case_or_are_no_names_of_files_have_cards_of_their_own()
    {
        using var package = ExportedPackage.Of("ids", HostileSeeds.Ids(), "markdown");
        var cards = package
            .Files.Keys.Where(name => name.StartsWith("markdown/thing/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(9, cards.Count);
        Assert.Equal(9, cards.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("markdown/thing/foo.md", cards);
        Assert.Contains("markdown/thing/foo~1cbec737f863e492.md", cards);
    }
}
