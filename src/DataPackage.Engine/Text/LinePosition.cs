namespace DataPackage.Engine.Text;

/// <summary>A place in a text as editors show it.</summary>
/// <param name="Line">Counted from 0.</param>
/// <param name="Character">UTF-16 units from the start of the line, counted from 0.</param>
internal readonly record struct LinePosition(int Line, int Character)
{
    public override string ToString() => FormattableString.Invariant($"{Line},{Character}");
}

/// <summary>A part of a text as editors show it.</summary>
/// <param name="Start">The place of its first unit.</param>
/// <param name="End">The place after its last unit.</param>
internal readonly record struct LinePositionSpan(LinePosition Start, LinePosition End);
