namespace DataPackage.Runtime.Json;

/// <summary>Reads and writes the claims of one kind with the converters of its properties.</summary>
/// <param name="read">Reads the converters of the properties that can have claims, by their names. Called on first use,
/// since it asks the kind's own converter, which has this one.</param>
/// <param name="find">The entity of the package with this kind and id; null if there is none.</param>
internal sealed class ClaimsOfKindJsonConverter(
    Func<IReadOnlyDictionary<string, IDescribedConverter>> read,
    Func<string, string, IEntity?> find
) : ClaimJsonConverter
{
    private IReadOnlyDictionary<string, IDescribedConverter>? _converters;

    private IReadOnlyDictionary<string, IDescribedConverter> Converters => _converters ??= read();

    protected override void WriteValue(JsonObjectWriter json, string property, object value)
    {
        if (Converters.TryGetValue(property, out var converter))
            json.Write("value", value, converter);
    }

    protected override object? ReadValue(JsonObjectReader json, string property) =>
        Converters.TryGetValue(property, out var converter)
            ? json.Optional("value", converter)
            : throw Unknown(property);

    protected override IEntity? Find(string kind, string id) => find(kind, id);
}
