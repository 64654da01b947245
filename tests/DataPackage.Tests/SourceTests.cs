using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.Tests;

/// <summary>From a mistake in an entity to the line to correct.</summary>
public class SourceTests
{
    [Fact]
    public void Every_entity_names_the_file_and_the_line_where_it_is_written()
    {
        Assert.NotEmpty(ShippedData.Entities);
        Assert.All(
            ShippedData.Entities,
            entity =>
            {
                var source = entity.DefinedAt!;
                var lines = File.ReadAllLines(Repository.PathOf(source.File));
                if (Path.GetFileNameWithoutExtension(source.File) == entity.Id)
                    Assert.Equal(1, source.Line);
                else
                    Assert.Matches($"^(- id: |- {{ id: )?\"?{entity.Id}\\b", lines[source.Line - 1]);
            }
        );
    }

    [Fact]
    public void The_place_of_an_entity_is_the_same_on_every_machine() =>
        Assert.Equal("seeds/persons/kirill-dmitriev.yaml(1)", Persons.KirillDmitriev.DefinedAt!.ToString());

    [Fact]
    public void An_entity_of_your_own_is_written_nowhere_and_a_copy_where_its_original_is()
    {
        var copy = Persons.KirillDmitriev with { BirthDate = EdtfDate.Parse("1975") };

        Assert.Null(
            new Person
            {
                Id = "somebody",
                Name = new LocalizedText("en", "Somebody"),
                Summary = new LocalizedText("en", "Made up."),
            }.DefinedAt
        );
        Assert.Equal(Persons.KirillDmitriev.DefinedAt, copy.DefinedAt);
    }
}
