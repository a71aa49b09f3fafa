using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// The first proof of a forgotten password: one whole registered address or number, named beforehand (R-PASS-2).
public sealed partial class SecurityInfoService
{
    /// <summary>
    /// Sends the first codes of resets that were begun. It is done after their forms were answered, so that those take as
    /// long where there is nobody to send one to (R-SIGN-2). That one is held back is for its owner to know.
    /// </summary>
    public async Task SendFirstCodesAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        var begun = await reading.PasswordResets.AsNoTracking()
            .Where(reset => reset.Account != null && reset.SeenToAt == null && reset.EndedAt == null).OrderBy(reset => reset.StartedAt).Take(MostForgotten).ToListAsync(cancel);
        foreach (var reset in begun)
        {
            if (await writes.RunAsync(context => context.PasswordResets.Find(reset.Id)?.SeeTo(clock.GetUtcNow()) == true, cancel))
                await SendFirstAsync(reset, cancel);
        }
    }

    /// <summary>Answers when somebody has begun a reset in this process.</summary>
    public ValueTask WaitForResetAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return _resets.WaitAsync(cancel);
    }

    private Task<Refusal?> SendFirstAsync(PasswordReset reset, CancellationToken cancel)
    {
        Visitor visitor = new(reset.Source, reset.Browser, "") { BrowserId = reset.BrowserId };
        var code = codes.New(clock.GetUtcNow()) with { Reference = reset.Reference };
        return ChangeAsync(reset.Account!.Value, visitor, (_, profile, policy, now) =>
            profile.AskForReset(AskerOf(reset, visitor), reset.First!.Value, codes.CutForRecovery(code, policy), policy, now), cancel);
    }

    /// <summary>The code that the first message brought, or that nobody was sent.</summary>
    public Task<Refusal?> ProveResetAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InResetAsync(visitor, (context, reset, profile, now) =>
        {
            if (codes.Check(typed) is not { } isRight)
                return new Refusal.NotACode();

            if (reset.FirstAt is not null)
                return null;

            var refusal = profile is null || reset.First is not { } first ? new Refusal.WrongCode(0) : profile.ProveForReset(AskerOf(reset, visitor), first, isRight, Policy, now);
            if (refusal is null)
                reset.TakeFirst(now);
            return refusal is null ? null : CountWrong(context, reset, visitor, profile, now);
        }, cancel);
}
