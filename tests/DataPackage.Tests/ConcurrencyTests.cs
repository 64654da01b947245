using System.Reflection;
using System.Runtime.Loader;

namespace DataPackage.Tests;

public class ConcurrencyTests
{
    private const int Threads = 8;

    /// <summary>Each round loads the package again, because only an untouched entity could be created twice.</summary>
    [Fact]
    public void Threads_that_all_ask_first_all_get_the_same_instance()
    {
        for (var round = 0; round < 10; round++)
        {
            var context = new AssemblyLoadContext("fresh", isCollectible: true);
            context.LoadFromAssemblyPath(typeof(Runtime.IEntity).Assembly.Location);
            var accessors = ShippedData.AccessorsIn(context.LoadFromAssemblyPath(ShippedData.Assembly.Location));
            Assert.Equal(ShippedData.Entities.Count, accessors.Count);

            var seen = AskAtOnce(accessors);

            for (var i = 0; i < accessors.Count; i++)
                Assert.All(seen, answers => Assert.Same(seen[0][i], answers[i]));
            Assert.Equal(accessors.Count, seen[0].Distinct(ReferenceEqualityComparer.Instance).Count());
            context.Unload();
        }
    }

    private static object[][] AskAtOnce(IReadOnlyList<PropertyInfo> accessors)
    {
        var ask = accessors.Select(accessor => accessor.GetMethod!.CreateDelegate<Func<object>>()).ToArray();
        using var start = new Barrier(Threads);
        var seen = new object[Threads][];
        var threads = Enumerable
            .Range(0, Threads)
            .Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                seen[number] = [.. ask.Select(get => get())];
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return seen;
    }
}
