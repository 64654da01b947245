using DataPackage.Engine.Diagnostics;
using DataPackage.Shared.Dates;

namespace DataPackage.Engine.Syntax;

/// <summary>Reads a mapping whose keys are fixed: datapackage.yaml, a schema, a property, a citation. A value of the
/// wrong shape is reported and counts as absent; keys that were not read are reported at the end.</summary>
/// <param name="owner">What the mapping describes, for messages: "The schema of Person".</param>
/// <param name="declared">All keys that may be read, if others need them too; null if the keys that are read are the
/// known ones.</param>
internal sealed class KeyReader(
    SeedDocument document,
    SeedMapping mapping,
    string owner,
    Rule unknownKey,
    DiagnosticBag diagnostics,
    string[]? declared = null
)
{
    private readonly List<string> _known = declared is null ? [] : [.. declared];

    public SeedDocument Document => document;

    public SeedMapping Mapping => mapping;

    /// <summary>Whether an absent key may be in a part that could not be read.</summary>
    public bool LacksPart => document.LacksPartOf(mapping);

    public SeedNode? Node(string key)
    {
        if (declared is null)
            _known.Add(key);
        else if (!_known.Contains(key))
            throw new InvalidOperationException($"The key '{key}' is read but not declared.");
        return mapping.ValueOf(key) is { } value and not SeedScalar { IsNull: true } ? value : null;
    }

    public SeedScalar? Scalar(string key)
    {
        var node = Node(key);
        if (node is SeedScalar scalar)
            return scalar;
        if (node is not null)
            ReportType(key, "a text", node);
        return null;
    }

    public string? Text(string key) => Scalar(key)?.Text.Trim();

    public bool Boolean(string key)
    {
        if (Scalar(key) is not { } scalar)
            return false;
        if (TryReadBoolean(scalar.Text, out var value))
            return value;
        ReportType(key, "true or false", scalar);
        return false;
    }

    public decimal? Number(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (ExactNumber.TryRead(scalar.Text, out var value, out var problem))
            return value;
        ReportNumber(key, "a number", scalar, problem);
        return null;
    }

    /// <summary>The texts of a list; a single text counts as a list of one.</summary>
    public IReadOnlyList<SeedScalar> Scalars(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case SeedScalar single:
                return [single];
            case SeedSequence sequence:
                var scalars = new List<SeedScalar>();
                foreach (var item in sequence.Items)
                {
                    if (item is SeedScalar { IsNull: false } scalar)
                        scalars.Add(scalar);
                    else
                        ReportType(key, "a list of texts", item);
                }

                return scalars;
            case var other:
                ReportType(key, "a list of texts", other);
                return [];
        }
    }

    public SeedMapping? Map(string key)
    {
        var node = Node(key);
        if (node is SeedMapping map)
            return map;
        if (node is not null)
            ReportType(key, "a mapping", node);
        return null;
    }

    /// <summary>One of the texts in <paramref name="choices"/>, or null.</summary>
    public string? Choice(string key, params string[] choices)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (choices.Contains(scalar.Text, StringComparer.Ordinal))
            return scalar.Text;
        diagnostics.Add(
            Rules.UnknownSchemaName,
            document.At(scalar),
            $"value of '{key}' called",
            scalar.Shortened,
            diagnostics.DidYouMean(scalar.Text, choices) is { Length: > 0 } near
                ? near
                : "; it takes " + string.Join(", ", choices)
        );
        return null;
    }

    public void ReportUnknownKeys()
    {
        foreach (var entry in mapping.Entries)
        {
            if (_known.Contains(entry.Name))
                continue;
            diagnostics.Add(
                unknownKey,
                document.At(entry.Key),
                owner,
                entry.Key.Shortened,
                diagnostics.DidYouMean(entry.Name, _known)
            );
        }
    }

    /// <summary>Reports a text that is no number, or is one that cannot be held.</summary>
    public void ReportNumber(string key, string expected, SeedScalar scalar, NotationError? problem)
    {
        if (problem is not { } why)
            ReportType(key, expected, scalar);
        else
            Report(Rules.InvalidNotation, scalar, scalar.Shortened, expected, why.Message);
    }

    public void ReportType(string key, string expected, SeedNode actual) =>
        Report(Rules.WrongType, actual, key, expected, actual.Noun);

    /// <summary>Reports a mistake, unless a part of the node could not be read.</summary>
    public void Report(Rule rule, SeedNode node, params string[] arguments)
    {
        if (!document.IsInDoubt(node.Span))
            diagnostics.Add(rule, document.At(node), arguments);
    }

    /// <summary>The truth values of YAML 1.2's core schema: 'no' is a text.</summary>
    public static bool TryReadBoolean(string text, out bool value)
    {
        value = text is "true" or "True" or "TRUE";
        return value || text is "false" or "False" or "FALSE";
    }
}
