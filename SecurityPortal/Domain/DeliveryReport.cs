namespace SecurityPortal.Domain;

/// <summary>What a mail server or a gateway says, later, of a message that it took.</summary>
/// <param name="Detail">In its own words, on one line; for staff, never for the reader.</param>
public sealed record DeliveryReport(Guid Message, DeliveryStage Stage, DeliveryCause? Cause = null, string? Detail = null);
