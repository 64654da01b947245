using System.Globalization;
using System.Reflection;
using System.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class that describes the package.</summary>
internal sealed class InfoEmitter
{
    private static readonly string Generator =
        "DataPackage.Generator "
        + typeof(InfoEmitter)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0];

    private readonly InfoFile _file;
    private readonly SourceWriter _writer;
    private readonly CSharpTypes _types;
    private readonly StringBuilder _initializers = new();

    private InfoEmitter(InfoFile file, SourceWriter writer)
    {
        _file = file;
        _writer = writer;
        _types = new CSharpTypes(file.Schema, file.Target);
    }

    public static void Write(InfoFile file, SourceWriter writer)
    {
        writer.Summary("The package: its name and version, its licences, its sources, and how many entities it has.");
        var emitter = new InfoEmitter(file, writer);
        writer.Block(
            $"public static class {emitter._types.Info}",
            () =>
            {
                emitter.WriteTexts();
                emitter.WriteChanges();
                emitter.WriteLists();
                emitter.WriteCounts();
                RestartMarker.Write(
                    file.RestartsOnEdit || !file.Target.HasBytes
                        ? emitter._initializers + file.Fingerprint
                        : emitter._initializers.ToString(),
                    writer
                );
            }
        );
    }

    private void WriteTexts()
    {
        var description = _file.Description;
        WriteText(
            "Name",
            isStated: true,
            "The package's name, as datapackage.yaml says it; the namespace of its types if it says none.",
            description.Name ?? _file.Target.Namespace
        );
        WriteText("Title", isStated: false, "The title, for people to read. Null if not stated.", description.Title);
        WriteText(
            "Description",
            isStated: false,
            "What the package holds. Null if not stated.",
            description.Description
        );
        WriteVersion();
        WriteText(
            "Fingerprint",
            isStated: true,
            "A SHA-256 over what all entities say, in lower-case hexadecimal. Equal for equal data, on any machine "
                + "and with any version of the generator.",
            _file.Fingerprint
        );
        WriteText("Language", isStated: true, "The default language of texts (BCP 47).", description.Language);
        WriteText("GeneratedBy", isStated: true, "The generator and its version.", Generator);
    }

    private void WriteVersion()
    {
        _writer.Summary(
            "The version of the assembly that holds the data, without what a build appends to it: "
                + "<c>1.2.0</c>, <c>2.0.0-beta.1</c>."
        );
        _writer.Line(
            "public static string Version => "
                + $"{CSharpTypes.Packed}PackedInfo.VersionOf(typeof({_types.Info}).Assembly);"
        );
    }

    private void WriteChanges()
    {
        _writer.Summary(
            "What the releases of the package changed, with the level of each change; empty if no release was "
                + "recorded. <c>Changes.Since(\"1.2.0\")</c> has those that came after a version."
        );
        _writer.Line(
            $"public static {CSharpTypes.Runtime}DataPackageChanges Changes => "
                + $"{CSharpTypes.Packed}PackedInfo.ChangesOf(typeof({_types.Info}).Assembly);"
        );
    }

    private void WriteLists()
    {
        var description = _file.Description;
        WriteList(
            "Licenses",
            "What the data may be used for, in the order of datapackage.yaml.",
            "DataPackageLicense",
            description.Licenses.Select(license => Arguments(license.Name, license.Title, license.Path))
        );
        WriteList(
            "Sources",
            "What the data were made from, in the order of datapackage.yaml.",
            "DataPackageSource",
            description.Sources.Select(source => Arguments(source.Title, source.Path, source.Email))
        );
        WriteList(
            "Contributors",
            "Who made the package, in the order of datapackage.yaml.",
            "DataPackageContributor",
            description.Contributors.Select(contributor =>
                Arguments(contributor.Title, contributor.Role, contributor.Path, contributor.Email)
            )
        );
    }

    private void WriteCounts()
    {
        _writer.Summary("How many entities each kind has, by the kind's name.");
        const string map = "global::System.Collections.Generic.IReadOnlyDictionary<string, int>";
        _writer.Block(
            $"public static {map} Counts {{ get; }} = new "
                + "global::System.Collections.ObjectModel.ReadOnlyDictionary<string, int>(new "
                + "global::System.Collections.Generic.Dictionary<string, int>",
            () =>
            {
                foreach (var (kind, count) in _file.Counts)
                    Initialize($"[{CSharpText.Literal(kind)}] = {count.ToString(CultureInfo.InvariantCulture)},");
            },
            "});"
        );
    }

    /// <param name="isStated">Whether the text is never null. A description is always nullable, so adding one does not
    /// change the API.</param>
    private void WriteText(string name, bool isStated, string summary, string? value)
    {
        _writer.Summary(summary);
        _writer.Line(
            $"public static string{(isStated ? "" : "?")} {name} => "
                + $"{(value is null ? "null" : CSharpText.Literal(value))};"
        );
    }

    private void WriteList(string name, string summary, string type, IEnumerable<string> items)
    {
        _writer.Summary(summary);
        Initialize(
            $"public static {CSharpTypes.List(CSharpTypes.Runtime + type)} {name} {{ get; }} = "
                + $"[{string.Join(", ", items.Select(arguments => $"new({arguments})"))}];"
        );
    }

    /// <summary>Writes a line of an initializer.</summary>
    private void Initialize(string line)
    {
        _writer.Line(line);
        _initializers.Append(line);
    }

    private static string Arguments(params string?[] texts) =>
        string.Join(", ", texts.Select(text => text is null ? "null" : CSharpText.Literal(text)));
}
