using DataPackage.Testing;
using Xunit.Abstractions;

namespace DataPackage.Runtime.Tests.Text;

/// <summary>The tables agree with the Unicode Character Database.</summary>
/// <remarks>It is not part of the repository: the variable names a folder with its files, such as that of Debian's
/// package unicode-data. Without it, the test says so and passes. With UPDATE_SNAPSHOTS=1 it writes the
/// tables.</remarks>
public class UnicodeTablesTests(ITestOutputHelper output)
{
    internal const string FolderVariable = "DATAPACKAGE_UNICODE_DATA";

    [Fact]
    public void The_tables_are_those_of_the_database()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder)
        {
            output.WriteLine(
                $"Skipped: {FolderVariable} names no folder with the files of the Unicode Character Database."
            );
            return;
        }

        var path = Repository.PathOf("src/DataPackage.Runtime/Text/UnicodeTables.cs");
        var written = new UnicodeTableWriter(folder).Write();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, written);

        Assert.Equal(written, File.ReadAllText(path));
    }
}
