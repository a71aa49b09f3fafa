using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>
    /// The code of a sign-in, sent once its whole number or address was typed (R-CODE-8). What was typed is compared, and
    /// then nowhere kept.
    /// </summary>
    public Task<Refusal?> AskForCodeByContactAsync(Owner owner, MethodId method, string typed, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) =>
        {
            var refusal = profile.TypeWhole(owner.Asker, method, typed, policy, now)
                ?? profile.AskForCode(owner.Asker, Purpose.SignIn, method, codes.Cut(code, profile, policy), policy, now);
            _ = NoteHeldBack(context, profile, owner, (Purpose.SignIn, method), now, refusal);
            if (refusal is Refusal.WrongContact)
                context.SignIns.Add(EventOf(owner, profile, method, SignInCause.WrongContact, now));
            return refusal;
        }, cancel);
    }
}
