using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers;

/// <summary>Lets only one analyzer check a compilation. Each data package that a project references brings its copy,
/// and the compiler runs them all: every mistake would be reported once for each package.</summary>
/// <remarks>The compiler loads each copy apart, so they share no static field of ours; what the process keeps under a
/// name, they share.</remarks>
internal static class SoleAnalyzer
{
    private const string Name = "DataPackage.Analyzers.LiteralAnalyzer";

    private static readonly ConditionalWeakTable<object, object> Owners = SharedOwners();

    /// <summary>Whether this analyzer is the one that checks this compilation: the first that asks.</summary>
    public static bool Is(object analyzer, Compilation compilation) =>
        ReferenceEquals(Owners.GetValue(compilation, _ => analyzer), analyzer);

    private static ConditionalWeakTable<object, object> SharedOwners()
    {
        // All copies have the same text as the key of the lock.
        lock (string.Intern(Name))
        {
            if (AppDomain.CurrentDomain.GetData(Name) is ConditionalWeakTable<object, object> shared)
                return shared;
            var owners = new ConditionalWeakTable<object, object>();
            AppDomain.CurrentDomain.SetData(Name, owners);
            return owners;
        }
    }
}
