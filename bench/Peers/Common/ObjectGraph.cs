using MemoryPack;
using MessagePack;

namespace DataPackage.Bench.Peers;

/// <summary>The data as an application would model them by hand. One model for every peer that reads objects, so all do
/// equal work.</summary>
[MemoryPackable, MessagePackObject]
public sealed partial class Graph
{
    [Key(0)]
    public Person[] Persons { get; set; } = [];

    [Key(1)]
    public Event[] Events { get; set; } = [];
}

[MemoryPackable, MessagePackObject]
public sealed partial class Person
{
    [Key(0)]
    public string Id { get; set; } = "";

    [Key(1)]
    public Localized Name { get; set; } = new();

    [Key(2)]
    public string[] Aliases { get; set; } = [];

    [Key(3)]
    public Localized Summary { get; set; } = new();

    [Key(4)]
    public string BirthDate { get; set; } = "";

    [Key(5)]
    public Position[] Roles { get; set; } = [];

    [Key(6)]
    public Citation[] Citations { get; set; } = [];

    [Key(7)]
    public string[] Events { get; set; } = [];
}

[MemoryPackable, MessagePackObject]
public sealed partial class Event
{
    [Key(0)]
    public string Id { get; set; } = "";

    [Key(1)]
    public Localized Name { get; set; } = new();

    [Key(2)]
    public DateOnly Date { get; set; }
}

/// <summary>A text in the two languages of the bench; cheaper to read than any structure for arbitrary
/// languages.</summary>
[MemoryPackable, MessagePackObject]
public sealed partial class Localized
{
    [Key(0)]
    public string En { get; set; } = "";

    [Key(1)]
    public string Ru { get; set; } = "";
}

[MemoryPackable, MessagePackObject]
public sealed partial class Position
{
    [Key(0)]
    public string Title { get; set; } = "";

    [Key(1)]
    public string Organization { get; set; } = "";

    [Key(2)]
    public string From { get; set; } = "";
}

[MemoryPackable, MessagePackObject]
public sealed partial class Citation
{
    [Key(0)]
    public string Article { get; set; } = "";

    [Key(1)]
    public string Quote { get; set; } = "";
}
