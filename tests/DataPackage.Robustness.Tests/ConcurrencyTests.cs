using System.Diagnostics;

namespace DataPackage.Robustness.Tests;

public class ConcurrencyTests
{
    private const int Threads = 64;

    /// <summary>Each round starts with an untouched package: neither entities nor the places of literals are
    /// known.</summary>
    [Fact]
    public void Threads_that_touch_all_entities_in_any_order_see_one_instance_of_each()
    {
        var generated = FleetSeeds.Create().Generate();
        var assembly = generated.Entity("Ships", "Albatros").GetType().Assembly;
        var package = new PackageUnderTest(assembly);
        var accessors = assembly
            .GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsInterface: false })
            .SelectMany(catalog => catalog.GetProperties())
            .Where(property => property.PropertyType.IsAssignableTo(typeof(Runtime.IEntity)))
            .Select(property => property.GetMethod!.CreateDelegate<Func<object>>())
            .ToArray();
        Assert.True(accessors.Length > 40);

        var seen = new object[Threads][];
        for (var i = 0; i < Threads; i++)
            seen[i] = new object[accessors.Length];
        var disagreements = 0;
        using var barrier = new Barrier(
            Threads,
            _ =>
            {
                for (var i = 0; i < accessors.Length; i++)
                    if (seen.Any(answers => !ReferenceEquals(answers[i], seen[0][i])))
                        disagreements++;
                package.Reset();
            }
        );
        package.Reset();
        var threads = Enumerable
            .Range(0, Threads)
            .Select(number => new Thread(
                () => Touch(number, accessors, seen[number], barrier),
                maxStackSize: 256 * 1024
            ))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(Effort.Rounds, barrier.CurrentPhaseNumber);
        Assert.Equal(0, disagreements);
    }

    private static void Touch(int number, Func<object>[] accessors, object[] seen, Barrier barrier)
    {
        var random = new Random(Effort.Seed ^ number);
        var order = Enumerable.Range(0, accessors.Length).ToArray();
        for (var round = 0; round < Effort.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var entity = accessors[i]();
                seen[i] = entity;
                if (((Runtime.IEntity)entity).Caption.Length == 0)
                    throw new UnreachableException();
            }

            barrier.SignalAndWait();
        }
    }
}
