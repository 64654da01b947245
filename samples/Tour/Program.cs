using DataPackage;

Console.WriteLine(Persons.KirillDmitriev);
