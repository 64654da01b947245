using System.Text.Json;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Entities;

/// <summary>Shows what seeds say of a value.</summary>
internal static class ClaimText
{
    /// <summary>The value, and what is said of it, on one line.</summary>
    /// <param name="nameOf">How an entity is called that is the value or makes the claim; by its id if null.</param>
    public static string Of(
        Claim claim,
        Property property,
        PackageSchema schema,
        Func<EntityLink, string>? nameOf = null
    )
    {
        var details = Details(claim.Details, nameOf)
            .Select(detail => detail.Key is null ? detail.Text : detail.Key + detail.Text);
        var said = string.Join("; ", details);
        var shown = claim.Value is { } value
            ? ValueText.Of(value, property, schema, nameOf)
            : StateOf(claim.Details) ?? "nothing";
        return shown + (said.Length == 0 ? "" : $" ({said})");
    }

    /// <summary>Writes the claim for programs, with the words of seeds.</summary>
    /// <param name="nameOf">How an entity is called that is the value or makes the claim; by its id if null.</param>
    /// <param name="isNumber">Whether numbers of a property are written as such; all are if null.</param>
    public static void Write(
        Claim claim,
        Property property,
        PackageSchema schema,
        Utf8JsonWriter json,
        Func<EntityLink, string>? nameOf = null,
        Func<Property, bool>? isNumber = null
    )
    {
        var details = claim.Details;
        json.WriteStartObject();
        json.WriteString("path", claim.Path);
        json.WritePropertyName("value");
        ValueJson.Write(claim.Value, property, schema, json, nameOf, isNumber);
        Write(ClaimKeys.State, StateOf(details));
        json.WriteString(ClaimKeys.Rank, RankOf(details));
        Write(ClaimKeys.Because, details.Because);
        Write(ClaimKeys.AccordingTo, Speaker(details, nameOf));
        Write(ClaimKeys.During, details.During?.Canonical);
        Write(ClaimKeys.Basis, BasisOf(details));
        Write(ClaimKeys.Note, details.Note);
        json.WriteEndObject();

        void Write(string key, string? text)
        {
            if (text is not null)
                json.WriteString(key, text);
        }
    }

    /// <summary>The word for the state of the value; null if it is known.</summary>
    public static string? StateOf(ClaimDetails details) =>
        details.State == ClaimState.Known ? null : ClaimKeys.States[(int)details.State - 1];

    /// <summary>The word for the rank.</summary>
    public static string RankOf(ClaimDetails details) => ClaimKeys.Ranks[(int)details.Rank];

    /// <summary>The word for what the value is based on; null if that is not stated.</summary>
    public static string? BasisOf(ClaimDetails details) =>
        details.Basis == ClaimBasis.Unspecified ? null : ClaimKeys.Bases[(int)details.Basis - 1];

    private static string? Speaker(ClaimDetails details, Func<EntityLink, string>? nameOf = null) =>
        details.AccordingTo switch
        {
            ReferenceValue reference => nameOf?.Invoke(reference.Target) ?? reference.Target.Id,
            TextValue text => text.Text,
            _ => null,
        };

    private static IEnumerable<(string? Key, string Text)> Details(
        ClaimDetails details,
        Func<EntityLink, string>? nameOf
    )
    {
        if (details.Rank != ClaimRank.Normal)
            yield return (null, RankOf(details));
        if (details.Because is { } because)
            yield return ("because: ", because);
        if (Speaker(details, nameOf) is { } speaker)
            yield return ("according to: ", speaker);
        if (details.During is { } during)
            yield return ("during: ", during.Canonical);
        if (BasisOf(details) is { } basis)
            yield return (null, basis);
        if (details.Note is { } note)
            yield return ("note: ", note);
    }
}
