using DataPackage;

namespace Library;

public static class Agenda
{
    public static IReadOnlyList<Event> Of(Person person) => person.Events;
}
