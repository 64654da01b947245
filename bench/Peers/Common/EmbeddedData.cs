namespace DataPackage.Bench.Peers;

/// <summary>The data embedded in the peer's own assembly, as the operating system has mapped them: nothing is
/// copied.</summary>
internal static class EmbeddedData
{
    public static unsafe ReadOnlySpan<byte> Bytes
    {
        get
        {
            var stream = (UnmanagedMemoryStream)typeof(EmbeddedData).Assembly.GetManifestResourceStream("data")!;
            return new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length));
        }
    }
}
