using System.Globalization;
using System.Text;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Delivery;

/// <summary>One generated file.</summary>
/// <param name="Name">The name without folders.</param>
internal sealed record CompiledFile(string Name, string Text);

/// <summary>What the engine made of a package before the compiler started. The generator hands it to the compiler in
/// place of the seeds, so the engine does not run twice.</summary>
/// <param name="Messages">In the order in which they are reported.</param>
internal sealed record CompiledPackage(EquatableArray<CompiledFile> Files, EquatableArray<SeedDiagnostic> Messages)
{
    /// <summary>The name of the file that holds one.</summary>
    public const string FileName = "datapackage.compiled";

    /// <summary>Changes with the fields below: an older file is never read as a newer one.</summary>
    private const string Format = "DataPackage 1";

    /// <summary>The text of a file that <see cref="Read"/> reads.</summary>
    public string Write()
    {
        var fields = new FieldWriter();
        fields.Add(Format);
        fields.Add(Messages.Count);
        foreach (var message in Messages)
            Write(message, fields);
        fields.Add(Files.Count);
        foreach (var file in Files)
        {
            fields.Add(file.Name);
            fields.Add(file.Text);
        }

        return fields.ToString();
    }

    /// <exception cref="InvalidDataException">The text is not what <see cref="Write()"/> writes.</exception>
    public static CompiledPackage Read(string text)
    {
        var fields = new FieldReader(text);
        if (fields.Text() != Format)
            throw new InvalidDataException("The compiled package has another format.");
        var messages = new SeedDiagnostic[fields.Number()];
        for (var i = 0; i < messages.Length; i++)
            messages[i] = ReadMessage(fields);
        var files = new CompiledFile[fields.Number()];
        for (var i = 0; i < files.Length; i++)
            files[i] = new CompiledFile(fields.Text(), fields.Text());
        return new CompiledPackage(files.ToEquatableArray(), messages.ToEquatableArray());
    }

    private static void Write(SeedDiagnostic message, FieldWriter fields)
    {
        var (path, span, lines) = (message.Location.Path, message.Location.Span, message.Location.Lines);
        fields.Add(message.Rule.Id);
        fields.Add(path is null ? 0 : 1);
        fields.Add(Escape(path ?? ""));
        fields.Add(span.Start);
        fields.Add(span.Length);
        fields.Add(lines.Start.Line);
        fields.Add(lines.Start.Character);
        fields.Add(lines.End.Line);
        fields.Add(lines.End.Character);
        fields.Add(message.Arguments.Count);
        foreach (var argument in message.Arguments)
            fields.Add(Escape(argument));
    }

    private static SeedDiagnostic ReadMessage(FieldReader fields)
    {
        var rule = Rules.Of(fields.Text());
        var hasPlace = fields.Number() == 1;
        var location = new SeedPosition(
            Unescape(fields.Text()),
            new TextSpan(fields.Number(), fields.Number()),
            new LinePositionSpan(
                new LinePosition(fields.Number(), fields.Number()),
                new LinePosition(fields.Number(), fields.Number())
            )
        );
        var arguments = new string[fields.Number()];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Unescape(fields.Text());
        return new SeedDiagnostic(rule, hasPlace ? location : default, arguments.ToEquatableArray());
    }

    /// <summary>A text from a seed or a file system may hold half of a surrogate pair, which UTF-8 cannot.</summary>
    private static string Escape(string text) =>
        text.Any(c => c == '\\' || char.IsSurrogate(c))
            ? string.Concat(text.Select(c => c == '\\' || char.IsSurrogate(c) ? $"\\{(int)c:X4}" : c.ToString()))
            : text;

    private static string Unescape(string text)
    {
        const int digits = 4;
        if (text.IndexOf('\\') < 0)
            return text;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(
                (char)int.Parse(text.Substring(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            );
            i += digits;
        }

        return plain.ToString();
    }
}
