using System.Collections.Immutable;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Text;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The steps that hand over what the engine made before the compiler started. In such a build the compiler
/// gets no seeds, so all other steps have nothing to do.</summary>
internal static class CompiledSteps
{
    public static void HandOver(StepRegistry steps, IncrementalGeneratorInitializationContext context, Build build)
    {
        var compiled = StepRegistry.Many(
            Steps.Compiled,
            context.AdditionalTextsProvider.Where(text =>
                text.Path.EndsWith(CompiledPackage.FileName, StringComparison.Ordinal)
            ),
            build.Options,
            build.Prerequisites,
            (text, options, prerequisites, cancellation) =>
                text.Path == options.CompiledPath
                    ? ImmutableArray.Create(Read(text, prerequisites, cancellation))
                    : ImmutableArray<CompiledPackage>.Empty,
            (_, _, failure) => ImmutableArray.Create(new CompiledPackage(default, new([failure])))
        );
        steps.ReportKept(compiled, package => package.Messages);
        steps.Write(StepRegistry.Split(compiled, package => package.Files.ToImmutableArray()));
    }

    /// <summary>The package; without its files if the project cannot compile them.</summary>
    private static CompiledPackage Read(
        AdditionalText text,
        Prerequisites prerequisites,
        CancellationToken cancellation
    )
    {
        if (text.GetText(cancellation) is not { } content)
            throw new IOException($"{text.Path} cannot be read.");
        var package = CompiledPackage.Read(content.ToString());
        return prerequisites.AreMet
            ? package
            : new CompiledPackage(default, package.Messages.Concat(prerequisites.Messages).ToEquatableArray());
    }
}
