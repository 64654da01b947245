using System.Reflection;
using System.Text.Json;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace DataPackage.Generator.Tests.Model;

/// <summary>References to the entities of another package: <c>world-bank@World.Data</c>.</summary>
public class ExternalReferenceTests
{
    private const string Assembly = "World";

    private static SeedSet World(string bank = "name: World Bank\n", string id = "world-bank") =>
        new SeedSet()
            .With("datapackage.yaml", "namespace: World.Data\n")
            .With(
                "schema/Bank.yaml",
                "plural: Banks\ncaption: name\nproperties:\n  name: { type: text, required: true }\n"
            )
            .With("schema/Town.yaml", "plural: Towns\nproperties: { }\n")
            .With($"banks/{id}.yaml", bank)
            .With("banks/who.yaml", "name: WHO\ncsharpName: TheWho\n");

    private static SeedSet Loans(
        string range = "Bank@World.Data",
        string lender = "world-bank@World.Data",
        string property = ""
    ) =>
        new SeedSet()
            .With(
                "schema/Loan.yaml",
                $$"""
                plural: Loans
                featured: [lender]
                properties:
                  lender: { range: {{range}}, description: Who lends. {{property}} }
                  others: { range: {{range}}, cardinality: many }
                  byRole: { range: {{range}}, cardinality: map, of: { nullable: true, range: {{range}} } }
                  terms: { range: Terms }
                """.Replace("byRole: { range: " + range + ",", "byRole: {", StringComparison.Ordinal)
            )
            .With(
                "schema/Terms.yaml",
                $$"""
                embedded: true
                properties:
                  guarantor: { range: {{range}}, required: true }
                """
            )
            .With(
                "loans/dam.yaml",
                $$"""
                lender: {{lender}}
                others: [who, world-bank]
                byRole: { first: who@World.Data, second: ~ }
                terms: { guarantor: who }
                """
            );

    public static TheoryData<string> WaysToReference => new("assembly", "reference assembly", "project");

    private static MetadataReference Reference(Generated package, string way)
    {
        if (way == "project")
            return package.Compilation.ToMetadataReference();
        var stream = new MemoryStream();
        var emitted = package.Compilation.Emit(
            stream,
            options: new EmitOptions(
                metadataOnly: way == "reference assembly",
                includePrivateMembers: way != "reference assembly"
            )
        );
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        stream.Position = 0;
        return MetadataReference.CreateFromStream(stream);
    }

    private static Generated Generate(SeedSet loans, string way = "assembly")
    {
        var world = World().GenerateAs(Assembly);
        return loans.GenerateBeside(Reference(world, way), world);
    }

    [Theory]
    [MemberData(nameof(WaysToReference))]
    public void They_are_typed_by_the_other_package_and_lead_to_its_entities(string way)
    {
        var loans = Generate(Loans(), way);
        Assert.Empty(loans.Messages);
        Assert.Empty(loans.CompilerMessages);

        var dam = loans.Entity("Loans", "Dam");
        var lender = dam.Get("Lender")!;
        Assert.Equal(("World.Data.Bank", "World Bank"), (lender.GetType().FullName, lender.Get("Caption")));
        Assert.Same(lender, lender.GetType().GetMethod("Get")!.Invoke(null, ["world-bank"]));
        Assert.Equal(["who", "world-bank"], dam.List("Others").Select(bank => bank.Get("Id")));
        Assert.Equal(
            ["first: who", "second: "],
            dam.Get("ByRole")!.List().Select(entry => $"{entry!.Get("Key")}: {entry!.Get("Value")?.Get("Id")}")
        );
        Assert.Equal("who", dam.Get("Terms")!.Get("Guarantor")!.Get("Id"));
    }

