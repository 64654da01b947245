using System.Collections;
using System.Reflection;
using DataPackage.Runtime;
using DataPackage.Runtime.Packed;

namespace DataPackage.Robustness.Tests;

/// <summary>A generated and compiled package whose chunks can be replaced and whose whole content can be
/// read.</summary>
internal sealed unsafe class PackageUnderTest
{
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>The address of each chunk, then its length.</summary>
    private static readonly FieldInfo Addresses = typeof(PackedTable).GetField("_chunks", Private)!;

    private static readonly PropertyInfo NamesOf = typeof(PackedTable).GetProperty("Names", Private)!;

    private readonly List<(Type Lookups, PackedTable Table, Array Entities)> _kinds = [];
    private readonly Dictionary<Type, PropertyInfo[]> _properties = [];

    public PackageUnderTest(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PackedTable))))
        {
            var table = (PackedTable)
                type.GetField("Instance", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
            var entities = (Array)type.BaseType!.GetField("_entities", Private)!.GetValue(table)!;
            var lookups = assembly
                .GetExportedTypes()
                .Single(other =>
                    other is { IsAbstract: true, IsInterface: false }
                    && other.GetProperty("All")?.PropertyType.GenericTypeArguments[0]
                        == type.BaseType.GenericTypeArguments[0]
                );
            _kinds.Add((lookups, table, entities));
            var chunks = ((nint[])Addresses.GetValue(table)!).Length / 2;
            var readChunk = type.GetMethod("ReadChunk", Private)!.CreateDelegate<ReadChunk>(table);
            for (var i = 0; i < chunks; i++)
                Chunks.Add(new Chunk(table, i, readChunk(i).ToArray()));
            Places.Add(type.GetMethod("ReadPlaces", Private)!.CreateDelegate<ReadChunk>(table)(0).ToArray());
        }

        // Known to users, who look them up in the corrupted package.
        foreach (var (lookups, _, _) in _kinds)
            Ids.AddRange(
                ((IEnumerable)lookups.GetProperty("All")!.GetValue(null)!)
                    .Cast<IEntity>()
                    .Select(entity => entity.Id)
                    .Where((_, i) => i % 7 == 0)
            );
        Names.AddRange(["Old Port", "Alter Hafen", "New Port", "Tern", "Pier 7", "nobody"]);
    }

    private delegate ReadOnlySpan<byte> ReadChunk(int number);

    private delegate SeedLocation? ReadPlace(ReadOnlySpan<byte> places, int row, string id);

    private static readonly ReadPlace PlaceOf = typeof(PackedTable)
        .Assembly.GetType("DataPackage.Runtime.Packed.PackedPlaces", throwOnError: true)!
        .GetMethod("Read")!
        .CreateDelegate<ReadPlace>();

    /// <summary>For each kind, where its entities are written.</summary>
    public List<byte[]> Places { get; } = [];

    public List<Chunk> Chunks { get; } = [];

    private List<string> Ids { get; } = [];

    private List<string> Names { get; } = [];

    /// <summary>How many values the last <see cref="ReadEverything"/> read, and how many reads failed.</summary>
    public (int Read, int Refused) Last { get; private set; }

    /// <summary>Exceptions that are not documented.</summary>
    public List<Exception> Undocumented { get; } = [];

    public void Forget()
    {
        foreach (var (_, _, entities) in _kinds)
            Array.Clear(entities);
    }

    /// <summary>Restores the state of a newly loaded assembly.</summary>
    public void Reset()
    {
        Forget();
        foreach (var (_, table, _) in _kinds)
        {
            Array.Clear((nint[])Addresses.GetValue(table)!);
            table.GetType().BaseType!.GetField("_all", Private)!.SetValue(table, null);
        }
    }

    public void ReadEverything()
    {
        Last = default;
        foreach (var (lookups, table, _) in _kinds)
        {
            // The first step of a search for names in texts.
            Try(() => ((IEnumerable<string>)NamesOf.GetValue(table)!).Count());
            var all = (IEnumerable)lookups.GetProperty("All")!.GetValue(null)!;
            IEntity? before = null;
            foreach (var entity in all.Cast<IEntity>())
            {
                Walk(entity);
                Try(() => entity.ToString());
                Try(() => entity.GetHashCode());
                Try(() => entity.Equals(before));
                Try(() => entity.Equals(Copy(entity)));
                before = entity;
            }

            foreach (var id in Ids)
            {
                Try(() => Call(lookups, "Get", id));
                Try(() => Call(lookups, "TryGet", id, null));
            }

            foreach (var name in Names)
            {
                Try(() => Call(lookups, "Find", name));
                Try(() => Call(lookups, "FindAll", name));
            }

            if (lookups.GetMethod("During", [typeof(EdtfDate)]) is null)
                continue;
            foreach (var date in new[] { "1860/1870", "../1850", "1901-05-12" })
            foreach (var look in new[] { "During", "PossiblyDuring" })
                Try(() => ((IEnumerable)Call(lookups, look, EdtfDate.Parse(date))!).Cast<object>().Count());
        }
    }

    /// <summary>Reads some places, whose bytes are directly before an unreadable page, or directly after one.</summary>
    public void ReadPlaces(GuardedMemory memory, ReadOnlySpan<byte> places, bool isAtEnd)
    {
        Last = default;
        var start = memory.Place(places, isAtEnd);
        var length = places.Length;
        foreach (var row in new[] { 0, 1, 40, 8191 })
            Try(() => PlaceOf(new ReadOnlySpan<byte>(start, length), row, "tern")?.ToString());
    }

    private static object? Call(Type lookups, string method, params object?[] arguments) =>
        lookups
            .GetMethods()
            .First(candidate =>
                candidate.Name == method
                && candidate.GetParameters().Length == arguments.Length
                && candidate.GetParameters()[0].ParameterType == arguments[0]!.GetType()
            )
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    /// <summary>The copy reads its own values.</summary>
    private static object Copy(object entity) =>
        entity.GetType().GetMethod("<Clone>$")!.Invoke(entity, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private void Walk(object owner)
    {
        if (!_properties.TryGetValue(owner.GetType(), out var properties))
            _properties[owner.GetType()] = properties = [
                .. owner.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0),
            ];
        foreach (var property in properties)
            Try(() => Look(property.GetMethod!.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, null, null)));
    }

    private void Look(object? value)
    {
        switch (value)
        {
            case null or string or bool or long or int or decimal or Enum or Money or Uri:
                Try(() => value?.ToString());
                break;
            case IEntity entity:
                Try(() => entity.Id);
                Try(() => entity.Caption);
                break;
            case EdtfDate date:
                Try(() => date.ToString());
                Try(() => date.GetHashCode());
                Try(() => date.Covers(date));
                Try(() => date.Overlaps(date));
                Try(() => (date.Earliest, date.Latest, date.IsOneOf, date.IsInterval, date.CompareTo(date)));
                break;
            case LocalizedText text:
                Try(() => text.ToString() + text["de"] + text.For("nb-NO") + text.Languages.Count + text.GetHashCode());
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Look(item);
                break;
            default:
                Walk(value);
                Try(() => value.ToString());
                Try(() => value.GetHashCode());
                break;
        }
    }

    /// <summary>A look-up may miss; everything else that fails must throw one type of exception.</summary>
    private void Try(Func<object?> read)
    {
        try
        {
            read();
            Last = (Last.Read + 1, Last.Refused);
        }
        catch (Exception refused) when (refused is InvalidDataException or KeyNotFoundException)
        {
            Last = (Last.Read, Last.Refused + 1);
        }
        catch (Exception other)
        {
            Undocumented.Add(other);
        }
    }

    private void Try(Action read) =>
        Try(() =>
        {
            read();
            return null;
        });

    public sealed class Chunk(PackedTable table, int number, byte[] bytes)
    {
        private readonly GuardedMemory _memory = new(bytes.Length);

        public string Name { get; } = $"{table.GetType().Name} {number}";

        public ReadOnlySpan<byte> Bytes => bytes;

        /// <summary>Makes the table read these bytes in place of the chunk's own.</summary>
        /// <param name="isAtEnd">Whether they end at the unreadable page, or start at it.</param>
        public void Replace(ReadOnlySpan<byte> replacement, bool isAtEnd)
        {
            var addresses = (nint[])Addresses.GetValue(table)!;
            addresses[2 * number] = (nint)_memory.Place(replacement, isAtEnd);
            addresses[(2 * number) + 1] = replacement.Length;
        }
    }
}
