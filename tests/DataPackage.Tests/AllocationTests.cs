namespace DataPackage.Tests;

/// <summary>A repeated read allocates nothing. Counts bytes, so the machine's speed does not matter.</summary>
public class AllocationTests
{
    [Fact]
    public void A_warm_accessor_allocates_nothing() => AssertFree(() => Persons.KirillDmitriev);

    [Fact]
    public void A_warm_lookup_by_id_allocates_nothing() => AssertFree(() => Persons.Get("kirill-dmitriev"));

    [Fact]
    public void A_warm_attempt_to_look_up_an_id_allocates_nothing() =>
        AssertFree(() => Persons.TryGet("kirill-dmitriev", out var person) ? person : null);

    [Fact]
    public void An_attempt_that_finds_nothing_allocates_nothing() =>
        AssertFree(() => Persons.TryGet("nobody", out _) ? null : Persons.KirillDmitriev);

    [Fact]
    public void A_warm_lookup_by_name_allocates_nothing_even_where_accents_and_other_scripts_are_folded()
    {
        AssertFree(() => Persons.Find("Sergej W. Lawrow"));
        AssertFree(() => Persons.Find("SÉRGEY LAVROV"));
        AssertFree(() => Persons.Find("Сергей Лавров"));
    }

    [Fact]
    public void A_warm_reference_and_its_reverse_allocate_nothing()
    {
        AssertFree(() => Events.IstanbulTalks2025.Place);
        AssertFree(() => Events.IstanbulTalks2025.Participants);
        AssertFree(() => Places.Istanbul.Events[0]);
        AssertFree(() => Persons.KirillDmitriev.Citations[0].Article);
    }

    [Fact]
    public void Warm_values_allocate_nothing()
    {
        AssertFree(() => Persons.KirillDmitriev.Name);
        AssertFree(() => Persons.KirillDmitriev.BirthDate);
        AssertFree(() => Persons.KirillDmitriev.Caption);
        AssertFree(() => Articles.DmitrievInWashington.Text);
    }

    [Fact]
    public void Walking_all_entities_of_a_kind_allocates_nothing() =>
        AssertFree(() =>
        {
            Person? last = null;
            foreach (var person in Persons.All)
                last = person;
            return last;
        });

    private static void AssertFree(Func<object?> use)
    {
        Assert.NotNull(use());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            use();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
