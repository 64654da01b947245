using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Seeds whose schema says nothing of articles can have articles all the same.</summary>
internal static class BuiltInArticle
{
    public static void AddTo(SchemaDrafts drafts)
    {
        if (drafts.ByName.Values.Any(draft => draft.Shape == KindShape.Article))
            return;
        // The kind that is called so, where its schema lacks the part that would say what it is.
        if (
            drafts.ByName.Values.FirstOrDefault(draft =>
                draft.IsShapeUnknown
                && (draft.Name == "Article" || draft.Plural == "Articles")
                && KindReader.CanBeArticle(draft)
            ) is
            { } half
        )
        {
            half.Shape = KindShape.Article;
            return;
        }

        if (drafts.ByName.ContainsKey("Article"))
            return;
        if (drafts.ByName.Values.Any(draft => draft.Plural == "Articles"))
            return;
        var none = new SeedDocument("", "", new LineMap(default), null, null, false, default);
        PropertyDraft Make(string name, PropertyType type, bool isRequired, string description) =>
            new(name, new SeedScalar(default, name, true))
            {
                Type = type,
                IsRequired = isRequired,
                Description = description,
            };
        SeedScalar Named(string name) => new(default, name, true);
        var article = new KindDraft("Article", none, KindShape.Article)
        {
            Plural = "Articles",
            Label = "Article",
            Description = "A text that supports what the data say.",
            Caption = Named("title"),
            Summary = Named("description"),
            FindBy = [Named("title")],
        };
        article.Properties.Add(Make("title", ScalarTypes.Text, true, "The headline of the article."));
        article.Properties.Add(Make("description", ScalarTypes.Text, false, "What the article is about."));
        article.Properties.Add(
            Make("language", ScalarTypes.Language, false, "The language in which the article is written (BCP 47).")
        );
        article.Properties.Add(Make("author", ScalarTypes.Text, false, "Who wrote the article."));
        article.Properties.Add(Make("publisher", ScalarTypes.Text, false, "Who published the article."));
        article.Properties.Add(Make("published", ScalarTypes.Date, false, "When the article was published (EDTF)."));
        article.Properties.Add(Make("url", ScalarTypes.Url, false, "Where the article can be read."));
        article.Properties.Add(
            Make(
                "license",
                ScalarTypes.Text,
                false,
                "The terms under which the article can be used, as an SPDX identifier where there is one."
            )
        );
        drafts.ByName.Add("Article", article);
    }
}
