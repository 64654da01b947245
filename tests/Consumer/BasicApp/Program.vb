Option Strict On

Imports DataPackage

Module Program
    Sub Main()
        Dim dmitriev As Person = Persons.KirillDmitriev
        Console.WriteLine($"{dmitriev.Caption}, {dmitriev.Name("de")}, {dmitriev.BirthDate}")

        Dim talks As [Event] = Events.IstanbulTalks2025
        Console.WriteLine($"{talks.Type}, {talks.Place.Caption}, {Places.GetByIsoCode("RU").Caption}")
        Console.WriteLine((From happened In Events.During("2025-02") Where happened Is talks Select happened.Id).Single())
        Console.WriteLine(Events.ByType.Talks.IstanbulTalks2025 Is talks)

        Dim found As Person = Nothing
        Console.WriteLine(Persons.TryGet("nobody", found) OrElse found IsNot Nothing)
    End Sub
End Module
