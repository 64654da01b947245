using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows what seeds say of values, and values that compete with that of the entity.</summary>
internal sealed class ClaimHtml(SitePage page, ValueHtml values)
{
    private readonly HtmlWriter _html = page.Html;

    public void Write(IReadOnlyList<Claim> claims, Property property)
    {
        foreach (var claim in claims.Where(claim => claim.IsShown && claim.Details != ClaimDetails.None))
        {
            _html.Write($"<p class=\"said\">");
            if (property.IsMany && claim.Value is { } value)
                _html.Write($"{ValueLine.Of(value, property, page)}: ");
            Write(claim.Details);
            _html.Write($"</p>");
        }

        var others = claims.Where(claim => !claim.IsShown).ToList();
        if (others.Count == 0)
            return;
        _html.Write($"<ul class=\"claims\">");
        foreach (var claim in others)
        {
            _html.Write($"<li class=\"{ClaimText.RankOf(claim.Details)}\">");
            // A value may be a list or a table of its own, which stands in no span.
            _html.Write($"<div class=\"value\">");
            if (claim.Value is { } value)
                values.Write(value, property, claim.Path);
            else
            {
                _html.Write($"{page.Texts[claim.Details.State == ClaimState.Unknown ? "unknown" : "noValue"]}");
                values.Notes.Write(claim.Path);
            }

            _html.Write($"</div>");
            _html.Write($" <span class=\"said\">");
            Write(claim.Details);
            _html.Write($"</span></li>");
        }

        _html.Write($"</ul>");
    }

    private void Write(ClaimDetails details)
    {
        if (details.Rank != ClaimRank.Normal)
            _html.Write($"<b class=\"rank\">{page.Texts[ClaimText.RankOf(details)]}</b> ");
        if (ClaimText.BasisOf(details) is { } basis)
            _html.Write($"<b class=\"basis\">{page.Texts[basis]}</b> ");
        if (details.Because is { } because)
            _html.Write($"<span>{page.Texts["because"]} <bdi>{because}</bdi></span> ");
        WriteSpeaker(details.AccordingTo);
        if (details.During is { } during)
        {
            _html.Write($"<span>{page.Texts["during"]} ");
            DateText.Write(during, page);
            _html.Write($"</span> ");
        }

        if (details.Note is { } note)
            _html.Write($"<bdi>{note}</bdi>");
    }

    private void WriteSpeaker(Value? speaker)
    {
        if (speaker is ReferenceValue reference)
            _html.Write($"<span>{page.Texts["accordingTo"]} {page.LinkTo(reference.Target)}</span> ");
        else if (speaker is TextValue text)
            _html.Write($"<span>{page.Texts["accordingTo"]} <bdi>{text.Text}</bdi></span> ");
    }
}
