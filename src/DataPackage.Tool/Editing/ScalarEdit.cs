using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Writes another text in the place of a scalar, in its style.</summary>
internal static class ScalarEdit
{
    /// <summary>What may part cells, or texts within one.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\"\r\n|");

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="raw">The scalar as it is written.</param>
    /// <exception cref="StopException">The scalar is written in a way that cannot be edited.</exception>
    public static string Replace(string raw, string text, string replacement, SeedDocument document)
    {
        var written =
            IsTable(document) ? InTable(raw, text, replacement)
            : IsJson(document)
                ? Quoted(raw, '"') ? Json(replacement)
                    : null
            : InYaml(raw, text, replacement);
        return written
            ?? throw StopException.Findings(
                $"'{text}' in {document.SeedPath} is written in a way that cannot be edited: change it by hand"
            );
    }

    public static bool IsJson(SeedDocument document) =>
        document.SeedPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public static bool IsTable(SeedDocument document) => SeedPaths.IsDataFormat(document.SeedPath) && !IsJson(document);

    /// <summary>A text as a scalar of the document's format.</summary>
    public static string Write(string text, SeedDocument document) =>
        IsJson(document) ? Json(text) : YamlText.Scalar(text);

    private static string Json(string text) => JsonSerializer.Serialize(text, Readable);

    private static string? InYaml(string raw, string text, string replacement)
    {
        if (raw == text)
            return YamlText.Scalar(replacement);
        if (Quoted(raw, '"'))
            return YamlText.DoubleQuoted(replacement);
        return Quoted(raw, '\'') ? YamlText.SingleQuoted(replacement) : null;
    }

    private static string? InTable(string raw, string text, string replacement)
    {
        if (replacement.AsSpan().ContainsAny(Separators))
            return null;
        return raw == text ? replacement
            : raw == $"\"{text}\"" ? $"\"{replacement}\""
            : null;
    }

    private static bool Quoted(string raw, char quote) => raw.Length > 1 && raw[0] == quote && raw[^1] == quote;
}
