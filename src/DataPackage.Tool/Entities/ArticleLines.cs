using DataPackage.Engine.Articles;

namespace DataPackage.Tool.Entities;

/// <summary>Tells in which line of an article's file a passage starts.</summary>
internal static class ArticleLines
{
    /// <summary>Counted from 1; null if the package does not have the text.</summary>
    public static int? Of(Passage passage, Article? article)
    {
        if (article?.Body is not { } body)
            return null;
        var line = body.FirstLine;
        var points = 0;
        for (var i = 0; i < body.Text.Length && points < passage.Start; i++)
        {
            if (body.Text[i] == '\n')
                line++;
            if (!char.IsLowSurrogate(body.Text[i]))
                points++;
        }

        return line;
    }
}
