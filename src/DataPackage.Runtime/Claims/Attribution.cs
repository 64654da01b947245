namespace DataPackage.Runtime;

/// <summary>Who makes a claim: an entity, or somebody who has none. Immutable.</summary>
public sealed record Attribution
{
    private Attribution(IEntity? entity, string text) => (Entity, Text) = (entity, text);

    /// <summary>Null if who makes the claim is no entity.</summary>
    public IEntity? Entity { get; }

    /// <summary>The words for whoever makes the claim: the caption of the entity, or a text.</summary>
    public string Text { get; }

    /// <summary>An entity that makes a claim.</summary>
    public static Attribution To(IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new Attribution(entity, entity.Caption);
    }

    /// <summary>Somebody who makes a claim, in words.</summary>
    public static Attribution To(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Attribution(null, text);
    }

    /// <summary>Whether both are the same entity, by kind and id, or the same text.</summary>
    public bool Equals(Attribution? other) =>
        other is not null
        && Entity?.Id == other.Entity?.Id
        && Entity?.Kind == other.Entity?.Kind
        && (Entity is not null || Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => (Entity?.Id ?? Text).GetHashCode(StringComparison.Ordinal);

    /// <summary>The words for whoever makes the claim.</summary>
    public override string ToString() => Text;
}
