using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.EditorSchemas;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;
using DataPackage.Testing;

namespace DataPackage.Robustness.Tests;

/// <summary>The output of a child process: the hash of each file generated from the shipped seeds, the samples and the
/// hardest seeds, with the messages of the build, the schemas for editors, and the results of look-ups.</summary>
internal static class ResultsAnywhere
{
    public const string Argument = "results";

    public static int Print()
    {
        Console.WriteLine("e\u0301".Normalize() == "\u00E9" ? "with ICU" : "without ICU");
        foreach (
            var folder in (string[])
                ["seeds", "samples/Countries/seeds", "samples/Languages/seeds", "samples/Legislature/seeds"]
        )
        {
            Console.WriteLine(folder);
            var seeds = new SeedSet();
            foreach (
                var path in Directory
                    .EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
                    .Where(path => Path.GetExtension(path) is ".md" or ".txt" or ".yaml")
            )
                seeds.With(
                    Path.GetRelativePath(Repository.PathOf(folder), path).Replace('\\', '/'),
                    File.ReadAllText(path)
                );
            Print(seeds.Generate());
        }

        var names = NamesOfTheWorld.Create();
        var generated = names.Generate();
        Print(generated);
        PrintSchemas(names);
        if (generated.Faults.Count > 0)
            return 1;
        PrintLookUps(generated);
        Print(NamesOfTheWorld.CreateMistaken().Generate());
        return 0;
    }

    private static void Print(Generated generated)
    {
        foreach (var source in generated.Sources.OrderBy(source => source.HintName, StringComparer.Ordinal))
            Console.WriteLine($"{source.HintName} {Hash(source.SourceText.ToString())}");
        foreach (var message in generated.Messages.Concat(generated.Texts))
            Console.WriteLine(Escaped(message));
    }

    private static void PrintSchemas(SeedSet seeds)
    {
        var folder = Directory.CreateTempSubdirectory("datapackage-schemas-");
        try
        {
            var list = new List<string>();
            foreach (var text in seeds.Texts)
            {
                var path = Path.Combine(folder.FullName, "seeds", text.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text.GetText()!.ToString());
                list.Add($"{text.Path}\t{path}");
            }

            var schemas = PackageSchemas.Of(
                EditorSchemas.Package.Read(list.Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1])))
            );
            foreach (var (name, schema) in schemas)
                Console.WriteLine($"{name} {Hash(schema.ToJsonString())}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each name in each normalization form, and with its marks in another order.</summary>
    private static void PrintLookUps(Generated generated)
    {
        foreach (var (id, name, forms) in NamesOfTheWorld.Names)
        {
            foreach (var form in forms.Prepend(name))
            {
                var found = (IEntity?)generated.Call("Persons", "Find", form);
                var all = ((IEnumerable)generated.Call("Persons", "FindAll", form)!)
                    .Cast<IEntity>()
                    .Select(entity => entity.Id);
                var text = $"\u2014 {form} \u2014 e\u0301 {form}.";
                var mentions = ((IEnumerable<Mention>)generated.Call("Mentions", "In", text)!)
                    .Where(mention =>
                        mention.Candidates.Any(candidate => candidate.Id == id)
                        && text.Substring(mention.Start, mention.Length) == form
                    )
                    .Select(mention => $"{mention.Start}+{mention.Length}")
                    .ToList();
                var isFound = found?.Id == id && all.SequenceEqual([id]) && mentions.Count == 2;
                Console.WriteLine(
                    $"{id} {Escaped(form)}: {found?.Id} {string.Join(',', all)} {string.Join(' ', mentions)}{(isFound ? "" : " not found")}"
                );
            }
        }

        foreach (var entity in ((IEnumerable)generated.Call("Persons", "All")!).Cast<IEntity>())
            Console.WriteLine(Escaped($"{entity} {string.Join(' ', entity.Citations)}"));
        foreach (var wrong in (string[])["chlo\u00E9", "\u017Frahm", "BENGALI", "nobody"])
        {
            try
            {
                generated.Call("Persons", "Get", wrong);
            }
            catch (System.Reflection.TargetInvocationException missing)
            {
                Console.WriteLine(Escaped(missing.InnerException!.Message));
            }
        }
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Escaped(string text) =>
        string.Concat(
            text.Select(c =>
                c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
            )
        );
}
