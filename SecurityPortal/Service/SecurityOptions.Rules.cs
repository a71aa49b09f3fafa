using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What each figure must be like stands beside it; here is what they must be like together.
public sealed partial class SecurityOptions : IValidatableObject
{
    private static readonly TimeSpan s_shortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_shortestBlock = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsRising(Codes.Waits, s_shortestWait, s_longestWait))
            yield return new($"Security:Codes:Waits must be in rising order between {s_shortestWait} and {s_longestWait}.");

        if (Codes.PrivilegedDigits < Codes.Digits)
            yield return new("Security:Codes:PrivilegedDigits must not be fewer than Security:Codes:Digits.");

        if (!IsRising(Blocks.Ladder, s_shortestBlock, BlockPolicy.Longest))
            yield return new($"Security:Blocks:Ladder must be in rising order between {s_shortestBlock} and {BlockPolicy.Longest}.");

        if (Sessions.Idle > Sessions.Life || Sessions.StaffIdle > Sessions.Life)
            yield return new("Security:Sessions:Idle and StaffIdle must not be longer than Security:Sessions:Life.");

        foreach (var fault in Limits.Faults)
            yield return new(fault);

        if (Retention.Messages < Replacement.Wait)
            yield return new("Security:Retention:Messages must not be shorter than Security:Replacement:Wait.");

        if (!IsRising(Replacement.NoticeDays, 1, (int)Math.Ceiling(Replacement.Wait.TotalDays) - 1))
            yield return new("Security:Replacement:NoticeDays must be days in rising order within Security:Replacement:Wait.");

        if (Risk.Medium >= Risk.High)
            yield return new("Security:Risk:Medium must be less than Security:Risk:High.");

        if (Risk.Weights.NewBrowser >= Risk.Medium)
            yield return new("Security:Risk:Weights:NewBrowser must be less than Security:Risk:Medium: people get new browsers.");

        if (!OrganisationDomains.All(IsDomain))
            yield return new("Security:OrganisationDomains must be mail domains, such as contoso.com.");

        if (!SharedSignInDomains.All(group => group is { Length: > 0 } && group.All(IsDomain)))
            yield return new("Security:SharedSignInDomains must be groups of mail domains, such as [ \"outlook.com\", \"hotmail.com\" ].");
    }

    private static bool IsDomain(string? written) => EmailAddress.Read($"name@{written}", out _) is not null;

    private static bool IsRising<T>(T[] values, T least, T most)
        where T : IComparable<T> =>
        values.SequenceEqual(values.Distinct().Order())
        && values.All(value => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0);
}
