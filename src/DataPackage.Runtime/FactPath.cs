using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>Compares paths of values within an entity: <c>positions[0].title</c>.</summary>
internal static class FactPath
{
    /// <summary>Whether a path is that of a whole or leads into it. The path may have the names of C#: they start with
    /// a capital, and end in an underscore if another member has the name.</summary>
    public static bool IsIn(string path, string whole)
    {
        var (at, isKey) = (0, false);
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] is '.' or '[' && !isKey && EndsInEvasion(path, at))
                at++;
            if (at == path.Length || !IsSame(path[at], whole[i], startsName: !isKey && (i == 0 || whole[i - 1] == '.')))
                return false;
            isKey = whole[i] == '[' || (isKey && whole[i] != ']');
            at++;
        }

        if (EndsInEvasion(path, at))
            at++;
        return at == path.Length || path[at] is '.' or '[';
    }

    private static bool IsSame(char c, char written, bool startsName) =>
        c == written || (startsName && c == LetterCase.ToUpper(written));

    private static bool EndsInEvasion(string path, int at) =>
        at < path.Length && path[at] == '_' && (at + 1 == path.Length || path[at + 1] is '.' or '[');
}
