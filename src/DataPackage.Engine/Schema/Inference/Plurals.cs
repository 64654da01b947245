using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>English plurals, as far as the names of files, properties and kinds need them. Unknown words follow the
/// rules of spelling; words with letters beyond ASCII are hardly English and only lose an s.</summary>
internal static partial class Plurals
{
    private static readonly char[] Blank = [' '];
    private static readonly Dictionary<string, string> Singulars = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> PluralsOf = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PrepositionSet = new(Prepositions.Split(Blank), StringComparer.Ordinal);

    static Plurals()
    {
        foreach (var pair in Pairs.Split(Blank))
        {
            var forms = pair.Split('/');
            Add(forms[0], forms.Skip(1));
        }

        foreach (var word in EndInS.Split(Blank))
            Add(
                word,
                [
                    word.EndsWith("is", StringComparison.Ordinal)
                        ? word.Substring(0, word.Length - 2) + "ises"
                        : word + "es",
                ]
            );
        foreach (var word in Unchanged.Split(Blank))
            Add(word, [word]);
        foreach (var start in BeforeMan.Split(Blank))
            Add(start + "man", [start + "men"]);
    }

    private static void Add(string singular, IEnumerable<string> plurals)
    {
        foreach (var plural in plurals)
        {
            if (!PluralsOf.ContainsKey(singular))
                PluralsOf.Add(singular, plural);
            Singulars.Add(plural, singular);
        }

        Singulars[singular] = singular;
    }

    /// <summary>What replaces the end of a plural, in the order in which they are tried.</summary>
    private static readonly (string End, string Singular)[] ToSingular =
    [
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("women", "woman"),
        ("eaux", "eau"),
        ("ies", "y"),
        ("yses", "ysis"),
        ("theses", "thesis"),
        ("auses", "ause"),
        ("ouses", "ouse"),
        ("euses", "euse"),
        ("uses", "us"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("tzes", "tz"),
        ("oes", "o"),
        ("s", ""),
    ];

    /// <summary>What replaces the end of a singular, in the order in which they are tried.</summary>
    private static readonly (string End, string Plural)[] ToPlural =
    [
        ("woman", "women"),
        ("eau", "eaux"),
        ("sis", "ses"),
        ("s", "ses"),
        ("x", "xes"),
        ("z", "zes"),
        ("ch", "ches"),
        ("sh", "shes"),
        ("ay", "ays"),
        ("ey", "eys"),
        ("oy", "oys"),
        ("uy", "uys"),
        ("y", "ies"),
        ("", "s"),
    ];

    /// <summary>languages → language, countries → country; the last word of <c>sports-clubs</c> and
    /// <c>sportsClubs</c>, and the word before the preposition of <c>pointsOfInterest</c>. A singular is
    /// unchanged.</summary>
    public static string SingularOf(string plural) => ChangeNoun(plural, toPlural: false);

    /// <summary>Language → Languages, Country → Countries, PointOfInterest → PointsOfInterest.</summary>
    public static string PluralOf(string singular) => ChangeNoun(singular, toPlural: true);

    private static string ChangeNoun(string text, bool toPlural)
    {
        var words = WordsOf(text);
        for (var i = 1; i < words.Count - 1; i++)
            if (PrepositionSet.Contains(LetterCase.ToLower(In(text, words[i]))))
            {
                var changed = ChangeIn(text, words[i - 1], toPlural);
                if (changed != text)
                    return changed;
                break;
            }

        return words.Count == 0 || words[words.Count - 1].End < text.Length
            ? text
            : ChangeIn(text, words[words.Count - 1], toPlural);
    }

    private static string In(string text, (int Start, int End) word) =>
        text.Substring(word.Start, word.End - word.Start);

    private static string ChangeIn(string text, (int Start, int End) word, bool toPlural) =>
        text.Substring(0, word.Start) + InCaseOf(In(text, word), toPlural) + text.Substring(word.End);

    private static List<(int Start, int End)> WordsOf(string text)
    {
        var words = new List<(int Start, int End)>();
        for (var end = text.Length; end > 0; )
        {
            var start = end;
            while (start > 0 && IsSmall(text[start - 1]))
                start--;
            // The s of URLs belongs to all capitals before it.
            var isInCapitals = start == end || (start == end - 1 && text[start] == 's');
            if (start > 0 && char.IsUpper(text[start - 1]))
                do start--;
                while (isInCapitals && start > 0 && char.IsUpper(text[start - 1]));
            if (start < end)
                words.Insert(0, (start, end));
            end = start < end ? start : end - 1;
        }

        return words;
    }

    private static bool IsSmall(char c) => char.IsLetter(c) && !char.IsUpper(c);

    /// <summary>Changes a word in any case: COUNTRIES → COUNTRY, URLs → URL. Three capitals are hardly a
    /// plural.</summary>
    private static string InCaseOf(string word, bool toPlural)
    {
        var small = LetterCase.ToLower(word);
        var capitals = word.Count(c => char.IsUpper(c));
        if (capitals < 2)
            return capitals == 0
                ? Change(small, toPlural)
                : LetterCase.ToUpper(word[0]) + Change(small, toPlural).Substring(1);
        if (capitals == word.Length && (capitals > 3 || Singulars.ContainsKey(small)))
            return string.Concat(Change(small, toPlural).Select(LetterCase.ToUpper));
        return toPlural ? word + "s"
            : word[word.Length - 1] == 's' ? word.Substring(0, word.Length - 1)
            : word;
    }

    private static string Change(string word, bool toPlural) => toPlural ? PluralOfWord(word) : SingularOfWord(word);

    private static string SingularOfWord(string word) =>
        Singulars.TryGetValue(word, out var known) ? known
        : word.Any(c => c >= 0x80) ? Replace(word, [("s", "")])
        : Replace(word, ToSingular);

    private static string PluralOfWord(string word) =>
        PluralsOf.TryGetValue(word, out var known) ? known
        : word.Any(c => c >= 0x80) ? word + "s"
        : Replace(word, ToPlural);

    private static string Replace(string word, (string End, string Other)[] rules)
    {
        foreach (var (end, other) in rules)
            if (word.Length > Math.Max(end.Length, 2) && word.EndsWith(end, StringComparison.Ordinal))
                return word.Substring(0, word.Length - end.Length) + other;
        return word;
    }
}
