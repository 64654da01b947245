using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>What the readers of JSON and of tables share: faults, lost parts and limits.</summary>
internal abstract class TreeReader(
    string text,
    Func<TextSpan, SeedPosition> locate,
    DiagnosticBag diagnostics,
    bool isReported
)
{
    private readonly List<TextSpan> _lost = [];
    private int _nodes;

    /// <summary>Whether a fault of the file was reported.</summary>
    protected bool IsBroken { get; private set; } = isReported;

    /// <summary>The offset from which the file could not be read.</summary>
    protected int FaultAt { get; set; }

    protected SeedTrees Result(IEnumerable<SeedNode> roots)
    {
        _lost.Sort((one, other) => one.Start.CompareTo(other.Start));
        return new SeedTrees(roots.ToEquatableArray(), _lost.ToEquatableArray(), new SeedSize(0, _nodes));
    }

    protected SeedPosition Locate(TextSpan span) => locate(span);

    protected void Lose(TextSpan lost) => _lost.Add(lost);

    /// <summary>Reports a fault that ends the reading.</summary>
    /// <returns>False.</returns>
    protected bool Fail(Rule rule, int start, int length, params string[] arguments)
    {
        FaultAt = start;
        Report(rule, new TextSpan(start, length), arguments);
        return false;
    }

    /// <summary>Reports the first fault of a file. Later ones may be its consequences.</summary>
    protected void Report(Rule rule, TextSpan span, params string[] arguments)
    {
        if (!IsBroken)
            diagnostics.Add(rule, locate(span), arguments);
        IsBroken = true;
    }

    /// <summary>Reports a fault that has no consequences.</summary>
    protected void ReportEach(Rule rule, TextSpan span, params string[] arguments)
    {
        diagnostics.Add(rule, locate(span), arguments);
        IsBroken = true;
    }

    /// <summary>Counts a value; false if the file has too many.</summary>
    protected bool Count(int at) =>
        ++_nodes <= SeedLimits.Nodes
        || Fail(Rules.LimitExceeded, at, 0, "This file holds too many values", InWords(SeedLimits.Nodes, "values"));

    /// <summary>A scalar; nothing in its place if it is too long or has a forbidden character.</summary>
    protected SeedScalar Scalar(TextSpan span, string value, bool isPlain)
    {
        if (value.Length > SeedLimits.ScalarLength)
            Report(Rules.LimitExceeded, span, "This text is too long", InWords(SeedLimits.ScalarLength, "characters"));
        else if (!IsMasked(span))
            return new SeedScalar(span, value, isPlain);
        Lose(span);
        return new SeedScalar(span, "", IsPlain: true);
    }

    /// <summary>Makes a text the key of the next value, unless it is too long or repeats another.</summary>
    protected void OpenKey(OpenCollection mapping, SeedScalar key)
    {
        mapping.Key = key with { Text = KeyPool.Share(key.Text) };
        mapping.IsKeyDropped = true;
        if (key.Text.Length > SeedLimits.KeyLength)
            Report(Rules.LimitExceeded, key.Span, "This key is too long", InWords(SeedLimits.KeyLength, "characters"));
        else if (IsMasked(key.Span))
            Lose(key.Span);
        else if (mapping.FindKey(key.Text) is { } first)
            diagnostics.Add(Rules.DuplicateKey, locate(key.Span), locate(first), key.Shortened);
        else
            mapping.IsKeyDropped = false;
    }

    /// <summary>Whether a part has a forbidden character, which was reported for the file.</summary>
    protected bool IsMasked(TextSpan span) =>
        IsBroken && text.IndexOf(SeedCharacters.Mask, span.Start, span.Length) >= 0;

    protected static string InWords(int limit, string unit) =>
        limit.ToString("N0", CultureInfo.InvariantCulture) + " " + unit;
}
