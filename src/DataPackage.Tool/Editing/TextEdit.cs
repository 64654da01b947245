using System.Text;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Editing;

/// <summary>A part of a seed that is replaced; all else stays byte for byte.</summary>
internal readonly record struct TextEdit(TextSpan Span, string Text)
{
    public static TextEdit Insert(int place, string text) => new(new TextSpan(place, 0), text);

    public static TextEdit Remove(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    /// <param name="edits">Ordered by place; none overlaps another.</param>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var edited = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            edited.Append(text, at, edit.Span.Start - at).Append(edit.Text);
            at = edit.Span.End;
        }

        return edited.Append(text, at, text.Length - at).ToString();
    }
}
