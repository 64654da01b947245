using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.Robustness.Tests;

/// <summary>Programs can have a newer runtime than a package was built with, because NuGet takes the highest version
/// that any package asks for. See Formats/README.md.</summary>
public class FormatTests
{
    private const string Folder = "tests/DataPackage.Robustness.Tests/Formats";

    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly int Newest = typeof(IEntity).Assembly.GetCustomAttribute<ReadsFormatAttribute>()!.Newest;

    public static TheoryData<int> Formats => [.. Enumerable.Range(1, Newest)];

    public static TheoryData<int> ForeignFormats => [0, -1, int.MinValue, Newest + 1, Newest + 256, int.MaxValue];

    /// <summary>The whole content, as it was printed when the package was built.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void A_package_of_each_format_is_read_as_it_was_when_it_was_built(int format)
    {
        var (dll, text) = (PathOf(format, "dll"), PathOf(format, "txt"));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && !File.Exists(dll))
        {
            Assert.Equal(Newest, format);
            using var stream = FormatSeeds.Create().GenerateAs("Fleet").Emit().Assembly;
            using var file = File.Create(dll);
            stream.CopyTo(file);
        }

        var read = Read(new AssemblyLoadContext(null).LoadFromAssemblyPath(dll));

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && !File.Exists(text))
            File.WriteAllText(text, read);
        Assert.Equal(File.ReadAllText(text), read);
    }

    /// <summary>The timeline of format 1 does not have the days that today's <c>During</c> asks for.</summary>
    [Theory]
    [InlineData("1850", "Harbour/old-port, Harbour/pier-0")]
    [InlineData("1851-06-01", "Harbour/old-port, Harbour/pier-0, Harbour/pier-1")]
    public void During_of_format_1_answers_what_may_be(string date, string expected)
    {
        var package = new AssemblyLoadContext(null).LoadFromAssemblyPath(PathOf(1, "dll"));

        var found = Ids(Call(package.GetType("Seeded.Harbours")!, "During", EdtfDate.Parse(date))!);
        Assert.Equal(expected, found);
    }

    /// <summary>A package built today equals the kept one of the newest format; otherwise the format has
    /// changed.</summary>
    [Fact]
    public void A_package_of_today_is_read_alike() =>
        Assert.Equal(
            File.ReadAllText(PathOf(Newest, "txt")),
            Read(new AssemblyLoadContext(null).LoadFromStream(FormatSeeds.Create().GenerateAs("Fleet").Emit().Assembly))
        );

    [Theory]
    [MemberData(nameof(ForeignFormats))]
    public void Data_of_a_foreign_format_are_refused_before_a_byte_of_them_is_read(int format)
    {
        var ships = Load(FleetSeeds.Create().Generate(), format);
        var (catalog, mentions) = (ships.GetType("Seeded.Ships")!, ships.GetType("Seeded.Mentions")!);

        var refused = new[]
        {
            Refused(() => Call(catalog, "Get", "tern")),
            Refused(() => Call(catalog, "Get", "nobody")),
            Refused(() => Call(catalog, "Find", "Tern")),
            Refused(() => Call(catalog, "FindAll", "Tern")),
            Refused(() => ((IEntity)Call(catalog, "get_Tern")!).Caption),
            Refused(() => ((IEntity)Call(catalog, "get_Tern")!).DefinedAt),
            Refused(() => ((IEnumerable)Call(catalog, "get_All")!).Cast<IEntity>().First().Id),
            Refused(() =>
                ((IEnumerable)Call(ships.GetType("Seeded.Harbours")!, "During", EdtfDate.Parse("1901"))!)
                    .Cast<IEntity>()
                    .Count()
            ),
            Refused(() => Call(mentions, "In", "A Tern.")),
            Refused(() => JsonSerializer.Deserialize("\"tern\"", ships.GetType("Seeded.Ship")!)),
        };

        var message = Assert.Single(refused.Distinct());
        if (format < 1)
            Assert.Equal($"The packed data are corrupted: there is no format {format}.", message);
        else
            Assert.Matches(
                $@"^The data of Consumer 0\.0\.0\.0 have the format {format}, and DataPackage\.Runtime \d.* reads formats up to {Newest}: update the package DataPackage\.Runtime, or use an earlier version of Consumer\.$",
                message
            );
    }

    private static string PathOf(int format, string ending) =>
        Repository.PathOf(string.Create(CultureInfo.InvariantCulture, $"{Folder}/format-{format}.{ending}"));

    private static string Refused(Func<object?> read) => Assert.Throws<InvalidDataException>(read).Message;

    private static object? Call(Type type, string method, params object[] arguments) =>
        type.GetMethod(method, Statics, [.. arguments.Select(argument => argument.GetType())])!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    /// <summary>The compiled package, with tables that state another format.</summary>
    private static Assembly Load(Generated generated, int format)
    {
        Assert.Equal([], generated.Messages);
        return new AssemblyLoadContext(null).LoadFromStream(
            generated.With($": base({Newest}, ", $": base({format}, ").Emit().Assembly
        );
    }

    /// <summary>Every value of every entity, then the results of look-ups.</summary>
    private static string Read(Assembly package)
    {
        var text = new StringBuilder();
        var whole = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonWholeEntityConverter() },
        };
        foreach (
            var catalog in package
                .GetExportedTypes()
                .Where(type =>
                    type is { IsAbstract: true, IsInterface: false }
                    && !type.Name.EndsWith("_Lookups", StringComparison.Ordinal)
                    && type.GetProperty("All", Statics) is not null
                )
                .OrderBy(type => type.Name, StringComparer.Ordinal)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"# {catalog.Name}\n");
            var all = ((IEnumerable)Call(catalog, "get_All")!).Cast<IEntity>().ToList();
            foreach (var entity in all)
            {
                text.Append(JsonSerializer.Serialize(entity, entity.GetType(), whole))
                    .Append(CultureInfo.InvariantCulture, $"\n{entity.DefinedAt} {entity.GetFacts().Count}\n");
                Assert.Same(entity, Call(catalog, "Get", entity.Id));
                foreach (
                    var reverse in entity
                        .GetType()
                        .GetProperties()
                        .Where(property => property.Name is "Ships" or "SeenBy")
                )
                    text.Append(CultureInfo.InvariantCulture, $"{reverse.Name}: {Ids(reverse.GetValue(entity)!)}\n");
            }

            if (catalog.GetMethod("GetBySign", Statics) is { } getBy)
                foreach (var entity in all)
                    Assert.Same(entity, getBy.Invoke(null, [entity.GetType().GetProperty("Sign")!.GetValue(entity)]));
            foreach (
                var name in new[]
                {
                    "Alter Hafen",
                    "NEW PORT",
                    "tern",
                    "Альбатрос",
                    "первый буй ~ 1",
                    "unicode buoy",
                    "日本の浮標",
                    "pier 7",
                    "nobody",
                }
            )
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{name}: {(Call(catalog, "Find", name) as IEntity)?.Id} {Ids(Call(catalog, "FindAll", name)!)}\n"
                );
            // Format 1 has no second look-up, and its During has a test of its own.
            if (catalog.GetMethod("PossiblyDuring", Statics, [typeof(string)]) is null)
                continue;
            foreach (var look in new[] { "During", "PossiblyDuring" })
            foreach (var date in new[] { "1860/1870", "../1850", "1901-05-12", "1667", "1668" })
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{look} {date}: {Ids(Call(catalog, look, EdtfDate.Parse(date))!)}\n"
                );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"erste: {((IEntity)Call(package.GetType("Seeded.Buoys")!, "Get", "erste")!).Id}\n"
        );
        foreach (
            var mention in (IReadOnlyList<Mention>)
                Call(
                    package.GetType("Seeded.Mentions")!,
                    "In",
                    "The Albatros left Old Port for New Port, past 日本の浮標."
                )!
        )
            text.Append(CultureInfo.InvariantCulture, $"{mention.Start}+{mention.Length}: {Ids(mention.Candidates)}\n");
        return text.ToString();
    }

    private static string Ids(object entities) =>
        string.Join(", ", ((IEnumerable)entities).Cast<IEntity>().Select(entity => $"{entity.Kind}/{entity.Id}"));
}
