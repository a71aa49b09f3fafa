namespace SecurityPortal.Domain;

/// <summary>
/// The password before the first change of late. Whoever changes the password first, and then everything, is not to shut out
/// its owner, who comes back with the one they know (R-RESTRICT-3).
/// </summary>
public sealed record FormerPassword(string Hash, DateTimeOffset ReplacedAt);
