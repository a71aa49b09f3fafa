namespace SecurityPortal.Storage;

/// <summary>An asking for a passkey that was answered: it is answered once, however many answers come at the same time (R-CODE-7).</summary>
/// <param name="EndsAt">From then on it could not be answered anyway, and the row may go.</param>
public sealed record SpentCeremony(Guid Id, DateTimeOffset EndsAt);
