namespace SecurityPortal.Domain;

/// <summary>A right password from a browser that is not known, not followed by a code: somebody may know it (R-ACT-1).</summary>
public sealed record UnfinishedSignIn(DateTimeOffset At, SessionId Session, string? BrowserId, string Browser, string Source, Place? Place);
