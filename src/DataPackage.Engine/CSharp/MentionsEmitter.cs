using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class that finds the names of entities in texts. It uses the indexes of names that the tables
/// have anyway.</summary>
internal static class MentionsEmitter
{
    private const string Span = "global::System.ReadOnlySpan<char>";

    public static void Write(MentionsFile file, SourceWriter writer)
    {
        var types = new CSharpTypes(file.Schema, file.Target);
        WriteFinder(types, file.Target, writer);
        writer.Line();
        WriteIndex(types, file.Schema.ConcreteKinds.ToList(), writer);
    }

    private static void WriteFinder(CSharpTypes types, CodeTarget target, SourceWriter writer)
    {
        writer.Summary(
            "Finds the names and aliases of all entities of the package in any text.",
            "Ignores case, accents and punctuation, as <c>Find</c> does. Names match only at word boundaries, within "
                + "one paragraph. In scripts without spaces each character is a word; in Katakana, each run. "
                + "Of overlapping names the first wins; of names that start at the same word, the longest. "
                + "A name of one word needs a capital letter, or the spelling of the data; a name of up to three "
                + "letters needs that spelling: <c>US</c>, not <c>us</c>. "
                + "Inflected forms are found only if the data list them."
        );
        writer.Block(
            $"public static partial class {types.Mentions}",
            () =>
            {
                writer.Summary(
                    "Every mention in a text, in its order; mentions do not overlap. If several entities have the "
                        + "name, the mention lists all of them. "
                        + "Safe to call from any thread. The first call reads all names once and keeps 8 to 16 "
                        + "bytes for each; nothing is built before."
                );
                writer.Line(
                    "/// <exception cref=\"global::System.ArgumentNullException\">The text is null.</exception>"
                );
                writer.Line(
                    $"public static {CSharpTypes.List(CSharpTypes.Runtime + "Mention")} In(string text) => "
                        + $"global::{target.Namespace}.Package_Mentions.Instance.Find(text);"
                );
            }
        );
    }

    private static void WriteIndex(CSharpTypes types, List<Kind> kinds, SourceWriter writer) =>
        writer.Block(
            $"internal sealed class Package_Mentions : {CSharpTypes.Packed}PackedMentions",
            () =>
            {
                writer.Line("internal static readonly Package_Mentions Instance = new();");
                writer.Line();
                writer.Line($"private Package_Mentions() : base({string.Join(", ", kinds.Select(types.Table))}) {{ }}");
                writer.Line();
                writer.Block(
                    $"protected override bool IsSpelled({CSharpTypes.Runtime}IEntity entity, {Span} name) => entity "
                        + "switch",
                    () =>
                    {
                        foreach (var kind in kinds)
                            if (SpellingsOf(kind) is { Length: > 0 } spellings)
                                writer.Line($"{types.Of(kind)} it => {spellings},");
                        writer.Line("_ => false,");
                    },
                    "};"
                );
            }
        );

    /// <summary>The expression that compares a name with the names of an entity; empty if the kind has none.</summary>
    private static string SpellingsOf(Kind kind) =>
        string.Join(
            " || ",
            kind.FindBy.Select(name => kind.Properties[kind.IndexOf(name)])
                .Where(IsName)
                .Select(property => $"IsSpelled(it.{property.CSharpName}{(property.IsMap ? "?.Values" : "")}, name)")
        );

    /// <summary>Whether the values of a property are spellings of names. An address is found too, but has more than one
    /// word, so its spelling is never compared; values in lists of lists are not spellings of a name.</summary>
    private static bool IsName(Property property) =>
        property.Layers.Count < 2 && property.Type is ScalarType { IsString: true };
}
