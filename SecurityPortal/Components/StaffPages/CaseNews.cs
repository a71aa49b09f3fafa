namespace SecurityPortal.Components.StaffPages;

/// <summary>Tells the frame of the page that there are more or fewer cases than it says. Of one circuit.</summary>
public sealed class CaseNews
{
    public event EventHandler? Changed;

    public void Tell() => Changed?.Invoke(this, EventArgs.Empty);
}
