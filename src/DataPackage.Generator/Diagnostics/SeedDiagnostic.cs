using DataPackage.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Diagnostics;

/// <summary>One message about one place in a seed; equatable, so that it can travel through the incremental pipeline.</summary>
internal sealed record SeedDiagnostic(DiagnosticDescriptor Rule, SeedLocation Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.ToLocation(), [.. Arguments]);
}

/// <summary>Collects what one stage has to say. One bad value never hides another's message: stages add and go on.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<SeedDiagnostic> _diagnostics = [];

    public void Add(DiagnosticDescriptor rule, SeedLocation location, params string[] arguments) =>
        _diagnostics.Add(new SeedDiagnostic(rule, location, new(arguments)));

    public void AddRange(IEnumerable<SeedDiagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    public EquatableArray<SeedDiagnostic> ToArray() => _diagnostics.ToEquatableArray();
}
