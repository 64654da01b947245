using System.Globalization;
using DataPackage.Generator.Model;
using DataPackage.Generator.Syntax;
using DataPackage.Runtime.Text;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Diagnostics;

/// <summary>One message about one place in a seed; equatable, so that it can travel through the incremental pipeline.</summary>
internal sealed record SeedDiagnostic(DiagnosticDescriptor Rule, SeedLocation Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.ToLocation(), [.. Arguments.Select(MessageText.Of)]);
}

/// <summary>Collects what one stage has to say. One bad value never hides another's message: stages add and go on,
/// and what is beyond <see cref="SeedLimits.Messages"/> is counted.</summary>
/// <param name="document">The file that they are about, if it is one: of what could not be read of it, nothing more is said.</param>
internal sealed class DiagnosticBag(SeedDocument? document = null)
{
    private readonly List<SeedDiagnostic> _diagnostics = [];
    private SeedLocation _firstOfMore;
    private int _more;

    public void Add(DiagnosticDescriptor rule, SeedLocation location, params string[] arguments)
    {
        if (IsMuted || (document is { Lost.Count: > 0 } && !location.Span.IsEmpty && document.IsInDoubt(location.Span))) return;
        if (!IsFull) _diagnostics.Add(new SeedDiagnostic(rule, location, new(arguments)));
        else if (_more++ == 0) _firstOfMore = location;
    }

    /// <summary>Whether nothing is collected: what is at fault is elsewhere, and was reported.</summary>
    public bool IsMuted { get; set; }

    /// <summary>The end of a message that has a suggestion, or nothing. Looking for one takes longer than reading the seed, so it ends with the messages.</summary>
    public string DidYouMean(string wanted, IEnumerable<string> candidates) => IsFull || IsMuted ? "" : Rules.DidYouMean(NearestName.Find(wanted, candidates));

    public EquatableArray<SeedDiagnostic> ToArray() => _more == 0
        ? _diagnostics.ToEquatableArray()
        : _diagnostics.Append(new SeedDiagnostic(Rules.MoreMistakes, _firstOfMore, new([_more.ToString("N0", CultureInfo.InvariantCulture)]))).ToEquatableArray();

    private bool IsFull => _diagnostics.Count >= SeedLimits.Messages;
}
