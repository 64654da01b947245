using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows values on one line without markup, in the language of a page.</summary>
internal static class ValueLine
{
    public static Words Of(Value? value, Property property, SitePage page) =>
        value switch
        {
            ReferenceValue reference => page.CaptionOf(reference.Target),
            LocalizedValue localized => page.Source.Choose(localized, page.Language.Tag) is var (text, language)
                ? new Words(text, language)
                : default,
            _ => new Words(TextOf(value, property, page)),
        };

    private static string TextOf(Value? value, Property property, SitePage page) =>
        value switch
        {
            null or ListValue { Items.Count: 0 } or MapValue { Entries.Count: 0 } => page.Texts["none"],
            DateValue date => DateText.Of(date, page.Texts),
            BooleanValue { IsTrue: var isTrue } => page.Texts[isTrue ? "yes" : "no"],
            ScalarValue scalar when NumberText.Of(scalar, page.Texts) is { } number => number,
            TextValue text when property.Scalar == ScalarTypes.Language => Texts.LanguageNames.Of(text.Text),
            ExternalValue external when NameOf(external, property) is var (kind, package, id) =>
                $"{kind}/{id} ({package})",
            ListValue list => Joined(list.Items.Select(item => Of(item, property, page).Text)),
            MapValue map => Joined(map.Entries.Select(each => $"{each.Key}: {Of(each.Value, property, page).Text}")),
            EmbeddedValue embedded => Joined(
                EntityValues
                    .Of(page.Source.Schema[property.Range], embedded.Values)
                    .Select(each => $"{SitePage.NameOf(each.Property)}: {Of(each.Value, each.Property, page).Text}")
            ),
            _ => ValueText.Of(value, property, page.Source.Schema),
        };

    /// <summary>What is known of an entity of another package.</summary>
    public static (string Kind, string Package, string Id) NameOf(ExternalValue external, Property property)
    {
        var parts = property.Range.Split('@', 2);
        var (package, id) = (parts.Length > 1 ? parts[1] : "", external.Target.Id);
        // Where the other package's ids are not known, a reference is as the seed writes it.
        return (
            parts[0],
            package,
            id.EndsWith("@" + package, StringComparison.Ordinal) ? id[..^(package.Length + 1)] : id
        );
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(", ", parts);
}
