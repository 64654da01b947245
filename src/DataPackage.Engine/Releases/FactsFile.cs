using System.Text;
using DataPackage.Engine.History;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Releases;

/// <summary>Writes and reads a version of a package as a text of lines with tabs: small, ordered, and readable in a
/// diff.</summary>
/// <remarks>
/// The first line names the format and its number. A line is a word and its columns. <c>entity</c> begins an entity,
/// whose facts, citations and former ids follow.
/// </remarks>
internal static class FactsFile
{
    public const string Name = "facts.tsv";

    /// <summary>Below the folder of the seeds: those of the last release.</summary>
    public const string Path = "releases/" + Name;

    private const string Format = "datapackage-facts";
    private const int Version = 1;

    /// <summary>In the order of <see cref="MemberRole"/>.</summary>
    private static readonly string[] Words =
    [
        LedgerEntry.Accessor,
        "catalog",
        "deprecated",
        "value",
        "group",
        "key",
        "kind",
        "language",
        "lookup",
        "name",
        "property",
        "reverse",
    ];

    public static string Write(PublishedPackage package)
    {
        var text = new StringBuilder();
        Columns.Line(text, Format, $"{Version}");
        Columns.Line(text, "namespace", package.Namespace);
        Columns.Line(text, "language", package.Language);
        foreach (var member in package.Members)
            Columns.Line(text, "member", WordOf(member.Role), member.Name, member.Signature);
        foreach (var entity in package.Entities)
        {
            Columns.Line(text, "entity", entity.Kind, entity.Id);
            foreach (var former in entity.FormerIds)
                Columns.Line(text, "former", former);
            foreach (var fact in entity.Facts)
                Columns.Line(text, "fact", fact.Path, fact.Value, fact.Remarks);
            foreach (var citation in entity.Citations)
                Columns.Line(text, "cited", citation.Article, citation.Quote, citation.For);
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">The text is no such file, or of a newer format; the message says what is
    /// wrong, and in which line.</exception>
    public static PublishedPackage Read(string text) => new Reader(text).Read();

    /// <summary>The word for a role in files and messages.</summary>
    public static string WordOf(MemberRole role) => Words[(int)role];

    private sealed class Reader(string text)
    {
        private readonly List<PublishedMember> _members = [];
        private readonly List<PublishedEntity> _entities = [];
        private readonly List<string> _former = [];
        private readonly List<PublishedFact> _facts = [];
        private readonly List<PublishedCitation> _citations = [];
        private string _namespace = "";
        private string _language = "";
        private (string Kind, string Id)? _entity;
        private int _line;

        public PublishedPackage Read()
        {
            // A file of an editor or of git may have other line ends.
            foreach (var line in text.Split('\n'))
            {
                _line++;
                if (_line == 1)
                    CheckFormat(line.TrimEnd('\r'));
                else if (line.TrimEnd('\r') is { Length: > 0 } content)
                    Read(Columns.Of(content));
            }

            EndEntity();
            if (
                _entities.Select(entity => entity.Name).Distinct().Count() < _entities.Count
                || _members.Select(member => (member.Role, member.Name)).Distinct().Count() < _members.Count
            )
                throw Wrong("an entity or a name is there twice");
            return new PublishedPackage(
                _namespace,
                _language,
                _members.ToEquatableArray(),
                _entities.ToEquatableArray()
            );
        }

        private void CheckFormat(string line)
        {
            if (!line.StartsWith(Format + "\t", StringComparison.Ordinal))
                throw Wrong($"the first line is not '{Format}' with a number");
            if (line != $"{Format}\t{Version}")
                throw Wrong($"the format is '{line.Substring(Format.Length + 1)}', and this version reads {Version}");
        }

        private void Read(string[] columns)
        {
            string Column(int i) => i < columns.Length ? columns[i] : "";
            switch (columns[0])
            {
                case "namespace":
                    _namespace = Column(1);
                    break;
                case "language":
                    _language = Column(1);
                    break;
                case "member" when Array.IndexOf(Words, Column(1)) is >= 0 and var role:
                    _members.Add(new PublishedMember((MemberRole)role, Column(2), Column(3)));
                    break;
                case "entity":
                    EndEntity();
                    _entity = (Column(1), Column(2));
                    break;
                case "former" when _entity is not null:
                    _former.Add(Column(1));
                    break;
                case "fact" when _entity is not null:
                    _facts.Add(new PublishedFact(Column(1), Column(2), Column(3)));
                    break;
                case "cited" when _entity is not null:
                    _citations.Add(new PublishedCitation(Column(1), Column(2), Column(3)));
                    break;
                default:
                    throw Wrong($"'{columns[0]} {Column(1)}' does not belong here");
            }
        }

        private void EndEntity()
        {
            if (_entity is var (kind, id))
                _entities.Add(
                    new PublishedEntity(
                        kind,
                        id,
                        _former.ToEquatableArray(),
                        _facts.ToEquatableArray(),
                        _citations.ToEquatableArray()
                    )
                );
            _former.Clear();
            _facts.Clear();
            _citations.Clear();
        }

        private FormatException Wrong(string what) => new($"line {_line}: {what}");
    }
}
