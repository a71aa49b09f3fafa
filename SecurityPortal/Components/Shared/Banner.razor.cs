using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

public enum BannerKind
{
    Info,
    Good,
    Warning,
    Bad,
}

/// <summary>A sentence that stands out from the page: how things are, or what just happened.</summary>
public sealed partial class Banner
{
    [Parameter]
    public BannerKind Kind { get; set; }

    [Parameter]
    public string? Title { get; set; }

    /// <summary>Whether a screen reader is to break off and say it at once: for answers to what was just done.</summary>
    [Parameter]
    public bool Urgent { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private (string Class, IconName Icon) Look => Kind switch
    {
        BannerKind.Info => ("notice-info", IconName.Info),
        BannerKind.Good => ("notice-good", IconName.Check),
        BannerKind.Warning => ("notice-warning", IconName.Warning),
        BannerKind.Bad => ("notice-bad", IconName.Warning),
    };
}
