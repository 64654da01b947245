using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Two versions of a package of ships, from its seeds before and after an edit.</summary>
internal static class TwoVersions
{
    /// <summary>By path below the folder of the seeds.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fleet = new Dictionary<string, string>
    {
        ["datapackage.yaml"] = "namespace: Fleet\n",
        ["schema/Vessel.yaml"] = """
            abstract: true
            properties:
              name: { type: text, localized: true, required: true, description: Her name. }

            """,
        ["schema/Ship.yaml"] = """
            extends: [Vessel]
            caption: name
            findBy: [name, aliases]
            groupBy: [flag]
            properties:
              aliases: { type: text, cardinality: many, description: Other names. }
              flag: { type: enum, values: [denmark, norway], description: Where she is registered. }
              number: { type: text, unique: true, description: Her number. }
              built: { type: integer, description: The year. }
              length: { type: decimal, required: true, description: In metres. }
              home: { range: Port, description: Her port., reverse: { name: ships } }

            """,
        ["schema/Port.yaml"] = """
            caption: name
            properties:
              name: { type: text, description: Its name. }

            """,
        ["ports/oslo.yaml"] = "name: Oslo\n",
        ["ships/gull.yaml"] =
            "name: { en: Gull }\naliases: [G]\nflag: denmark\nnumber: N1\nbuilt: 1911\nlength: 20\nhome: oslo\n",
        ["ships/tern.yaml"] = "name: { en: Tern, de: Seeschwalbe }\nflag: norway\nbuilt: 1905\nlength: 30\n",
    };

    public static PublishedPackage Publish(IReadOnlyDictionary<string, string> seeds)
    {
        var compiler = new PackageCompiler(
            seeds.Select(seed => new SeedInput(seed.Key, seed.Key, seed.Value)),
            CompilerOptions.None
        );
        Assert.Equal(
            "",
            string.Join(
                '\n',
                compiler
                    .Check()
                    .Where(message => message.Rule.Severity == RuleSeverity.Error)
                    .Select(message => message.Text)
            )
        );
        return compiler.Published;
    }

    public static EquatableArray<ReleaseChange> Compare(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    ) => ReleaseComparison.Of(Publish(before), Publish(after));

    /// <summary>The fleet after one edit.</summary>
    /// <param name="path">The seed.</param>
    /// <param name="old">What is replaced; null if the seed is replaced, made or, with null for
    /// <paramref name="now"/>, removed.</param>
    public static Dictionary<string, string> Edited(string path, string? old, string? now)
    {
        var seeds = new Dictionary<string, string>(Fleet);
        if (old is not null)
        {
            Assert.Contains(old, seeds[path], StringComparison.Ordinal);
            seeds[path] = seeds[path].Replace(old, now, StringComparison.Ordinal);
        }
        else if (now is null)
            seeds.Remove(path);
        else
            seeds[path] = now;
        return seeds;
    }
}
