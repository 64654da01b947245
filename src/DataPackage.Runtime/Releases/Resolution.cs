using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime;

/// <summary>The answer for an id that was stored, for instance in a database, when the package was another version.
/// Immutable. Equal only to itself.</summary>
/// <typeparam name="T">The kind that was asked.</typeparam>
public sealed class Resolution<T>
    where T : class, IEntity
{
    private readonly string _sentence;

    internal Resolution(string id, T entity)
    {
        (Id, Entity) = (id, entity);
        Status = entity.Id == id ? ResolutionStatus.Found : ResolutionStatus.Renamed;
        var name = $"{typeof(T).Name}/{VisibleText.Of(id)}";
        _sentence = Status == ResolutionStatus.Found ? $"{name} is there." : $"{name} is called '{entity.Id}' now.";
    }

    internal Resolution(string id, RetiredId retired, IEntity[] successors)
    {
        (Id, Since, Because, Successors) = (id, retired.Since, retired.Because, Array.AsReadOnly(successors));
        Status = successors.Length > 1 ? ResolutionStatus.Split : ResolutionStatus.Retired;
        var verb = Status == ResolutionStatus.Split ? "split" : "retired";
        var see = string.Join(" or ", successors.Select(entity => $"{entity.GetType().Name}/{entity.Id}"));
        _sentence =
            $"{typeof(T).Name}/{VisibleText.Of(id)} was {verb} in {Since}: {Because}"
            + (Because.EndsWith('.') || Because.EndsWith('!') || Because.EndsWith('?') ? "" : ".")
            + (see.Length == 0 ? "" : $" See {see}.");
    }

    internal Resolution(string id, string unknown) => (Id, _sentence) = (id, unknown);

    /// <summary>The id that was asked for.</summary>
    public string Id { get; }

    /// <summary>What became of the id.</summary>
    public ResolutionStatus Status { get; }

    /// <summary>Whether the id leads to an entity: it is found or renamed.</summary>
    [MemberNotNullWhen(true, nameof(Entity))]
    public bool HasEntity => Entity is not null;

    /// <summary>The entity that has or had the id; its <see cref="IEntity.Id"/> is the id to store. Null if the id was
    /// split, retired or never known.</summary>
    public T? Entity { get; }

    /// <summary>The release in which the id was given up; null if it was not.</summary>
    public string? Since { get; }

    /// <summary>Why the id was given up, in words for people; null if it was not.</summary>
    public string? Because { get; }

    /// <summary>The entities that took the place of an id that was given up, in the order of the curator. Several if
    /// it was split; at most one if it was retired. Of any kind.</summary>
    public ReadOnlyCollection<IEntity> Successors { get; } = ReadOnlyCollection<IEntity>.Empty;

    /// <summary>All of this as a sentence, which is also the message of the exceptions of <c>Get</c>, <c>Parse</c> and
    /// JSON.</summary>
    public override string ToString() => _sentence;
}
