using DataPackage.Engine.Delivery;
using DataPackage.Engine.Diagnostics;
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
        var compiled = steps.Once(
            Steps.Compiled,
            StepRegistry.Collect(
                context.AdditionalTextsProvider.Where(text =>
                    text.Path.EndsWith(CompiledPackage.FileName, StringComparison.Ordinal)
                )
            ),
            build.Options,
            build.Prerequisites,
            (texts, options, prerequisites, cancellation) =>
                options.CompiledPath.Length == 0
                    ? new Result<Items<CompiledFile>>(Items<CompiledFile>.None)
                    : Read(texts, options.CompiledPath, prerequisites, cancellation),
            (_, _, _) => Items<CompiledFile>.None
        );
        steps.Write(StepRegistry.Split(compiled));
    }

    /// <summary>The files; none if the project cannot compile them.</summary>
    private static Result<Items<CompiledFile>> Read(
        IReadOnlyList<AdditionalText> texts,
        string path,
        Prerequisites prerequisites,
        CancellationToken cancellation
    )
    {
        // The build gives the seeds to nobody else, so without this file the package would silently be empty.
        var text =
            texts.FirstOrDefault(text => text.Path == path)
            ?? throw new FileNotFoundException($"{path} is not among the files that the compiler gets.");
        if (text.GetText(cancellation) is not { } content)
            throw new IOException($"{path} cannot be read.");
        var package = CompiledPackage.Read(content.ToString());
        return prerequisites.AreMet
            ? new(new Items<CompiledFile>(package.Files), package.Messages)
            : new(Items<CompiledFile>.None, package.Messages.Concat(prerequisites.Messages).ToEquatableArray());
    }
}
