using DataPackage.Bench.Peers;

Console.WriteLine(SampleAccessor.Person.BirthDate);
