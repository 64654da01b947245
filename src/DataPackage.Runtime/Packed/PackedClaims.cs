using System.ComponentModel;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads the value of a claim for the property with this index. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate object? PackedClaimReader(int property, ReadOnlySpan<byte> item, PackedTable table);

/// <summary>Reads the claims of an entity. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedClaims
{
    /// <summary>The claims in a field; empty if there are none.</summary>
    /// <exception cref="InvalidDataException">The bytes are corrupted.</exception>
    public static IReadOnlyList<Claim> Read(ReadOnlySpan<byte> field, PackedTable table, PackedClaimReader read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return field.IsEmpty ? [] : PackedValue.List(field, table, (item, table) => ReadClaim(item, table, read));
    }

    private static Claim ReadClaim(ReadOnlySpan<byte> item, PackedTable table, PackedClaimReader read)
    {
        var said = Number(item, PackedFormat.ClaimSaid);
        var state = (said & PackedFormat.ClaimWord) + 1;
        var rank = (said >> PackedFormat.ClaimRankShift) & PackedFormat.ClaimWord;
        if (state > (int)ValueState.None || rank > (int)ClaimRank.Deprecated)
            CorruptedData.Throw("a claim has an unknown state or rank");
        return new Claim
        {
            Path = PackedValue.Text(PackedRow.Field(item, ~PackedFormat.ClaimPath))!,
            Value =
                state == (int)ValueState.Known
                    ? read(
                        Number(item, PackedFormat.ClaimProperty),
                        PackedRow.Field(item, ~PackedFormat.ClaimValue),
                        table
                    )
                    : null,
            State = (ValueState)state,
            Rank = (ClaimRank)rank,
            Basis = (ClaimBasis)((said >> PackedFormat.ClaimBasisShift) & PackedFormat.ClaimWord),
            Because = PackedValue.Text(PackedRow.Field(item, PackedFormat.ClaimBecause)),
            Note = PackedValue.Text(PackedRow.Field(item, PackedFormat.ClaimNote)),
            AccordingTo = ReadAttribution(item, table),
            During = PackedValue.Date(PackedRow.Field(item, PackedFormat.ClaimDuring)),
        };
    }

    private static Attribution? ReadAttribution(ReadOnlySpan<byte> item, PackedTable table)
    {
        if (PackedValue.Text(PackedRow.Field(item, PackedFormat.ClaimSpeakerText)) is { } text)
            return Attribution.To(text);
        var entity = PackedValue.AbstractReference<IEntity>(PackedRow.Field(item, PackedFormat.ClaimSpeaker), table);
        return entity is null ? null : Attribution.To(entity);
    }

    private static int Number(ReadOnlySpan<byte> item, int field) =>
        PackedValue.Enum(PackedRow.Field(item, field)).GetValueOrDefault();
}
