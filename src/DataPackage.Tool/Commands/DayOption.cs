using System.CommandLine;
using System.Globalization;

namespace DataPackage.Tool.Commands;

/// <summary>The day that what is written bears. No clock is asked, so the same seeds give the same files.</summary>
internal static class DayOption
{
    public static Option<string?> Create(string description)
    {
        var date = new Option<string?>("--date") { Description = description, HelpName = "day" };
        date.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Read(text) is null)
                result.AddError($"'{text}' is no day: write it as in 2025-04-03.");
        });
        return date;
    }

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
