using DataPackage.Engine;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Editing;

/// <summary>Finds the places in seeds that name an entity: references, citations of an article, mentions.</summary>
internal static class ReferencePlaces
{
    /// <param name="Id">The text without the kind before it.</param>
    public readonly record struct Place(SeedPosition Location, string Text, string Id)
    {
        /// <summary>The text that names another entity there.</summary>
        public string For(string id) => Text[..^Id.Length] + id;
    }

    public static IEnumerable<Place> Of(EntityLink target, PackageCompiler compiler)
    {
        foreach (var entity in compiler.Bound.SelectMany(seed => seed.Entities))
        {
            var kind = compiler.Schema[entity.Kind];
            for (var i = 0; i < entity.Values.Count; i++)
                foreach (var place in In(entity.Values[i], kind.Properties[i], target, compiler))
                    yield return place;
            foreach (var place in entity.Claims.SelectMany(claim => In(claim, kind, target, compiler)))
                yield return place;
            foreach (var citation in entity.Citations)
                if (compiler.Index.Articles?.Find(citation.Article) == target)
                    yield return new(citation.ArticleLocation, citation.Article, citation.Article);
            foreach (var mention in entity.Article?.Mentions ?? default)
                if (PlaceOf(mention.Text, mention.Location, compiler.Index.Kinds, target, compiler) is { } place)
                    yield return place;
        }
    }

    /// <summary>Who makes the claim, and its value if the property does not have it.</summary>
    private static IEnumerable<Place> In(Claim claim, Kind kind, EntityLink target, PackageCompiler compiler)
    {
        if (!claim.IsShown)
            foreach (var place in In(claim.Value, kind.Properties[claim.Property], target, compiler))
                yield return place;
        if (
            claim.Details.AccordingTo is UnlinkedReference who
            && PlaceOf(who.Text, who.Location, compiler.Index.Kinds, target, compiler) is { } speaker
        )
            yield return speaker;
    }

    private static IEnumerable<Place> In(
        Value? value,
        Property property,
        EntityLink target,
        PackageCompiler compiler
    ) =>
        value switch
        {
            UnlinkedReference reference when property.Type == PropertyType.Reference && property.By is null => PlaceOf(
                reference.Text,
                reference.Location,
                compiler.Index.KindsOf(property.Range),
                target,
                compiler
            )
                is { } place
                ? [place]
                : [],
            ListValue list => list.Items.SelectMany(item => In(item, property, target, compiler)),
            MapValue map => map.Entries.SelectMany(entry => In(entry.Value, property, target, compiler)),
            EmbeddedValue embedded => compiler
                .Schema[property.Range]
                .Properties.SelectMany((member, i) => In(embedded.Values[i], member, target, compiler)),
            _ => [],
        };

    /// <summary>The place, if its text names the target and no other entity.</summary>
    private static Place? PlaceOf(
        string text,
        SeedPosition location,
        IReadOnlyList<KindIndex> kinds,
        EntityLink target,
        PackageCompiler compiler
    )
    {
        var id = text;
        if (
            text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            && compiler.Index.Find(text[..slash]) is { } named
            && kinds.Contains(named)
        )
            (kinds, id) = ([named], text[(slash + 1)..]);
        var found = kinds.Select(kind => kind.Find(id)).OfType<EntityLink>().ToList();
        return found is [var only] && only == target ? new(location, text, id) : null;
    }
}
