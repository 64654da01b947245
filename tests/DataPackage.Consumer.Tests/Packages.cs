namespace DataPackage.Consumer.Tests;

/// <summary>Packing takes most of the time, so all classes share one run. They also share two cores, and run one after
/// the other.</summary>
[CollectionDefinition(Name)]
public sealed class Packages : ICollectionFixture<Strangers>
{
    public const string Name = "packed packages";
}
