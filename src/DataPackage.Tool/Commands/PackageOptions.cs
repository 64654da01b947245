using System.CommandLine;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>The options that name the package, which most verbs have.</summary>
internal sealed class PackageOptions
{
    private readonly Option<string?> _seeds = new("--seeds", "-s")
    {
        Description = "The folder of the seeds, or one that has a folder 'seeds'. [default: the folder at hand]",
        HelpName = "folder",
    };

    public static Option<string?> Project() =>
        new("--project", "-p")
        {
            Description =
                "The project of the package: it knows the namespace, the folder of the seeds and the ids of "
                + "referenced packages. It must be restored.",
            HelpName = "file",
        };

    /// <summary>Adds the option of verbs that change seeds.</summary>
    public static Option<bool> AddApply(Command command)
    {
        var apply = new Option<bool>("--apply")
        {
            Description = "Writes the changes, all or none. Without it, a diff is shown.",
        };
        command.Options.Add(apply);
        return apply;
    }

    public static PackageOptions AddTo(Command command)
    {
        var options = new PackageOptions();
        command.Options.Add(options._seeds);
        return options;
    }

    public SeedPackage Find(ParseResult parsed, Session session) => SeedPackage.Find(session, parsed.GetValue(_seeds));
}
