using DataPackage;
using Microsoft.EntityFrameworkCore;

/// <summary>A row for each person, for those who read the database without the package.</summary>
internal sealed class PersonName
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Called at every start. Deletes nothing, because other tables name the ids.</summary>
    public static void Update(DbContext database)
    {
        var rows = database.Set<PersonName>();
        // An id that the package has renamed leads to the entity too.
        foreach (var row in rows)
            if (Persons.TryGet(row.Id, out var person))
                row.Name = person.Caption;
        rows.AddRange(
            Persons
                .All.Where(person => rows.Find(person.Id) is null)
                .Select(person => new PersonName { Id = person.Id, Name = person.Caption })
        );
        database.SaveChanges();
    }
}
