using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Entities of one kind whose rows are adjacent, searched together: several seeds can repeat a passage that
/// none repeats alone. An edited entity has only its own block searched again.</summary>
/// <param name="Entities">The last of them are also the first of the next block.</param>
internal sealed record EntityBlock(PackageSchema Schema, Kind Kind, EquatableArray<LinkedEntity> Entities)
{
    private const int Size = 128;

    /// <summary>The number of entities that adjacent blocks share: as many as a stretch has words.</summary>
    private const int Overlap = 8;

    public static IEnumerable<EntityBlock> Split(
        LinkedPackage package,
        PackageSchema schema,
        ProtectedArticles articles
    )
    {
        if (articles.IsEmpty)
            yield break;
        foreach (var kind in package.Kinds)
        {
            for (var first = 0; first < kind.Entities.Count; first += Size)
            {
                var count = Math.Min(Size + Overlap, kind.Entities.Count - first);
                yield return new EntityBlock(
                    schema,
                    schema[kind.Name],
                    Enumerable.Range(first, count).Select(row => kind.Entities[row]).ToEquatableArray()
                );
            }
        }
    }

    /// <summary>Finds the stretches that the entities repeat as they are packed: row by row in each area; and in each
    /// property, and in the other keys, by itself.</summary>
    public EquatableArray<Leak> Find(ProtectedArticles articles, CancellationToken cancellation)
    {
        var stretches = articles.Stretches;
        var leaks = new List<Leak>();
        var layout = new RowLayout(Kind);
        Find(entity => TextsOf(entity, layout.Values).Prepend(entity.Id), leaks, stretches, cancellation);
        Find(entity => TextsOf(entity, layout.Details), leaks, stretches, cancellation);
        for (var property = 0; property < Kind.Properties.Count; property++)
        {
            var only = property;
            Find(entity => TextsOf(entity, [only]), leaks, stretches, cancellation);
        }

        Find(entity => [entity.Id], leaks, stretches, cancellation);
        Find(entity => [entity.Accessor], leaks, stretches, cancellation);
        Find(entity => entity.FormerNames.Select(former => former.Id), leaks, stretches, cancellation);
        Find(
            entity => entity.Citations.Select(citation => citation.Passage.Text ?? ""),
            leaks,
            stretches,
            cancellation
        );
        Find(entity => entity.Claims.SelectMany(TextsOf), leaks, stretches, cancellation);
        Find(entity => [entity.Text?.Text ?? ""], leaks, stretches, cancellation);
        FindAddresses(leaks, stretches, cancellation);
        return leaks.Distinct().ToEquatableArray();
    }

    private void Find(
        Func<LinkedEntity, IEnumerable<string>> texts,
        List<Leak> leaks,
        StretchIndex stretches,
        CancellationToken cancellation
    )
    {
        var scanner = new StretchScanner(stretches);
        var hasMarkup = false;
        Read(text =>
        {
            hasMarkup |= Markup.Shown(text) is not null;
            return text;
        });
        if (hasMarkup)
            Read(text => Markup.Shown(text) ?? text);

        void Read(Func<string, string> form)
        {
            for (var row = 0; row < Entities.Count; row++)
                foreach (var text in texts(Entities[row]))
                    scanner.Read(form(text), row, cancellation);
            leaks.AddRange(
                scanner
                    .Take()
                    .Select(found =>
                        Leak.Of(NameOf(found.FirstPiece, found.LastPiece), found.Stretch, isAddress: false)
                    )
            );
        }
    }

    private void FindAddresses(List<Leak> leaks, StretchIndex stretches, CancellationToken cancellation)
    {
        var scanner = new StretchScanner(stretches) { FindsAll = true };
        for (var row = 0; row < Entities.Count; row++)
        {
            foreach (
                var (address, _) in AllTextsOf(Entities[row], Enumerable.Range(0, Kind.Properties.Count))
                    .Concat(
                        Entities[row].Claims.SelectMany(claim => TextsOf(Kind.Properties[claim.Property], claim.Value))
                    )
                    .Where(text => text.IsAddress)
            )
            {
                foreach (var text in new[] { address, Markup.Shown(address) })
                {
                    if (text is null)
                        continue;
                    scanner.Read(text, row, cancellation);
                    leaks.AddRange(
                        scanner.Take().Select(found => Leak.Of(NameOf(row, row), found.Stretch, isAddress: true))
                    );
                }
            }
        }
    }

    private string NameOf(int first, int last) =>
        first == last
            ? $"{Kind.Name}/{Entities[first].Id}"
            : $"{Kind.Name}/{Entities[first].Id} to {Kind.Name}/{Entities[last].Id}";

    private IEnumerable<string> TextsOf(LinkedEntity entity, IEnumerable<int> properties) =>
        AllTextsOf(entity, properties).Where(text => !text.IsAddress).Select(text => text.Text);

    private IEnumerable<(string Text, bool IsAddress)> AllTextsOf(LinkedEntity entity, IEnumerable<int> properties) =>
        properties.SelectMany(property => TextsOf(Kind.Properties[property], entity.Values[property]));

    private IEnumerable<string> TextsOf(Claim claim) =>
        TextsOf(Kind.Properties[claim.Property], claim.Value)
            .Where(text => !text.IsAddress)
            .Select(text => text.Text)
            .Concat(
                new[]
                {
                    claim.Details.Because,
                    claim.Details.Note,
                    (claim.Details.AccordingTo as TextValue)?.Text,
                }.OfType<string>()
            );

    /// <summary>The texts of a value in the order in which they are packed.</summary>
    private IEnumerable<(string Text, bool IsAddress)> TextsOf(Property property, Value? value) =>
        value switch
        {
            // Packed as numbers.
            null or BooleanValue or DateValue or MoneyValue or ReferenceValue => [],
            ScalarValue scalar => [(scalar.Exact, property.Type == ScalarTypes.Url)],
            UntypedText text => [(text.Text, false)],
            LocalizedValue localized => localized.Entries.Select(entry => (entry.Text, false)),
            ExternalValue external => [(external.Target.Id, false)],
            EnumItemValue choice => [(property.Values[choice.Index].Name, false)],
            EmbeddedValue embedded => embedded.Values.SelectMany(
                (inner, i) => TextsOf(Schema[property.Range].Properties[i], inner)
            ),
            ListValue list => list.Items.SelectMany(item => TextsOf(property, item)),
            MapValue map => map.Entries.SelectMany(entry => TextsOf(property, entry.Value).Prepend((entry.Key, false))),
            _ => throw new NotSupportedException($"Nobody knows the texts of a {value.GetType().Name}."),
        };
}
