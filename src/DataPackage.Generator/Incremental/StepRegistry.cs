using System.Collections.Immutable;
using System.Text;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Incremental;

/// <summary>The only way to register a step. Each step is guarded and tracked under its name. Its messages leave on a
/// fork of their own, so a moved line reports again but generates nothing again.</summary>
/// <remarks>
/// <para>All values between steps are classes. For each struct and each nested tuple, the runtime would compile the
/// compiler's own engine once more at the start of a build.</para>
/// <para>The compiler scans every per-seed step on each edit, so there are few.</para>
/// </remarks>
internal sealed class StepRegistry(IncrementalGeneratorInitializationContext context)
{
    /// <summary>Without the byte order mark that <see cref="Encoding.UTF8"/> writes to a file on disk.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The messages of each step, once the places of pieces in their files are known.</summary>
    private readonly List<
        Func<IncrementalValueProvider<PieceOrigins>, IncrementalValueProvider<MessageList>>
    > _reports = [];

    /// <summary>A step that runs once for the whole package.</summary>
    /// <param name="failed">Makes the substitute for the result if the step fails.</param>
    public IncrementalValueProvider<TOut> Once<T, TOut>(
        string step,
        IncrementalValueProvider<T> input,
        Func<T, CancellationToken, Result<TOut>> run,
        Func<T, TOut> failed
    ) =>
        Fork(
            step,
            input.Select(
                (value, cancellation) => Guard(step, null, () => run(value, cancellation), () => failed(value))
            )
        );

