using System.Collections.Immutable;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

public enum LossVerdict
{
    /// <summary>Something established stays: nothing is closed.</summary>
    Fine,

    /// <summary>Signing in goes on, but to take off what is lost would change everything at once (R-RESTRICT-1).</summary>
    Weaker,

    /// <summary>Nothing stays but recovery codes, which open the account at once.</summary>
    Paper,

    /// <summary>Nothing stays that signs in: the replacement takes its time (R-PEND-3).</summary>
    Wait,

    /// <summary>Without a password nothing stays that signs in, and there is no replacement either (R-PASS-3).</summary>
    Form,
}

public enum LossRemedy
{
    /// <summary>Nothing has to be mended, or only time does it.</summary>
    None,
    AddAnother,
    Confirm,
    BringBack,
}

/// <summary>What would be if some methods were lost now. Nothing is changed by asking.</summary>
/// <param name="Stays">What would still sign in.</param>
/// <param name="HealsAt">When one of those that stay counts as established, where none does yet.</param>
/// <param name="RemembersUntil">Until when some browser goes on signing in without a code; it changes no security info (R-SIGN-3).</param>
/// <param name="ClosedUntil">Until when security info cannot be changed in any case.</param>
/// <param name="MendsWith">The method that <paramref name="Remedy"/> is about.</param>
public sealed record LossForecast(
    ImmutableArray<MethodId> Lost,
    ImmutableArray<MethodId> Stays,
    LossVerdict Verdict,
    DateTimeOffset? HealsAt,
    DateTimeOffset? RemembersUntil,
    DateTimeOffset? ClosedUntil,
    LossRemedy Remedy,
    MethodId? MendsWith)
{
    /// <summary>One for each usable method, and one for all phones and apps where there are several: they may be in one pocket.</summary>
    public static ImmutableArray<LossForecast> All(SecurityProfile profile, SessionId session, SecurityPolicy policy, DateTimeOffset now)
    {
        var usable = profile.Methods.Where(method => TakesCodes(profile, method, policy)).OrderByDescending(method => method.Id == profile.DefaultMethod).ThenBy(method => method.AddedAt).ToArray();
        var phones = usable.Where(method => method.Kind is MethodKind.Phone or MethodKind.AuthenticatorApp).ToArray();
        return
        [
            .. usable.Select(lost => Of(profile, session, [lost], policy, now)),
            .. phones.Length > 1 ? [Of(profile, session, phones, policy, now)] : Array.Empty<LossForecast>(),
        ];
    }

    public static LossForecast Of(SecurityProfile profile, SessionId session, IReadOnlyCollection<SecurityMethod> lost, SecurityPolicy policy, DateTimeOffset now)
    {
        // What does not sign in keeps the account from being restricted all the same.
        var kept = profile.Methods.Where(method => TakesCodes(profile, method, policy) && !lost.Contains(method)).ToArray();
        var stays = kept.Where(method => SignsIn(method, policy)).ToArray();
        var verdict = VerdictOf(profile, stays, kept, now);
        var closedUntil = profile.Pending?.EndsAt ?? profile.Restriction?.EndsAt;
        var (remedy, with) = verdict == LossVerdict.Fine || closedUntil is not null ? (LossRemedy.None, null) : RemedyOf(profile, session, lost, verdict, policy, now);
        return new(
            [.. lost.Select(method => method.Id)],
            [.. stays.Select(method => method.Id)],
            verdict,
            verdict == LossVerdict.Weaker ? kept.Min(method => method.EstablishedAt) : null,
            profile.RememberedBrowsers.Where(browser => now < browser.EndsAt).Max(browser => (DateTimeOffset?)browser.EndsAt),
            closedUntil,
            remedy,
            with);
    }

    private static LossVerdict VerdictOf(SecurityProfile profile, SecurityMethod[] stays, SecurityMethod[] kept, DateTimeOffset now) => stays switch
    {
        _ when profile.IsPasswordless && !SecurityProfile.SignsInAlone(stays) => LossVerdict.Form,
        [] => profile.HasRecoveryCodes ? LossVerdict.Paper : LossVerdict.Wait,
        _ => kept.Any(method => method.IsEstablished(now)) ? LossVerdict.Fine : LossVerdict.Weaker,
    };

    /// <summary>What is there already and only has to be taken up again comes before something new, which is not established for long.</summary>
    private static (LossRemedy Remedy, MethodId? With) RemedyOf(
        SecurityProfile profile, SessionId session, IReadOnlyCollection<SecurityMethod> lost, LossVerdict verdict, SecurityPolicy policy, DateTimeOffset now)
    {
        var asleep = profile.Methods
            .Where(method => method is { IsConfirmed: true, SuspendedAt: not null, LostAt: null, TakesCodes: true } && lost.All(other => other.Contact != method.Contact))
            .OrderByDescending(method => method.IsEstablished(now)).FirstOrDefault(method => verdict != LossVerdict.Weaker ? SignsIn(method, policy) : method.IsEstablished(now));
        if (asleep is not null)
            return (LossRemedy.BringBack, asleep.Id);

        // Something new would not be established either: what is there will be sooner.
        if (verdict == LossVerdict.Weaker)
            return (LossRemedy.None, null);

        if (profile.Methods.FirstOrDefault(method => method.VerifiedAt is null && method.AddedIn == session && SignsIn(method, policy)) is { } begun)
            return (LossRemedy.Confirm, begun.Id);

        return profile.Methods.Count(method => method.IsConfirmed) < policy.MaxMethods ? (LossRemedy.AddAnother, null) : (LossRemedy.None, null);
    }

    /// <summary>As long as nothing about the sign-in is unusual.</summary>
    private static bool SignsIn(SecurityMethod method, SecurityPolicy policy) => policy.Methods.SignsIn(method.Kind, RiskScore.None, policy.Risk);

    private static bool TakesCodes(SecurityProfile profile, SecurityMethod method, SecurityPolicy policy) =>
        method.IsUsable && !profile.IsDisabled(method) && (policy.HasCalls || method.Kind != MethodKind.Phone || method.TakesTexts);
}
