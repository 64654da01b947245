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
            if (c >= FirstCombining) return HasForm(text) ? text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC) : text;
        return text;
    }

    /// <summary>The library throws at what is no character, and an escape in a seed can stand for one.</summary>
    private static bool HasForm(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\uFFFE' || char.IsLowSurrogate(text[i])) return false;
            if (!char.IsHighSurrogate(text[i])) continue;
            if (++i == text.Length || !char.IsLowSurrogate(text[i])) return false;
        }

        return true;
    }
}
