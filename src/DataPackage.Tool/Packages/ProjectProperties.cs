using System.Xml;
using System.Xml.Linq;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Packages;

/// <summary>The properties that the file of a project states, and before it the nearest Directory.Build.props above.
/// MSBuild is not asked: a statement counts if it has no condition, and no expression except those of
/// <see cref="Expand"/>. Files that these two import are not read.</summary>
internal sealed class ProjectProperties
{
    private const string Shared = "Directory.Build.props";

    private readonly string _project;
    private readonly Session _session;
    private readonly List<(string Path, XDocument Text)> _files;

    /// <exception cref="StopException">A file is not XML.</exception>
    public ProjectProperties(string project, Session session)
    {
        (_project, _session) = (project, session);
        var shared = FoldersAbove(project).Select(folder => Path.Combine(folder, Shared)).FirstOrDefault(File.Exists);
        _files = [.. new[] { shared, project }.OfType<string>().Select(path => (path, Load(path)))];
    }

    /// <summary>The value that is stated last; null if there is none. Says which statements it cannot read.</summary>
    public string? Find(string name)
    {
        string? value = null;
        var unread = new List<string>();
        foreach (var (path, text) in _files)
        foreach (var stated in text.Descendants().Where(element => element.Name.LocalName == name))
            if (IsCertain(stated) && Expand(stated.Value.Trim(), path) is { } expanded)
                value = expanded;
            else if (stated.Parent?.Name.LocalName == "PropertyGroup")
                unread.Add(path);
        foreach (var path in unread.Distinct())
            _session.Tell(
                $"'{_session.Show(path)}' states {name} in a way that only MSBuild can read: "
                    + (value is null ? "it is taken for unset" : $"it is taken for '{value}'")
            );
        return value;
    }

    private static bool IsCertain(XElement stated) =>
        stated.Parent is { } group
        && group.Name.LocalName == "PropertyGroup"
        && group.Parent == stated.Document!.Root
        && group.Attribute("Condition") is null
        && stated.Attribute("Condition") is null;

    private string? Expand(string value, string path)
    {
        var expanded = value
            .Replace(
                "$(MSBuildThisFileDirectory)",
                Path.GetDirectoryName(path) + "/",
                StringComparison.OrdinalIgnoreCase
            )
            .Replace("$(MSBuildProjectDirectory)", Path.GetDirectoryName(_project), StringComparison.OrdinalIgnoreCase)
            .Replace(
                "$(MSBuildProjectName)",
                Path.GetFileNameWithoutExtension(_project),
                StringComparison.OrdinalIgnoreCase
            );
        return expanded.Contains("$(", StringComparison.Ordinal) ? null : expanded;
    }

    private XDocument Load(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (XmlException malformed)
        {
            throw StopException.NotStarted($"'{_session.Show(path)}' is no project: {malformed.Message}");
        }
    }

    private static IEnumerable<string> FoldersAbove(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
