using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Releases;

/// <summary>Says what a change of something that code can name means, and why. Never less than a tool that compares
/// assemblies says.</summary>
internal sealed class MemberLevels(
    PublishedPackage before,
    PublishedPackage after,
    Func<string, PublishedEntity?> heirOf
)
{
    private readonly HashSet<string> _interfaces = new(
        after
            .Members.Where(member => member.Role == MemberRole.Kind && IsInterface(member.Signature))
            .Select(member => member.Name),
        StringComparer.Ordinal
    );
    private readonly HashSet<string> _known = new(
        before.Members.Where(member => member.Role == MemberRole.Kind).Select(member => member.Name),
        StringComparer.Ordinal
    );

    /// <summary>What members are of, before: kinds, catalogs and enumerations.</summary>
    private readonly HashSet<string> _owners = new(
        before.Members.Select(member => member.Name.Split('.')[0]),
        StringComparer.Ordinal
    );

    public static (ReleaseLevel Level, string Why) OfRemoved(PublishedMember member) =>
        member.Role switch
        {
            MemberRole.Name => (ReleaseLevel.Minor, "nothing is found by this name any more"),
            MemberRole.Deprecated => (ReleaseLevel.Minor, "it may be used again"),
            MemberRole.Key => (ReleaseLevel.Major, "code that looks this value up throws"),
            MemberRole.Language => (ReleaseLevel.Major, "no text has this language any more"),
            _ => (ReleaseLevel.Major, "code that names it does not compile any more"),
        };

    public (ReleaseLevel Level, string Why) OfAdded(PublishedMember member)
    {
        var owner = member.Name.Split('.')[0];
        return member.Role switch
        {
            MemberRole.Property or MemberRole.Reverse when _interfaces.Contains(owner) && _known.Contains(owner) => (
                ReleaseLevel.Major,
                "code that implements the interface does not compile any more"
            ),
            MemberRole.Property when IsRequired(member.Signature) && _known.Contains(owner) => (
                ReleaseLevel.Major,
                "it is required: code that makes such a record does not compile any more, and JSON lacks it"
            ),
            MemberRole.Property or MemberRole.Reverse when TakesName(member.Name) && _known.Contains(owner) => (
                ReleaseLevel.Major,
                "it takes the name of a member that all kinds have"
            ),
            MemberRole.Kind
            or MemberRole.Catalog
            or MemberRole.EnumValue when Names.YieldingTypes.Contains(owner) && !_owners.Contains(owner) => (
                ReleaseLevel.Major,
                "it takes the name of a class that all packages have"
            ),
            _ => (ReleaseLevel.Minor, ""),
        };
    }

    public (ReleaseLevel Level, string Why) OfChanged(PublishedMember then, PublishedMember now) =>
        then.Role switch
        {
            MemberRole.Deprecated => (ReleaseLevel.Patch, "only the reason differs"),
            MemberRole.Kind when IsExtended(then, now) => (ReleaseLevel.Minor, "it is more than it was"),
            MemberRole.Property when now.Signature + "?" == then.Signature && !IsStruct(now.Signature) => (
                ReleaseLevel.Minor,
                "it is never null now"
            ),
            MemberRole.Key or MemberRole.Accessor when heirOf(then.Signature)?.Name == now.Signature => (
                ReleaseLevel.None,
                ""
            ),
            MemberRole.Key or MemberRole.Accessor => (ReleaseLevel.Major, "it finds another entity"),
            MemberRole.EnumValue => (ReleaseLevel.Major, "its number is stored in compiled code and in databases"),
            _ => (ReleaseLevel.Major, "code that uses it does not compile any more"),
        };

    private static bool IsInterface(string signature) => signature.Split(' ')[0] == PublicMembers.Abstract;

    private static bool TakesName(string member) =>
        Names.YieldingMembers.Contains(Names.ToPascalCase(member.Substring(member.IndexOf('.') + 1)));

    private static bool IsStruct(string signature) =>
        signature.StartsWith(PublicMembers.ValueType, StringComparison.Ordinal);

    private static bool IsRequired(string signature) =>
        !signature.EndsWith("?", StringComparison.Ordinal)
        && !signature.StartsWith("IReadOnly", StringComparison.Ordinal);

    /// <summary>Whether a kind with entities extends what it extended, and more.</summary>
    private static bool IsExtended(PublishedMember then, PublishedMember now)
    {
        var (before, after) = (then.Signature.Split(' '), now.Signature.Split(' '));
        return before[0] == after[0] && !IsInterface(now.Signature) && !before.Except(after).Any();
    }
}
