namespace SecurityPortal.Domain;

/// <summary>A password that was given lately, as far as it matters for what is under attack.</summary>
public sealed record PasswordSample(string Source, string? Country, string NameKey, bool IsRight);

/// <summary>A number that a code went to lately.</summary>
/// <param name="IsAnswered">It is, or has become, a number of some account.</param>
public sealed record NumberSample(string Number, bool IsAnswered);

/// <summary>
/// Which regions are under heavy attack, told by what is tried from there and what is asked for there: many who guess,
/// or many codes to numbers that nobody answers for, and hardly anything else (R-RISK-3).
/// </summary>
public static class RegionMeasure
{
    // What comes from one provider alone is that provider's, and not its country's.
    private const int NetworksOfCountry = 3;

    public static IEnumerable<(RegionKind Kind, string Value)> Attacked(
        IReadOnlyCollection<PasswordSample> passwords, IReadOnlyCollection<NumberSample> numbers, RegionPolicy policy) =>
    [
        .. Regions(passwords, NetworkOf, tried => IsGuessing(tried, policy)).Select(network => (RegionKind.Network, network)),
        .. Regions(passwords, tried => tried.Country, tried => IsGuessing(tried, policy) && IsBroad(tried)).Select(country => (RegionKind.Country, country)),
        .. Regions(numbers.DistinctBy(asked => asked.Number), CallingCodeOf, asked => IsPumping(asked, policy)).Select(code => (RegionKind.CallingCode, code)),
    ];

    private static IEnumerable<string> Regions<T>(IEnumerable<T> samples, Func<T, string?> region, Func<T[], bool> isAttacked) =>
        samples.GroupBy(region).Where(group => group.Key is not null && isAttacked([.. group])).Select(group => group.Key!);

    private static bool IsGuessing(PasswordSample[] tried, RegionPolicy policy)
    {
        var wrong = tried.Where(sample => !sample.IsRight).ToArray();
        return wrong.Length >= policy.Failures
            && IsHardlyAny(tried.Length - wrong.Length, tried.Length, policy)
            && wrong.Select(sample => sample.NameKey).Distinct().Count() >= policy.Accounts;
    }

    private static bool IsBroad(PasswordSample[] tried) =>
        tried.Where(sample => !sample.IsRight).Select(NetworkOf).Distinct().Count() >= NetworksOfCountry;

    private static bool IsPumping(NumberSample[] asked, RegionPolicy policy)
    {
        var answered = asked.Count(sample => sample.IsAnswered);
        return asked.Length - answered >= policy.Numbers && IsHardlyAny(answered, asked.Length, policy);
    }

    private static bool IsHardlyAny(int right, int all, RegionPolicy policy) => right < all * policy.RightBelow;

    private static string? NetworkOf(PasswordSample tried) => SourceNetwork.Wide(tried.Source) is var wide && SourceNetwork.IsNetwork(wide) ? wide : null;

    private static string? CallingCodeOf(NumberSample asked) => DeliveryArea.PlaceOf(new(MethodKind.Phone, asked.Number));
}
