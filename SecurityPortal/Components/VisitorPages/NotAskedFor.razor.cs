using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The question behind <em>I didn't ask for this</em>, or what was answered to it; nothing of the account (R-DEL-7).</summary>
public sealed partial class NotAskedFor
{
    [Parameter]
    [EditorRequired]
    public CodeMailView Mail { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public string Token { get; set; } = "";

    public static string TitleOf(CodeMailView mail) => mail switch
    {
        { Disowned: not null } => LinkWords.NotMine_DoneTitle,
        { ReportedAs: not null } => LinkWords.NotAskedFor_DoneTitle,
        _ => LinkWords.NotAskedFor_Title,
    };
}
