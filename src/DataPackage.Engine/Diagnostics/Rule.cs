using System.Globalization;

namespace DataPackage.Engine.Diagnostics;

/// <summary>The severity of a message unless a project configures another.</summary>
internal enum RuleSeverity
{
    /// <summary>Says what was done with valid data.</summary>
    Info,

    /// <summary>The package is built; something in it is probably a mistake.</summary>
    Warning,

    /// <summary>The package is not built.</summary>
    Error,
}

/// <summary>One kind of mistake. Compares by reference: each rule is one object.</summary>
internal sealed class Rule(
    string id,
    string category,
    RuleSeverity severity,
    string title,
    string message,
    bool isConfigurable
)
{
    /// <summary>For example <c>DP1002</c>; never reused for another rule.</summary>
    public string Id { get; } = id;

    /// <summary>The group of the rule, such as <c>DataPackage.Links</c>.</summary>
    public string Category { get; } = category;

    public RuleSeverity Severity { get; } = severity;

    /// <summary>The mistake in general.</summary>
    public string Title { get; } = title;

    /// <summary>The message, with <c>{0}</c> for an argument.</summary>
    public string Message { get; } = message;

    /// <summary>Whether a project may change the severity.</summary>
    public bool IsConfigurable { get; } = isConfigurable;

    /// <summary>The address of the page that explains it; null if the repository has no public address.</summary>
    public string? HelpLink { get; } = DiagnosticPages.Of(id);

    /// <summary>The message with its arguments. All hosts print this text.</summary>
    public string Format(IEnumerable<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Message, [.. arguments.Select(MessageText.Of)]);

    public override string ToString() => Id;
}
