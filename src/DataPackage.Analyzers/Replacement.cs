namespace DataPackage.Analyzers;

/// <summary>The properties of a diagnostic by which a code fix learns what to write.</summary>
internal static class Replacement
{
    /// <summary>The right text for the literal.</summary>
    public const string Text = nameof(Text);

    /// <summary>The full name of the catalog whose accessor can replace the call.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>The accessor that can replace the call.</summary>
    public const string Accessor = nameof(Accessor);
}
