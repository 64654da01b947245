using System.Globalization;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>The names that the modules export. All are in one room, because the index exports all modules; a name that
/// is taken has a number after it.</summary>
internal sealed class TypeNames
{
    /// <summary>The types that all kinds share, and words that TypeScript takes for no name.</summary>
    private static readonly string[] Taken = [.. SharedTypes.Names, .. Words.Split(' ')];

    private const string Words =
        "any as async await bigint boolean break case catch class const continue debugger default delete do else enum "
        + "export extends false finally for function if implements import in instanceof interface let never new null "
        + "number object package private protected public return static string super switch symbol this throw true "
        + "try type typeof undefined unknown var void while with yield";

    private readonly HashSet<string> _taken = new(Taken, StringComparer.Ordinal);
    private readonly Dictionary<string, (string Entity, string Id, string Values, string Data)> _byKind;

    public TypeNames(PackageSchema schema)
    {
        // A kind's own name comes before those that are made from others.
        var kinds = schema
            .Kinds.Where(kind => !kind.IsAbstract)
            .Select(kind => (Kind: kind, Name: Add(kind.Name)))
            .ToList();
        _byKind = kinds.ToDictionary(
            each => each.Kind.Name,
            each =>
                each.Kind.IsEmbedded
                    ? (each.Name, "", each.Name, "")
                    : (each.Name, Add(each.Kind.Name + "Id"), Add(each.Kind.Name + "Values"), Add(each.Kind.Plural)),
            StringComparer.Ordinal
        );
    }

    private string Add(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    /// <summary>The type of a kind's entities.</summary>
    public string EntityOf(Kind kind) => _byKind[kind.Name].Entity;

    /// <summary>The type of the ids.</summary>
    public string IdOf(Kind kind) => _byKind[kind.Name].Id;

    /// <summary>The type of the values; for an embedded kind, which has nothing else, the kind's own name.</summary>
    public string ValuesOf(Kind kind) => _byKind[kind.Name].Values;

    /// <summary>The constant with all entities.</summary>
    public string DataOf(Kind kind) => _byKind[kind.Name].Data;
}
