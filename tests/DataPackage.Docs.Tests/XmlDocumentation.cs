using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DataPackage.Docs.Tests;

/// <summary>The documentation file that the compiler wrote beside an assembly, as Markdown.</summary>
internal sealed partial class XmlDocumentation(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _members = XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>How a link to a member is written, from the member's id.</summary>
    public Func<string, string> Link { get; init; } = id => $"`{NameOf(id)}`";

    /// <summary>The member's own documentation, or that of the member which it names to inherit from.</summary>
    public bool TryFind(string member, [NotNullWhen(true)] out XElement? documentation)
    {
        if (
            _members.TryGetValue(member, out documentation)
            && documentation.Element("inheritdoc")?.Attribute("cref") is { } other
        )
            documentation = _members[other.Value];
        return documentation is not null;
    }

    /// <summary>Empty if there is none.</summary>
    public string Summary(string member) =>
        TryFind(member, out var found) && found.Element("summary") is { } summary ? Markdown(summary) : "";

    /// <summary>The text in one line.</summary>
    public string Markdown(XElement element) =>
        string.Join(
                ' ',
                string.Concat(element.Nodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
            .Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The name of a member without its parameters, its types' parameters and our namespace.</summary>
    public static string NameOf(string id) =>
        Arity()
            .Replace(id.Split('(')[0].Split(':')[1], "")
            .Replace(nameof(DataPackage) + ".", "", StringComparison.Ordinal);

    private string Text(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "paramref" or "typeparamref" } name => $"`{name.Attribute("name")!.Value}`",
            XElement { Name.LocalName: "see" } link => link.Attribute("cref") is { } member
                ? Link(member.Value)
                : $"`{link.Attribute("langword")!.Value}`",
            XElement other => " " + string.Concat(other.Nodes().Select(Text)),
            _ => "",
        };

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
