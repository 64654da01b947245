using System.Globalization;
using DataPackage.Robustness.Tests;

// The child process of tests. 'results' prints what must be the same on every machine. Otherwise it corrupts the packed
// bytes of a package in every requested way, and reads the whole package each time. Arguments: 'quick' or 'full', a
// seed, and a file for the place that is being tried, in case the process crashes.
if (args is [ResultsAnywhere.Argument])
    return ResultsAnywhere.Print();
if (args is not [var effort, var seedText, var placePath])
    return 2;
var isFull = effort == "full";
var seed = int.Parse(seedText, CultureInfo.InvariantCulture);
var generated = FleetSeeds.Create().Generate();
if (generated.Messages.Count + generated.CompilerMessages.Count > 0)
{
    Console.WriteLine(string.Join('\n', generated.Texts.Concat(generated.CompilerMessages)));
    return 2;
}

var package = new PackageUnderTest(generated.Entity("Ships", "Albatros").GetType().Assembly);
var (variants, refused, failures) = (0L, 0L, new List<string>());
using var place = File.OpenHandle(placePath, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);

foreach (var chunk in package.Chunks)
    chunk.Replace(chunk.Bytes, isAtEnd: true);
package.Forget();
package.ReadEverything();
var whole = package.Last;
if (whole.Refused > package.Chunks.Count * 100 || package.Undocumented.Count > 0)
    return 2;

// Many times the allocation of reading the whole package: a corrupted count must not multiply it without bound.
var before = GC.GetAllocatedBytesForCurrentThread();
package.Forget();
package.ReadEverything();
var bound = 8 * (GC.GetAllocatedBytesForCurrentThread() - before) + (1 << 20);

Func<byte, byte>[] patterns =
[
    b => (byte)(b ^ 0x01),
    b => (byte)(b ^ 0x7F),
    b => (byte)(b ^ 0x80),
    _ => 0,
    _ => 0x7F,
    b => (byte)(b ^ 0x20),
    b => (byte)(b ^ 0x02),
    b => (byte)(b ^ 0x10),
    _ => (byte)'o',
    _ => 0xFF,
];
foreach (var chunk in package.Chunks)
{
    Corrupt(
        chunk.Bytes.ToArray(),
        chunk.Name,
        (bytes, isAtEnd) =>
        {
            chunk.Replace(bytes, isAtEnd);
            package.Forget();
            package.ReadEverything();
        }
    );
    chunk.Replace(chunk.Bytes, isAtEnd: true);
}

foreach (var places in package.Places.Where(places => places.Length > 0))
{
    var memory = new GuardedMemory(places.Length);
    Corrupt(places, $"places of {places.Length} bytes", (bytes, isAtEnd) => package.ReadPlaces(memory, bytes, isAtEnd));
}

foreach (var failure in failures)
    Console.WriteLine(failure);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{variants} variants of {package.Chunks.Sum(chunk => chunk.Bytes.Length)} bytes in {package.Chunks.Count} chunks, {whole.Read} reads each, {refused} reads refused"
    )
);
return failures.Count == 0 ? 0 : 1;

void Corrupt(byte[] bytes, string name, Read read)
{
    for (var i = 0; i < bytes.Length; i++)
    for (var pattern = 0; pattern < patterns.Length; pattern++)
    {
        // Quick: each byte in one of the ways, and the next byte in another; another seed begins with another way.
        if (!isFull && (pattern + i + (seed % patterns.Length)) % patterns.Length != 0)
            continue;
        var changed = patterns[pattern](bytes[i]);
        if (changed == bytes[i])
            continue;
        var right = bytes[i];
        bytes[i] = changed;
        Try(name, read, bytes, $"byte {i} is {changed:X2} in place of {right:X2}", isAtEnd: (pattern & 1) == 0);
        if (isFull)
            Try(name, read, bytes, $"byte {i} is {changed:X2} in place of {right:X2}", isAtEnd: (pattern & 1) != 0);
        bytes[i] = right;
    }

    for (var length = 0; length < bytes.Length; length += isFull || bytes.Length < 500 ? 1 : 3)
        Try(name, read, bytes.AsSpan(0, length), $"ends after {length}", isAtEnd: true);

    var random = new Random(seed);
    for (var round = 0; round < (isFull ? 5_000 : 100); round++)
    {
        var corrupted = bytes.ToArray();
        for (var count = random.Next(2, 40); count > 0; count--)
            corrupted[random.Next(corrupted.Length)] = (byte)random.Next(256);
        // Also digits only, which get further than other bytes.
        if (round % 2 == 0)
            for (var from = random.Next(corrupted.Length); from < corrupted.Length; from += random.Next(1, 200))
                corrupted[from] = (byte)('0' + random.Next(64));
        Try(name, read, corrupted, $"round {round} of seed {seed}", isAtEnd: round % 4 < 2);
    }
}

void Try(string name, Read read, ReadOnlySpan<byte> bytes, string what, bool isAtEnd)
{
    variants++;
    RandomAccess.Write(place, System.Text.Encoding.ASCII.GetBytes($"{name}, {what}".PadRight(120)), 0);
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    read(bytes, isAtEnd);
    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
    refused += package.Last.Refused;
    if (allocated > bound && failures.Count < 20)
        failures.Add($"{name}, {what}: {allocated:N0} bytes were allocated, {bound:N0} are bearable");
    if (package.Undocumented.Count > 0 && failures.Count < 20)
        failures.Add($"{name}, {what}: {package.Undocumented[0]}");
    package.Undocumented.Clear();
}

/// <summary>Makes a package read these bytes, and reads it.</summary>
internal delegate void Read(ReadOnlySpan<byte> bytes, bool isAtEnd);
