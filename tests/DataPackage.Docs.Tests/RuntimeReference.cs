using System.Xml.Linq;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;
using Microsoft.CodeAnalysis;

namespace DataPackage.Docs.Tests;

/// <summary>The public types of the runtime with their members and what their documentation says, as Markdown. Members
/// without documentation of their own are those that .NET defines.</summary>
internal sealed class RuntimeReference
{
    private const string Namespace = "DataPackage.Runtime";

    private static readonly SymbolDisplayFormat Names = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat Signatures = Names
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeModifiers
                | SymbolDisplayParameterOptions.IncludeDefaultValue
        );

    private readonly XmlDocumentation _documentation;
    private readonly List<INamedTypeSymbol> _types;

    public RuntimeReference()
    {
        _documentation = new XmlDocumentation(typeof(EdtfDate).Assembly) { Link = Link };
        var compilation = SeedSet.CreateCompilation();
        _types =
        [
            .. compilation
                .GetTypeByMetadataName($"{Namespace}.{nameof(EdtfDate)}")!
                .ContainingNamespace.GetTypeMembers()
                .Where(IsForUsers)
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .ThenBy(type => type.Arity),
        ];
    }

    public string Write() =>
        """
            # The runtime

            Every type of the namespace `DataPackage.Runtime` that programs use. Written from the documentation of the code; a test keeps it in step.
            The kinds of the package `DataPackage` are in [data.md](data.md). Generated code has more members of the runtime for itself.


            """.ReplaceLineEndings("\n") + string.Join("\n", _types.Select(Write));

    private string Write(INamedTypeSymbol type)
    {
        var documented = _documentation.TryFind(type.GetDocumentationCommentId()!, out var found) ? found : new("none");
        var described = type.GetMembers().Where(IsForUsers).ToLookup(member => DescriptionOf(member).Length > 0);
        var rows = described[true]
            .OrderBy(OrderOf)
            .Select(member => $"| {Code(NameOf(member))} | {Code(TypeOf(member))} | {DescriptionOf(member)} |\n")
            .ToList();
        var standard = described[false].Where(member => member.ContainingType.TypeKind != TypeKind.Enum);
        var lines = Description(documented)
            .Append(type.Interfaces.Length == 0 ? "" : $"Is {CodeList(type.Interfaces.Select(Display))}.")
            .Where(line => line.Length > 0)
            .Prepend($"## {Code(Display(type))}");
        if (rows.Count > 0)
            lines = lines.Append("| member | type | |\n|---|---|---|\n" + string.Concat(rows).TrimEnd('\n'));
        if (standard.Any())
            lines = lines.Append($"As .NET defines them: {CodeList(standard.Select(NameOf))}.");
        return string.Join("\n\n", lines) + "\n";
    }

    /// <summary>Paragraphs of the type; parameters are members of a record.</summary>
    private IEnumerable<string> Description(XElement documented) =>
        documented
            .Elements()
            .SelectMany(part =>
                part.Name.LocalName switch
                {
                    "summary" => [_documentation.Markdown(part)],
                    "typeparam" => [$"{Code(part.Attribute("name")!.Value)}: {_documentation.Markdown(part)}"],
                    "remarks" when part.Elements("para").Any() => part.Elements("para").Select(_documentation.Markdown),
                    "remarks" => [_documentation.Markdown(part)],
                    _ => Array.Empty<string>(),
                }
            );

    private string DescriptionOf(ISymbol member)
    {
        // A record with positions documents them as parameters of the type, and its constructor repeats that.
        var owner = member.ContainingType.GetDocumentationCommentId()!;
        var positions = _documentation.TryFind(owner, out var type) ? type.Elements("param") : [];
        if (positions.Any() && member is IMethodSymbol { MethodKind: MethodKind.Constructor })
            return "";
        if (_documentation.TryFind(member.GetDocumentationCommentId()!, out var found))
            return string.Join(' ', found.Elements().Select(Part).Where(part => part.Length > 0));
        return positions.FirstOrDefault(part => part.Attribute("name")!.Value == member.Name) is { } position
            ? _documentation.Markdown(position)
            : "";
    }

    private string Part(XElement part)
    {
        var text = _documentation.Markdown(part);
        return part.Name.LocalName switch
        {
            "summary" or "remarks" or "returns" => text,
            "param" or "typeparam" => $"{Code(part.Attribute("name")!.Value)}: {text}",
            "exception" => $"Throws {Link(part.Attribute("cref")!.Value)}: {text}",
            _ => "",
        };
    }

    /// <summary>To the type's heading, if the page has it.</summary>
    private string Link(string id)
    {
        var name = XmlDocumentation.NameOf(id);
        var type = _types.FirstOrDefault(type =>
            type.GetDocumentationCommentId() is { } own
            && (id == own || id[2..].StartsWith(own[2..] + ".", StringComparison.Ordinal))
        );
        return type is null
            ? Code(name.Split('.')[^1])
            : $"[{Code(id[0] == 'T' ? Display(type) : $"{type.Name}.{name.Split('.')[^1]}")}](#{Anchor(type)})";
    }

    private static string Anchor(INamedTypeSymbol type) =>
        string.Concat(Display(type).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>What makes a value, what it holds, what it does; the order of the code within each.</summary>
    private static int OrderOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
            IPropertySymbol or IFieldSymbol => 1,
            IMethodSymbol { MethodKind: MethodKind.Ordinary } => 2,
            _ => 3,
        };

    private static string NameOf(ISymbol member)
    {
        var name = member.ToDisplayString(Signatures);
        return member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {name}",
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => name,
            { IsStatic: true, IsAbstract: true } => $"{member.ContainingType.TypeParameters[0].Name}.{name}",
            { IsStatic: true, ContainingType.TypeKind: not TypeKind.Enum } => $"{member.ContainingType.Name}.{name}",
            _ => name,
        };
    }

    private static string TypeOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } method => Display(method.ContainingType),
            IMethodSymbol method => Display(method.ReturnType),
            IPropertySymbol property => Display(property.Type),
            IFieldSymbol field => Display(field.Type),
            _ => throw new InvalidOperationException($"{member} is of a sort that the page does not have."),
        };

    private static string Display(ITypeSymbol type) => type.ToDisplayString(Names);

    private static string Code(string text) => $"`{text}`";

    private static string CodeList(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    private static bool IsForUsers(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public
        && symbol
            is INamedTypeSymbol { ContainingType: null }
                or IPropertySymbol
                or IFieldSymbol
                or IMethodSymbol
                {
                    MethodKind: MethodKind.Ordinary
                        or MethodKind.Constructor
                        or MethodKind.UserDefinedOperator
                        or MethodKind.Conversion
                }
        // Not the compiler's own methods of records.
        && !symbol.Name.StartsWith('<')
        // Hidden in editors, because generated code calls it.
        && !symbol
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
                && attribute.ConstructorArguments[0].Value is (int)System.ComponentModel.EditorBrowsableState.Never
            );
}
