using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DataPackage.Runtime.Json;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>The descriptions of kinds and properties in the schema, from the XML documentation of their package. A
/// program that has no such file beside it has no descriptions.</summary>
internal static partial class XmlDescriptions
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> Files = new();

    /// <summary>Adds what the schema does not describe itself.</summary>
    public static void Add(JsonSchemaDefinition definition)
    {
        var type = definition.Type;
        // The runtime describes its types itself: their documentation is for code.
        if (type.Assembly == typeof(JsonSchemaDefinition).Assembly)
            return;
        var descriptions = Files.GetOrAdd(type.Assembly, Read);
        if (descriptions.Count == 0)
            return;
        AddTo(definition.Schema, $"T:{type.FullName}");
        foreach (var (name, property) in definition.Schema["properties"]?.AsObject() ?? [])
            AddTo(property!.AsObject(), $"P:{type.FullName}.{char.ToUpperInvariant(name[0])}{name[1..]}");

        void AddTo(JsonObject schema, string member)
        {
            if (!schema.ContainsKey("description") && descriptions.TryGetValue(member, out var description))
                schema["description"] = description;
        }
    }

    private static IReadOnlyDictionary<string, string> Read(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        try
        {
            return XDocument
                .Load(path)
                .Descendants("member")
                .Where(member => member.Element("summary") is not null)
                .GroupBy(member => (string)member.Attribute("name")!)
                .ToDictionary(members => members.Key, members => Text(members.First().Element("summary")!));
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or XmlException)
        {
            return new Dictionary<string, string>();
        }
    }

    /// <summary>Without the paragraphs after the first, which name the catalog.</summary>
    private static string Text(XElement summary)
    {
        var words = summary
            .Nodes()
            .Where(node => node is not XElement { Name.LocalName: "para" })
            .Select(node => node is XElement element ? Text(element) : node.ToString());
        var text = Blanks().Replace(System.Net.WebUtility.HtmlDecode(string.Concat(words)), " ").Trim();
        return Absent().Replace(text, "");

        static string Text(XElement element) =>
            element.Value.Length > 0 ? element.Value : ((string?)element.Attribute("cref"))?.Split('.', ':')[^1] ?? "";
    }

    /// <summary>What the property returns in C# if nothing is stated; in JSON it is not there.</summary>
    [GeneratedRegex(@" (Null if not stated|Empty if nothing is stated)\.$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
