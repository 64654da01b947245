using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>A SHA-256 over the content of all entities, in lower-case hexadecimal. The order of seeds, files and keys,
/// line ends, positions and the packed format make no difference to it.</summary>
internal static class ContentFingerprint
{
    /// <summary>The fingerprint of each entity of a seed. That of an unedited seed is kept.</summary>
    public static EquatableArray<EntityFingerprint> Of(LinkedSeed seed, PackageSchema schema) =>
        seed
            .Rows.Select(row => new EntityFingerprint(
                row.Self.Kind,
                row.Self.Id,
                Hash(Spell(schema.Find(row.Self.Kind)!, row.Entity, schema))
            ))
            .ToEquatableArray();

    public static string Of(IEnumerable<EntityFingerprint> entities)
    {
        var ordered = entities.ToArray();
        // Nearly all are of one kind, and comparing a string with itself is instant here, unlike in OrderBy.
        Array.Sort(
            ordered,
            (left, right) =>
                string.CompareOrdinal(left.Kind, right.Kind) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.Id, right.Id)
        );
        var all = new StringBuilder();
        foreach (var entity in ordered)
            Spell(entity.Id, Spell(entity.Kind, all)).Append(entity.Sha256).Append('\n');
        return Hash(all.ToString());
    }

    private static string Spell(Kind kind, LinkedEntity entity, PackageSchema schema)
    {
        var text = new StringBuilder();
        Spell(kind, entity.Values, schema, text);
        foreach (var citation in entity.Citations)
        {
            Spell(citation.Article.Id, text.Append("cited"))
                .Append(citation.Passage.Start)
                .Append('-')
                .Append(citation.Passage.End);
            foreach (var path in citation.For)
                Spell(path, text);
        }

        foreach (var claim in entity.Claims)
            Spell(claim, kind.Properties[claim.Property], schema, text.Append("claimed"));
        if (entity.Text is { } body)
            Spell(body.Sha256, text.Append("text"));
        foreach (var former in entity.FormerNames)
            Spell(former.Id, text.Append("formerly"));
        return text.ToString();
    }

    private static void Spell(Claim claim, Property property, PackageSchema schema, StringBuilder text)
    {
        var said = claim.Details;
        Spell(claim.Value, property, schema, Spell(claim.Path, text));
        foreach (var number in new[] { (int)said.State, (int)said.Rank, (int)said.Basis })
            text.Append(number.ToString(CultureInfo.InvariantCulture));
        foreach (var part in new[] { said.Because, said.Note, said.During?.Canonical })
            Spell(part ?? "", text);
        Spell(said.AccordingTo, property, schema, text);
    }

    private static void Spell(Kind kind, EquatableArray<Value?> values, PackageSchema schema, StringBuilder text)
    {
        foreach (
            var (property, value) in kind
                .Properties.Select((property, index) => (property, values[index]))
                .Where(stated => stated.Item2 is not null)
                .OrderBy(stated => stated.property.Name, StringComparer.Ordinal)
        )
            Spell(value, property, schema, Spell(property.Name, text));
    }

    private static void Spell(Value? value, Property property, PackageSchema schema, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case EmbeddedValue embedded:
                text.Append('{');
                Spell(schema.Find(property.Range)!, embedded.Values, schema, text);
                text.Append('}');
                break;
            case ListValue list:
                text.Append('[');
                foreach (var item in list.Items)
                    Spell(item, property, schema, text);
                text.Append(']');
                break;
            case MapValue map:
                text.Append('{');
                foreach (var entry in map.Entries)
                    Spell(entry.Value, property, schema, Spell(entry.Key, text));
                text.Append('}');
                break;
            case LocalizedValue localized:
                foreach (var entry in localized.Entries.OrderBy(entry => entry.Language, StringComparer.Ordinal))
                    Spell(entry.Text, Spell(entry.Language, text));
                break;
            default:
                SpellSingle(value, property, text);
                break;
        }
    }

    private static void SpellSingle(Value value, Property property, StringBuilder text)
    {
        switch (value)
        {
            case ReferenceValue { Target: var target }:
                Spell(target.Id, Spell(target.Kind, text.Append('@')));
                break;
            case ExternalValue { Target: var target }:
                Spell(target.Id, Spell(property.Range, text.Append('@')));
                break;
            // Without its length: nothing else starts with these letters.
            case BooleanValue truth:
                text.Append(truth.Key);
                break;
            case ScalarValue scalar:
                Spell(NormalForm.Of(scalar.Exact), text);
                break;
            case EnumItemValue item:
                Spell(property.Values[item.Index].Name, text);
                break;
            case UntypedText untyped:
                Spell(untyped.Text, text.Append(untyped.IsPlain ? '=' : '"'));
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} has no fingerprint.");
        }
    }

    /// <summary>Appends a text after its length, so no two sequences of texts are spelled alike.</summary>
    private static StringBuilder Spell(string part, StringBuilder text) =>
        text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);

    private static string Hash(string text)
    {
        using var sha256 = SHA256.Create();
        return Hexadecimal.Of(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>The fingerprint of an entity.</summary>
/// <param name="Sha256">The hash of the entity's content.</param>
internal sealed record EntityFingerprint(string Kind, string Id, string Sha256);
