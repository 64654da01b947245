using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Shared.Text;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Search;

/// <summary>The scripts that pages load to search: how names are folded, what is in which file, and these files. They
/// are scripts, because a page on a disk may load nothing else.</summary>
internal static class SearchFiles
{
    public const string Folding = "search/folding.js";
    public const string Contents = "search/contents.js";

    private const int LongestPlain = 8;
    private const int HashDigits = 16;

    /// <summary>The most entities that are told of a beginning that has too many, unless they are called so.</summary>
    private const int MostOfMany = 100;

    public static IEnumerable<SiteFile> Of(SiteSource source, IReadOnlyList<SiteLanguage> languages)
    {
        var index = SearchIndex.Of(source);
        yield return new SiteFile(Folding, languages[0], page => Write(page, FoldingScript.Text));
        yield return new SiteFile(Contents, languages[0], page => Write(page, ContentsOf(index)));
        foreach (var node in index.Nodes)
            yield return new SiteFile(
                $"search/{NameOf(node.Prefix)}.js",
                languages[0],
                page => Write(page, TextOf(node, index, source, languages))
            );
    }

    /// <summary>The name of the file that has a prefix: its units in hexadecimal. Of a long one, some of them and a
    /// part of its hash.</summary>
    private static string NameOf(string prefix)
    {
        if (prefix.Length == 0)
            return "all";
        var name = string.Join('-', prefix.Select(unit => FormattableString.Invariant($"{(int)unit:x}")));
        if (prefix.Length <= LongestPlain)
            return name;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(name)))[..HashDigits];
        return $"{string.Join('-', name.Split('-').Take(LongestPlain))}~{LetterCase.ToLower(hash)}";
    }

    private static void Write(SitePage page, string script) => page.Html.Copy(Encoding.UTF8.GetBytes(script));

    /// <summary>Each prefix with its file, in order, and the number of entities where the file has not all.</summary>
    private static string ContentsOf(SearchIndex index)
    {
        var script = new StringBuilder("site.contents=[");
        foreach (var node in index.Nodes)
        {
            script.Append('[').Literal(node.Prefix).Append(',').Literal(NameOf(node.Prefix));
            if (!node.IsWhole)
                script.Append(CultureInfo.InvariantCulture, $",{index.CountOf(node)}");
            script.Append("],\n");
        }

        return script.Append("];\n").ToString();
    }

    private static string TextOf(
        SearchNode node,
        SearchIndex index,
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages
    )
    {
        var script = new StringBuilder("site.names[").Literal(NameOf(node.Prefix)).Append("]=[\n");
        foreach (var (entity, texts) in node.IsWhole ? AllOf(node, index) : FirstOf(node, index))
            Append(script, index.Entities[entity], texts, source, languages);
        return script.Append("];\n").ToString();
    }

    private static SortedDictionary<int, SortedSet<int>> AllOf(SearchNode node, SearchIndex index)
    {
        var texts = new SortedDictionary<int, SortedSet<int>>();
        foreach (var start in index.StartsOf(node))
            Add(start, texts);
        return texts;
    }

    private static void Add(SearchStart start, SortedDictionary<int, SortedSet<int>> texts)
    {
        if (texts.TryGetValue(start.Entity, out var found))
            found.Add(start.Text);
        else
            texts.Add(start.Entity, [start.Text]);
    }

    /// <summary>Of too many entities: those that are called as the prefix, then those with a name that begins so, then
    /// others.</summary>
    private static IEnumerable<KeyValuePair<int, SortedSet<int>>> FirstOf(SearchNode node, SearchIndex index)
    {
        var called = new SortedDictionary<int, SortedSet<int>>();
        var best = new SortedDictionary<int, (bool IsWithin, int Text)>();
        foreach (var start in index.StartsOf(node))
        {
            var isWhole = start.At == 0 && start.Form.Length == node.Prefix.Length;
            if (isWhole && called.Count < SearchIndex.MostStarts)
                Add(start, called);
            var rank = (start.At > 0, start.Text);
            if (!best.TryGetValue(start.Entity, out var other) || rank.CompareTo(other) < 0)
                best[start.Entity] = rank;
        }

        var others = best.Where(each => !called.ContainsKey(each.Key)).OrderBy(each => each.Value.IsWithin);
        return called.Concat(
            others
                .Take(Math.Max(0, MostOfMany - called.Count))
                .Select(each => KeyValuePair.Create(each.Key, new SortedSet<int> { each.Value.Text }))
        );
    }

    /// <summary>Appends the folders of an entity and of its kind, the names in question, ids that the folder does not
    /// tell, each in an array of its own, and the captions in the languages of the pages: one if they are the same,
    /// none if the first name is it.</summary>
    private static void Append(
        StringBuilder script,
        SearchedEntity entity,
        SortedSet<int> texts,
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages
    )
    {
        var (kind, linked) = (entity.Kind, entity.Entity);
        var folder = FileNames.Of(linked.Id);
        script.Append('[').Literal(source.Paths.FolderOf(kind.Name)).Append(',').Literal(folder).Append(",[");
        var first = default(string);
        var separator = "";
        foreach (var text in texts)
        {
            var isId = text >= entity.Names.Count;
            if (isId && entity[text] == folder)
                continue;
            if (isId)
                script.Append(separator).Literals([entity[text]]);
            else
                script.Append(separator).Literal(entity[text]);
            (first, separator) = (first ?? (isId ? "" : entity[text]), ",");
        }

        script.Append(']');
        var captions = languages.Select(language => source.CaptionOf(kind, linked, language.Tag).Text).ToList();
        if (captions.TrueForAll(caption => caption == captions[0]))
            captions.RemoveRange(1, captions.Count - 1);
        if (captions.Count > 1 || captions[0] != first)
            script.Append(',').Literals(captions);
        script.Append("],\n");
    }
}
