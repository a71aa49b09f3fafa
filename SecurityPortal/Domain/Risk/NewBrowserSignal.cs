namespace SecurityPortal.Domain.Risk;

/// <summary>The account was never signed in to by this browser. One without a cookie is new to accounts whose browsers have one.</summary>
public sealed class NewBrowserSignal : IRiskSignal
{
    public RiskSignal Name => RiskSignal.NewBrowser;

    public bool Shows(RiskScene scene) =>
        !scene.Habits.Browsers.IsEmpty && scene.Habits.Browsers.All(known => known.What != scene.BrowserId);
}
