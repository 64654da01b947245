using DataPackage;
using Library;

Console.WriteLine(string.Join(", ", Agenda.Of(Persons.SergeyLavrov).Select(happening => happening.Id)));
