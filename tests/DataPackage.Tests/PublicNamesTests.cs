using System.Reflection;
using System.Runtime.CompilerServices;
using DataPackage.Testing;

namespace DataPackage.Tests;

/// <summary>Published names stay: removing or renaming one changes a line of a reviewed file.</summary>
public class PublicNamesTests
{
    private const string UpdateVariable = "UPDATE_SNAPSHOTS";
    private static readonly string Snapshot = Repository.PathOf("tests/DataPackage.Tests/PublicNames.txt");

    [Fact]
    public void The_public_names_of_the_package_are_the_ones_that_were_reviewed()
    {
        string[] names =
        [
            .. ShippedData.Assembly.GetExportedTypes().SelectMany(NamesOf).Distinct().Order(StringComparer.Ordinal),
        ];
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(Snapshot, string.Concat(names.Select(name => name + "\n")));

        var reviewed = File.ReadAllLines(Snapshot);
        var gone = reviewed.Except(names).Select(name => "- " + name);
        var added = names.Except(reviewed).Select(name => "+ " + name);
        var changes = string.Join('\n', gone.Concat(added));
        Assert.True(
            changes.Length == 0,
            $"The public names of DataPackage have changed:\n{changes}\nIf that is meant, run\n"
                + $"  {UpdateVariable}=1 dotnet test tests/DataPackage.Tests\nand commit PublicNames.txt. A line that goes away breaks consumers."
        );
    }

    private static IEnumerable<string> NamesOf(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        return type.GetMembers(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
            )
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Where(member => member is not MethodBase { IsSpecialName: true, IsConstructor: false })
            .Where(member => member is not FieldInfo { IsSpecialName: true })
            .Select(member => $"{name}.{(member is ConstructorInfo ? "new" : member.Name)}")
            .Append(name);
    }
}
