using System.Globalization;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests;

/// <summary>The shipped seeds and samples while somebody types in them: at every moment the package has the accessors of all other entities, and what is
/// wrong is said of the file that is typed.</summary>
public class KeystrokeTests(ITestOutputHelper output)
{
    private static readonly string[] Inserted = ["\"", "'", "[", "{", ":", "-", "#", "&", "*", "!", "|", ">", "%", "@", "`", "\t", "\n", " ", ", ", "]", "\u2028"];

    /// <summary>Mistakes for which a file is no YAML, so that a part of it is lost.</summary>
    private static readonly string[] Broken = ["DP0002", "DP0003", "DP0004", "DP0005", "DP0008"];

    /// <summary>Seeds open in an editor; every state is a run of the one driver.</summary>
    private sealed class Editor
    {
        private readonly Dictionary<string, AdditionalText> _texts;
        private readonly Compilation _compilation = SeedSet.CreateCompilation();
        private readonly Dictionary<SyntaxTree, string[]> _accessors = [];
        private GeneratorDriver _driver;

        public Editor(string folder, Func<string, bool>? isChosen = null)
        {
            var root = Repository.PathOf(folder);
            _texts = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
                .Where(file => Path.GetExtension(file.Path) is ".yaml" or ".md" or ".txt" && isChosen?.Invoke(file.Path) != false)
                .ToDictionary(file => file.Path, file => SeedSet.Seed(file.Path, file.Text), StringComparer.Ordinal);
            _driver = SeedSet.CreateDriver(_texts.Values).RunGenerators(_compilation);
            Whole = Look();
        }

        public IEnumerable<string> Paths => _texts.Keys.Order(StringComparer.Ordinal);

        public State Whole { get; }

        public int Runs { get; private set; }

        public string this[string path] => _texts[path].GetText()!.ToString();

        /// <summary>What the package is while the file has this text.</summary>
        public State Type(string path, string text)
        {
            var before = _texts[path];
            _texts[path] = SeedSet.Seed(path, text);
            _driver = _driver.ReplaceAdditionalText(before, _texts[path]).RunGenerators(_compilation);
            Runs++;
            return Look();
        }

        public IEnumerable<string> CompilerErrors() => _compilation.AddSyntaxTrees(_driver.GetRunResult().GeneratedTrees).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

