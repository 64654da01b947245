using System.Runtime.CompilerServices;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Delivery;

/// <summary>Compiles seeds before the compiler starts, as the program that the build of a large package
/// starts.</summary>
internal static class Deliveries
{
    /// <summary>With <c>DATAPACKAGE_DELIVERY=resource</c> all tests of generated code run with packages that are
    /// delivered so.</summary>
    [ModuleInitializer]
    internal static void ReadEnvironment()
    {
        if (Environment.GetEnvironmentVariable("DATAPACKAGE_DELIVERY") == "resource")
            SeedSet.Deliver = (seeds, properties) => Delivered(Of(seeds, properties));
    }

    public static Generated Generate(SeedSet seeds, string code = "") =>
        SeedSet.Hand(Delivered(Of(seeds, new Dictionary<string, string>())), code);

    public static DeliveredPackage Of(SeedSet seeds, IReadOnlyDictionary<string, string> properties)
    {
        string Value(string name) => properties.TryGetValue(name, out var value) ? value : "";

        var options = new CompilerOptions(
            Value("RootNamespace"),
            EquatableArray<ExternalKind>.Empty,
            new PlaceOptions(
                Uri.UnescapeDataString(Value("_DataPackageSeedsFolder")),
                Value("DataPackageSeedLines") == "true"
            )
        );
        var inputs = seeds.Texts.Select(text => new SeedInput(text.Path, text.Path, text.GetText()!.ToString()));
        return PackageCompiler.Deliver(inputs, options);
    }

    private static Delivered Delivered(DeliveredPackage package) => new(package.Compiled.Write(), package.Resource);
}
