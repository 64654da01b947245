using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Incremental;

/// <summary>Converts the engine's messages to diagnostics of the compiler.</summary>
internal static class RuleDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = Rules.All.ToDictionary(
        rule => rule.Id,
        Make,
        StringComparer.Ordinal
    );

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    public static Diagnostic Of(SeedDiagnostic message) =>
        Diagnostic.Create(
            Of(message.Rule),
            ToLocation(message.Location),
            [.. message.Arguments.Select(MessageText.Of)]
        );

    private static DiagnosticDescriptor Make(Rule rule) =>
        new(
            rule.Id,
            rule.Title,
            rule.Message,
            rule.Category,
            ToSeverity(rule.Severity),
            isEnabledByDefault: true,
            helpLinkUri: rule.HelpLink,
            customTags: rule.IsConfigurable ? [] : [WellKnownDiagnosticTags.NotConfigurable]
        );

    private static DiagnosticSeverity ToSeverity(RuleSeverity severity) =>
        severity switch
        {
            RuleSeverity.Info => DiagnosticSeverity.Info,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            RuleSeverity.Error => DiagnosticSeverity.Error,
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
        };

    /// <remarks>A path that the compiler should never have been given may contain a line end; the log shows it
    /// escaped.</remarks>
    private static Location ToLocation(SeedPosition location) =>
        location.Path is null
            ? Location.None
            : Location.Create(
                SeedNames.RefuseFullPath(location.Path) is null ? location.Path : MessageText.Of(location.Path),
                new TextSpan(location.Span.Start, location.Span.Length),
                new LinePositionSpan(ToPosition(location.Lines.Start), ToPosition(location.Lines.End))
            );

    private static LinePosition ToPosition(Engine.Text.LinePosition position) => new(position.Line, position.Character);
}
