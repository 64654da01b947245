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
                Of(schema.Find(row.Self.Kind)!, row.Entity, schema)
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
        using var all = new Spelling();
        foreach (var entity in ordered)
            all.Text(entity.Kind).Text(entity.Id).Signs(entity.Sha256).Sign('\n');
        return all.Hash();
    }

    private static string Of(Kind kind, LinkedEntity entity, PackageSchema schema)
    {
        using var text = new Spelling();
        Spell(kind, entity.Values, schema, text);
        foreach (var citation in entity.Citations)
        {
            text.Signs("cited")
                .Text(citation.Article.Id)
                .Number(citation.Passage.Start)
                .Sign('-')
                .Number(citation.Passage.End);
            foreach (var path in citation.For)
                text.Text(path);
        }

        foreach (var claim in entity.Claims)
            Spell(claim, kind.Properties[claim.Property], schema, text.Signs("claimed"));
        if (entity.Text is { } body)
            text.Signs("text").Text(body.Sha256);
        foreach (var former in entity.FormerNames)
            text.Signs("formerly").Text(former.Id);
        return text.Hash();
    }

    private static void Spell(Claim claim, Property property, PackageSchema schema, Spelling text)
    {
        var said = claim.Details;
        Spell(claim.Value, property, schema, text.Text(claim.Path));
        text.Number((int)said.State).Number((int)said.Rank).Number((int)said.Basis);
        text.Text(said.Because ?? "").Text(said.Note ?? "").Text(said.During?.Canonical ?? "");
        Spell(said.AccordingTo, property, schema, text);
    }

    private static void Spell(Kind kind, EquatableArray<Value?> values, PackageSchema schema, Spelling text)
    {
        foreach (var index in kind.OrderedByName)
            if (values[index] is { } value)
                Spell(value, kind.Properties[index], schema, text.Text(kind.Properties[index].Name));
    }

    private static void Spell(Value? value, Property property, PackageSchema schema, Spelling text)
    {
        switch (value)
        {
            case null:
                text.Sign('~');
                break;
            case EmbeddedValue embedded:
                text.Sign('{');
                Spell(schema.Find(property.Range)!, embedded.Values, schema, text);
                text.Sign('}');
                break;
            case ListValue list:
                text.Sign('[');
                foreach (var item in list.Items)
                    Spell(item, property, schema, text);
                text.Sign(']');
                break;
            case MapValue map:
                text.Sign('{');
                foreach (var entry in map.Entries)
                    Spell(entry.Value, property, schema, text.Text(entry.Key));
                text.Sign('}');
                break;
            case LocalizedValue localized:
                foreach (var entry in localized.Entries.OrderBy(entry => entry.Language, StringComparer.Ordinal))
                    text.Text(entry.Language).Text(entry.Text);
                break;
            default:
                SpellSingle(value, property, text);
                break;
        }
    }

    private static void SpellSingle(Value value, Property property, Spelling text)
    {
        switch (value)
        {
            case ReferenceValue { Target: var target }:
                text.Sign('@').Text(target.Kind).Text(target.Id);
                break;
            case ExternalValue { Target: var target }:
                text.Sign('@').Text(property.Range).Text(target.Id);
                break;
            // Without its length: nothing else starts with these letters.
            case BooleanValue truth:
                text.Signs(truth.Key);
                break;
            case ScalarValue scalar:
                text.Text(NormalForm.Of(scalar.Exact));
                break;
            case EnumItemValue item:
                text.Text(property.Values[item.Index].Name);
                break;
            case UntypedText untyped:
                text.Sign(untyped.IsPlain ? '=' : '"').Text(untyped.Text);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} has no fingerprint.");
        }
    }

    /// <summary>What is hashed, in UTF-8, as far as it is not hashed yet.</summary>
    private sealed class Spelling : IDisposable
    {
        private readonly SHA256 _sha256 = SHA256.Create();
        private readonly byte[] _utf8 = new byte[512];
        private int _length;

        /// <summary>Adds a text after its length, so no two sequences of texts are spelled alike.</summary>
        public Spelling Text(string text) => Number(text.Length).Sign(':').Signs(text);

        public Spelling Number(int number) => Signs(number.ToString(CultureInfo.InvariantCulture));

        public Spelling Signs(string text)
        {
            var count = Encoding.UTF8.GetByteCount(text);
            MakeRoom(count);
            if (count > _utf8.Length)
                Add(Encoding.UTF8.GetBytes(text), count);
            else
                _length += Encoding.UTF8.GetBytes(text, 0, text.Length, _utf8, _length);
            return this;
        }

        public Spelling Sign(char ascii)
        {
            MakeRoom(1);
            _utf8[_length++] = (byte)ascii;
            return this;
        }

        public string Hash()
        {
            Add(_utf8, _length);
            _sha256.TransformFinalBlock([], 0, 0);
            // The final block was added, so there is a hash.
            return Hexadecimal.Of(_sha256.Hash!);
        }

        public void Dispose() => _sha256.Dispose();

        private void MakeRoom(int count)
        {
            if (_length + count <= _utf8.Length)
                return;
            Add(_utf8, _length);
            _length = 0;
        }

        private void Add(byte[] bytes, int count) => _sha256.TransformBlock(bytes, 0, count, null, 0);
    }
}

/// <summary>The fingerprint of an entity.</summary>
/// <param name="Sha256">The hash of the entity's content.</param>
internal sealed record EntityFingerprint(string Kind, string Id, string Sha256);
