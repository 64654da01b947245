open DataPackage
open DataPackage.Runtime

let talks = Events.IstanbulTalks2025

match talks.Place with
| null -> printfn "somewhere, %O" talks.Date
| place -> printfn "%s, %O" place.Caption talks.Date

// Equality is by value; a variant is made by hand, as F# has 'with' for its own records only.
printfn "%b" (Persons.Find "Sergej W. Lawrow" = Persons.SergeyLavrov)

let caption<'T when 'T :> IEntity<'T> and 'T: not struct> (id: string) = 'T.Get(id).Caption
printfn "%s" (caption<Person> "marc-fogel")

for person in Persons.All |> Seq.filter (fun person -> person.Positions.Count > 0) |> Seq.truncate 2 do
    printfn "%s: %O" person.Caption person.Positions[0].Title