    /// <inheritdoc cref="Once{T, TOut}"/>
    public IncrementalValueProvider<TOut> Once<T1, T2, TOut>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        Func<T1, T2, CancellationToken, Result<TOut>> run,
        Func<T1, T2, TOut> failed
    ) =>
        Fork(
            step,
            first
                .Combine(second)
                .Select(
                    (pair, cancellation) =>
                        Guard(
                            step,
                            null,
                            () => run(pair.Left, pair.Right, cancellation),
                            () => failed(pair.Left, pair.Right)
                        )
                )
        );

    /// <inheritdoc cref="Once{T, TOut}"/>
    public IncrementalValueProvider<TOut> Once<T1, T2, T3, TOut>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        IncrementalValueProvider<T3> third,
        Func<T1, T2, T3, CancellationToken, Result<TOut>> run,
        Func<T1, T2, T3, TOut> failed
    ) =>
        Fork(
            step,
            Join(Join(first, second), third)
                .Select(
                    (all, cancellation) =>
                    {
                        var ((one, two), three) = all;
                        return Guard(
                            step,
                            null,
                            () => run(one, two, three, cancellation),
                            () => failed(one, two, three)
                        );
                    }
                )
        );

    /// <inheritdoc cref="Once{T, TOut}"/>
    public IncrementalValueProvider<TOut> Once<T1, T2, T3, T4, TOut>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        IncrementalValueProvider<T3> third,
        IncrementalValueProvider<T4> fourth,
        Func<T1, T2, T3, T4, CancellationToken, Result<TOut>> run,
        Func<T1, T2, T3, T4, TOut> failed
    ) =>
        Fork(
            step,
            Join(Join(first, second), Join(third, fourth))
                .Select(
                    (all, cancellation) =>
                    {
                        var ((one, two), (three, four)) = all;
                        return Guard(
                            step,
                            null,
                            () => run(one, two, three, four, cancellation),
                            () => failed(one, two, three, four)
                        );
                    }
                )
        );

    /// <summary>A step that runs once and yields messages only.</summary>
    public void Check<T>(
        string step,
        IncrementalValueProvider<T> input,
        Func<T, CancellationToken, EquatableArray<SeedDiagnostic>> run
    ) => Report(input.Select((value, cancellation) => Messages(step, null, () => run(value, cancellation))));

    /// <inheritdoc cref="Check{T}"/>
    public void Check<T1, T2>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        Func<T1, T2, CancellationToken, EquatableArray<SeedDiagnostic>> run
    ) =>
        Report(
            first
                .Combine(second)
                .Select((pair, cancellation) => Messages(step, null, () => run(pair.Left, pair.Right, cancellation)))
        );

    /// <inheritdoc cref="Check{T}"/>
    public void Check<T1, T2, T3>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        IncrementalValueProvider<T3> third,
        Func<T1, T2, T3, CancellationToken, EquatableArray<SeedDiagnostic>> run
    ) =>
        Report(
            Join(Join(first, second), third)
                .Select(
                    (all, cancellation) =>
                    {
                        var ((one, two), three) = all;
                        return Messages(step, null, () => run(one, two, three, cancellation));
                    }
                )
        );

    /// <inheritdoc cref="Check{T}"/>
    public void Check<T1, T2, T3, T4>(
        string step,
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second,
        IncrementalValueProvider<T3> third,
        IncrementalValueProvider<T4> fourth,
        Func<T1, T2, T3, T4, CancellationToken, EquatableArray<SeedDiagnostic>> run
    ) =>
        Report(
            Join(Join(first, second), Join(third, fourth))
                .Select(
                    (all, cancellation) =>
                    {
                        var ((one, two), (three, four)) = all;
                        return Messages(step, null, () => run(one, two, three, four, cancellation));
                    }
                )
        );

    /// <summary>A step that runs for each item. Its result keeps its messages until a later step reports
    /// them.</summary>
    /// <param name="failed">Makes the substitute for the result from the message of the failure.</param>
    public static IncrementalValuesProvider<TOut> Each<T, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        Func<T, CancellationToken, TOut> run,
        Func<T, SeedDiagnostic, TOut> failed
    ) =>
        each.Select(
                (item, cancellation) =>
                    StepGuard.Run(step, item, () => run(item, cancellation), failure => failed(item, failure))
            )
            .WithTrackingName(step);

    /// <inheritdoc cref="Each{T, TOut}"/>
    public static IncrementalValuesProvider<TOut> Each<T, TWith, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith> with,
        Func<T, TWith, CancellationToken, TOut> run,
        Func<T, SeedDiagnostic, TOut> failed
    ) =>
        each.Combine(with)
            .Select(
                (pair, cancellation) =>
                    StepGuard.Run(
                        step,
                        pair.Left,
                        () => run(pair.Left, pair.Right, cancellation),
                        failure => failed(pair.Left, failure)
                    )
            )
            .WithTrackingName(step);

    /// <summary>A step that runs for each item and yields any number of results. Each result keeps its
    /// messages.</summary>
    /// <inheritdoc cref="Each{T, TOut}"/>
    public static IncrementalValuesProvider<TOut> Many<T, TWith, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith> with,
        Func<T, TWith, CancellationToken, ImmutableArray<TOut>> run,
        Func<T, TWith, SeedDiagnostic, ImmutableArray<TOut>> failed
    ) =>
        each.Combine(with)
            .SelectMany(
                (pair, cancellation) =>
                    StepGuard.Run(
                        step,
                        pair.Left,
                        () => run(pair.Left, pair.Right, cancellation),
                        failure => failed(pair.Left, pair.Right, failure)
                    )
            )
            .WithTrackingName(step);

    /// <inheritdoc cref="Many{T, TWith, TOut}"/>
    public static IncrementalValuesProvider<TOut> Many<T, TWith1, TWith2, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith1> first,
        IncrementalValueProvider<TWith2> second,
        Func<T, TWith1, TWith2, CancellationToken, ImmutableArray<TOut>> run,
        Func<T, TWith1, SeedDiagnostic, ImmutableArray<TOut>> failed
    ) =>
        each.Combine(Join(first, second))
            .SelectMany(
                (all, cancellation) =>
                {
                    var (item, (one, two)) = all;
                    return StepGuard.Run(
                        step,
                        item,
                        () => run(item, one, two, cancellation),
                        failure => failed(item, one, failure)
                    );
                }
            )
            .WithTrackingName(step);

    /// <summary>A step that runs for each item and reports its messages.</summary>
    /// <param name="failed">Makes the substitute for the result if the step fails.</param>
    public IncrementalValuesProvider<TOut> EachReported<T, TWith, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith> with,
        Func<T, TWith, CancellationToken, Result<TOut>> run,
        Func<T, TOut> failed
    )
    {
        var results = each.Combine(with)
            .Select(
                (pair, cancellation) =>
                    Guard(step, pair.Left, () => run(pair.Left, pair.Right, cancellation), () => failed(pair.Left))
            );
        ReportEach(results.SelectMany((result, _) => OrNone(result.Diagnostics)));
        return results.Select((result, _) => result.Value).WithTrackingName(step);
    }

    /// <summary>A step that yields results for few items, so later steps do not scan the others.</summary>
    public IncrementalValuesProvider<TOut> Few<T, TWith, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith> with,
        Func<T, TWith, CancellationToken, ImmutableArray<Result<TOut>>> run,
        Func<T, TOut> failed
    )
    {
        var results = each.Combine(with)
            .SelectMany(
                (pair, cancellation) =>
                    StepGuard.Run(
                        step,
                        pair.Left,
                        () => run(pair.Left, pair.Right, cancellation),
                        failure => ImmutableArray.Create(new Result<TOut>(failed(pair.Left), new([failure])))
                    )
            );
        ReportEach(results.SelectMany((result, _) => OrNone(result.Diagnostics)));
        return results.Select((result, _) => result.Value).WithTrackingName(step);
    }

    /// <inheritdoc cref="Few{T, TWith, TOut}"/>
    public IncrementalValuesProvider<TOut> Few<T, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        Func<T, CancellationToken, ImmutableArray<TOut>> run
    )
    {
        var results = each.SelectMany(
            (item, cancellation) =>
                StepGuard.Run(
                    step,
                    item,
                    () => ImmutableArray.CreateRange(run(item, cancellation), value => new Result<TOut?>(value)),
                    failure => ImmutableArray.Create(new Result<TOut?>(default, new([failure])))
                )
        );
        ReportEach(results.SelectMany((result, _) => OrNone(result.Diagnostics)));
        return results
            .SelectMany(
                (result, _) => result.Value is { } value ? ImmutableArray.Create(value) : ImmutableArray<TOut>.Empty
            )
            .WithTrackingName(step);
    }

    /// <summary>The parts of all items that a later step needs. Other changes in an item do not run that step
    /// again.</summary>
    /// <param name="failed">Makes the substitute for a part that fails.</param>
    public IncrementalValueProvider<Items<TOut>> GatherParts<T, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        Func<T, CancellationToken, TOut> run,
        Func<T, TOut> failed
    ) =>
        Unite(
            step,
            each.Select(
                (item, cancellation) =>
                    Guard(step, item, () => new Result<TOut>(run(item, cancellation)), () => failed(item))
            )
        );

    /// <inheritdoc cref="GatherParts{T, TOut}"/>
    public IncrementalValueProvider<Items<TOut>> GatherParts<T, TWith, TOut>(
        string step,
        IncrementalValuesProvider<T> each,
        IncrementalValueProvider<TWith> with,
        Func<T, TWith, CancellationToken, TOut> run,
        Func<T, TOut> failed
    ) =>
        Unite(
            step,
            each.Combine(with)
                .Select(
                    (pair, cancellation) =>
                        Guard(
                            step,
                            pair.Left,
                            () => new Result<TOut>(run(pair.Left, pair.Right, cancellation)),
                            () => failed(pair.Left)
                        )
                )
        );

    /// <summary>All items together. Called once for each step, because gathering scans all items on each
    /// edit.</summary>
    public static Gathered<T> Gather<T>(IncrementalValuesProvider<T> each) => new(each, Collect(each));

    /// <summary>The items of several steps together.</summary>
    public static IncrementalValueProvider<Batch<T>> Gather<T>(params IncrementalValuesProvider<T>[] steps)
    {
        var all = Collect(steps[0]);
        for (var i = 1; i < steps.Length; i++)
            all = Join(all, Collect(steps[i]))
                .Select((both, _) => new Batch<T>(both.First.Concat(both.Second).ToImmutableArray()));
        return all;
    }

    /// <summary>All values of a provider of the compiler, together.</summary>
    public static IncrementalValueProvider<Batch<T>> Collect<T>(IncrementalValuesProvider<T> each) =>
        each.Collect().Select((items, _) => new Batch<T>(items));

    /// <summary>Each item of a result by itself, so later steps run again only for items that changed.</summary>
    public static IncrementalValuesProvider<T> Split<T>(IncrementalValueProvider<Items<T>> items) =>
        items.SelectMany((all, _) => all.All);

    /// <summary>Hands the messages of all steps to the compiler, with their places in files. Called once, after the
    /// last step.</summary>
    public void Report(IncrementalValueProvider<PieceOrigins> origins)
    {
        foreach (var report in _reports)
            context.RegisterSourceOutput(
                report(origins),
                static (output, messages) =>
                {
                    foreach (var message in messages.Messages)
                        output.ReportDiagnostic(RuleDescriptors.Of(message));
                }
            );
    }

    /// <summary>Each part of each item by itself.</summary>
    public static IncrementalValuesProvider<TPart> Split<T, TPart>(
        IncrementalValuesProvider<T> each,
        Func<T, ImmutableArray<TPart>> partsOf
    ) => each.SelectMany((item, _) => partsOf(item));

    /// <summary>Reports the messages that results have kept.</summary>
    public void ReportKept<T>(IncrementalValuesProvider<T> each, Func<T, EquatableArray<SeedDiagnostic>> messagesOf) =>
        ReportEach(each.SelectMany((item, _) => OrNone(messagesOf(item))));

    /// <summary>Hands files to the compiler; each is written only if it changed.</summary>
    public void Write(IncrementalValuesProvider<GeneratedFile> files) =>
        context.RegisterSourceOutput(
            files,
            static (output, file) => Write(output, file.HintName, static file => file.Write(), file)
        );

    /// <inheritdoc cref="Write(IncrementalValuesProvider{GeneratedFile})"/>
    public void Write(IncrementalValuesProvider<CompiledFile> files) =>
        context.RegisterSourceOutput(
            files,
            static (output, file) => Write(output, file.Name, static file => file.Text, file)
        );

    private static void Write<T>(SourceProductionContext output, string name, Func<T, string> textOf, T file)
    {
        var failure = StepGuard.Run<SeedDiagnostic?>(
            Steps.Write,
            name,
            () =>
            {
                output.AddSource(SeedNames.ForFile(name), SourceText.From(textOf(file), Utf8));
                return null;
            },
            failure => failure
        );
        if (failure is not null)
            output.ReportDiagnostic(RuleDescriptors.Of(failure));
    }

    private IncrementalValueProvider<Items<T>> Unite<T>(string step, IncrementalValuesProvider<Result<T>> parts) =>
        Fork(
            step,
            parts
                .Collect()
                .Select(
                    (all, _) =>
                        new Result<Items<T>>(
                            Items<T>.Of(all.Select(part => part.Value)),
                            all.SelectMany(part => part.Diagnostics).ToEquatableArray()
                        )
                )
        );

    private IncrementalValueProvider<T> Fork<T>(string step, IncrementalValueProvider<Result<T>> results)
    {
        Report(results.Select((result, _) => new MessageList(result.Diagnostics)));
        return results.Select((result, _) => result.Value).WithTrackingName(step);
    }

    private void Report(IncrementalValueProvider<MessageList> messages) =>
        _reports.Add(origins =>
            messages
                .Combine(origins)
                .Select((pair, _) => Placed(pair.Left.Messages, () => pair.Right.Place(pair.Left.Messages)))
        );

    private void ReportEach(IncrementalValuesProvider<MessageList> messages) =>
        _reports.Add(origins =>
            messages
                .Collect()
                .Select((lists, _) => new MessageList(lists.SelectMany(list => list.Messages).ToEquatableArray()))
                .Combine(origins)
                .Select((pair, _) => Placed(pair.Left.Messages, () => pair.Right.PlaceOfSeeds(pair.Left.Messages)))
        );

    private static MessageList Placed(
        EquatableArray<SeedDiagnostic> messages,
        Func<EquatableArray<SeedDiagnostic>> place
    ) => messages.Count == 0 ? new(messages) : Messages(Steps.Report, null, place);

    private static IncrementalValueProvider<Both<T1, T2>> Join<T1, T2>(
        IncrementalValueProvider<T1> first,
        IncrementalValueProvider<T2> second
    ) => first.Combine(second).Select((pair, _) => new Both<T1, T2>(pair.Left, pair.Right));

    private static Result<T> Guard<T>(string step, object? subject, Func<Result<T>> run, Func<T> failed) =>
        StepGuard.Run(step, subject, run, failure => new Result<T>(failed(), new([failure])));

    private static MessageList Messages(string step, object? subject, Func<EquatableArray<SeedDiagnostic>> run) =>
        new(StepGuard.Run(step, subject, run, failure => new([failure])));

    private static ImmutableArray<MessageList> OrNone(EquatableArray<SeedDiagnostic> messages) =>
        OrNone(new MessageList(messages));

    private static ImmutableArray<MessageList> OrNone(MessageList messages) =>
        messages.Messages.Count == 0 ? ImmutableArray<MessageList>.Empty : ImmutableArray.Create(messages);

    /// <summary>Two inputs of a step. A class, unlike the compiler's tuple.</summary>
    private sealed record Both<T1, T2>(T1 First, T2 Second);

    private sealed record MessageList(EquatableArray<SeedDiagnostic> Messages);
}

/// <summary>Many results as one. A class, unlike an array that compares by its elements.</summary>
internal sealed record Items<T>(EquatableArray<T> All)
{
    public static Items<T> None { get; } = new(default(EquatableArray<T>));

    public static Items<T> Of(IEnumerable<T> items) => new(items.ToEquatableArray());
}
