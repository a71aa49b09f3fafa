namespace SecurityPortal.Domain;

/// <summary>When a region is measured to be under heavy attack, and how its codes go then (R-RISK-3).</summary>
/// <param name="Window">How far back is looked.</param>
/// <param name="Failures">So many passwords of one network or country that were not right…</param>
/// <param name="Accounts">…for so many names are an attack.</param>
/// <param name="Numbers">So many numbers of one calling code that nobody answers for are one.</param>
/// <param name="RightBelow">But only where no more than this part of them was right, or answered.</param>
/// <param name="Lasts">How long it counts as one without being measured again.</param>
/// <param name="Pace">How many codes a minute go to or from such a region.</param>
public sealed record RegionPolicy(TimeSpan Window, int Failures, int Accounts, int Numbers, double RightBelow, TimeSpan Lasts, int Pace)
{
    /// <summary>Codes a minute, as staff may say it.</summary>
    public const int MostPace = 10_000;

    public static Refusal.NoPace? WhyNoPace(int? pace) => pace is < 1 or > MostPace ? new(MostPace) : null;
}
