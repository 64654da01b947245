using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Adds a kind of article to packages whose schema has none.</summary>
internal static class BuiltInArticle
{
    public static void AddTo(SchemaDrafts drafts)
    {
        var kinds = drafts.ByName.Values;
        if (kinds.Any(draft => draft.Shape == KindShape.Article))
            return;
        // The kind of that name, if its schema lacks the part that would state its shape.
        var half = kinds.FirstOrDefault(draft =>
            draft.IsShapeUnknown
            && (draft.Name == "Article" || draft.Plural == "Articles")
            && KindReader.CanBeArticle(draft)
        );
        if (half is not null)
            half.Shape = KindShape.Article;
        else if (!drafts.ByName.ContainsKey("Article") && !kinds.Any(draft => draft.Plural == "Articles"))
            drafts.ByName.Add("Article", Create());
    }

    private static KindDraft Create()
    {
        var article = new KindDraft("Article", SeedDocument.None, KindShape.Article)
        {
            Plural = "Articles",
            Label = "Article",
            Description = "A text that supports what the data say.",
            Caption = Named("title"),
            Summary = Named("description"),
            FindBy = [Named("title")],
        };
        article.Properties.AddRange([
            Make("title", ScalarTypes.Text, "The headline of the article.", isRequired: true),
            Make("description", ScalarTypes.Text, "What the article is about."),
            Make("language", ScalarTypes.Language, "The language in which the article is written (BCP 47)."),
            Make("author", ScalarTypes.Text, "Who wrote the article."),
            Make("publisher", ScalarTypes.Text, "Who published the article."),
            Make("published", ScalarTypes.Date, "When the article was published (EDTF)."),
            Make("url", ScalarTypes.Url, "Where the article can be read."),
            Make(
                "license",
                ScalarTypes.Text,
                "The terms under which the article can be used, as an SPDX identifier where there is one."
            ),
        ]);
        return article;
    }

    private static PropertyDraft Make(string name, PropertyType type, string description, bool isRequired = false) =>
        new(name, Named(name))
        {
            Type = type,
            IsRequired = isRequired,
            Description = description,
        };

    private static SeedScalar Named(string name) => new(default, name, IsPlain: true);
}
