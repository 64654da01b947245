using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>One file of generated code before it is written. Compared by value: only files that changed are written and
/// parsed again.</summary>
/// <param name="HintName">The name of the file.</param>
internal abstract record GeneratedFile(string HintName, CodeTarget Target)
{
    public string Write()
    {
        var writer = new SourceWriter(HasTypes ? Target : null);
        writer.Line();
        Write(writer);
        return writer.ToString();
    }

    protected abstract void Write(SourceWriter writer);

    /// <summary>Whether the file has a namespace. Attributes of the assembly must come before any (CS1730).</summary>
    protected virtual bool HasTypes => true;

    /// <summary>The file with the lines of seeds that the PDB names.</summary>
    public virtual GeneratedFile At(EquatableArray<KindPlaces> places) => this;
}
