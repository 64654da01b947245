using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.CSharp;

/// <summary>The type of one kind.</summary>
internal sealed record TypeFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.TypeName + ".g.cs", Target)
{
    protected override void Write(SourceWriter writer) => TypeEmitter.Write(this, writer);
}

/// <summary>The converters that read and write one kind as JSON.</summary>
internal sealed record JsonFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.TypeName + ".Json.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => JsonEmitter.Write(this, writer);
}
