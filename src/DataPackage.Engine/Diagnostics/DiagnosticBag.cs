using System.Globalization;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>Collects the messages of one step. One bad value never hides another's message: steps add and go on.
/// Mistakes beyond <see cref="SeedLimits.Messages"/> are counted. Informations are no mistakes: a package of very many
/// kinds has one for each.</summary>
/// <param name="suggestionWork">The work that the step may spend on suggestions: <see cref="SuggestionWork.PerSeed"/>
/// for a step that has one seed.</param>
/// <param name="isInDoubt">Whether a part of a place could not be read: then nothing more is said of it. Null if
/// everything could be read.</param>
internal sealed class DiagnosticBag(
    int suggestionWork = SuggestionWork.OfPackage,
    Func<TextSpan, bool>? isInDoubt = null
)
{
    private readonly List<SeedDiagnostic> _diagnostics = [];
    private readonly SuggestionWork _work = new(suggestionWork);
    private SeedPosition _firstOfMore;
    private int _mistakes;
    private int _more;

    public void Add(Rule rule, SeedPosition location, params string[] arguments) =>
        Add(new SeedDiagnostic(rule, location, new(arguments)));

    /// <param name="other">The place that is the last argument of the message.</param>
    /// <param name="arguments">The arguments before it.</param>
    public void Add(Rule rule, SeedPosition location, SeedPosition other, params string[] arguments) =>
        Add(
            other.Piece is null
                ? new SeedDiagnostic(rule, location, new([.. arguments, other.ToString()]))
                : new SeedDiagnostic(rule, location, new(arguments), other)
        );

    private void Add(SeedDiagnostic found)
    {
        var (rule, location) = (found.Rule, found.Location);
        if (IsSilent(location))
            return;
        // A value that aliases repeat, or a header that all rows of a table have, is bound more than once.
        if (_diagnostics.Contains(found) || (rule.Severity != RuleSeverity.Info && Counts(location)))
            return;
        _diagnostics.Add(found);
        if (rule.Severity != RuleSeverity.Info)
            _mistakes++;
    }

    /// <summary>Whether nothing is collected, because the mistake is elsewhere and was reported.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Whether one more message would not be shown; then it is counted. Spares callers the search for its
    /// text.</summary>
    public bool Counts(SeedPosition location)
    {
        if (IsSilent(location))
            return true;
        if (_mistakes < SeedLimits.Messages)
            return false;
        if (_more++ == 0)
            _firstOfMore = location;
        return true;
    }

    private bool IsSilent(SeedPosition location) =>
        IsMuted || (isInDoubt is not null && !location.Span.IsEmpty && isInDoubt(location.Span));

    /// <summary>The end of a message that has a suggestion, or nothing. All suggestions go through here, because
    /// looking for one takes longer than reading the seed: they end with the messages, and with the work that the step
    /// may spend.</summary>
    public string DidYouMean(string wanted, IEnumerable<string> candidates) =>
        IsFull || IsMuted ? "" : DidYouMean(wanted, [NameList.Of(candidates)]);

    /// <inheritdoc cref="DidYouMean(string, IEnumerable{string})"/>
    public string DidYouMean(string wanted, params NameList[] candidates) =>
        MessageText.DidYouMean(FindNearest(wanted, candidates));

    /// <summary>The name that was probably meant; null if none is near, or if the message would not be shown.</summary>
    public string? FindNearest(string wanted, params NameList[] candidates) =>
        IsFull || IsMuted ? null : NameList.FindNearest(wanted, candidates, _work);

    public EquatableArray<SeedDiagnostic> ToEquatableArray() =>
        _more == 0
            ? _diagnostics.ToEquatableArray()
            : _diagnostics.Append(More(_more, _firstOfMore)).ToEquatableArray();

    /// <summary>The message about mistakes that are not shown.</summary>
    public static SeedDiagnostic More(int count, SeedPosition first) =>
        new(Rules.MoreMistakes, first, new([count.ToString("N0", CultureInfo.InvariantCulture)]));

    private bool IsFull => _mistakes >= SeedLimits.Messages;
}
