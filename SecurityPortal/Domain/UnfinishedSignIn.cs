namespace SecurityPortal.Domain;

/// <summary>A right password from a browser that is not known, not followed by a code: somebody may know it (R-ACT-1).</summary>
/// <param name="TellAt">When its owner is told of it, if no code has followed by then.</param>
public sealed record UnfinishedSignIn(DateTimeOffset At, SessionId Session, string? BrowserId, string Browser, string Source, Place? Place, DateTimeOffset TellAt);
