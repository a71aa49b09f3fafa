using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// "Forgot password": one reset to a browser at a time. Until the first proof all is the same whether or not there is such
// an account (R-SIGN-2); nothing that is done here blocks the account or a method (R-BLOCK-6).
public sealed partial class SecurityInfoService
{
    /// <summary>Null where nothing is under way in this browser.</summary>
    public async Task<ResetView?> ResetAsync(Visitor visitor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(context, visitor, now) is not { } reset)
            return null;

        ResetView view = new(now, reset.EndsAt, reset.Reference, FirstEndOf(reset), reset.FirstAt is not null, reset.Second is not null, null, [], null, false);
        if (reset is not { FirstAt: not null, Account: { } account, First: { } first } || await ReadAsync(account, now, cancel) is not { } profile)
            return view;

        ImmutableArray<ResetMethodView> seconds = [.. profile.SecondsAfter(first, now).Select(method => View(profile, reset, method, now))];
        return view with
        {
            Closed = profile.WhyNoReset(now),
            Seconds = seconds,
            Asked = seconds.FirstOrDefault(method => method.Id == reset.Asked),
            HasRecoveryCodes = profile.HasPaperForReset(now),
        };
    }

    /// <summary>The account and one whole registered address or number. <em>If that matches, we have sent a code.</em></summary>
    public async Task<Refusal?> StartResetAsync(Visitor visitor, string name, string contact, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(name))
            return new Refusal.WrongNameOrPassword();

        if (ContactOf(contact, out var unfit) is not { } typed)
            return unfit;

        var key = AccountName.KeyOf(name);
        var door = await LookUpAsync(key, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return shut;

        var now = clock.GetUtcNow();
        var method = door.Profile?.ResetBy(typed, now);
        PasswordReset reset = new()
        {
            Id = Guid.CreateVersion7(now),
            NameKey = key,
            Account = method is null ? null : door.Profile!.Id,
            First = method?.Id,
            BrowserId = visitor.BrowserId ?? "",
            Reference = codes.New(now).Reference,
            Source = visitor.Source,
            Browser = visitor.Browser,
            StartedAt = now,
        };
        var refusal = await writes.RunAsync<Refusal?>(context => Begin(context, reset, now), cancel);
        _resets.Ring();
        return refusal;
    }

    /// <summary>After both proofs: the new password; everything that was open ends.</summary>
    public async Task<Refusal?> FinishResetAsync(Visitor visitor, string password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(reading, visitor, now) is not { Second: not null, Account: { } account } || await ReadAsync(account, now, cancel) is not { } known)
            return new Refusal.ResetOver();

        if (WhyWeak(password, known.Name) is { } weak)
            return weak;

        var hash = await passwords.HashAsync(password, cancel);
        return await ChangeAsync(account, visitor, (context, profile, policy, at) =>
        {
            if (ResetOf(context, visitor, at) is not { First: { } first, Second: { } second } reset || reset.Account != account)
                return new Refusal.ResetOver();

            var refusal = profile.ResetPassword(first, second, hash, policy, at);
            if (refusal is null)
                reset.End(at);
            return refusal;
        }, cancel);
    }

    /// <summary>To begin again: what was proved counts for nothing.</summary>
    public Task DropResetAsync(Visitor visitor, CancellationToken cancel) => writes.RunAsync(
        context =>
        {
            var now = clock.GetUtcNow();
            ResetOf(context, visitor, now)?.End(now);
            return true;
        },
        cancel);

    /// <summary>In the place of what this browser had begun before. So many are begun from one source, whoever's they are.</summary>
    private static Refusal.TooManyRequests? Begin(PortalContext context, PasswordReset reset, DateTimeOffset now)
    {
        var lately = now - PasswordReset.Life;
        var begun = context.PasswordResets.Where(other => other.Source == reset.Source && other.StartedAt > lately).Select(other => other.StartedAt).ToList();
        if (Refusal.TooManyRequests.Of(begun, PasswordReset.MostOfSource, PasswordReset.Life) is { } refused)
            return refused;

        foreach (var before in context.PasswordResets.Where(other => other.BrowserId == reset.BrowserId && other.EndedAt == null))
            before.End(reset.StartedAt);
        context.PasswordResets.Add(reset);
        return null;
    }

    private static Contact? ContactOf(string typed, out Refusal? refusal) => typed.Contains('@', StringComparison.Ordinal)
        ? EmailAddress.Read(typed, out refusal)
        // It is compared and nothing else, so it need not be one that could be added today.
        : PhoneNumber.InE164(typed, country: null, out refusal) is { } number ? new(MethodKind.Phone, number) : null;

    private static ResetMethodView View(SecurityProfile profile, PasswordReset reset, SecurityMethod method, DateTimeOffset now) => new(
        method.Id, method.Kind, OverviewMaker.Shown(method.Contact, isFull: false), method.TakesTexts, method.Passkey?.Name,
        profile.OpenChallenge(reset.AsSession, Purpose.ResetPassword, method.Id, now)?.Reference, CodeEndOf(profile, reset, method.Id));
}
