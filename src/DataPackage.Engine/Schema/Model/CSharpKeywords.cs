namespace DataPackage.Engine.Schema.Model;

/// <summary>The reserved keywords of C# (ECMA-334, 6.4.4). Contextual ones, such as <c>record</c>, can be names.</summary>
internal static class CSharpKeywords
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
        // The compiler has words of its own that no program can use as names, but ECMA-334 does not list them.
        "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    public static bool Contains(string name) => Reserved.Contains(name);
}