    [Fact]
    public void The_documentation_of_an_entity_leads_to_that_of_the_one_it_refers_to()
    {
        var catalog = Generate(Loans(lender: "who")).Source("Loans.g.cs");

        Assert.Contains("<see cref=\"P:World.Data.Banks.TheWho\"/>", catalog, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_ids_in_JSON_and_come_back_as_the_same_entities()
    {
        var loans = Generate(Loans());
        var dam = loans.Entity("Loans", "Dam");

        var json = JsonSerializer
            .SerializeToElement(
                new[] { dam }.Select(loan => new Dictionary<string, object?>
                {
                    ["terms"] = loan.Get("Terms"),
                    ["loan"] = loan,
                })
            )
            .ToString();
        Assert.Contains("\"guarantor\":\"who\"", json, StringComparison.Ordinal);
        var deep = new JsonSerializerOptions { Converters = { new DataPackage.Runtime.JsonWholeEntityConverter() } };
        var whole = JsonSerializer.Serialize(dam, dam.GetType(), deep);
        Assert.Contains("\"lender\":\"world-bank\"", whole, StringComparison.Ordinal);
        var copy = JsonSerializer.Deserialize(whole, dam.GetType(), deep)!;
        Assert.Equal(dam, copy);
        Assert.Same(dam.Get("Lender"), copy.Get("Lender"));
    }

    [Fact]
    public void Data_that_refer_to_another_entity_are_other_data()
    {
        static object? Fingerprint(Generated loans) => loans.Call("DataPackageInfo", "Fingerprint");

        Assert.Equal(Fingerprint(Generate(Loans())), Fingerprint(Generate(Loans(lender: "world-bank"))));
        Assert.NotEqual(Fingerprint(Generate(Loans())), Fingerprint(Generate(Loans(lender: "who"))));
    }

    [Theory]
    // The package, its kind, the entity, the package that the seed names.
    [InlineData(
        "Bank@Wurld.Data",
        "who",
        "The project references no data package with the namespace 'Wurld.Data'; did you mean 'World.Data'?; add it: dotnet add package, or dotnet add reference"
    )]
    [InlineData(
        "Bank@Norges.Statistikk",
        "who",
        "The project references no data package with the namespace 'Norges.Statistikk'; those that it references are World.Data; add it: dotnet add package, or dotnet add reference"
    )]
    [InlineData("Bnak@World.Data", "who", "There is no kind of World.Data 'Bnak'; did you mean 'Bank'?")]
    [InlineData("Ship@World.Data", "who", "There is no kind of World.Data 'Ship'; its kinds are Bank")]
    [InlineData(
        "Bank@World.Data",
        "wold-bank",
        "There is no Bank of World.Data with the id 'wold-bank'; did you mean 'world-bank'?"
    )]
    [InlineData(
        "Bank@World.Data",
        "wold-bank@World.Data",
        "There is no Bank of World.Data with the id 'wold-bank'; did you mean 'world-bank'?"
    )]
    [InlineData("Bank@World.Data", "who@Old.Data", "'who' is in Old.Data, but 'lender' takes one of Bank@World.Data")]
    [InlineData(
        "Loan",
        "who@World.Data",
        "There is no loan with the id 'who@World.Data'; for entities of another package, a property needs the range 'Loan@World.Data'"
    )]
    [InlineData("Bank@Seeded", "who", "'Bank@Seeded' is a kind of this package: write 'Bank'")]
    public void What_is_missing_is_said_once_for_each_place(string range, string lender, string message)
    {
        var loans = Generate(
            new SeedSet()
                .With("schema/Loan.yaml", $"plural: Loans\nproperties:\n  lender: {{ range: {range} }}\n")
                .With("loans/dam.yaml", $"lender: {lender}\n")
        );

        Assert.Equal([message], loans.Texts);
        Assert.Empty(loans.CompilerMessages);
    }

    [Theory]
    [InlineData(", reverse: { name: loans }", "The entities of another package cannot list what refers to them here")]
    [InlineData(", by: name", "A reference to an entity of another package goes by its id")]
    [InlineData(", unique: true", "'unique' is for a single text, number, date or identifier that is not localized")]
    public void What_only_references_within_a_package_can_do_is_refused(string property, string message) =>
        Assert.Equal([message], Generate(Loans(property: property)).Texts);

    [Fact]
    public void Where_the_other_package_is_not_there_nothing_else_is_wrong()
    {
        var loans = Loans().Generate();

        Assert.Equal(
            [
                "schema/Loan.yaml(4,20): DP2020",
                "schema/Loan.yaml(5,20): DP2020",
                "schema/Loan.yaml(6,60): DP2020",
                "schema/Terms.yaml(3,23): DP2020",
            ],
            loans.Messages
        );
        Assert.Empty(loans.CompilerMessages);
    }

    /// <summary>One message, and none about the references that cannot be checked.</summary>
    [Theory]
    [MemberData(nameof(WaysToReference))]
    public void A_package_that_says_what_it_has_in_a_newer_format_is_said_to_be_newer_than_the_generator(string way)
    {
        var world = World()
            .GenerateAs(Assembly)
            .With($"EntityIds({PackedFormat.Version}, ", $"EntityIds({PackedFormat.Version + 1}, ");

        var loans = Loans().GenerateBeside(Reference(world, way), world);

        Assert.Equal("DP0024", Assert.Single(loans.Messages));
        Assert.Matches(
            $"^The ids of .+ have the format {PackedFormat.Version + 1}, and the DataPackage.Generator of this project "
                + $"reads formats up to {PackedFormat.Version}: update the package DataPackage.Generator$",
            loans.Texts[0]
        );
        Assert.Empty(loans.CompilerMessages);
    }

    [Fact]
    public void An_entity_that_was_renamed_in_the_other_package_is_said_to_be()
    {
        var world = World("name: World Bank\nformerIds: [ibrd]\n").GenerateAs(Assembly);

        Assert.Equal(
            ["There is no Bank of World.Data with the id 'ibrd'; it is called 'world-bank' now"],
            Loans(lender: "ibrd").GenerateBeside(Reference(world, "assembly"), world).Texts
        );
    }

    [Fact]
    public void An_entity_that_the_version_in_use_has_no_longer_is_an_exception_that_says_so()
    {
        var built = World().GenerateAs(Assembly);
        var loans = Loans().GenerateBeside(Reference(built, "assembly"), World(id: "ibrd").GenerateAs(Assembly));

        var error = Assert.Throws<TargetInvocationException>(() => loans.Entity("Loans", "Dam").Get("Lender"));
        Assert.IsType<KeyNotFoundException>(error.InnerException);
        Assert.StartsWith(
            "There is no World.Data.Bank with the id 'world-bank' in World 0.0.0",
            error.InnerException.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Kinds_without_a_schema_refer_to_them_where_datapackage_yaml_says_so()
    {
        var loans = Generate(
            new SeedSet()
                .With(
                    "datapackage.yaml",
                    "namespace: Seeded\nkinds:\n  Loan:\n    references: { lender: Bank@World.Data }\n"
                )
                .With("loans/dam.yaml", "lender: who\n")
        );

        Assert.Equal("World.Data.Bank", loans.Entity("Loans", "Dam").Get("Lender")!.GetType().FullName);
        Assert.Empty(loans.CompilerMessages);

        var wrong = Generate(
            new SeedSet()
                .With(
                    "datapackage.yaml",
                    "namespace: Seeded\nkinds:\n  Loan:\n    references: { lender: Bnak@World.Data }\n"
                )
                .With("loans/dam.yaml", "lender: who\n")
        );
        Assert.Contains("There is no kind of World.Data 'Bnak'; did you mean 'Bank'?", wrong.Texts);
    }

    [Fact]
    public void Keys_of_any_kind_are_read_as_they_were_written()
    {
        var world = new SeedSet()
            .With("datapackage.yaml", "namespace: World.Data\n")
            .With(
                "banks.yaml",
                "- { id: \"a\\tb\", name: Tab }\n- { id: \"c\\\\n\", name: Backslash }\n- { id: me@home.org, name: At }\n"
            )
            .GenerateAs(Assembly);
        Assert.Empty(world.Errors);
        var loans = new SeedSet()
            .With(
                "schema/Loan.yaml",
                "plural: Loans\nproperties:\n  lenders: { range: Bank@World.Data, cardinality: many }\n"
            )
            .With("loans/dam.yaml", "lenders: [\"a\\tb\", \"c\\\\n\", me@home.org, me@home.org@World.Data]\n")
            .GenerateBeside(Reference(world, "assembly"), world);

        Assert.Empty(loans.Messages);
        Assert.Equal(
            ["Tab", "Backslash", "At", "At"],
            loans.Entity("Loans", "Dam").List("Lenders").Select(bank => bank.Get("Name"))
        );
    }
}
