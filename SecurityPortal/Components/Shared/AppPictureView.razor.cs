using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

public sealed partial class AppPictureView
{
    [Parameter, EditorRequired]
    public required AppPicture Picture { get; set; }

    /// <summary>For those who hear the page: what the picture is for, never what it holds.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }
}
