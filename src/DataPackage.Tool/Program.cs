using System.Runtime.InteropServices;
using System.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool;

/// <summary>The process around <see cref="CommandLine"/>: streams, signals and the exit code.</summary>
internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static int Main(string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            cancellation.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        using var output = Open(Console.OpenStandardOutput());
        using var errors = Open(Console.OpenStandardError());
        var session = new Session
        {
            Output = output,
            Errors = errors,
            Folder = Environment.CurrentDirectory,
            OutputTerminal = Terminal.Of(Console.IsOutputRedirected),
            ErrorTerminal = Terminal.Of(Console.IsErrorRedirected),
            Cancellation = cancellation.Token,
        };
        try
        {
            return CommandLine.Run(arguments, session);
        }
        // Whoever reads the output has closed it, as 'head' does: nobody is left to be told.
        catch (IOException) when (!session.IsOpen)
        {
            return ExitCode.Fine;
        }
    }

    // A line is a line feed on every machine, so the output of two machines is the same.
    private static StreamWriter Open(Stream stream) => new(stream, Utf8) { NewLine = "\n", AutoFlush = false };
}
