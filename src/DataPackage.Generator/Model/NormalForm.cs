using System.Text;

namespace DataPackage.Generator.Model;

/// <summary>Unicode normalization form C.</summary>
internal static class NormalForm
{
    /// <summary>Below it, every character is in the form and combines with none before it: most texts need not ask Unicode's tables.</summary>
    private const char FirstCombining = '\u0300';

    /// <returns>The text itself where it is in the form, or has what no form can have.</returns>
    public static string Of(string text)
    {
        foreach (var c in text)
            if (c >= FirstCombining) return !HasForm(text) || text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);
        return text;
    }

    /// <summary>.NET refuses half a surrogate pair, and U+FFFE.</summary>
    private static bool HasForm(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
