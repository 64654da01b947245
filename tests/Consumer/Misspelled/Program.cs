// Each id is of the other package's Person, or nearly.
Console.WriteLine(Crew.Persons.Get("marc-vogel").Caption);
Console.WriteLine(DataPackage.Persons.Get("kiril-dmitriev").Caption);
Console.WriteLine(DataPackage.Persons.Get("marc-fogel").Caption);
