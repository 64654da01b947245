using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>Checks values against the constraints of their properties. A value that breaks one is reported and kept:
/// its type is right, and a project that makes the report a warning wants the value.</summary>
internal sealed class ConstraintChecker(SeedDocument document, DiagnosticBag diagnostics, PatternPatience patience)
{
    /// <summary>The texts whose bidirectional controls were allowed by their properties, or were reported.</summary>
    private readonly List<TextSpan> _settledControls = [];

    /// <summary>Whether the patience of the file is over: that is reported once, and no other pattern that backtracks
    /// is tried.</summary>
    private bool _arePatternsTooSlow;

    public void Check(Property property, SeedScalar scalar, ScalarValue value)
    {
        var constraints = property.Constraints;
        if (constraints.Format is { } format && Formats.Check(format, scalar.Text) is { } reason)
            Report(property, scalar, reason);
        if (property.Scalar is { IsTextual: true })
            CheckText(property, scalar);
        if (value.Amount < constraints.Minimum)
            Report(property, scalar, FormattableString.Invariant($"it must be at least {constraints.Minimum}"));
        if (value.Amount > constraints.Maximum)
            Report(property, scalar, FormattableString.Invariant($"it must be at most {constraints.Maximum}"));
    }

    /// <summary>Reports the first bidirectional control that is not in the text of a property: in a key, a comment, a
    /// quote.</summary>
    public void ReportMisplacedControls()
    {
        if (document.IsBroken)
            return;
        _settledControls.Sort((left, right) => left.Start.CompareTo(right.Start));
        var next = 0;
        foreach (var at in document.DirectionControls)
        {
            while (next < _settledControls.Count && _settledControls[next].End <= at)
                next++;
            if (next < _settledControls.Count && _settledControls[next].Start <= at)
                continue;
            ReportControl(new TextSpan(at, 1), null);
            return;
        }
    }

    private void ReportControl(TextSpan at, string? text)
    {
        var control = text is null ? -1 : SeedCharacters.IndexOfBidirectionalControl(text);
        diagnostics.Add(
            Rules.ForbiddenCharacter,
            document.At(at),
            control < 0 ? "that changes the direction of writing" : SeedCharacters.NameOf(text!, control),
            "an invisible control",
            "; a text may hold one where the schema says 'bidi: allowed' of its property"
        );
    }

    /// <summary>Checks controls, length and pattern of a text, which may be one of several languages.</summary>
    public void CheckText(Property property, SeedScalar scalar)
    {
        var text = scalar.Text;
        if (SeedCharacters.IndexOfBidirectionalControl(text) >= 0)
        {
            _settledControls.Add(scalar.Span);
            // An escape is not in the file as a character: then the whole text is shown.
            if (!property.Constraints.AllowsBidi)
                ReportControl(
                    document.FindControlIn(scalar.Span) is { } raw ? new TextSpan(raw, 1) : scalar.Span,
                    text
                );
        }

        if (property.Constraints.MaxLength is { } maxLength && text.Length > maxLength)
            Report(
                property,
                scalar,
                FormattableString.Invariant($"it has {text.Length} characters, and {maxLength} are the most")
            );
        else
            CheckPattern(property, scalar);
    }

    private void CheckPattern(Property property, SeedScalar scalar)
    {
        if (property.Constraints.MatcherFor(patience) is not { } matcher || (_arePatternsTooSlow && !matcher.IsLinear))
            return;
        switch (patience.Matches(matcher, scalar.Text))
        {
            case false:
                Report(property, scalar, $"it must match the pattern {property.Constraints.Pattern}");
                break;
            case null:
                diagnostics.Add(
                    Rules.PatternTooSlow,
                    document.At(scalar),
                    property.Constraints.Pattern!,
                    property.Key,
                    scalar.Shortened
                );
                _arePatternsTooSlow = true;
                break;
        }
    }

    private void Report(Property property, SeedScalar scalar, string reason) =>
        diagnostics.Add(Rules.ConstraintViolated, document.At(scalar), scalar.Shortened, property.Key, reason);
}
