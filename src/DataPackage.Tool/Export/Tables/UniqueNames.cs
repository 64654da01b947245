using System.Globalization;
using System.Text;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.Tool.Export.Tables;

/// <summary>Names of tables or columns that differ in more than the case of letters, because databases tell no
/// more.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Add(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(LetterCase.ToLower(unique)); number++)
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    /// <summary>DateReading → date_reading. Letters beyond ASCII have an underscore in their place.</summary>
    public static string ToSnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in Names.ToKebabCase(name))
            snake.Append(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '_');
        return snake.ToString();
    }
}
