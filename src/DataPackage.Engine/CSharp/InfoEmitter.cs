using System.Globalization;
using System.Reflection;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes the class that says what the package is.</summary>
internal static class InfoEmitter
{
    private static readonly string Generator =
        "DataPackage.Generator "
        + typeof(InfoEmitter)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0];

    public static void Write(InfoFile file, SourceWriter writer)
    {
        var types = new CSharpTypes(file.Schema, file.Target);
        var description = file.Description;
        writer.Summary(
            "What this package is: its name and version, what it may be used for, what it was made from, and how "
                + "much there is of it."
        );
        writer.Block(
            $"public static class {types.Info}",
            () =>
            {
                Text(
                    "Name",
                    isStated: true,
                    "The package's name, as datapackage.yaml says it; the namespace of its types where it says none.",
                    description.Name ?? file.Target.Namespace
                );
                Text(
                    "Title",
                    isStated: false,
                    "The title, for people to read. Null where none is stated.",
                    description.Title
                );
                Text(
                    "Description",
                    isStated: false,
                    "What the package holds. Null where nothing is stated.",
                    description.Description
                );
                writer.Summary(
                    "The version of the assembly that holds the data, without what a build appends to it: "
                        + "<c>1.2.0</c>, <c>2.0.0-beta.1</c>."
                );
                writer.Line(
                    "public static string Version => "
                        + $"{CSharpTypes.Packed}PackedInfo.VersionOf(typeof({types.Info}).Assembly);"
                );
                Text(
                    "Fingerprint",
                    isStated: true,
                    "A SHA-256 over what all entities say, in lower-case hexadecimal: equal for equal data, whoever "
                        + "built them, where and with whichever generator.",
                    file.Fingerprint
                );
                Text(
                    "Language",
                    isStated: true,
                    "The language (BCP 47) that texts are shown in where none is asked for.",
                    description.Language
                );
                Text("GeneratedBy", isStated: true, "The generator and its version.", Generator);
                List(
                    "Licenses",
                    "What the data may be used for, in the order of datapackage.yaml.",
                    "DataPackageLicense",
                    description.Licenses.Select(license => Arguments(license.Name, license.Title, license.Path))
                );
                List(
                    "Sources",
                    "What the data were made from, in the order of datapackage.yaml.",
                    "DataPackageSource",
                    description.Sources.Select(source => Arguments(source.Title, source.Path, source.Email))
                );
                List(
                    "Contributors",
                    "Who made the package, in the order of datapackage.yaml.",
                    "DataPackageContributor",
                    description.Contributors.Select(contributor =>
                        Arguments(contributor.Title, contributor.Role, contributor.Path, contributor.Email)
                    )
                );
                writer.Summary("How many entities each kind has, by the kind's name.");
                const string map = "global::System.Collections.Generic.IReadOnlyDictionary<string, int>";
                writer.Block(
                    $"public static {map} Counts {{ get; }} = new "
                        + "global::System.Collections.ObjectModel.ReadOnlyDictionary<string, int>(new "
                        + "global::System.Collections.Generic.Dictionary<string, int>",
                    () =>
                    {
                        foreach (var (kind, count) in file.Counts)
                            writer.Line(
                                $"[{CSharpText.Literal(kind)}] = {count.ToString(CultureInfo.InvariantCulture)},"
                            );
                    },
                    "});"
                );
            }
        );

        // A description that is added later is no change of the API.
        void Text(string name, bool isStated, string summary, string? value)
        {
            writer.Summary(summary);
            writer.Line(
                $"public static string{(isStated ? "" : "?")} {name} => "
                    + $"{(value is null ? "null" : CSharpText.Literal(value))};"
            );
        }

        void List(string name, string summary, string type, IEnumerable<string> items)
        {
            writer.Summary(summary);
            writer.Line(
                $"public static {CSharpTypes.List(CSharpTypes.Runtime + type)} {name} {{ get; }} = "
                    + $"[{string.Join(", ", items.Select(arguments => $"new({arguments})"))}];"
            );
        }

        static string Arguments(params string?[] texts) =>
            string.Join(", ", texts.Select(text => text is null ? "null" : CSharpText.Literal(text)));
    }
}
