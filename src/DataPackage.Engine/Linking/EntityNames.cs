using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The names by which an entity is found: the values of the properties in its kind's <c>findBy</c>.</summary>
internal static class EntityNames
{
    public static IEnumerable<string> Of(Kind kind, LinkedEntity entity) =>
        kind.FindBy.SelectMany(property => Of(entity.Values[kind.IndexOf(property)]));

    /// <summary>The name of an entity for people: the value of its kind's <c>caption</c>. Null if it has
    /// none.</summary>
    public static string? CaptionOf(Kind kind, EquatableArray<Value?> values) =>
        kind.Caption is null
            ? null
            : values[kind.IndexOf(kind.Caption)] switch
            {
                null => null,
                ScalarValue scalar => scalar.Exact,
                LocalizedValue localized => localized.Entries[0].Text,
                var value => throw Unnamed(value),
            };

    /// <summary>The form of a name by which it is found and recognized in texts.</summary>
    /// <remarks>Normalized again, since folding may remove what kept two characters apart.</remarks>
    public static string Fold(string name) => NormalForm.Of(NameFolding.Fold(NormalForm.Of(name)));

    /// <summary>The folded forms of a name: with the marks of Semitic scripts, and without.</summary>
    public static IEnumerable<string> FormsOf(string name)
    {
        var folded = Fold(name);
        if (folded.Length == 0)
            yield break;
        yield return folded;
        if (NameKeys.WithoutPoints(folded) is { Length: > 0 } bare)
            yield return bare;
    }

    private static IEnumerable<string> Of(Value? value) =>
        value switch
        {
            null => [],
            ScalarValue scalar => [scalar.Exact],
            LocalizedValue localized => localized.Entries.Select(entry => entry.Text),
            ListValue list => list.Items.SelectMany(Of),
            MapValue map => map.Entries.SelectMany(entry => Of(entry.Value)),
            _ => throw Unnamed(value),
        };

    private static NotSupportedException Unnamed(Value value) => new($"A {value.GetType().Name} is no name.");
}
