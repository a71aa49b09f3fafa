using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What a helper has entered so far.</summary>
public sealed class ClearDraft
{
    public HashSet<MethodId> Chosen { get; } = [];

    public bool TakesRecoveryCodes { get; set; }

    public CallerCheck Check { get; set; }

    public string Reference { get; set; } = "";

    public string Number { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Ticket { get; set; } = "";

    public ClearOrder AsOrder(DateTimeOffset? seenClearAt) => new(Check, Check == CallerCheck.CallerNumber ? "" : Reference, Reason, Ticket)
    {
        Methods = [.. Chosen],
        TakesRecoveryCodes = TakesRecoveryCodes,
        SeenClearAt = seenClearAt,
    };
}
