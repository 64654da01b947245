using System.ComponentModel;
using System.Globalization;

namespace DataPackage.Runtime;

/// <summary>A property of a kind, for questions about its claims: <c>person.Claims(Person.Properties.BirthDate)</c>.
/// Immutable; compared by reference.</summary>
/// <typeparam name="TEntity">The kind.</typeparam>
/// <typeparam name="T">The type of one value, with its null.</typeparam>
public sealed class Property<TEntity, T>
    where TEntity : class, IEntity
{
    private readonly Func<TEntity, T>? _one;
    private readonly Func<TEntity, IReadOnlyList<T>>? _many;

    /// <summary>A property of one value. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Property(string name, Func<TEntity, T> one) => (Name, _one) = (name, one);

    /// <summary>A property of a list. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Property(string name, Func<TEntity, IReadOnlyList<T>> many) => (Name, _many) = (name, many);

    /// <summary>The name in the schema: <c>birthDate</c>.</summary>
    public string Name { get; }

    /// <summary>All claims of an entity for this property. If a copy has another value than the package's claims say,
    /// that value is its only claim.</summary>
    public PropertyClaims<T> ClaimsOf(TEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var stated = entity.AllClaims.Where(claim => claim.Property == Name).ToList();
        var claims = _one is null ? OfMany(_many!(entity), stated) : OfOne(_one(entity), stated);
        return new PropertyClaims<T>(
            [.. claims.Select(claim => new Claim<T>(claim, EntityClaims.CitationsFor(entity, claim.Path)))],
            isMany: _one is null
        );
    }

    private List<Claim> OfOne(T value, List<Claim> stated)
    {
        var best = stated.Find(claim => claim is { IsBest: true, Rank: not ClaimRank.Deprecated });
        if (stated.Count > 0 && Claim.AreEqual(best?.Value, value))
            return stated;
        return value is null ? [] : [new Claim { Path = Name, Value = value }];
    }

    private List<Claim> OfMany(IReadOnlyList<T> values, List<Claim> stated)
    {
        var claims = new List<Claim>(values.Count);
        var best = EntityClaims.BestOf(stated);
        for (var i = 0; i < values.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{Name}[{i}]");
            if (values[i] is { } value)
                claims.Add(
                    best.TryGetValue(path, out var said) && Claim.AreEqual(said.Value, value)
                        ? said
                        : new Claim { Path = path, Value = value }
                );
        }

        claims.AddRange(stated.Where(claim => !claim.IsBest));
        return claims;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
