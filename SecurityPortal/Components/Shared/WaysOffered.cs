using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// What a page offers whoever has no code, each as it is called there; null what it does not offer. So what is said to be
/// best is always there to be pressed (R-DEL-3).
/// </summary>
/// <param name="Send">Another code.</param>
/// <param name="Call">A call.</param>
/// <param name="Other">Another method, or to correct what is being added.</param>
public sealed record WaysOffered(string? Send = null, string? Call = null, string? Other = null)
{
    /// <summary>What is best of what is there, and its name.</summary>
    public (WayOut Out, string? Name) Nearest(WayOut best) => best switch
    {
        WayOut.Call when Call is not null => (best, Call),
        WayOut.Call => Nearest(WayOut.AnotherMethod),
        WayOut.SendAnother when Send is not null => (best, Send),
        WayOut.SendAnother => Nearest(WayOut.AnotherMethod),
        WayOut.AnotherMethod or WayOut.Correct => Other is null ? (WayOut.HelpDesk, null) : (best, Other),
        _ => (best, null),
    };
}
