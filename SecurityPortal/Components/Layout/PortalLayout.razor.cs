namespace SecurityPortal.Components.Layout;

/// <summary>The frame of what runs in a circuit: signed in, or on the way there with the right password.</summary>
public sealed partial class PortalLayout
{
    private PortalErrorBoundary? _boundary;

    // A new page gets a new chance.
    protected override void OnParametersSet() => _boundary?.Recover();
}
