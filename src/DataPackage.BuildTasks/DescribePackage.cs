using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Reads what <c>datapackage.yaml</c> says of the package, for its nuspec. What is not stated is
/// empty.</summary>
public sealed class DescribePackage : ProgramTask
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>The path of <c>datapackage.yaml</c>.</summary>
    [Required]
    public string File { get; set; } = "";

    [Output]
    public string Title => Fact(nameof(Title));

    [Output]
    public string Description => Fact(nameof(Description));

    [Output]
    public string Authors => Fact(nameof(Authors));

    [Output]
    public string PackageTags => Fact(nameof(PackageTags));

    [Output]
    public string PackageLicenseExpression => Fact(nameof(PackageLicenseExpression));

    protected override bool Run()
    {
        try
        {
            if (RunProgram(["nuspec", File], Read) == 0)
                return true;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            LogMessage(MessageImportance.High, $"DataPackage: {failure.Message}");
        }

        LogError(null, "DataPackage: what datapackage.yaml says of the package could not be read for its nuspec.");
        return false;
    }

    private void Read(string line)
    {
        if (NuspecLine.Read(line) is { } fact)
            _facts[fact.Property] = fact.Value;
    }

    private string Fact(string property) => _facts.TryGetValue(property, out var value) ? value : "";
}
