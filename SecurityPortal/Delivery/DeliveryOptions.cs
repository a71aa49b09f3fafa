using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Delivery;

/// <summary>The section <c>Delivery</c> of the settings: how messages are sent, whichever way they go.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>How many messages of one channel are under way at once, so that one which hangs holds up few others.</summary>
    [Range(2, 64)]
    public int Lanes { get; set; } = 4;

    /// <summary>For one message, from connecting to the other side's last word.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After it whoever took a message and has not answered is taken for dead, and the message is sent by another.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lease < Deadline * 2)
            yield return new("Delivery:Lease must be at least twice Delivery:Deadline.");
    }
}

[OptionsValidator]
public sealed partial class ValidateDeliveryOptions : IValidateOptions<DeliveryOptions>;
