using System.CommandLine;
using DataPackage.Tool.Export;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Commands;

/// <summary>Writes a package for spreadsheets, databases and other languages.</summary>
internal static class ExportCommand
{
    /// <summary>What comes of seeds with errors.</summary>
    private const string Outcome = "nothing was exported";

    public static Verb Verb { get; } =
        new()
        {
            Name = "export",
            Description = "Writes the data for spreadsheets, databases and other languages, with all citations.",
            Examples =
            [
                "datapackage export csv --output exported",
                "datapackage export csv --output exported --date 2025-04-03",
            ],
            Define = Define,
        };

    private static Func<ParseResult, Session, int> Define(Command command)
    {
        var formats = new Argument<string[]>("format")
        {
            Description = $"One or more of {string.Join(", ", ExportFormat.All.Select(format => format.Name))}.",
            Arity = ArgumentArity.OneOrMore,
        };
        formats.AcceptOnlyFromAmong([.. ExportFormat.All.Select(format => format.Name)]);
        var output = Output();
        var date = DayOption.Create(
            "The day that the files bear, as in 2025-04-03. [default: none, so equal seeds give equal files]"
        );
        var excel = new Option<bool>("--excel")
        {
            Description =
                "In CSV, puts an apostrophe before texts that a spreadsheet would run as formulas. Alters data.",
        };
        command.Arguments.Add(formats);
        command.Options.Add(output);
        command.Options.Add(date);
        command.Options.Add(excel);
        command.Validators.Add(result =>
        {
            if (result.GetValue(excel) && result.GetValue(formats)?.Contains("csv", StringComparer.Ordinal) == false)
                result.AddError("--excel is for CSV, and 'csv' is none of the formats.");
        });
        var package = PackageOptions.AddTo(command);
        return (parsed, session) =>
        {
            var chosen = parsed.GetValue(formats)!;
            var found = package.Find(parsed, session);
            var options = new ExportOptions(
                DayOption.Read(parsed.GetValue(date)),
                parsed.GetValue(excel),
                found.Options.RootNamespace
            );
            return Run(chosen, found, options, session.Resolve(parsed.GetValue(output)!), session);
        };
    }

    private static int Run(string[] names, SeedPackage seeds, ExportOptions options, string target, Session session)
    {
        var chosen = ExportFormat.All.Where(format => names.Contains(format.Name, StringComparer.Ordinal)).ToList();
        using var folder = ExportFolder.Prepare(target, seeds.Folder, session);
        if (CheckedSeeds.Of(seeds, Outcome, session) is not { } compiler)
            return ExitCode.Findings;
        var source = new ExportSource(compiler, options, session.Cancellation);
        if (!Fits(source, chosen, session))
            return ExitCode.Findings;
        foreach (var line in Write(source, chosen, folder, session))
            session.Tell(line);
        folder.Commit();
        return ExitCode.Fine;
    }

    /// <summary>Writes all forms at the same time; nothing that they read changes.</summary>
    /// <returns>What each tells, in the order of forms.</returns>
    private static IReadOnlyList<string> Write(
        ExportSource source,
        IEnumerable<ExportFormat> chosen,
        ExportFolder folder,
        Session session
    )
    {
        using var progress = Progress.Show(session, "exporting");
        var forms = chosen
            .Select(format =>
                Task.Run(() =>
                {
                    var told = new List<string>();
                    format.Write(source, folder.Below(format.Name), told.Add);
                    return told;
                })
            )
            .ToList();
        // Waits for all, even if one fails: the folder is removed then.
        return [.. Task.WhenAll(forms).GetAwaiter().GetResult().SelectMany(told => told)];
    }

    private static Option<string> Output() =>
        new("--output", "-o")
        {
            Description = "The folder to write. An export that is there is replaced as a whole.",
            HelpName = "folder",
            Required = true,
        };

    /// <summary>Whether the formats can do what schemas ask of them; what they cannot was told.</summary>
    private static bool Fits(ExportSource source, IEnumerable<ExportFormat> chosen, Session session)
    {
        var faults = chosen.SelectMany(format => format.Check(source)).ToList();
        foreach (var fault in faults)
        {
            var place = FormattableString.Invariant($"({fault.Place.Line + 1},{fault.Place.Character + 1}): ");
            session.Tell($"{(fault.File is null ? "" : session.Show(fault.File) + place)}error: {fault.Text}");
        }

        if (faults.Count > 0)
            CheckedSeeds.TellCount(faults.Count, Outcome, session);
        return faults.Count == 0;
    }
}
