using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The kinds and languages by which entities are packed.</summary>
/// <param name="Languages">Every set of languages that a localized text of the package has, each joined by commas;
/// ordered ordinally.</param>
internal sealed record PackingContext(PackageSchema Schema, EquatableArray<string> Languages)
{
    // Made on first use. Threads that race make equal ones.
    private Dictionary<string, int>? _kindNumbers;
    private Dictionary<string, int>? _languageNumbers;
    private Dictionary<string, RowLayout>? _layouts;

    /// <summary>The indexes of the concrete kinds in the package.</summary>
    public IReadOnlyDictionary<string, int> KindNumbers =>
        _kindNumbers ??= Number(Schema.ConcreteKinds.Select(kind => kind.Name));

    public IReadOnlyDictionary<string, int> LanguageNumbers => _languageNumbers ??= Number(Languages);

    public RowLayout LayoutOf(Kind kind) =>
        (
            _layouts ??= Schema.ConcreteKinds.ToDictionary(
                each => each.Name,
                each => new RowLayout(each),
                StringComparer.Ordinal
            )
        )[kind.Name];

    private static Dictionary<string, int> Number(IEnumerable<string> names) =>
        names
            .Select((name, number) => (name, number))
            .ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);

    public bool Equals(PackingContext? other) =>
        other is not null && Schema == other.Schema && Languages.Equals(other.Languages);

    public override int GetHashCode() => Languages.GetHashCode();
}
