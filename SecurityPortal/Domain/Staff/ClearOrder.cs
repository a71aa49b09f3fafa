using System.Collections.Immutable;

namespace SecurityPortal.Domain.Staff;

/// <summary>What a helper writes down before a device is cleared (R-HELP-2).</summary>
/// <param name="Reference">By what the check can be found again: a badge, a call, a manager's name; none for a caller number.</param>
/// <param name="Reason">The owner reads it.</param>
/// <param name="Ticket">The case it belongs to, the portal's or the organisation's; the owner reads it.</param>
public sealed record ClearOrder(CallerCheck Check, string Reference, string Reason, string Ticket)
{
    public required ImmutableArray<MethodId> Methods { get; init; }

    public bool TakesRecoveryCodes { get; init; }

    /// <summary>When the account was last cleared, as whoever orders this has seen it: of two at once one is told.</summary>
    public DateTimeOffset? SeenClearAt { get; init; }

    /// <summary>The first thing that is missing, or too long to be read.</summary>
    public Refusal? WhyUnfit() =>
        Written.WhyUnfit(OrderField.Reference, Reference, isNeeded: Check != CallerCheck.CallerNumber)
        ?? Written.WhyUnfit(OrderField.Reason, Reason)
        ?? Written.WhyUnfit(OrderField.Ticket, Ticket);
}

public enum OrderField
{
    Reference,
    Reason,
    Ticket,
}
