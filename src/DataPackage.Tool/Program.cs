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
        // The terminal is closed: not even then is anything left half written.
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Cancel);
        try
        {
            return Run(arguments, cancellation.Token);
        }
        // The output cannot be written, nor a message that says so. A reader that has closed it, as 'head' does, is no
        // reason: .NET writes nothing then.
        catch (IOException)
        {
            return ExitCode.NotStarted;
        }
    }

    private static int Run(string[] arguments, CancellationToken cancellation)
    {
        using var output = Open(Console.OpenStandardOutput());
        using var errors = Open(Console.OpenStandardError());
        var session = new Session
        {
            Output = output,
            Errors = errors,
            Folder = Environment.CurrentDirectory,
            OutputTerminal = Terminal.Of(Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
            ErrorTerminal = Terminal.Of(Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
            Cancellation = cancellation,
        };
        return CommandLine.Run(arguments, session);
    }

    // A line is a line feed on every machine, so the output of two machines is the same.
    private static StreamWriter Open(Stream stream) => new(stream, Utf8) { NewLine = "\n", AutoFlush = false };
}
