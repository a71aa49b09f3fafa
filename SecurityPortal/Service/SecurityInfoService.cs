using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Everything that can be asked of, or done to, an account's security info. The rules are in
/// <see cref="SecurityProfile"/>; what is here is how a request reaches them: loaded, judged now, stored, told.
/// </summary>
public sealed partial class SecurityInfoService(
    IDbContextFactory<PortalContext> contexts,
    WriteQueue writes,
    IOptions<SecurityOptions> options,
    MessageWriter messages,
    OneTimeCodes codes,
    Passwords passwords,
    AppSeeds seeds,
    PasskeyCeremonies passkeys,
    PortalAddress address,
    LimitAlerts alerts,
    TimeProvider clock)
{
    private static readonly Func<PortalContext, AccountId, SecurityProfile?> s_load =
        EF.CompileQuery((PortalContext context, AccountId id) => context.Profiles.SingleOrDefault(profile => profile.Id == id));

    private static readonly Func<PortalContext, AccountId, Task<SecurityProfile?>> s_read =
        EF.CompileAsyncQuery((PortalContext context, AccountId id) => context.Profiles.AsNoTracking().SingleOrDefault(profile => profile.Id == id));

    private delegate Refusal? Request(SecurityProfile profile, SecurityPolicy policy, DateTimeOffset now);

    /// <summary>One that also asks what other accounts hold, or leaves a trace beside its own.</summary>
    private delegate Refusal? StoreRequest(PortalContext context, SecurityProfile profile, SecurityPolicy policy, DateTimeOffset now);

    private SecurityPolicy Policy { get; } = options.Value.ToPolicy();

    private RetentionOptions Retention { get; } = options.Value.Retention;

    private Task<Refusal?> ChangeAsync(Owner owner, Request request, CancellationToken cancel) =>
        ChangeAsync(owner, (_, profile, policy, now) => request(profile, policy, now), cancel);

    private Task<Refusal?> ChangeAsync(Owner owner, StoreRequest request, CancellationToken cancel) =>
        ChangeAsync(owner.Account, owner, (context, profile, policy, now) => request(context, profile, policy, now) ?? Touched(profile, owner, policy, now), cancel);

    /// <summary>
    /// The one way in which an account changes: loaded under the write lock, judged by what it is now, and stored together
    /// with what is to be sent because of it (R-DEL-1).
    /// </summary>
    private async Task<Refusal?> ChangeAsync(AccountId account, Caller caller, StoreRequest request, CancellationToken cancel)
    {
        var (refusal, waiting) = await writes.RunAsync<Changed>(
            context => s_load(context, account) is { } profile
                ? Change(context, profile, caller, request, clock.GetUtcNow())
                : new(new Refusal.SignedOut(), []),
            cancel);

        _mail.Ring(waiting);
        return refusal;
    }

    private Changed Change(PortalContext context, SecurityProfile profile, Caller caller, StoreRequest request, DateTimeOffset now)
    {
        var (replacements, password, recovery) = (profile.Replacements, profile.PasswordHash, profile.Recovery);
        var answer = request(context, profile, Policy, now);
        if (answer is null && WhyNotSent(context, profile, caller, now) is { } held)
        {
            // Nothing is to be left of a code that is not sent, but that it was asked for.
            context.ChangeTracker.Clear();
            return new(AfterTry(context, profile, caller, held, now), []);
        }

        Uncount(context, profile, now);
        if (profile.Replacements != replacements)
            PendingPhone.Follow(context, profile);
        if (profile.PasswordHash != password)
            EndResets(context, profile, now);
        if (recovery is not null && profile.Recovery?.Request != recovery.Request)
            context.RecoveryRequests.Find(recovery.Request)?.Stop(now);
        return new(answer, messages.WriteAll(context, profile, caller, now));
    }

    /// <param name="Waiting">By which channels something is to be sent now.</param>
    private sealed record Changed(Refusal? Refusal, IReadOnlyCollection<Channel> Waiting);

    /// <summary>Whether the codes that are to be sent may be, and when.</summary>
    private Refusal? WhyNotSent(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        var sending = LimitsOf(context, profile, caller);
        var refusal = (sending?.MayBeBlocked == true ? WhyBlockedOutside(context, profile, caller, now) : null)
            ?? WhyOverLimit(sending, now)
            ?? profile.TakeTurns(dispatch => TakeTurn(context, dispatch, caller, now));
        if (refusal is null)
            Count(context, sending, now);
        return refusal;
    }

    /// <summary>Of a request whose code is not sent nothing is left, but that it was a try: that is noted.</summary>
    private static Refusal AfterTry(PortalContext context, SecurityProfile profile, Caller caller, Refusal held, DateTimeOffset now)
    {
        var refusal = LengthenOutside(context, profile, caller, held, now);
        NoteOverLimit(context, profile, refusal, now);
        NoteClosedRegion(context, profile, refusal, now);
        foreach (var asked in profile.PeekDispatches())
            NoteRefused(context, profile, caller, asked.Challenge.Method, asked.To, refusal, now);
        return refusal;
    }

    /// <summary>A request that was granted is use of its session, which keeps that from idling out (R-SIGN-5).</summary>
    private static Refusal? Touched(SecurityProfile profile, Owner owner, SecurityPolicy policy, DateTimeOffset now)
    {
        _ = profile.Touch(owner.Asker, policy, now);
        return null;
    }

    /// <summary>An account as it is now; a copy, nothing of which is stored.</summary>
    private async Task<SecurityProfile?> ReadAsync(AccountId account, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var profile = await s_read(context, account);
        profile?.Advance(Policy, now);
        return profile;
    }

    /// <summary>How many other accounts a phone serves, or will when what is pending in them is applied.</summary>
    private static int AccountsOf(PortalContext context, Contact contact, AccountId but) => contact.Kind == MethodKind.Phone
        ? context.Methods.Where(method => method.Key == contact.Key && method.VerifiedAt != null).Select(method => EF.Property<AccountId>(method, "Account"))
            .Union(context.PendingPhones.Where(phone => phone.Key == contact.Key).Select(phone => phone.Account))
            .Count(account => account != but)
        : 0;
}
