using System.Reflection;
using DataPackage.Runtime;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers.Tests;

/// <summary>Ids in code.</summary>
public class IdTests
{
    private static readonly int Format = typeof(IEntity).Assembly.GetCustomAttribute<ReadsFormatAttribute>()!.Newest;

    private const string Unknown =
        "DP5001 \"bergan\": There is no Harbour with the id 'bergan'; did you mean 'bergen'?";

    [Theory]
    [InlineData("Harbours.Get(\"bergan\")")]
    [InlineData("Harbour_Lookups.Get(\"bergan\")")]
    [InlineData("Harbour.Get(\"bergan\")")]
    [InlineData("Harbour.Parse(\"bergan\")")]
    [InlineData("Harbour.Parse(\"bergan\", null)")]
    [InlineData("Harbour.Parse(provider: null, s: \"bergan\")")]
    [InlineData("Harbours.TryGet(\"bergan\", out _)")]
    [InlineData("Harbours.TryGet(entity: out _, id: \"bergan\")")]
    [InlineData("Harbour.TryGet(\"bergan\", out _)")]
    [InlineData("Harbour.TryParse(\"bergan\", null, out _)")]
    [InlineData("Seeded.Harbours.Get(\"bergan\").Name")]
    [InlineData("new Func<string, Harbour>(id => Harbours.Get(\"bergan\"))")]
    public void An_id_that_no_entity_has_is_reported_at_the_literal_with_the_nearest_id(string call) =>
        Assert.Equal([Unknown], Program.With($"object? X => {call};").Reports);

    [Theory]
    [InlineData("Harbours.Get(\"bergen\")")]
    [InlineData("Harbours.TryGet(\"oslo\", out _)")]
    [InlineData("Ships.Get(\"C++\")")]
    [InlineData("Harbour.Parse(\"bergen\")")]
    [InlineData("Buoys.Get(\"north-buoy\")")]
    public void An_id_that_an_entity_has_is_not_reported(string call) =>
        Assert.Empty(Program.With($"object? X => {call};").Reports);

    [Theory]
    [InlineData("")]
    [InlineData("ergen")]
    [InlineData("bergen\\n")]
    [InlineData("NorthMark")]
    public void A_part_of_what_the_package_tells_is_no_id(string id) =>
        Assert.StartsWith(
            "DP5001",
            Assert.Single(Program.With($"object X => Harbours.Get(\"{id}\");").Reports),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("const string Id = \"bergan\"; object X => Harbours.Get(Id);", "Id")]
    [InlineData("const string Town = \"ber\"; object X => Harbours.Get(Town + \"gan\");", "Town + \"gan\"")]
    [InlineData("const string End = \"gan\"; object X => Harbours.Get($\"ber{End}\");", "$\"ber{End}\"")]
    [InlineData("object X => Harbours.Get(@\"bergan\");", "@\"bergan\"")]
    public void A_constant_is_checked_where_it_is_used(string members, string at) =>
        Assert.Equal([Unknown.Replace("\"bergan\"", at, StringComparison.Ordinal)], Program.With(members).Reports);

    [Theory]
    [InlineData("object X(string id) => Harbours.Get(id);")]
    [InlineData("object X { get { var id = \"bergan\"; return Harbours.Get(id); } }")]
    [InlineData("static Harbour Get(string id) => Harbours.Get(id); object X => Get(\"bergan\");")]
    [InlineData("object X => int.Parse(\"bergan\");")]
    [InlineData("object X => System.Guid.Parse(\"bergan\");")]
    [InlineData("object? X => Harbours.Find(\"bergan\");")]
    public void What_only_the_program_knows_and_methods_of_others_are_not_reported(string members) =>
        Assert.Empty(Program.With(members).Reports);

    [Fact]
    public void A_former_id_is_a_warning_that_says_the_current_one()
    {
        var program = Program.With("object X => Harbours.Get(\"kristiania\");");

        Assert.Equal(["DP5002 \"kristiania\": The Harbour 'kristiania' is called 'oslo' now"], program.Reports);
        Assert.Equal(DiagnosticSeverity.Warning, program.Diagnostics[0].DefaultSeverity);
    }

    [Fact]
    public void Where_nothing_is_near_nothing_is_suggested() =>
        Assert.Equal(
            ["DP5001 \"xyz\": There is no Harbour with the id 'xyz'"],
            Program.With("object X => Harbours.Get(\"xyz\");").Reports
        );

    [Fact]
    public void A_project_is_checked_against_its_own_seeds() =>
        Assert.Equal([Unknown], Program.Beside(Fleet.Seeds(), "object X => Harbours.Get(\"bergan\");").Reports);

    /// <summary>As an editor sees it that has both projects open.</summary>
    [Fact]
    public void A_project_is_checked_against_a_project_that_it_references()
    {
        var fleet = Fleet.Seeds().GenerateAs("Fleet").Compilation.ToMetadataReference();

        Assert.Equal([Unknown], Program.With("object X => Harbours.Get(\"bergan\");", fleet).Reports);
    }

    /// <summary>That package carries its own analyzer, which is newer.</summary>
    [Fact]
    public void A_package_that_tells_its_ids_in_a_newer_format_is_not_checked()
    {
        var newer = Fleet.Reference(Fleet.Seeds().GenerateAs("Fleet").With($"EntityIds({Format}, ", "EntityIds(999, "));

        Assert.Empty(Program.With("object X => Harbours.Get(\"bergan\");", newer).Reports);
    }

    [Fact]
    public void An_own_method_of_the_same_name_on_a_class_beside_the_seeds_is_not_reported() =>
        Assert.Empty(
            Program
                .Beside(
                    Fleet.Seeds(),
                    "static Harbour Get(string town) => Harbours.All[0]; object X => Get(\"anything\");"
                )
                .Reports
        );
}
