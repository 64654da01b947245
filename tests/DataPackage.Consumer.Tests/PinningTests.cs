namespace DataPackage.Consumer.Tests;

/// <summary>The command that copies inferred schemas into the seeds, in projects outside of the repository.</summary>
[Collection(Packages.Name)]
public class PinningTests(Strangers strangers)
{
    private const string Told = "DataPackage: inferred from the seeds: ";

    [Fact]
    public void A_build_tells_what_it_inferred_when_seeds_have_changed_and_a_mark_of_byte_order_changes_nothing()
    {
        Start("told", "<TargetFramework>net8.0</TargetFramework>");
        Write(
            "told/seeds/ships.yaml",
            "\uFEFFa: { name: A, home: { name: Bergen } }\r\nb: { name: B, home: { name: Oslo } }\r\n"
        );

        Assert.Contains(
            Told + "Ship, ShipHome. To pin these kinds, run 'dotnet build -t:PinSchemas'",
            strangers.Succeed("told", "build"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Told, strangers.Succeed("told", "build"), StringComparison.Ordinal);
        strangers.Succeed("told", "build", "-t:PinSchemas");
        Assert.DoesNotContain(Told, strangers.Succeed("told", "build"), StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_of_a_project_with_several_frameworks_are_pinned_once_and_what_is_there_stays()
    {
        Start("frameworks", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        Write(
            "frameworks/seeds/ships.yaml",
            "a: { name: A, home: { name: Bergen } }\nb: { name: B, home: { name: Oslo } }\n"
        );
        strangers.Succeed("frameworks", "build", "-t:PinSchemas");
        var pinned = strangers.Folder("frameworks/seeds/schema");
        Assert.Equal(
            ["Ship.yaml", "ShipHome.yaml"],
            Directory.GetFiles(pinned).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );

        var edited = File.ReadAllText(Path.Combine(pinned, "Ship.yaml")) + "# by hand\n";
        Write("frameworks/seeds/schema/Ship.yaml", edited);
        Write("frameworks/seeds/crews.yaml", "x: { size: 3 }\ny: { size: 4 }\n");
        strangers.Succeed("frameworks", "build", "-t:PinSchemas");
        Assert.Equal(edited, File.ReadAllText(Path.Combine(pinned, "Ship.yaml")));
        Assert.True(File.Exists(Path.Combine(pinned, "Crew.yaml")));
    }

    /// <summary>Limits the size of files, which behaves like a full disk.</summary>
    [LinuxFact]
    public void A_schema_that_cannot_be_written_whole_is_not_written_and_the_next_attempt_pins_it()
    {
        Start("full", "<TargetFramework>net8.0</TargetFramework>");
        Write(
            "full/seeds/ships.yaml",
            $"a: {{ {string.Join(", ", Enumerable.Range(0, 900).Select(number => $"property-number-{number}: Text"))} }}\nb: {{ name: B }}\n"
        );
        strangers.Succeed("full", "msbuild", "-restore", "-t:WriteDataPackageEditorSchemas");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        // Otherwise the runtime maps executable memory through a file, to which the limit applies.
        var limited = strangers.TryProgram(
            "full",
            new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" },
            "sh",
            "-c",
            $"trap '' XFSZ; ulimit -f 32; exec '{dotnet}' msbuild -t:PinSchemas -nodeReuse:false"
        );

        Assert.Equal(1, limited.ExitCode);
        Assert.Empty(Directory.GetFiles(strangers.Folder("full/seeds/schema")));

        strangers.Succeed("full", "msbuild", "-t:PinSchemas");
        Assert.Equal(
            File.ReadAllText(strangers.Folder("full/obj/editor/schema/Ship.yaml")),
            File.ReadAllText(strangers.Folder("full/seeds/schema/Ship.yaml"))
        );
    }

    private void Start(string folder, string framework) =>
        Write(
            $"{folder}/{folder}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{framework}<NoWarn>$(NoWarn);CS1591</NoWarn></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DataPackage.Generator" Version="{strangers.Version}" PrivateAssets="all" />
                <PackageReference Include="DataPackage.Runtime" Version="{strangers.Version}" />
              </ItemGroup>
            </Project>
            """
        );

    private void Write(string path, string text)
    {
        var file = strangers.Folder(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
