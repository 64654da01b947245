using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>The rules by which names in seeds become names in C#.</summary>
public class NamesTests
{
    [Theory]
    [InlineData("1.5", "_1_5")]
    [InlineData("15", "_15")]
    [InlineData("1.10", "_1_10")]
    [InlineData("11.0", "_11_0")]
    [InlineData("110", "_110")]
    [InlineData("2.0.0-rc.1", "_2_0_0Rc1")]
    [InlineData("2024-01-15", "_2024_01_15")]
    [InlineData("v1.1", "V1_1")]
    [InlineData("v11", "V11")]
    [InlineData("line-1-2", "Line1_2")]
    [InlineData("line-12", "Line12")]
    [InlineData("1 - 2", "_1_2")]
    [InlineData("1_2", "_1_2")]
    [InlineData("5'11", "_5_11")]
    [InlineData("80's", "_80s")]
    [InlineData("1+2", "_1Plus2")]
    [InlineData("٣.٤", "_٣_٤")]
    [InlineData("istanbul-talks-2025", "IstanbulTalks2025")]
    [InlineData("30-day-ceasefire", "_30DayCeasefire")]
    [InlineData("g7-summit", "G7Summit")]
    public void Digits_with_a_separator_between_them_stay_apart(string id, string accessor) =>
        Assert.Equal(accessor, Names.ToMember(id));

    [Theory]
    [InlineData("v1.1", "v1_1")]
    [InlineData("v11", "v11")]
    [InlineData("line-1-2", "line1_2")]
    [InlineData("line12", "line12")]
    [InlineData("1.5", "key1_5")]
    [InlineData("R&D", "rAndD")]
    [InlineData("Q&A", "qAndA")]
    [InlineData("research & development", "researchAndDevelopment")]
    [InlineData("&", "and")]
    [InlineData("C++", "cPlusPlus")]
    public void Properties_are_named_by_the_same_rule(string key, string property)
    {
        Assert.Equal(property, PropertyNames.WordsOf(key));
        Assert.True(Names.IsPropertyName(property));
    }

    [Theory]
    [InlineData("größen", "GrossenEntry", "Grossen")]
    [InlineData("日本", "日本Entry", "日本")]
    [InlineData("équipes", "Equipe", "Equipes")]
    [InlineData("страны", "СтраныEntry", "Страны")]
    [InlineData("χώρες", "ΧώρεςEntry", "Χώρες")]
    [InlineData("भाषा", "भाषाEntry", "भाषा")]
    [InlineData("2024", "Seeds2024Entry", "Seeds2024")]
    [InlineData("line-1-2", "Line1_2Entry", "Line1_2")]
    [InlineData("R&D", "RAndDEntry", "RAndD")]
    [InlineData("𐐷", "Seed", "Seeds")]
    [InlineData("!", "Seed", "Seeds")]
    public void A_file_in_any_script_names_a_kind(string file, string kind, string catalog)
    {
        var generated = new SeedSet().With(file + ".yaml", "- { id: a, x: 1 }\n- { id: b, x: 2 }\n").Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal([file + ".yaml(1,1): DP1050"], generated.Messages);
        Assert.Equal(1L, generated.Entity(catalog, "A").Get("X"));
        Assert.Equal(kind, generated.Entity(catalog, "A").GetType().Name);
    }

    [Fact]
    public void A_name_of_a_file_that_is_longer_than_a_kind_can_be_is_cut()
    {
        var generated = new SeedSet().With(new string('g', 60) + ".yaml", "- { id: a, x: 1 }\n").Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Single(generated.Messages);
    }

    [Fact]
    public void A_schema_may_be_named_in_any_script()
    {
        var generated = new SeedSet()
            .With("schema/Größe.yaml", "plural: Größen\nproperties:\n  x: { type: integer, description: X. }\n")
            .With("größen.yaml", "a: { x: 1 }\n")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Empty(generated.Messages);
        Assert.Equal(1L, generated.Entity("Größen", "A").Get("X"));
    }

    [Theory]
    [InlineData("日本")]
    [InlineData("Länder")]
    [InlineData("lights")]
    [InlineData("My-Kind")]
    [InlineData("Alpha_One")]
    [InlineData("größen")]
    public void A_configuration_may_name_a_kind_in_any_script(string kind)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "kinds:\n  " + kind + ": { source: all.yaml, label: country }\n")
            .With("all.yaml", "a: { x: 1 }\n")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(["all.yaml(1,1): DP1050"], generated.Messages);
    }

    [Theory]
    [InlineData("Größe")]
    [InlineData("Länder")]
    [InlineData("Lander")]
    public void A_configured_kind_is_that_of_the_file_with_its_name(string kind)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "kinds:\n  " + kind + ": { label: thing }\n")
            .With((kind == "Größe" ? "größe" : "länder") + ".yaml", "a: { x: 1 }\n")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.DoesNotContain(generated.Messages, message => message.Contains("DP1012", StringComparison.Ordinal));
    }

    [Fact]
    public void A_configuration_names_a_declared_kind_whose_letters_have_no_case()
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "kinds:\n  日本: { source: all.yaml }\n")
            .With("schema/日本.yaml", "properties:\n  x: { type: integer, description: X. }\n")
            .With("all.yaml", "a: { x: 1 }\n")
            .Generate();

        Assert.Empty(generated.CompilerMessages);
        Assert.Empty(generated.Messages);
    }

    [Theory]
    [InlineData("Größe", "Größe")]
    [InlineData("日本", "日本")]
    [InlineData("My-App", "My_App")]
    [InlineData("1stApp", "_1stApp")]
    [InlineData("Company.My App", "Company.My_App")]
    [InlineData("class", "_class")]
    [InlineData("---", "Seeds")]
    [InlineData("", "Seeds")]
    public void The_namespace_is_the_root_namespace_as_the_sdk_writes_it(string root, string expected)
    {
        var chosen = CodeTarget.Choose(PackageFacts.Default, root, canCompile: true).Namespace;
        Assert.Equal(expected, chosen);
        Assert.True(Names.IsNamespace(chosen));
    }

    [Theory]
    [InlineData("Größe.Länder", true)]
    [InlineData("My_App", true)]
    [InlineData("1st", false)]
    [InlineData("A..B", false)]
    [InlineData("_", false)]
    [InlineData("a-b", false)]
    [InlineData("class", false)]
    public void A_namespace_may_have_letters_of_any_script(string text, bool isNamespace) =>
        Assert.Equal(isNamespace, Names.IsNamespace(text));
}
