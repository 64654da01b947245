using System.Text;

namespace DataPackage.Generator.Model;

/// <summary>Unicode normalization form C.</summary>
internal static class NormalForm
{
    /// <summary>Below it, every character is in the form and combines with none before it: most texts need not ask Unicode's tables.</summary>
    private const char FirstCombining = '\u0300';

    public static string Of(string text)
    {
        foreach (var c in text)
            if (c >= FirstCombining) return text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);
        return text;
    }
}
