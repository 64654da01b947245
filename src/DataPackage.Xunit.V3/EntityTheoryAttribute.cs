using System.Runtime.CompilerServices;
using Xunit;

namespace DataPackage.Xunit;

/// <summary>A theory over entities: <c>[EntityTheory, EntityData&lt;Person&gt;] public void …(Person person)</c>. Each
/// entity is a case, which is named by its id and which a test explorer can run alone.</summary>
/// <remarks>The same as <c>[Theory]</c>, which xUnit.net v3 lets you write too. It is here because v2 needs it, so that
/// tests move from v2 to v3 as they are.</remarks>
/// <param name="sourceFilePath">The file of the test; the compiler fills it in.</param>
/// <param name="sourceLineNumber">The line of the test; the compiler fills it in.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EntityTheoryAttribute(
    [CallerFilePath] string? sourceFilePath = null,
    [CallerLineNumber] int sourceLineNumber = -1
) : TheoryAttribute(sourceFilePath, sourceLineNumber);
