using DataPackage.BuildTasks;

namespace DataPackage.Consumer.Tests;

/// <summary>The files that our programs write, remove and leave alone, without a build.</summary>
public sealed class OwnFolderTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("datapackage-own-").FullName;

    private string Editor => Path.Combine(_workspace, "obj", "editor");

    [Fact]
    public void A_file_that_the_manifest_does_not_name_stays_whatever_it_is_called()
    {
        Write(("a.json", "{}"), ("schema/A.yaml", "x"));
        File.WriteAllText(Path.Combine(Editor, "mine.json"), "mine");
        File.WriteAllText(Path.Combine(Editor, "schema", "Mine.yaml"), "mine");

        Write(("b.json", "{}"));

        Assert.Equal(["b.json", "manifest", "mine.json", "schema/Mine.yaml"], Files());
        Remove();
        Assert.Equal(["mine.json", "schema/Mine.yaml"], Files());
    }

    [Fact]
    public void Where_nothing_else_is_in_the_folder_it_goes_with_what_was_written()
    {
        Write(("a.json", "{}"), ("schema/A.yaml", "x"));
        Remove();
        Assert.False(Directory.Exists(Editor));
        Assert.True(Directory.Exists(Path.GetDirectoryName(Editor)));
        Remove();
    }

    [LinuxFact]
    public void A_folder_that_is_a_link_is_neither_written_nor_removed_through()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_workspace, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "manifest"), "precious.json\nschema/Precious.yaml\n");
        File.WriteAllText(Path.Combine(elsewhere, "precious.json"), "{}");
        Directory.CreateDirectory(Path.GetDirectoryName(Editor)!);
        Directory.CreateSymbolicLink(Editor, elsewhere);

        Assert.Throws<IOException>(() => Write(("a.json", "{}")));
        Remove();

        Assert.Equal(
            ["manifest", "precious.json"],
            Directory.GetFiles(elsewhere).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.True(Directory.Exists(Editor));
    }

    [LinuxFact]
    public void A_link_within_the_folder_is_replaced_or_removed_and_not_what_it_leads_to()
    {
        var precious = Path.Combine(_workspace, "precious");
        File.WriteAllText(precious, "precious");
        Write(("a.json", "{}"), ("b.json", "{}"), ("schema/A.yaml", "x"));
        foreach (var name in new[] { "a.json", "b.json", "b.json.new", "manifest.new" })
        {
            File.Delete(Path.Combine(Editor, name));
            File.CreateSymbolicLink(Path.Combine(Editor, name), precious);
        }

        Write(("b.json", "{ }"), ("schema/A.yaml", "x"));

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Equal("{ }", File.ReadAllText(Path.Combine(Editor, "b.json")));
        Assert.Null(File.ResolveLinkTarget(Path.Combine(Editor, "b.json"), returnFinalTarget: false));
        Assert.Equal(["b.json", "manifest", "schema/A.yaml"], Files());

        Directory.Delete(Path.Combine(Editor, "schema"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_workspace, "others"));
        File.WriteAllText(Path.Combine(_workspace, "others", "A.yaml"), "precious");
        Directory.CreateSymbolicLink(Path.Combine(Editor, "schema"), Path.Combine(_workspace, "others"));
        Assert.Throws<IOException>(() => Write(("schema/A.yaml", "y")));
        Assert.Throws<IOException>(() => Write(("b.json", "{}")));
        Assert.Equal("precious", File.ReadAllText(Path.Combine(_workspace, "others", "A.yaml")));
    }

    [Theory]
    [InlineData("../precious.json")]
    [InlineData("schema/../../../precious.json")]
    [InlineData("/precious.json")]
    [InlineData("./precious.json")]
    [InlineData("..\\precious.json")]
    [InlineData("C:precious.json")]
    public void A_manifest_names_nothing_outside_of_its_folder(string name)
    {
        Write(("a.json", "{}"));
        File.WriteAllText(Path.Combine(_workspace, "precious.json"), "precious");
        File.WriteAllText(Path.Combine(_workspace, "obj", "precious.json"), "precious");
        File.AppendAllText(Path.Combine(Editor, "manifest"), $"{name}\n{Path.Combine(_workspace, "precious.json")}\n");

        Write(("b.json", "{}"));
        Remove();

        Assert.True(File.Exists(Path.Combine(_workspace, "precious.json")));
        Assert.True(File.Exists(Path.Combine(_workspace, "obj", "precious.json")));
        Assert.False(Directory.Exists(Editor));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_old_one_and_no_part_of_the_new_one()
    {
        Write(("a.json", "old"), ("b.json", "old"));
        // Blocks the temporary file of the second write.
        Directory.CreateDirectory(Path.Combine(Editor, "b.json.new", "full"));

        Assert.ThrowsAny<Exception>(() => Write(("a.json", "new"), ("b.json", "new")));

        Assert.Equal("old", File.ReadAllText(Path.Combine(Editor, "b.json")));
        Directory.Delete(Path.Combine(Editor, "b.json.new"), recursive: true);
        Write(("a.json", "new"), ("b.json", "new"));
        Assert.Equal(["a.json", "b.json", "manifest"], Files());
    }

    [LinuxFact]
    public void Nothing_is_pinned_through_a_link_and_what_is_there_stays()
    {
        var (seeds, elsewhere) = (
            Path.Combine(_workspace, "seeds"),
            Directory.CreateDirectory(Path.Combine(_workspace, "elsewhere")).FullName
        );
        Write(("schema/Ship.yaml", "inferred"), ("schema/Crew.yaml", "inferred"), ("schema/Con.yaml", "inferred"));
        Directory.CreateDirectory(seeds);
        Directory.CreateSymbolicLink(Path.Combine(seeds, "schema"), elsewhere);
        var pin = new PinSchemas
        {
            EditorFolder = Editor,
            SeedsPath = Uri.EscapeDataString(seeds),
            SeedsName = "seeds",
            BuildEngine = new RecordingEngine(),
        };

        Assert.False(pin.Execute());
        Assert.Empty(Directory.GetFiles(elsewhere));

        Directory.Delete(Path.Combine(seeds, "schema"));
        Directory.CreateDirectory(Path.Combine(seeds, "schema"));
        File.WriteAllText(Path.Combine(seeds, "schema", "Ship.yaml"), "by hand");
        File.CreateSymbolicLink(Path.Combine(seeds, "schema", "Crew.yaml"), Path.Combine(elsewhere, "absent"));
        Assert.True(pin.Execute());
        Assert.Equal("by hand", File.ReadAllText(Path.Combine(seeds, "schema", "Ship.yaml")));
        Assert.Empty(Directory.GetFiles(elsewhere));
        // A seed with this name would be refused.
        Assert.False(File.Exists(Path.Combine(seeds, "schema", "Con.yaml")));
    }

    /// <summary>Any character except NUL, which no path has.</summary>
    [Fact]
    public void A_request_comes_back_as_it_was_asked_whatever_paths_hold()
    {
        const string Odd = "/a\n\t\"' ;\\ \u00fc\ud83d\ude80\\";
        var request = new EditorRequest(Odd + "p", Odd + "s", Odd + "t", [("x" + Odd, Odd), ("y", "/" + Odd)]);

        var read = EditorRequest.Read(request.ToBytes());

        Assert.Equal((request.Project, request.Seeds, request.Target), (read.Project, read.Seeds, read.Target));
        Assert.Equal(request.Files, read.Files);
        Assert.Empty(EditorRequest.Read((request with { Files = [] }).ToBytes()).Files);
        for (var length = 0; length < request.ToBytes().Length; length += 3)
            if (request.ToBytes()[..length] is var part && (part.Length == 0 || part[^1] != 0))
                Assert.Throws<InvalidDataException>(() => EditorRequest.Read(part));
    }

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    private void Write(params (string Name, string Text)[] files)
    {
        var folder = new OwnFolder(Editor);
        foreach (var (name, text) in files)
            folder.Add(name, text);
        folder.Write();
    }

    private void Remove() =>
        Assert.True(new RemoveEditorSchemas { EditorFolder = Editor, BuildEngine = new RecordingEngine() }.Execute());

    private List<string> Files() =>
        [
            .. Directory
                .GetFiles(Editor, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Editor, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
}
