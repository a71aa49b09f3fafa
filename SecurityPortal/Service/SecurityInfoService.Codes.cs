using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    public Task<Refusal?> AskForCodeAsync(Owner owner, Purpose purpose, MethodId method, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) => NoteHeldBack(
            context, profile, owner, (purpose, method), now,
            profile.AskForCode(owner.Asker, purpose, method, codes.Cut(code, profile, policy), policy, now)), cancel);
    }

    public Task<Refusal?> SendAgainAsync(Owner owner, ChallengeId challenge, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) =>
        {
            var sent = profile.Challenges.FirstOrDefault(asked => asked.Id == challenge && asked.Session == owner.Session);
            var refusal = profile.SendAgain(owner.Asker, challenge, codes.Cut(code, profile, policy), policy, now, messages.IsThere(context, challenge));
            return sent is null ? refusal : NoteHeldBack(context, profile, owner, (sent.Purpose, sent.Method), now, refusal);
        }, cancel);
    }

    /// <summary>The code in a call: instead of a message that did not come, or to a line that takes nothing else.</summary>
    public Task<Refusal?> CallWithCodeAsync(Owner owner, Purpose purpose, MethodId method, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) => NoteHeldBack(
            context, profile, owner, (purpose, method), now,
            profile.CallWithCode(owner.Asker, purpose, method, codes.Cut(code, profile, policy), policy, now, IsThere(context, profile, owner, purpose, method, now))), cancel);
    }

    private bool IsThere(PortalContext context, SecurityProfile profile, Owner owner, Purpose purpose, MethodId method, DateTimeOffset now) =>
        profile.OpenChallenge(owner.Session, purpose, method, now) is { } open && messages.IsThere(context, open.Id);
}