        private State Look()
        {
            var result = _driver.GetRunResult().Results[0];
            Assert.Null(result.Exception);
            var accessors = result.GeneratedSources.SelectMany(source => _accessors.TryGetValue(source.SyntaxTree, out var known) ? known : _accessors[source.SyntaxTree] = AccessorsIn(source.SyntaxTree));
            return new State(accessors.ToHashSet(StringComparer.Ordinal),
                [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().Path ?? "", diagnostic.ToString()))]);
        }

        /// <summary>The static properties of catalogs, with their namespace: each makes an entity of its row.</summary>
        private static string[] AccessorsIn(SyntaxTree tree) =>
            [.. tree.GetRoot().DescendantNodes(node => node is not BaseMethodDeclarationSyntax).OfType<PropertyDeclarationSyntax>()
                .Where(property => property is { Parent: ClassDeclarationSyntax, ExpressionBody.Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] } })
                .Select(property => $"{property.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name}.{((ClassDeclarationSyntax)property.Parent!).Identifier.Text}.{property.Identifier.Text}")];
    }

    private sealed record State(HashSet<string> Accessors, IReadOnlyList<(string Id, string Path, string Text)> Errors)
    {
        public bool IsBroken(string path) => Errors.Any(error => error.Path == path && Broken.Contains(error.Id));

        public void AssertNoBug(string where) => Assert.DoesNotContain(Errors, error => error.Id == "DP0001" ? throw new Xunit.Sdk.XunitException($"{where}: {error.Text}") : false);

        public void AssertHas(IEnumerable<string> accessors, string where)
        {
            var missing = accessors.Where(accessor => !Accessors.Contains(accessor)).ToList();
            Assert.True(missing.Count == 0, $"{where}: {string.Join(", ", missing)}\n{string.Join('\n', Errors.Select(error => error.Text).Take(5))}");
        }

        public void AssertErrorsIn(string path, string where)
        {
            var others = Errors.Where(error => error.Path != path).ToList();
            Assert.True(others.Count == 0, $"{where}: {string.Join('\n', others.Select(error => error.Text).Take(5))}");
        }
    }

    private static string WithoutNamespace(string accessor) => accessor[(accessor.LastIndexOf('.', accessor.LastIndexOf('.') - 1) + 1)..];

    private static string MemberOf(string accessor) => accessor[(accessor.LastIndexOf('.') + 1)..];

    private static string Show(string path, string text, int at) =>
        $"{path} at {at.ToString(CultureInfo.InvariantCulture)}: ...{text[Math.Max(0, at - 30)..Math.Min(text.Length, at)].ReplaceLineEndings("\\n")}<here>{text[at..Math.Min(text.Length, at + 12)].ReplaceLineEndings("\\n")}";

    /// <summary>Every so many places of a text, and its end.</summary>
    private static IEnumerable<int> Places(string text, int count)
    {
        var step = Math.Max(1, text.Length / count);
        // A step that shares no factor with the length of lines meets every column.
        for (var at = 0; at < text.Length; at += step) yield return at;
        yield return text.Length;
    }

    public static TheoryData<string, int> TypedFromTheStart => new()
    {
        { "persons/kirill-dmitriev.yaml", 50 },
        { "events/istanbul-talks-2025.yaml", 20 },
        { "articles/dmitriev-in-washington.md", 15 },
        { "places/moscow.yaml", 15 },
        { "statements/lavrov-on-progress.yaml", 15 },
    };

    [Theory]
    [MemberData(nameof(TypedFromTheStart))]
    public void A_shipped_seed_that_is_typed_takes_no_accessor_away(string path, int count)
    {
        var editor = new Editor("seeds");
        var whole = editor[path];
        // The groups that the entity itself is in are what its seed says.
        var own = Path.GetFileNameWithoutExtension(path).Replace("-", "", StringComparison.Ordinal);
        bool IsOwn(string accessor) => MemberOf(accessor).Equals(own, StringComparison.OrdinalIgnoreCase);
        string[] others = [.. editor.Whole.Accessors.Where(accessor => !IsOwn(accessor))];
        Assert.True(others.Length < editor.Whole.Accessors.Count, own);
        foreach (var at in Places(whole, count))
        {
            var (state, where) = (editor.Type(path, whole[..at]), Show(path, whole, at));
            state.AssertNoBug(where);
            state.AssertHas(others, where);
            Assert.True(state.Accessors.Any(IsOwn), where);
            // What is not yet said, such as a name, others may ask for.
            if (state.IsBroken(path)) state.AssertErrorsIn(path, where);
        }

        Assert.Equal([], editor.CompilerErrors());
        output.WriteLine($"{editor.Runs} runs, {editor.Whole.Accessors.Count} accessors");
    }

    [Fact]
    public void Shipped_declarations_that_are_typed_take_no_accessor_of_another_kind_away()
    {
        var editor = new Editor("seeds");
        foreach (var path in editor.Paths.Where(path => path == "datapackage.yaml" || path.StartsWith("schema/", StringComparison.Ordinal)))
        {
            var whole = editor[path];
            var kind = Path.GetFileNameWithoutExtension(path);
            // The namespace and the catalog are what these files say; without them, accessors have other names.
            var all = editor.Whole.Accessors.Select(WithoutNamespace).ToList();
            // Its groups too are what the schema of a kind says.
            var own = all.Where(accessor => accessor.StartsWith(kind[..3], StringComparison.Ordinal)).Select(MemberOf).ToHashSet(StringComparer.Ordinal);
            string[] kept = [.. all.Where(accessor => path == "datapackage.yaml" || !own.Contains(MemberOf(accessor)))];
            foreach (var at in Places(whole, 3))
            {
                var (state, where) = (editor.Type(path, whole[..at]), Show(path, whole, at));
                state.AssertNoBug(where);
                (state with { Accessors = [.. state.Accessors.Select(WithoutNamespace)] }).AssertHas(kept, where);
            }

            editor.Type(path, whole);
        }

        output.WriteLine($"{editor.Runs} runs");
    }

    [Theory]
    [InlineData("samples/Languages/seeds", "languages.yaml", 40)]
    [InlineData("samples/Countries/seeds", "countries.yaml", 30)]
    [InlineData("samples/Legislature/seeds", "states.yaml", 50)]
    [InlineData("samples/Legislature/seeds", "legislators.yaml", 5)]
    public void A_seed_of_many_that_is_typed_has_all_that_is_typed_as_a_whole(string folder, string path, int count)
    {
        var editor = new Editor(folder);
        var whole = editor[path];
        var (known, start) = (new State([], []), 0);
        foreach (var at in Places(whole, count))
        {
            // The last entity is the one that is typed; those before it are there as they were when it was begun.
            var entry = LastEntryBefore(whole, at);
            if (entry > start) (known, start) = (editor.Type(path, whole[..entry]), entry);
            var (state, where) = (editor.Type(path, whole[..at]), Show(path, whole, at));
            state.AssertNoBug(where);
            state.AssertHas(known.Accessors, where);
            if (state.IsBroken(path)) state.AssertErrorsIn(path, where);
        }

        editor.Type(path, whole).AssertHas(editor.Whole.Accessors, path);
    }

    private static int LastEntryBefore(string text, int at)
    {
        for (var line = at == 0 ? -1 : text.LastIndexOf('\n', at - 1); line > 0; line = text.LastIndexOf('\n', line - 1))
            if (line + 1 < at && !(text[line + 1] is ' ' or '\n' or '#')) return line + 1;
        return 0;
    }

    public static TheoryData<string, string, int> Edited => new()
    {
        { "seeds", "datapackage.yaml", 6 },
        { "seeds", "schema/Event.yaml", 5 },
        { "seeds", "schema/Thing.yaml", 3 },
        { "seeds", "schema/Article.yaml", 2 },
        { "seeds", "persons/kirill-dmitriev.yaml", 5 },
        { "seeds", "articles/dmitriev-in-washington.md", 4 },
        { "samples/Languages/seeds", "languages.yaml", 20 },
        { "samples/Languages/seeds", "datapackage.yaml", 10 },
        { "samples/Countries/seeds", "countries.yaml", 10 },
        { "samples/Legislature/seeds", "states.yaml", 8 },
    };

    /// <summary>A character too many, anywhere in a file: if the file is no YAML any more, one entity may be missing, which stands there.</summary>
    [Theory]
    [MemberData(nameof(Edited))]
    public void A_finished_file_that_is_edited_loses_what_stands_at_the_fault_at_most(string folder, string path, int count)
    {
        var editor = new Editor(folder);
        var whole = editor[path];
        var broken = 0;
        foreach (var (at, place) in Places(whole, count).Select((at, i) => (at, i)))
        {
            // Each place has a third of the characters, and so has each neighbour.
            foreach (var text in Inserted.Where((_, i) => i % 3 == place % 3)) Check(whole.Insert(at, text), at, text);
            var line = at == 0 ? 0 : whole.LastIndexOf('\n', at - 1) + 1;
            var end = whole.IndexOf('\n', at) is >= 0 and var found ? found : whole.Length;
            Check(whole.Remove(at, end - at), at, "half a line less");
            Check(whole.Remove(line, Math.Min(end + 1, whole.Length) - line), line, "a line less");
        }

        void Check(string text, int at, string what)
        {
            var (state, where) = (editor.Type(path, text), $"{what.Replace("\n", "\\n", StringComparison.Ordinal)} in {Show(path, whole, at)}");
            state.AssertNoBug(where);
            if (!state.IsBroken(path)) return;
            broken++;
            state.AssertErrorsIn(path, where);
            Assert.True(state.Errors.Count(error => Broken.Contains(error.Id)) == 1, where);
            // Where the edit is in the namespace itself, its line does not say which it is: then the accessors may stand in another.
            var isNamed = path != "datapackage.yaml" || whole.Split('\n').Where(each => each.StartsWith("namespace:", StringComparison.Ordinal)).All(each => text.Contains("\n" + each + "\n", StringComparison.Ordinal) || text.StartsWith(each + "\n", StringComparison.Ordinal));
            var there = isNamed ? state.Accessors : [.. state.Accessors.Select(WithoutNamespace)];
            var missing = editor.Whole.Accessors.Where(accessor => !there.Contains(isNamed ? accessor : WithoutNamespace(accessor))).ToList();
            // The values of an enumeration make groups: of those that the fault hides there are none, and their entities are in the catalog still.
            var entities = state.Accessors.Select(MemberOf).ToHashSet(StringComparer.Ordinal);
            if (path.StartsWith("schema/", StringComparison.Ordinal)) missing.RemoveAll(accessor => entities.Contains(MemberOf(accessor)));
            Assert.True(missing.Count <= (path.Contains('/', StringComparison.Ordinal) || path == "datapackage.yaml" ? 0 : 1),
                $"{where}: {string.Join(", ", missing.Take(9))}\n{string.Join('\n', state.Errors.Select(error => error.Text).Take(5))}");
            if (broken == 1) Assert.Equal([], editor.CompilerErrors());
        }

        output.WriteLine($"{editor.Runs} runs, {broken} of them with a broken file");
        Assert.InRange(broken, 3, editor.Runs);
    }
}
