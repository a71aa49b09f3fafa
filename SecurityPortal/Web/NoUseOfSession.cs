namespace SecurityPortal.Web;

/// <summary>On an endpoint that pages ask by themselves: it does not show that somebody is there (R-SIGN-5).</summary>
public sealed record NoUseOfSession;
