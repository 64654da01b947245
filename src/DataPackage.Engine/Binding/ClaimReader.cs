using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>Reads what a seed says of one value.</summary>
internal sealed class ClaimReader(SeedDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Words of other models, with what they are here.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        ["somevalue"] = "unknown",
        ["novalue"] = "none",
        ["best"] = "preferred",
        ["wrong"] = "deprecated",
        ["common knowledge"] = "common-knowledge",
    };

    /// <summary>The value of an item, and what is said of it.</summary>
    /// <param name="embedded">The kind of the value if it is embedded.</param>
    public StatedClaim Read(Property property, Kind? embedded, SeedNode item)
    {
        if (item is not SeedMapping mapping)
            return new StatedClaim(item, item);
        if (embedded is null)
            return ClaimKeys.AreIn(property, mapping, null) || LongForm.IsOf(property, mapping)
                ? ReadLongForm(property, mapping)
                : new StatedClaim(item, item);
        if (!ClaimKeys.AreIn(property, mapping, embedded))
            return new StatedClaim(item, item);
        if (mapping.ValueOf(OwnKeys.Claim) is not SeedMapping said)
        {
            ReportType(
                OwnKeys.Claim,
                "a mapping of " + string.Join(", ", ClaimKeys.All),
                mapping.Find(OwnKeys.Claim)!.Value.Value
            );
            return new StatedClaim(item, item);
        }

        var keys = Keys(property, said);
        var claim = ReadDetails(property, keys, new StatedClaim(item, item));
        keys.ReportUnknownKeys();
        if (claim.Details.State == ClaimState.Known)
            return claim;
        var value = mapping.Entries.FirstOrDefault(entry => entry.Name is not (OwnKeys.Claim or LongForm.CiteKey));
        if (value == default)
            return claim with { Value = null };
        ReportStateBesideValue(property, claim);
        return claim with { Details = claim.Details with { State = ClaimState.Known } };
    }

    private StatedClaim ReadLongForm(Property property, SeedMapping mapping)
    {
        var keys = Keys(property, mapping);
        var value = keys.Node(LongForm.ValueKey);
        var claim = ReadDetails(property, keys, new StatedClaim(mapping, value) { Cite = keys.Node(LongForm.CiteKey) });
        // Without the key, this is an amount, or texts by language, with something of a claim among them.
        if (mapping.Find(LongForm.ValueKey) is not null)
            keys.ReportUnknownKeys();
        if (claim.Details.State != ClaimState.Known && value is not null)
        {
            ReportStateBesideValue(property, claim);
            return claim with { Details = claim.Details with { State = ClaimState.Known } };
        }

        var isMissing = value is null && (claim.StateWord is null || mapping.Find(LongForm.ValueKey) is null);
        if (isMissing && !document.LacksPartOf(mapping))
            diagnostics.Add(
                Rules.MissingProperty,
                document.At(mapping.Find(LongForm.ValueKey)?.Key ?? (SeedNode)mapping),
                "value of",
                property.Key,
                LongForm.ValueKey
            );
        return claim with { IsBroken = value is null && claim.Details.State == ClaimState.Known };
    }

    private StatedClaim ReadDetails(Property property, KeyReader keys, StatedClaim claim)
    {
        var (rank, rankWord) = Word(keys, ClaimKeys.Rank, ClaimKeys.Ranks);
        var (state, stateWord) = Word(keys, ClaimKeys.State, ClaimKeys.States);
        var (basis, basisWord) = Word(keys, ClaimKeys.Basis, ClaimKeys.Bases);
        var details = new ClaimDetails
        {
            Rank = (ClaimRank)Math.Max(rank, 0),
            State = (ClaimState)(state + 1),
            Basis = (ClaimBasis)(basis + 1),
            Because = keys.Text(ClaimKeys.Because),
            Note = keys.Text(ClaimKeys.Note),
            AccordingTo = AccordingTo(keys),
            During = During(keys),
        };
        if (details.Rank == ClaimRank.Deprecated && string.IsNullOrEmpty(details.Because))
            ReportReason(keys, rankWord!, ClaimKeys.Because, "what is wrong with the value");
        if (details.Basis == ClaimBasis.Inferred && string.IsNullOrEmpty(details.Note))
            ReportReason(keys, basisWord!, ClaimKeys.Note, "from what the value was inferred");
        return claim with
        {
            Details = details,
            RankWord = rankWord,
            StateWord = stateWord,
            BasisWord = basisWord,
            IsSaid = ClaimKeys.All.Any(key => keys.Mapping.Find(key) is not null),
        };
    }

    private KeyReader Keys(Property property, SeedMapping mapping) =>
        new(document, mapping, $"The value of '{property.Key}'", Rules.UnknownProperty, diagnostics);

    /// <returns>The index of the word, -1 if it is not one of the words, which is reported; null for none.</returns>
    private (int Index, SeedScalar? Word) Word(KeyReader keys, string key, string[] words)
    {
        if (keys.Scalar(key) is not { } word)
            return (-1, null);
        var index = Array.IndexOf(words, word.Text);
        if (index >= 0)
            return (index, word);
        if (!diagnostics.Counts(document.At(word)))
            diagnostics.Add(
                Rules.UnknownEnumValue,
                document.At(word),
                word.Shortened,
                key,
                Foreign.TryGetValue(word.Text, out var ours) && words.Contains(ours) ? MessageText.DidYouMean(ours)
                    : diagnostics.DidYouMean(word.Text, words) is { Length: > 0 } near ? near
                    : "; it takes " + string.Join(", ", words)
            );
        return (-1, word);
    }

    private Value? AccordingTo(KeyReader keys)
    {
        switch (keys.Node(ClaimKeys.AccordingTo))
        {
            case null:
                return null;
            case SeedScalar id:
                return new UnlinkedReference(id.Text, document.At(id));
            case SeedMapping { Entries.Count: > 0 } mapping:
                var inner = new KeyReader(document, mapping, "Who says so", Rules.UnknownProperty, diagnostics);
                var text = inner.Scalar("text");
                inner.ReportUnknownKeys();
                if (!string.IsNullOrEmpty(text?.Text))
                    return new TextValue(text!.Text);
                if (mapping.Find("text") is { } empty && !document.LacksPartOf(mapping))
                    diagnostics.Add(
                        Rules.MissingProperty,
                        document.At(empty.Key),
                        "value of",
                        ClaimKeys.AccordingTo,
                        "text"
                    );
                return null;
            case var other:
                keys.ReportType(ClaimKeys.AccordingTo, "the id of an entity, or { text: ... }", other);
                return null;
        }
    }

    private static DateValue? During(KeyReader keys)
    {
        if (keys.Scalar(ClaimKeys.During) is not { } scalar)
            return null;
        if (ScalarTypes.Date.Read(scalar.Text, out var problem) is DateValue date)
            return date;
        keys.ReportNumber(ClaimKeys.During, ScalarTypes.Date.Expected, scalar, problem);
        return null;
    }

    private void ReportReason(KeyReader keys, SeedScalar word, string key, string what)
    {
        if (!keys.LacksPart)
            diagnostics.Add(Rules.ClaimWithoutReason, document.At(word), word.Text, key, what);
    }

    private void ReportStateBesideValue(Property property, StatedClaim claim) =>
        diagnostics.Add(
            Rules.ContradictoryClaim,
            document.At(claim.StateWord!),
            property.Key,
            $"'state: {claim.StateWord!.Text}' says that no value can be stated, and one is stated"
        );

    private void ReportType(string key, string expected, SeedNode actual) =>
        diagnostics.Add(Rules.WrongType, document.At(actual), key, expected, actual.Noun);
}

/// <summary>A value in a seed, with what is said of it.</summary>
/// <param name="Item">The value in its long form, if it has one.</param>
/// <param name="Value">Null if it is unknown or missing, or if there is none.</param>
internal sealed record StatedClaim(SeedNode Item, SeedNode? Value)
{
    public ClaimDetails Details { get; init; } = ClaimDetails.None;

    /// <summary>The citations beside the value; those of an embedded value are read with it.</summary>
    public SeedNode? Cite { get; init; }

    public SeedScalar? RankWord { get; init; }

    public SeedScalar? StateWord { get; init; }

    public SeedScalar? BasisWord { get; init; }

    /// <summary>Whether it has any key of a claim.</summary>
    public bool IsSaid { get; init; }

    /// <summary>Whether it has no value by mistake, which was reported.</summary>
    public bool IsBroken { get; init; }

    public bool IsDeprecated => Details.Rank == ClaimRank.Deprecated;
}
