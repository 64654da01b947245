using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A cell of a table.</summary>
/// <param name="Span">Its place, within the quotes if it has some.</param>
/// <param name="Text">Its text, with quotes resolved and each line end a line feed.</param>
internal readonly record struct TableCell(TextSpan Span, string Text);
