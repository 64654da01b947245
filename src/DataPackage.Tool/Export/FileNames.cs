using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Shared.Text;

namespace DataPackage.Tool.Export;

/// <summary>Names of files that every file system takes, one for each id and the same whatever other ids there
/// are.</summary>
internal static class FileNames
{
    private const int MostKept = 40;
    private const int HashDigits = 16;
    private const int LongestPlain = 100;

    /// <summary>The id itself if it is a plain one; else what it has of one, a tilde and a part of its hash, which no
    /// plain id contains.</summary>
    public static string Of(string id) =>
        Names.IsId(id) && id.Length <= LongestPlain && !SeedNames.IsDevice(id) ? id : Escape(id);

    private static string Escape(string id)
    {
        var kept = new StringBuilder();
        foreach (var c in LetterCase.ToLower(id))
        {
            if (kept.Length == MostKept)
                break;
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != '-')
                kept.Append('-');
        }

        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashDigits];
        return $"{(kept.Length == 0 ? "id" : kept.ToString().TrimEnd('-'))}~{LetterCase.ToLower(hash)}";
    }
}
