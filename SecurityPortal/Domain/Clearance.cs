using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>The last time that staff cleared the account (R-HELP-2).</summary>
/// <param name="By">Who; the owner sees the role alone. Null, as the role, where it was done on the server.</param>
public sealed record Clearance(DateTimeOffset At, AccountId? By, Role? Role, string Ticket);

/// <summary>What an account owes since it was cleared: new methods, before anything else (R-HELP-3).</summary>
/// <param name="TakesPass">Nothing that is left could sign in, so a pass stands for it.</param>
public sealed record RegistrationDuty(DateTimeOffset Since, bool TakesPass)
{
    /// <summary>What went and has not come back: when all of it has, nothing is owed any more.</summary>
    public required ImmutableArray<MethodId> Missing { get; init; }
}
