using DataPackage.EditorSchemas;

namespace DataPackage.Generator.Tests.Delivery;

/// <summary>The seeds of a large package are read when they are needed, and some twice.</summary>
public sealed class SeedOnDiskTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_seed_is_read_twice_if_nobody_saved_it()
    {
        File.WriteAllText(_path, "name: A\n");
        var seed = SeedOnDisk.At("ships/a.yaml", _path);

        Assert.Equal("name: A\n", seed.Text);
        Assert.Equal("name: A\n", seed.Text);
    }

    [Fact]
    public void A_seed_that_was_saved_between_two_steps_stops_the_program()
    {
        File.WriteAllText(_path, "name: A\n");
        var seed = SeedOnDisk.At("ships/a.yaml", _path);
        Assert.Equal("name: A\n", seed.Text);

        File.WriteAllText(_path, "name: B\n");
        File.SetLastWriteTimeUtc(_path, DateTime.UtcNow.AddSeconds(1));

        var failure = Assert.Throws<InvalidDataException>(() => seed.Text);
        Assert.Contains(_path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_that_cannot_be_read_has_no_text()
    {
        var seed = SeedOnDisk.At("ships/a.yaml", Path.Combine(_path, "none.yaml"));

        Assert.Null(seed.Text);
        Assert.Null(seed.Text);
    }

    public void Dispose() => File.Delete(_path);
}
