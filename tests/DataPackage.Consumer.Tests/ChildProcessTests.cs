using System.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>A slow program on a busy machine is not taken for one that hangs.</summary>
public class ChildProcessTests
{
    private static readonly Patience Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60));

    [LinuxFact]
    public void A_program_may_take_longer_than_any_standstill_while_it_writes() =>
        Assert.Equal(
            string.Concat(Enumerable.Repeat(".", 40)),
            Run(Short, "for i in $(seq 40); do printf .; sleep 0.1; done").Output
        );

    /// <summary>A build computes in a child of the command.</summary>
    [LinuxFact]
    public void A_program_may_take_longer_than_any_standstill_while_a_child_of_it_computes() =>
        Assert.Equal(
            "done\n",
            Run(Short, "sh -c 'end=$(($(date +%s) + 5)); while [ $(date +%s) -lt $end ]; do :; done'; echo done").Output
        );

    [LinuxFact]
    public void A_program_that_neither_writes_nor_computes_is_ended() =>
        Assert.Contains(
            "neither wrote nor computed for 00:00:02.",
            Assert.Throws<TimeoutException>(() => Run(Short, "echo begun; sleep 600")).Message,
            StringComparison.Ordinal
        );

    [LinuxFact]
    public void An_endless_loop_is_ended_though_it_writes() =>
        Assert.Contains(
            "and did not end.",
            Assert
                .Throws<TimeoutException>(() =>
                    Run(Short with { ProcessorTime = TimeSpan.FromSeconds(1) }, "while :; do echo again; done")
                )
                .Message,
            StringComparison.Ordinal
        );

    private static DotnetResult Run(Patience patience, string script) =>
        new ChildProcess(new ProcessStartInfo("sh", ["-c", script])).Run(patience);
}
