using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SecurityPortal.Components.Layout;

/// <summary>Keeps a page's fault to the page, and gives it a reference that the log knows too.</summary>
public sealed partial class PortalErrorBoundary(ILogger<PortalErrorBoundary> logger) : ErrorBoundaryBase
{
    // Without what is easily mistaken when read over the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private string _reference = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = RandomNumberGenerator.GetString(Letters, 8);
        LogFault(_reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
        }
        else
        {
            builder.OpenComponent<PageFault>(1);
            builder.AddComponentParameter(2, nameof(PageFault.Reference), _reference);
            builder.CloseComponent();
        }
    }

    [LoggerMessage(LogLevel.Error, "A page failed; the visitor was shown reference {Reference}.")]
    private partial void LogFault(string reference, Exception exception);
}
