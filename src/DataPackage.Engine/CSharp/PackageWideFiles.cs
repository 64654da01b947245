using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>The class that finds entities by the number of their kind.</summary>
internal sealed record PackageEntitiesFile(PackageSchema Schema, CodeTarget Target)
    : GeneratedFile("Package_Entities.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => PackageEntitiesEmitter.Write(this, writer);
}

/// <summary>The class that finds the names of the package's entities in texts.</summary>
internal sealed record MentionsFile(PackageSchema Schema, CodeTarget Target)
    : GeneratedFile("Package_Mentions.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => MentionsEmitter.Write(this, writer);
}

/// <summary>The class that describes the package.</summary>
/// <param name="Counts">How many entities each concrete kind has, ordered by its name.</param>
internal sealed record InfoFile(
    PackageSchema Schema,
    PackageDescription Description,
    EquatableArray<(string Kind, int Count)> Counts,
    string Fingerprint,
    CodeTarget Target
) : GeneratedFile("Package_Info.g.cs", Target)
{
    /// <summary>Whether edited data restart the program: a hot reload replaces code, but no resource.</summary>
    public bool RestartsOnEdit { get; init; }

    protected override void Write(SourceWriter writer) => InfoEmitter.Write(this, writer);
}

/// <summary>The attributes that list this package's entities, and the languages of its texts.</summary>
/// <param name="Kinds">The kinds that have entities.</param>
/// <param name="Languages">Every language of a localized text, ordered ordinally.</param>
internal sealed record EntityIdsFile(
    EquatableArray<ExternalKind> Kinds,
    EquatableArray<string> Languages,
    CodeTarget Target
) : GeneratedFile("Package_Ids.g.cs", Target)
{
    protected override bool HasTypes => false;

    protected override void Write(SourceWriter writer)
    {
        var format = PackedFormat.Version.ToString(CultureInfo.InvariantCulture);
        foreach (var kind in Kinds)
        {
            var texts = new[] { kind.Package, kind.Name, kind.Catalog, kind.Ids }.Select(CSharpText.Literal);
            writer.Line($"[assembly: {CSharpTypes.Runtime}EntityIds({format}, {string.Join(", ", texts)})]");
        }

        if (Languages.Count == 0)
            return;
        var (key, languages) = (CSharpText.Literal(PackageLanguages.Key), PackageLanguages.Write(Languages));
        writer.Line($"[assembly: global::System.Reflection.AssemblyMetadata({key}, {CSharpText.Literal(languages)})]");
    }
}
