namespace SecurityPortal.Domain;

/// <summary>A recovery request that two of the staff have approved, and that the old info can still stop (R-FORM-3).</summary>
/// <param name="EndsAt">From then on nothing stops it, and the applicant can set a password.</param>
/// <param name="IsTold">The applicant was told that the wait is over.</param>
public sealed record ApprovedRecovery(Guid Request, DateTimeOffset ApprovedAt, DateTimeOffset EndsAt, bool IsTold = false);
