using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Inference;

/// <param name="Path">The path where pinning stores it: <c>schema/Language.yaml</c>.</param>
/// <param name="Text">The schema, in YAML.</param>
/// <param name="IsIncomplete">Whether a part of the files that it was inferred from could not be read: a property that
/// it lacks may be there.</param>
internal sealed record InferredSchema(string Path, string Text, bool IsIncomplete = false)
{
    /// <summary>Whether it is the schema of this kind.</summary>
    public bool IsOf(string kind) => Path == PathOf(kind);

    public static string PathOf(string kind) => $"schema/{kind}.yaml";

    /// <summary>The schema with one more statement.</summary>
    public InferredSchema With(string key, string value) =>
        this with
        {
            Text = Text.Insert(Text.IndexOf("properties:", StringComparison.Ordinal), $"{key}: {value}\n"),
        };

    /// <summary>The schema as it is read once it is pinned.</summary>
    public SeedDocument ToDocument(CancellationToken cancellation)
    {
        var lines = LineMap.Of(Text);
        var diagnostics = new DiagnosticBag();
        return YamlReader.TryRead(
            Text,
            0,
            span => new SeedPosition(Path, span, lines[span]),
            diagnostics,
            cancellation,
            out var read
        )
            ? new SeedDocument
            {
                SeedPath = Path,
                FilePath = Path,
                Lines = lines,
                Root = read.First,
                IsInferred = true,
                IsInferredInPart = IsIncomplete,
            }
            : throw new InvalidOperationException(
                $"The inferred {Path} is not well-formed: "
                    + $"{string.Join("; ", diagnostics.ToEquatableArray().Select(diagnostic => diagnostic.ToString()))}"
            );
    }
}
