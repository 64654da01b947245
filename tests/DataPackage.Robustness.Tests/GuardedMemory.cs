using System.Runtime.InteropServices;

namespace DataPackage.Robustness.Tests;

/// <summary>Memory between two unreadable pages: a read beyond either end is a processor fault, which ends the
/// process.</summary>
internal sealed unsafe partial class GuardedMemory
{
    private readonly byte* _start;
    private readonly int _capacity;

    public GuardedMemory(int capacity)
    {
        var page = Environment.SystemPageSize;
        _capacity = Math.Max(1, (capacity + page - 1) / page) * page;
        var size = (nuint)(_capacity + (2 * page));
        var region = OperatingSystem.IsWindows()
            ? VirtualAlloc(null, size, Reserve | Commit, NoAccess)
            : MemoryMap(null, size, None, Private | Anonymous, -1, 0);
        if (region is null || (nint)region == -1)
            throw new InvalidOperationException("No memory between guard pages is to be had.");
        _start = (byte*)region + page;
        var isReadable = OperatingSystem.IsWindows()
            ? VirtualProtect(_start, (nuint)_capacity, ReadWritePages, out _) != 0
            : MemoryProtect(_start, (nuint)_capacity, Read | Write) == 0;
        if (!isReadable)
            throw new InvalidOperationException("Memory between guard pages cannot be written to.");
    }

    /// <summary>Puts bytes directly after the first guard page, or directly before the last.</summary>
    /// <returns>The address of the bytes.</returns>
    public byte* Place(ReadOnlySpan<byte> bytes, bool isAtEnd)
    {
        var place = isAtEnd ? _start + _capacity - bytes.Length : _start;
        bytes.CopyTo(new Span<byte>(place, bytes.Length));
        return place;
    }

    private const int None = 0;
    private const int Read = 1;
    private const int Write = 2;
    private const int Private = 2;
    private const uint Reserve = 0x2000;
    private const uint Commit = 0x1000;
    private const uint NoAccess = 1;
    private const uint ReadWritePages = 4;

    private static int Anonymous => OperatingSystem.IsMacOS() ? 0x1000 : 0x20;

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* MemoryMap(
        void* address,
        nuint length,
        int protection,
        int flags,
        int file,
        nint offset
    );

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int MemoryProtect(void* address, nuint length, int protection);

    [LibraryImport("kernel32")]
    private static partial void* VirtualAlloc(void* address, nuint size, uint type, uint protection);

    [LibraryImport("kernel32")]
    private static partial int VirtualProtect(void* address, nuint size, uint protection, out uint before);
}
