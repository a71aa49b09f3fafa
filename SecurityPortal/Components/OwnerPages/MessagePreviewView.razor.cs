using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>An example of a code as it arrives: a mail as a page, a text or what a call says as a bubble.</summary>
public sealed partial class MessagePreviewView
{
    [Parameter]
    [EditorRequired]
    public MessagePreview Preview { get; set; } = null!;

    /// <summary>The two-letter code of its language, which need not be that of the page.</summary>
    [Parameter]
    [EditorRequired]
    public string Language { get; set; } = "";

    private string Title => Preview.By switch
    {
        Channel.Email => InfoWords.Preview_Mail,
        Channel.Sms => InfoWords.Preview_Text,
        Channel.Voice => InfoWords.Preview_Call,
    };

    private string Direction => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    // The lines of a text belong to one bubble.
    private string[] Paragraphs => Preview.By is Channel.Email ? Preview.Text.Split("\n\n") : [Preview.Text];
}
