using System.Text;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>One file of generated code before it is written. Compared by value: only files that changed are written and
/// parsed again.</summary>
/// <param name="HintName">The name of the file.</param>
internal abstract record GeneratedFile(string HintName, CodeTarget Target)
{
    /// <summary>The longest file whose memory is kept: a longer one should not take it for ever.</summary>
    private const int LongestIdle = 1 << 18;

    /// <summary>The memory in which this thread wrote its last file.</summary>
    [ThreadStatic]
    private static StringBuilder? _idle;

    public string Write()
    {
        var code = _idle ?? new StringBuilder();
        _idle = null;
        var writer = new SourceWriter(code);
        writer.Header(HasTypes ? Target : null);
        writer.Line();
        Write(writer);
        var text = code.ToString();
        if (text.Length <= LongestIdle)
            _idle = code.Clear();
        return text;
    }

    protected abstract void Write(SourceWriter writer);

    /// <summary>Whether the file has a namespace. Attributes of the assembly must come before any (CS1730).</summary>
    protected virtual bool HasTypes => true;

    /// <summary>The file with the lines of seeds that the PDB names.</summary>
    public virtual GeneratedFile At(EquatableArray<KindPlaces> places) => this;
}
