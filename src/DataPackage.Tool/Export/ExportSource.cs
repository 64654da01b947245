using DataPackage.Engine;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Export;

/// <summary>The linked package that formats write, without positions and paths of a machine. What it makes on first use
/// is the same whoever makes it, so formats may run at the same time.</summary>
/// <remarks>Keeps nothing of the compiler but its results: trees and positions of many seeds take most of the
/// memory.</remarks>
internal sealed class ExportSource
{
    private readonly LinkedPackage _package;
    private readonly PackageIndex _index;
    private readonly CancellationToken _cancellation;
    private readonly EquatableArray<ReversibleReference>[] _references;
    private Dictionary<string, KindReverses>? _reverses;
    private IReadOnlyList<ExportTable>? _tables;
    private Dictionary<string, string>? _files;
    private Dictionary<string, LinkedKind>? _kinds;

    /// <summary>Formats run at the same time, and none makes again what another one makes.</summary>
    private readonly object _making = new();

    public ExportSource(PackageCompiler compiler, ExportOptions options, CancellationToken cancellation)
    {
        (Options, _cancellation) = (options, cancellation);
        (Schema, Description) = (compiler.Schema, compiler.Description);
        (_package, _index) = (compiler.Package, compiler.Index);
        _references = [.. compiler.Linked.Select(seed => seed.References)];
        Schemas = [.. compiler.Documents.Where(each => SeedPaths.IsSchema(each.SeedPath))];
    }

    /// <summary>The package as tables, made once for all formats that have tables. They share the rows, so no two
    /// formats may make tables of their own.</summary>
    public IReadOnlyList<ExportTable> Tables
    {
        get
        {
            lock (_making)
                return _tables ??= TableSet.Of(this);
        }
    }

    private Dictionary<string, KindReverses> Reverses
    {
        get
        {
            lock (_making)
                return _reverses ??= KindReverses
                    .Of(_references, _index, _cancellation)
                    .ToDictionary(each => each.Kind, StringComparer.Ordinal);
        }
    }

    public PackageSchema Schema { get; }

    /// <summary>The files of the schemas, to say where one has a mistake.</summary>
    public IReadOnlyList<SeedDocument> Schemas { get; }

    public PackageDescription Description { get; }

    /// <summary>The path of a licence, a source or a contributor if it is an address on the web; else null. A path into
    /// the seeds leads nowhere from an export.</summary>
    public static string? AddressAt(string? path) => path is not null && Formats.IsWebAddress(path) ? path : null;

    public ExportOptions Options { get; }

    public CancellationToken Cancellation => _cancellation;

    /// <summary>The concrete kinds with their entities, ordered by name and by id.</summary>
    public IEnumerable<(Kind Kind, LinkedKind Entities)> Kinds =>
        _package.Kinds.Select(linked => (Schema[linked.Name], linked));

    /// <summary>All entities, ordered by kind and id.</summary>
    public IEnumerable<(Kind Kind, LinkedEntity Entity)> Entities
    {
        get
        {
            foreach (var (kind, linked) in Kinds)
            foreach (var entity in linked.Entities)
            {
                _cancellation.ThrowIfCancellationRequested();
                yield return (kind, entity);
            }
        }
    }

    /// <summary>What identifies the package where it states no name.</summary>
    public string Name => Description.Name ?? "data";

    /// <summary>The namespace, by which other packages refer to this one; its name if neither the seeds nor a project
    /// state one.</summary>
    public string Namespace =>
        Schema.Facts.Namespace ?? (Options.RootNamespace.Length > 0 ? Options.RootNamespace : Name);

    /// <summary>The name of a kind in names of files; no other kind has it.</summary>
    public string FileOf(Kind kind)
    {
        if (_files is null)
        {
            var names = new UniqueNames();
            _files = Schema.Kinds.ToDictionary(
                each => each.Name,
                each => FileNames.Of(names.Add(UniqueNames.ToSnakeCase(each.Name)).Replace('_', '-')),
                StringComparer.Ordinal
            );
        }

        return _files[kind.Name];
    }

    public LinkedEntity Find(EntityLink link) => (_kinds ??= ByName())[link.Kind].Entities[link.Row];

    private Dictionary<string, LinkedKind> ByName() =>
        _package.Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Who refers to the entity in a row of a kind, for each reverse of the kind that has somebody.</summary>
    public IEnumerable<(Reverse Reverse, IReadOnlyList<EntityLink> Sources)> ReversesOf(Kind kind, int row)
    {
        var links = Reverses[kind.Name].Links;
        for (var i = 0; i < kind.Reverses.Count; i++)
            if (links[i][row] is { Count: > 0 } sources)
                yield return (kind.Reverses[i], sources);
    }
}

/// <param name="Date">The day that the files bear; null if none: then the same seeds give the same bytes.</param>
/// <param name="IsForExcel">Whether texts that spreadsheets would run as formulas are changed.</param>
/// <param name="RootNamespace">That of the project; empty without one.</param>
internal sealed record ExportOptions(DateOnly? Date, bool IsForExcel, string RootNamespace);
