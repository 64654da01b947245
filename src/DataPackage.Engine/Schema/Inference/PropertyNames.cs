using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Gives each key of a kind's records the name of a property, which no other key gets: <c>snake_case</c> →
/// snakeCase, <c>@type</c> → type, <c>C++</c> → cPlusPlus.</summary>
internal sealed class PropertyNames(string kind, bool isEmbedded)
{
    /// <summary>A key may be a whole sentence; a name of this length is enough to tell it from others
    /// (<see cref="Diagnostics.SeedLimits.NameLength"/>).</summary>
    private const int LongestName = 48;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The last number added to each wanted name.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public string Take(string key)
    {
        var wanted = WordsOf(key);
        if (TryTake(wanted))
            return wanted;
        for (var number = _numbers.TryGetValue(wanted, out var last) ? last + 1 : 1; ; number++)
        {
            var name = number == 1 ? wanted + "Value" : FormattableString.Invariant($"{wanted}Value{number}");
            if (!TryTake(name))
                continue;
            _numbers[wanted] = number;
            return name;
        }
    }

    private bool TryTake(string name)
    {
        var member = Names.ToPascalCase(name);
        var isTaken = isEmbedded
            ? Names.IsTakenInEmbedded(member, kind)
            : Names.IsTakenInEntity(member, kind, isArticle: false);
        return !isTaken
            && !OwnKeys.IsReserved(name, isEmbedded ? KindShape.Embedded : KindShape.Entity)
            && _taken.Add(member);
    }

    /// <summary>The name of a key, if no other key has it.</summary>
    public static string WordsOf(string key)
    {
        // Words in capitals (ISO_CODE) are split like others.
        var text = key.Any(c => char.IsLower(c)) ? key : LetterCase.ToLower(key);
        var words = Names
            .ToKebabCase(Names.ToMember(text).TrimStart(Names.Evasion))
            .Split(['-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return key.Length == 0 ? "empty" : "symbol";
        var name =
            LetterCase.ToLower(words[0][0])
            + words[0].Substring(1)
            + string.Concat(words.Skip(1).Select(word => LetterCase.ToUpper(word[0]) + word.Substring(1)));
        if (name.Length > LongestName)
            name = name.Substring(0, LongestName).TrimEnd(Names.Evasion);
        return Names.IsPropertyName(name) ? name
            : Names.IsPropertyName("key" + name) ? "key" + name
            : "symbol";
    }
}
