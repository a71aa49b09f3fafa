using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What every step of a reset begins with, and what a wrong answer to one costs.
public sealed partial class SecurityInfoService
{
    private delegate Refusal? ResetStep(PortalContext context, PasswordReset reset, SecurityProfile? profile, DateTimeOffset now);

    /// <summary>
    /// One step of the reset that this browser has under way; with its account, if it has one. What is typed after the end of
    /// the first code is compared with nothing, whether or not one was sent, and so is no wrong try either.
    /// </summary>
    private async Task<Refusal?> InResetAsync(Visitor visitor, ResetStep step, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(reading, visitor, clock.GetUtcNow()) is not { } found)
            return new Refusal.ResetOver();

        Refusal? Take(PortalContext context, SecurityProfile? profile, DateTimeOffset now) =>
            WhyStaffBlocked(context, visitor, now)
            ?? (ResetOf(context, visitor, now) is not { } reset || reset.Id != found.Id ? new Refusal.ResetOver()
                : reset.FirstAt is null && now >= FirstEndOf(reset) ? new Refusal.CodeExpired(FirstEndOf(reset))
                : step(context, reset, profile, now));

        return found.Account is { } account
            ? await ChangeAsync(account, visitor, (context, profile, _, now) => Take(context, profile, now), cancel)
            : await writes.RunAsync(context => Take(context, null, clock.GetUtcNow()), cancel);
    }

    /// <summary>Counted as a wrong password is, under the name that was typed; and five end the reset.</summary>
    private Refusal CountWrong(PortalContext context, PasswordReset reset, Visitor visitor, SecurityProfile? profile, DateTimeOffset now)
    {
        reset.CountWrong(now);
        var gate = GateOf(context, reset.NameKey, visitor.Source);
        gate.CountWrong(Policy.Passwords, Policy.Blocks, now);
        _ = CountWrongOfSource(context, visitor, reset.NameKey, profile, now);
        context.SignIns.Add(EventOf(visitor, reset.NameKey, profile?.Id, null, SignInCause.WrongCode, now));
        return reset.IsOpen(now) ? new Refusal.WrongCode(PasswordReset.MostWrong - reset.Wrong) : new Refusal.ResetOver();
    }

    /// <summary>With another password, or none, what was proved for a new one before counts for nothing, in whichever browser.</summary>
    private static void EndResets(PortalContext context, SecurityProfile profile, DateTimeOffset now)
    {
        foreach (var begun in context.PasswordResets.Where(reset => reset.Account == profile.Id && reset.EndedAt == null))
            begun.End(now);
    }

    /// <summary>Counted from when the form was sent, as a code is perhaps sent to nobody: it is the same for all (R-SIGN-2).</summary>
    private DateTimeOffset FirstEndOf(PasswordReset reset) => Policy.Codes.Life < PasswordReset.Life ? reset.StartedAt + Policy.Codes.Life : reset.EndsAt;

    /// <summary>Of the latest code that a method was sent for this reset; null where there was none.</summary>
    private static DateTimeOffset? CodeEndOf(SecurityProfile profile, PasswordReset reset, MethodId method) =>
        profile.Challenges.LastOrDefault(sent => sent.Session == reset.AsSession && sent.Purpose == Purpose.ResetPassword && sent.Method == method) is { } last
            ? last.DroppedAt < last.ExpiresAt ? last.DroppedAt : last.ExpiresAt
            : null;

    private static PasswordReset? ResetOf(PortalContext context, Visitor visitor, DateTimeOffset now) =>
        visitor.BrowserId is { } browser
        && context.PasswordResets.SingleOrDefault(reset => reset.BrowserId == browser && reset.EndedAt == null) is { } latest && latest.IsOpen(now)
            ? latest
            : null;

    private static Asker AskerOf(PasswordReset reset, Visitor visitor) => new(reset.AsSession, visitor.Source, visitor.BrowserId);
}
