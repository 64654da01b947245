using System.Reflection;

namespace DataPackage.Engine.Diagnostics;

/// <summary>The pages that explain diagnostics.</summary>
internal static class DiagnosticPages
{
    private static readonly string? Folder = typeof(DiagnosticPages)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(fact => fact.Key == "RepositoryUrl")
        is { } address
        ? address.Value + "/blob/main/docs/diagnostics/"
        : null;

    /// <summary>The address of a page; null if the repository has no public address.</summary>
    public static string? Of(string id) => Folder is null ? null : $"{Folder}{id}.md";
}
