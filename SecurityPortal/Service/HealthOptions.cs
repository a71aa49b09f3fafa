using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>The section <c>Health</c> of the settings: how it is judged whether messages arrive (R-DEL-9).</summary>
public sealed class HealthOptions : IValidatableObject
{
    public const string Section = "Health";

    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    [Range(5, 10_000)]
    public int Least { get; set; } = 20;

    [Range(0.0, 1.0)]
    public double LimitedBelow { get; set; } = 0.5;

    [Range(0.0, 1.0)]
    public double UnavailableBelow { get; set; } = 0.1;

    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan SlowFrom { get; set; } = TimeSpan.FromMinutes(2);

    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromMinutes(5);

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LimitedFor { get; set; } = TimeSpan.FromHours(1);

    [Range(1, 10_000)]
    public int Pace { get; set; } = 30;

    /// <summary>What the operator knows of texts and calls to a country, whatever is measured.</summary>
    [Required]
    public CountryOptions[] Countries { get; set; } = [];

    public HealthPolicy ToPolicy() => new(
        Window, Least, LimitedBelow, UnavailableBelow, SlowFrom, SilentAfter, LimitedFor, Pace,
        [.. Countries.Select(country => new SaidStatus(country.Channel, country.Country.ToUpperInvariant(), country.Status, country.Until))]);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UnavailableBelow > LimitedBelow)
            yield return new("Health:UnavailableBelow must not be more than Health:LimitedBelow.");

        if (SilentAfter >= Window)
            yield return new("Health:SilentAfter must be shorter than Health:Window.");

        var known = PhoneNumber.Countries.Select(country => country.Country).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Countries.Length; i++)
        {
            if (!known.Contains(Countries[i].Country))
                yield return new($"Health:Countries:{i}:Country must be a country in two letters, such as GB.");

            if (Countries[i].Channel == Channel.Email)
                yield return new($"Health:Countries:{i}:Channel must be Sms or Voice.");
        }
    }
}

public sealed class CountryOptions
{
    public string Country { get; set; } = "";

    public Channel Channel { get; set; } = Channel.Sms;

    public ChannelStatus Status { get; set; }

    /// <summary>Left out, it stands until the setting is taken away.</summary>
    public DateTimeOffset? Until { get; set; }
}

[OptionsValidator]
public sealed partial class ValidateHealthOptions : IValidateOptions<HealthOptions>;
