using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Names that fold alike, and names with the marks of Semitic scripts.</summary>
public class FindTests
{
    private static readonly Generated Signs = Groups(
        """
        plain: { name: A }
        plus: { name: A+ }
        minus: { name: A- }
        star: { name: "A*" }
        """
    );

    [Theory]
    [InlineData("A", "plain")]
    [InlineData("A+", "plus")]
    [InlineData("A-", "minus")]
    [InlineData("A*", "star")]
    [InlineData("a", "plain")]
    [InlineData("a-", "minus")]
    [InlineData(" a* ", "star")]
    [InlineData("A/", null)]
    public void A_sign_at_an_end_of_a_word_tells_names_apart(string name, string? id) =>
        Assert.Equal(id, Find(Signs, name));

    [Fact]
    public void The_nearest_spelling_comes_first()
    {
        Assert.Equal(["minus", "plain", "star"], FindAll(Signs, "A-"));
        Assert.Equal(["star", "minus", "plain"], FindAll(Signs, "a*"));
        Assert.Equal(["minus", "plain", "star"], FindAll(Signs, "A/"));
        Assert.Equal(["plus"], FindAll(Signs, "a+"));
    }

    [Theory]
    [InlineData("Müller", "mueller")]
    [InlineData("Mu\u0308ller", "mueller")]
    [InlineData("Muller", "muller")]
    [InlineData("MULLER", "upper")]
    [InlineData("muller", null)]
    [InlineData("Jean-Luc", "hyphen")]
    [InlineData("Jean Luc", "blank")]
    [InlineData("jean-luc", null)]
    [InlineData("Same", null)]
    [InlineData("US", "us")]
    [InlineData("us", "us")]
    public void An_exact_spelling_wins_over_a_folded_one(string name, string? id) =>
        Assert.Equal(
            id,
            Find(
                Groups(
                    """
                    mueller: { name: Müller }
                    muller: { name: Muller }
                    upper: { name: MULLER }
                    hyphen: { name: Jean-Luc }
                    blank: { name: Jean Luc }
                    one: { name: Same }
                    two: { name: Same }
                    us: { name: [US, us] }
                    """
                ),
                name
            )
        );

    [Fact]
    public void A_hyphen_in_a_word_is_a_blank_as_long_as_one_entity_has_the_name() =>
        Assert.Equal("a", Find(Groups("a: { name: Jean-Luc }"), "jean luc"));

    [Theory]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("أحمد", "احمد")]
    [InlineData("إسلام", "اسلام")]
    [InlineData("آدم", "ادم")]
    [InlineData("ٱلله", "الله")]
    [InlineData("ســلام", "سلام")]
    [InlineData("رَحْمٰن", "رحمن")]
    [InlineData("مصطفى", "مصطفي")]
    [InlineData("علي", "علی")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("مؤمن", "مومن")]
    [InlineData("בְּרֵאשִׁית", "בראשית")]
    [InlineData("ܫܠܳܡܳܐ", "ܫܠܡܐ")]
    public void Marks_of_Semitic_scripts_make_no_difference(string name, string typed)
    {
        var groups = Groups($"a: {{ name: \"{name}\" }}\nb: {{ name: other }}");

        Assert.Equal("a", Find(groups, name));
        Assert.Equal("a", Find(groups, typed));
        Assert.Equal("a", Find(Groups($"a: {{ name: \"{typed}\" }}"), name));
        Assert.Equal("a", Find(groups, name.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void A_spelling_with_marks_is_told_from_one_without()
    {
        var groups = Groups("a: { name: محمد }\nb: { name: مُحَمَّد }");

        Assert.Equal("a", Find(groups, "محمد"));
        Assert.Equal("b", Find(groups, "مُحَمَّد"));
        Assert.Equal("a", FindAll(groups, "محمد")[0]);
        Assert.Equal(["a", "b"], FindAll(groups, "محمد"));
        Assert.Equal(["b", "a"], FindAll(groups, "مُحَمَّد"));
    }

    [Theory]
    [InlineData("हिन्दी", "हनद")]
    [InlineData("น้ำ", "นา")]
    [InlineData("ދިވެހި", "ދވހ")]
    [InlineData("日本", "日")]
    public void Vowel_signs_that_a_word_needs_make_a_difference(string name, string without) =>
        Assert.Null(Find(Groups($"a: {{ name: \"{name}\" }}"), without));

    private static Generated Groups(string seeds) =>
        new SeedSet()
            .With("schema/Group.yaml", "findBy: name\nproperties:\n  name: { type: text, cardinality: many }\n")
            .With("groups.yaml", seeds)
            .Generate();

    private static string? Find(Generated groups, string name) => ((IEntity?)groups.Call("Groups", "Find", name))?.Id;

    private static IReadOnlyList<string> FindAll(Generated groups, string name) =>
        [.. ((IEnumerable<IEntity>)groups.Call("Groups", "FindAll", name)!).Select(entity => entity.Id)];
}
