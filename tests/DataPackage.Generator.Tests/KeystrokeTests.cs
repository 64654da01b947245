using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests;

/// <summary>The shipped seeds and samples while somebody types in them: at every moment the package has the accessors
/// of all other entities, and errors are reported in the file that is edited.</summary>
/// <remarks>Sampled: the given number of places in each file, and a third of the mistakes at each. The generated code
/// is compiled twice for each package.</remarks>
public class KeystrokeTests(ITestOutputHelper output)
{
    private static readonly string[] Inserted =
    [
        "\"",
        "'",
        "[",
        "{",
        ":",
        "-",
        "#",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\t",
        "\n",
        " ",
        ", ",
        "]",
        "\u2028",
    ];

    /// <summary>Mistakes that make a file invalid YAML, so that a part of it is lost.</summary>
    private static readonly string[] Broken = ["DP0002", "DP0003", "DP0004", "DP0005", "DP0008"];

    /// <summary>Seeds open in an editor; every state is a run of the same driver. All tests share it: each restores
    /// what it changed.</summary>
    private sealed class Editor
    {
        private static readonly ConcurrentDictionary<string, Editor> Known = new(StringComparer.Ordinal);

        private readonly Dictionary<string, AdditionalText> _texts;
        private readonly Compilation _compilation = SeedSet.CreateCompilation();
        private readonly ConditionalWeakTable<SyntaxTree, Accessor[]> _accessors = [];
        private GeneratorDriver _driver;

