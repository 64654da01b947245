using System.Text;
using DataPackage.Tool.Editing;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Edits;

/// <summary>The writer of files, when one of them cannot take its place.</summary>
public sealed class SeedWriterTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder()
        .With("changed.yaml", "1")
        .With("moved.yaml", "2")
        .With("removed.yaml", "3");

    /// <summary>The last file has the name of a folder that another one needs. The others have taken their places
    /// then.</summary>
    [Fact]
    public void What_has_taken_its_place_is_put_back()
    {
        var before = _folder.Files();

        Assert.ThrowsAny<IOException>(() =>
            Write(
                Changed("changed.yaml"),
                Moved("moved.yaml", "target.yaml"),
                new(PathOf("removed.yaml"), Bytes("3"), null, null),
                WrittenFile.New(PathOf("a/b/c.yaml"), "new"),
                WrittenFile.New(PathOf("a"), "new")
            )
        );

        Assert.Equal(before, _folder.Files());
        Assert.False(Directory.Exists(PathOf("a")));
    }

    [Fact]
    public void All_is_written_and_nothing_is_left_over()
    {
        Write(
            Changed("changed.yaml"),
            Moved("moved.yaml", "target.yaml"),
            new(PathOf("removed.yaml"), Bytes("3"), null, null),
            WrittenFile.New(PathOf("a/b/c.yaml"), "new")
        );

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["a/b/c.yaml"] = "new",
                ["changed.yaml"] = "10",
                ["target.yaml"] = "20",
            },
            _folder.Files()
        );
    }

    [Theory]
    [InlineData("changed.yaml.kept")]
    [InlineData("changed.yaml.changed")]
    [InlineData("moved.yaml.kept")]
    [InlineData("target.yaml")]
    [InlineData("target.yaml.changed")]
    [InlineData("new.yaml")]
    public void A_name_that_is_taken_stops_everything(string path)
    {
        _folder.With(path, "");
        var before = _folder.Files();

        var stop = Assert.Throws<StopException>(() =>
            Write(Changed("changed.yaml"), Moved("moved.yaml", "target.yaml"), WrittenFile.New(PathOf("new.yaml"), ""))
        );

        Assert.Equal($"'{path}' is in the way: nothing is written", stop.Message);
        Assert.Equal(before, _folder.Files());
    }

    [Fact]
    public void A_file_that_another_program_has_just_saved_is_not_overwritten()
    {
        var changed = Changed("changed.yaml");
        _folder.With("changed.yaml", "saved");
        var before = _folder.Files();

        var stop = Assert.Throws<StopException>(() => Write(Moved("moved.yaml", "target.yaml"), changed));

        Assert.Equal("'changed.yaml' has just changed: nothing is written", stop.Message);
        Assert.Equal(before, _folder.Files());
    }

    public void Dispose() => _folder.Dispose();

    private void Write(params WrittenFile[] files) =>
        SeedWriter.Write(
            files,
            new Session
            {
                Output = TextWriter.Null,
                Errors = TextWriter.Null,
                Folder = _folder.Path,
            }
        );

    private WrittenFile Changed(string path) => Moved(path, path);

    private WrittenFile Moved(string path, string target) =>
        new(PathOf(path), Bytes(_folder.Text(path)), PathOf(target), Bytes(_folder.Text(path) + "0"));

    private string PathOf(string path) => _folder.PathOf(path);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
