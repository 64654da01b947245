using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>What a seed says of an entity that is to be given up.</summary>
/// <param name="Because">The reason, for people.</param>
/// <param name="See">References to the entities to use in its place.</param>
/// <param name="Until">The release in which it is given up; null if that is open.</param>
internal sealed record Deprecation(string Because, EquatableArray<Value> See, string? Until)
{
    public const string BecauseKey = "because";
    public const string SeeKey = "see";
    public const string UntilKey = "until";

    public static readonly string[] Keys = [BecauseKey, SeeKey, UntilKey];
}
