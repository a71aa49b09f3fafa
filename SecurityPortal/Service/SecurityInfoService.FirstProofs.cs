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
    /// <exception cref="AggregateException">Some could not be sent, and are not seen to; all others were.</exception>
    public async Task SendFirstCodesAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        List<Exception> faults = [];
        foreach (var reset in await BegunAsync(cancel))
        {
            try
            {
                await SendFirstAsync(reset, cancel);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                faults.Add(exception);
            }
        }

        if (faults.Count > 0)
            throw new AggregateException("First codes could not be sent.", faults);
    }

    /// <summary>Answers when somebody has begun a reset in this process.</summary>
    public ValueTask WaitForResetAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return _resets.WaitAsync(cancel);
    }

    /// <summary>Those of which nobody has seen to the first code; of one whose time is over it would only mislead.</summary>
    private async Task<List<PasswordReset>> BegunAsync(CancellationToken cancel)
    {
        var oldest = clock.GetUtcNow() - (Policy.Codes.Life < PasswordReset.Life ? Policy.Codes.Life : PasswordReset.Life);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.PasswordResets.AsNoTracking()
            .Where(reset => reset.StartedAt > oldest && reset.Account != null && reset.SeenToAt == null && reset.EndedAt == null).OrderBy(reset => reset.StartedAt).ToListAsync(cancel);
    }

    /// <summary>It is seen to with what is sent. Where nothing is sent nothing of that stays, and it is seen to after all.</summary>
    private async Task SendFirstAsync(PasswordReset reset, CancellationToken cancel)
    {
        Visitor visitor = new(reset.Source, reset.Browser, "") { BrowserId = reset.BrowserId };
        var code = codes.New(clock.GetUtcNow()) with { Reference = reset.Reference };
        var refusal = await ChangeAsync(reset.Account!.Value, visitor, (context, profile, policy, now) =>
            context.PasswordResets.Find(reset.Id)?.SeeTo(now) == true
                ? profile.AskForReset(AskerOf(reset, visitor), reset.First!.Value, codes.CutForRecovery(code, policy), policy, now)
                : null, cancel);
        if (refusal is not null)
            _ = await writes.RunAsync(context => context.PasswordResets.Find(reset.Id)?.SeeTo(clock.GetUtcNow()), cancel);
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
