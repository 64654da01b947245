using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export.Json;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>A module for each kind with its types and its data, in the shape of the JSON export.</summary>
internal sealed class TypeScriptExport
{
    private readonly ExportSource _source;
    private readonly FormatFolder _folder;
    private readonly ExactNumbers _numbers;
    private readonly TypeNames _names;

    private TypeScriptExport(ExportSource source, FormatFolder folder)
    {
        (_source, _folder) = (source, folder);
        _numbers = new ExactNumbers(source);
        _names = new TypeNames(source.Schema);
    }

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell) =>
        new TypeScriptExport(source, folder).Write();

    private void Write()
    {
        using (var shared = _folder.CreateText("shared.ts"))
            shared.Write(SharedTypes.Text);
        var kinds = _source.Schema.Kinds.Where(kind => !kind.IsAbstract).ToList();
        using (var index = _folder.CreateText("index.ts"))
        {
            if (Comments.Of([_source.Description.Title, _source.Description.Description, Day()]) is { } about)
                index.Write(about.Replace("/**", "/** @packageDocumentation\n *", StringComparison.Ordinal));
            index.WriteLine("export * from \"./shared.js\";");
            foreach (var kind in kinds)
                index.WriteLine($"export * from \"./kinds/{_source.FileOf(kind)}.js\";");
        }

        foreach (var kind in kinds)
        {
            using var module = _folder.CreateText($"kinds/{_source.FileOf(kind)}.ts");
            new KindTypes(kind, _source, _names, _numbers, module).Write();
            if (kind.IsConcrete)
                WriteData(kind, module);
        }
    }

    private string? Day() =>
        _source.Options.Date is { } date ? "As of " + date.ToString("O", CultureInfo.InvariantCulture) : null;

    private void WriteData(Kind kind, StreamWriter module)
    {
        module.WriteLine();
        module.Write(Comments.Of([$"All entities of the kind {kind.Name}, by their ids."]));
        var type = $"{{ readonly [id in {_names.IdOf(kind)}]: {_names.EntityOf(kind)} }}";
        module.WriteLine($"export const {_names.DataOf(kind)}: {type} = {{");
        var entities = _source.Kinds.First(each => each.Kind == kind).Entities.Entities;
        for (var row = 0; row < entities.Count; row++)
        {
            _source.Cancellation.ThrowIfCancellationRequested();
            var entity = entities[row];
            module.Write(Comments.Of(Comments.Of(kind, entity), "  "));
            var current = row;
            var json = JsonText.Line(json => EntityJson.Write(kind, current, entity, _source, json, _numbers.Has));
            // Only a key has a colon behind its quotation mark.
            module.WriteLine(
                $"  {KeyOf(entity.Id)}: {json.Replace("\"__proto__\":", "[\"__proto__\"]:", StringComparison.Ordinal)},"
            );
        }

        module.WriteLine("};");
    }

    /// <summary>In an object, a plain key of this name would set the prototype.</summary>
    public static string KeyOf(string id) => id == "__proto__" ? $"[{Text(id)}]" : Text(id);

    public static string Text(string text) => JsonText.Line(json => json.WriteStringValue(text));
}
