using System.Collections.Immutable;

namespace SecurityPortal.Domain.Staff;

/// <summary>What a helper writes down before a device is cleared (R-HELP-2).</summary>
/// <param name="Reference">By what the check can be found again: a badge, a call, a manager's name; none for a caller number.</param>
/// <param name="Reason">The owner reads it.</param>
/// <param name="Ticket">The case it belongs to, the portal's or the organisation's; the owner reads it.</param>
public sealed record ClearOrder(CallerCheck Check, string Reference, string Reason, string Ticket)
{
    public const int MostLetters = 200;

    public required ImmutableArray<MethodId> Methods { get; init; }

    public bool TakesRecoveryCodes { get; init; }

    /// <summary>When the account was last cleared, as whoever orders this has seen it: of two at once one is told.</summary>
    public DateTimeOffset? SeenClearAt { get; init; }

    /// <summary>The first thing that is missing, or too long to be read.</summary>
    public Refusal? WhyUnfit() =>
        WhyUnfit(OrderField.Reference, Reference, isNeeded: Check != CallerCheck.CallerNumber)
        ?? WhyUnfit(OrderField.Reason, Reason, isNeeded: true)
        ?? WhyUnfit(OrderField.Ticket, Ticket, isNeeded: true);

    private static Refusal.NotWrittenDown? WhyUnfit(OrderField field, string written, bool isNeeded) =>
        (isNeeded && string.IsNullOrWhiteSpace(written)) || written.Length > MostLetters || written.Any(char.IsControl) ? new(field, MostLetters) : null;
}

public enum OrderField
{
    Reference,
    Reason,
    Ticket,

    /// <summary>A note on a case, or what is asked of an applicant.</summary>
    Words,
}