        private Editor(string folder)
        {
            var root = Repository.PathOf(folder);
            _texts = Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".yaml" or ".md" or ".txt")
                .Select(path =>
                    SeedSet.Seed(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path))
                )
                .ToDictionary(seed => seed.Path, StringComparer.Ordinal);
            _driver = SeedSet.CreateDriver(_texts.Values).RunGenerators(_compilation);
            Whole = Look();
            Assert.Equal([], Whole.Errors);
        }

        public static Editor Of(string folder) => Known.GetOrAdd(folder, each => new Editor(each));

        public IEnumerable<string> Paths => _texts.Keys.Order(StringComparer.Ordinal);

        public State Whole { get; }

        public int Runs { get; private set; }

        public int Compiled { get; private set; }

        public string this[string path] => _texts[path].GetText()!.ToString();

        /// <summary>Restores the current text of the file at the end.</summary>
        public Restored Open(string path) => new(this, path, this[path]);

        /// <summary>The state of the package while the file has this text.</summary>
        public State Type(string path, string text)
        {
            Put(path, text);
            _driver = _driver.RunGenerators(_compilation);
            Runs++;
            return Look();
        }

        public void Put(string path, string text)
        {
            var before = _texts[path];
            _texts[path] = SeedSet.Seed(path, text);
            _driver = _driver.ReplaceAdditionalText(before, _texts[path]);
        }

        /// <summary>Errors of the compiler in the generated code. Called rarely, because it takes longer than
        /// everything else.</summary>
        public IEnumerable<string> CompilerErrors()
        {
            Compiled++;
            return _compilation
                .AddSyntaxTrees(_driver.GetRunResult().GeneratedTrees)
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString());
        }

        private State Look()
        {
            var result = _driver.GetRunResult().Results[0];
            Assert.Null(result.Exception);
            return new State(
                result
                    .GeneratedSources.SelectMany(source => _accessors.GetValue(source.SyntaxTree, AccessorsIn))
                    .ToHashSet(),
                [
                    .. result
                        .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                        .Select(diagnostic =>
                            (diagnostic.Id, diagnostic.Location.GetLineSpan().Path ?? "", diagnostic.ToString())
                        ),
                ]
            );
        }

        /// <summary>The static properties of catalogs. Each returns the entity of its row.</summary>
        private static Accessor[] AccessorsIn(SyntaxTree tree) =>
            [
                .. tree.GetRoot()
                    .DescendantNodes(node => node is not BaseMethodDeclarationSyntax)
                    .OfType<PropertyDeclarationSyntax>()
                    .Where(property =>
                        property
                            is {
                                Parent: ClassDeclarationSyntax,
                                ExpressionBody.Expression: InvocationExpressionSyntax
                                {
                                    ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }]
                                }
                            }
                    )
                    .Select(property => new Accessor(
                        $"{property.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name}",
                        string.Join(
                            '.',
                            property
                                .Ancestors()
                                .OfType<ClassDeclarationSyntax>()
                                .Reverse()
                                .Select(catalog => catalog.Identifier.Text)
                        ),
                        property.Identifier.Text,
                        property.Type.ToString().Split('.')[^1]
                    )),
            ];
    }

    private readonly record struct Restored(Editor Editor, string Path, string Text) : IDisposable
    {
        public void Dispose() => Editor.Put(Path, Text);
    }

    /// <param name="Catalog">The class, with the classes that contain it.</param>
    private readonly record struct Accessor(string Namespace, string Catalog, string Name, string Kind)
    {
        public bool IsInGroup => Catalog.Contains('.', StringComparison.Ordinal);

        public override string ToString() => $"{Namespace}.{Catalog}.{Name}";
    }

    private sealed record State(
        HashSet<Accessor> Accessors,
        IReadOnlyList<(string Id, string Path, string Text)> Errors
    )
    {
        public bool IsBroken(string path) => Errors.Any(error => error.Path == path && Broken.Contains(error.Id));

        public State WithoutNamespaces() =>
            this with
            {
                Accessors = [.. Accessors.Select(accessor => accessor with { Namespace = "" })],
            };

        public void AssertNoBug(string where) =>
            Assert.All(Errors, error => Assert.False(error.Id == "DP0001", $"{where}: {error.Text}"));

        public IReadOnlyList<Accessor> Missing(IEnumerable<Accessor> accessors) =>
            [.. accessors.Where(accessor => !Accessors.Contains(accessor))];

        public void AssertHas(IEnumerable<Accessor> accessors, string where)
        {
            var missing = Missing(accessors);
            Assert.True(
                missing.Count == 0,
                $"{where}: {missing.Count} missing, {string.Join(", ", missing.Take(9))}\n{Told}"
            );
        }

        public void AssertErrorsIn(string path, string where)
        {
            var others = Errors.Where(error => error.Path != path).Select(error => error.Text).ToList();
            Assert.True(others.Count == 0, $"{where}: {string.Join('\n', others.Take(5))}");
        }

        public string Told => string.Join('\n', Errors.Select(error => error.Text).Take(5));
    }

    private static string Show(string path, string text, int at) =>
        $"{path} at {at.ToString(CultureInfo.InvariantCulture)}: ...{text[Math.Max(0, at - 30)..Math.Min(text.Length, at)].ReplaceLineEndings("\\n")}<here>{text[at..Math.Min(text.Length, at + 12)].ReplaceLineEndings("\\n")}";

    /// <summary>Evenly spaced places of a text, and its end.</summary>
    private static IEnumerable<int> Places(string text, int count)
    {
        var step = Math.Max(1, text.Length / count);
        for (var at = 0; at < text.Length; at += step)
            yield return at;
        yield return text.Length;
    }

    /// <summary>Per declaration; a run reads the whole package again.</summary>
    private const int DeclarationPlaces = 5;

    public static TheoryData<string, int> TypedFromTheStart =>
        new()
        {
            { "persons/kirill-dmitriev.yaml", 25 },
            { "events/istanbul-talks-2025.yaml", 20 },
            { "articles/dmitriev-in-washington.md", 20 },
            { "places/moscow.yaml", 12 },
            { "statements/lavrov-on-progress.yaml", 12 },
        };

    /// <summary>A half-typed seed changes the groups of its own accessors. The rest of the package stays complete at
    /// every moment.</summary>
    [Theory]
    [MemberData(nameof(TypedFromTheStart))]
    public void A_shipped_seed_that_is_typed_takes_no_accessor_away(string path, int count)
    {
        var editor = Editor.Of("seeds");
        using var open = editor.Open(path);
        var own = string.Concat(
            Path.GetFileNameWithoutExtension(path).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])
        );
        Assert.Contains(editor.Whole.Accessors, accessor => accessor.Name == own);
        Accessor[] kept = [.. editor.Whole.Accessors.Where(accessor => !(accessor.IsInGroup && accessor.Name == own))];
        foreach (var at in Places(open.Text, count))
        {
            var (state, where) = (editor.Type(path, open.Text[..at]), Show(path, open.Text, at));
            state.AssertNoBug(where);
            state.AssertHas(kept, where);
            // Others may refer to what is not typed yet, such as a name.
            if (state.IsBroken(path))
                state.AssertErrorsIn(path, where);
        }
    }

    /// <summary>Entities cannot be grouped or named by what their schema does not say yet; datapackage.yaml has the
    /// namespace of all.</summary>
    [Fact]
    public void Shipped_declarations_that_are_typed_take_no_accessor_of_another_kind_away()
    {
        var editor = Editor.Of("seeds");
        foreach (
            var path in editor.Paths.Where(path =>
                path == "datapackage.yaml" || path.StartsWith("schema/", StringComparison.Ordinal)
            )
        )
        {
            using var open = editor.Open(path);
            Accessor[] kept =
            [
                .. editor
                    .Whole.WithoutNamespaces()
                    .Accessors.Where(accessor => accessor.Kind != Path.GetFileNameWithoutExtension(path)),
            ];
            foreach (var at in Places(open.Text, DeclarationPlaces))
            {
                var (state, where) = (editor.Type(path, open.Text[..at]), Show(path, open.Text, at));
                state.AssertNoBug(where);
                state.WithoutNamespaces().AssertHas(kept, where);
            }
        }
    }

    [Theory]
    [InlineData("samples/Languages/seeds", "languages.yaml", 40)]
    [InlineData("samples/Countries/seeds", "countries.yaml", 20)]
    [InlineData("samples/Legislature/seeds", "states.yaml", 6)]
    [InlineData("samples/Legislature/seeds", "legislators.yaml", 4)]
    public void A_seed_of_many_that_is_typed_has_all_that_is_typed_as_a_whole(string folder, string path, int count)
    {
        var editor = Editor.Of(folder);
        using var open = editor.Open(path);
        foreach (var at in Places(open.Text, count))
        {
            // The last entity is being typed; those before it are as they were when it was begun.
            var known = Before(editor, path, open.Text, at);
            var (state, where) = (editor.Type(path, open.Text[..at]), Show(path, open.Text, at));
            state.AssertNoBug(where);
            state.AssertHas(known, where);
            if (state.IsBroken(path))
                state.AssertErrorsIn(path, where);
        }

        editor.Type(path, open.Text).AssertHas(editor.Whole.Accessors, path);
    }

    /// <summary>The accessors from the entries before a place, and from the other files.</summary>
    private static HashSet<Accessor> Before(Editor editor, string path, string text, int at)
    {
        for (
            var line = at == 0 ? -1 : text.LastIndexOf('\n', at - 1);
            line > 0;
            line = text.LastIndexOf('\n', line - 1)
        )
            if (
                line + 1 < at
                && !(text[line + 1] is ' ' or '\n' or '#' || string.CompareOrdinal(text, line + 1, "---", 0, 3) == 0)
            )
                return editor.Type(path, text[..(line + 1)]).Accessors;
        return [];
    }

    public static TheoryData<string, string, int> Edited =>
        new()
        {
            { "seeds", "datapackage.yaml", 5 },
            { "seeds", "schema/Event.yaml", 4 },
            { "seeds", "schema/Thing.yaml", 4 },
            { "seeds", "schema/Article.yaml", 2 },
            { "seeds", "persons/kirill-dmitriev.yaml", 4 },
            { "seeds", "articles/dmitriev-in-washington.md", 3 },
            { "samples/Languages/seeds", "languages.yaml", 15 },
            { "samples/Languages/seeds", "datapackage.yaml", 20 },
            { "samples/Countries/seeds", "countries.yaml", 6 },
            { "samples/Legislature/seeds", "states.yaml", 3 },
        };

    /// <summary>Inserts a character, or removes half a line, anywhere in a file. If the file is then invalid YAML, that
    /// is one error, and no other file has any. A file that is one entity, or declares a kind, loses no accessor. In a
    /// file of many, all entities before the fault stay, and at most one after it is lost, unless a bracket or a quote
    /// is opened: its contents are unknown until it is closed.</summary>
    [Theory]
    [MemberData(nameof(Edited))]
    public void A_finished_file_that_is_edited_loses_what_stands_at_the_fault_at_most(
        string folder,
        string path,
        int count
    )
    {
        var editor = Editor.Of(folder);
        using var open = editor.Open(path);
        var whole = open.Text;
        var isOfMany = !path.Contains('/', StringComparison.Ordinal) && path != "datapackage.yaml";
        // Half a schema may not say by what its entities are grouped.
        var kind = path.StartsWith("schema/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(path) : null;
        HashSet<Accessor> kept =
        [
            .. editor.Whole.Accessors.Where(accessor => !(accessor.IsInGroup && accessor.Kind == kind)),
        ];
        var (runs, broken) = (editor.Runs, 0);
        foreach (var (at, place) in Places(whole, count).Select((at, i) => (at, i)))
        {
            var known = isOfMany ? Before(editor, path, whole, at) : kept;
            // Each place gets a third of the characters, its neighbours the others.
            foreach (var text in Inserted.Where((_, i) => i % 3 == place % 3))
                Check(whole.Insert(at, text), at, text, known);
            var line = at == 0 ? 0 : whole.LastIndexOf('\n', at - 1) + 1;
            var end = whole.IndexOf('\n', at) is >= 0 and var found ? found : whole.Length;
            Check(whole.Remove(at, end - at), at, "half a line less", known);
            Check(whole.Remove(line, Math.Min(end + 1, whole.Length) - line), line, "a line less", known);
        }

        void Check(string text, int at, string what, HashSet<Accessor> known)
        {
            var (state, where) = (
                editor.Type(path, text),
                $"{what.Replace("\n", "\\n", StringComparison.Ordinal)} in {Show(path, whole, at)}"
            );
            state.AssertNoBug(where);
            if (!state.IsBroken(path))
                return;
            state.AssertErrorsIn(path, where);
            Assert.True(state.Errors.Count(error => Broken.Contains(error.Id)) == 1, where + state.Told);
            // A namespace that is no longer stated is lost, and half a name that is valid is the namespace.
            var isStated =
                path != "datapackage.yaml"
                || text.Contains(editor.Whole.Accessors.First().Namespace, StringComparison.Ordinal);
            if (isStated)
                state.AssertHas(known, where);
            else
                state.WithoutNamespaces().AssertHas(known.Select(accessor => accessor with { Namespace = "" }), where);
            var missing = state.Missing(editor.Whole.Accessors);
            if (isOfMany && what is not ("[" or "{" or "\"" or "'"))
                Assert.True(missing.Count <= 1, $"{where}: {string.Join(", ", missing.Take(9))}\n{state.Told}");
            if (++broken == 3 && editor.Compiled < 2)
                Assert.Equal([], editor.CompilerErrors());
        }

        output.WriteLine($"{editor.Runs - runs} runs, {broken} of them with a broken file");
        Assert.InRange(broken, 3, editor.Runs - runs);
    }
}
