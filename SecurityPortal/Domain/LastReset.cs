namespace SecurityPortal.Domain;

/// <summary>The last time that a forgotten password was replaced (R-PASS-2).</summary>
/// <param name="CountsFrom">Until then the new password opens nothing; a policy may want it to be told of first.</param>
/// <param name="StoppedAt">When somebody who was told of it said that it was not them.</param>
/// <param name="PasswordlessSince">Since when there had been no password, by its owner's wish.</param>
public sealed record LastReset(DateTimeOffset At, DateTimeOffset CountsFrom, DateTimeOffset? StoppedAt = null, DateTimeOffset? PasswordlessSince = null);
