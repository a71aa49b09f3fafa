using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>What came of <em>This wasn't me</em>.</summary>
/// <param name="PasswordChangedAt">When a new one was chosen since; null before that.</param>
public sealed record DisputeView(ActivityRow Row, string Case, DateTimeOffset? PasswordChangedAt);

// "This was me" and "This wasn't me", said of something in one's own log (R-ACT-1).
public sealed partial class SecurityInfoService
{
    /// <summary>
    /// Records what the owner says of rows that belong together. <em>This wasn't me</em> acts at once and takes no proof:
    /// the sessions that did it end, and staff get a case. It stands once it was said.
    /// </summary>
    public Task<Refusal?> AnswerActivityAsync(Owner owner, ImmutableArray<ActivityRef> about, OwnersAnswer answer, CancellationToken cancel) =>
        ChangeAsync(owner, (context, profile, policy, now) =>
        {
            if (profile.WhyNotAnswer(owner.Asker, policy, now) is { } refusal)
                return refusal;

            ActivityRows rows = new(profile, owner);
            var (tries, others) = (Named(about, isSignIn: true), Named(about, isSignIn: false));
            var signIns = context.SignIns.Where(happened => happened.Account == profile.Id && tries.Contains(happened.Id)).ToList();
            var entries = context.Activity.Where(entry => entry.Account == profile.Id && others.Contains(entry.Id)).ToList();
            ImmutableArray<ActivityRow> named = [.. signIns.Select(rows.Of), .. entries.Select(rows.Of)];
            if (named.Length == 0 || named.Length != tries.Length + others.Length || !named.Any(row => row.IsAnswerable))
                return new Refusal.NoSuchActivity();

            if (WhyAnswered(named, answer) is { } answered)
                return answered;

            signIns.ForEach(happened => happened.Take(answer, now));
            entries.ForEach(entry => entry.Take(answer, now));
            return answer is OwnersAnswer.WasMe ? null : Dispute(context, profile, owner, named, policy, now);
        }, cancel);

    /// <summary>After a proof: the password is to be changed before anything else, and nobody else stays in.</summary>
    public Task<Refusal?> SecureAccountAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SecureAccount(owner.Asker, policy, now), cancel);

    /// <summary>What came of saying that something wasn't oneself; null where that was not said, or is not this account's.</summary>
    public async Task<DisputeView?> DisputeAsync(Owner owner, ActivityRef about, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FullAsync(owner, now, cancel) is not { } profile)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await RowAsync(context, new(profile, owner), owner, about, cancel) is not { Answer: OwnersAnswer.WasNotMe, AnsweredAt: { } at } row)
            return null;

        var number = await context.Cases.Where(opened => opened.Account == owner.Account && opened.Kind == CaseKind.ActivityDisputed && opened.OpenedAt == at)
            .Select(opened => opened.Number).FirstOrDefaultAsync(cancel);
        var changed = await EntriesOf(context, owner).Where(entry => entry.Kind == nameof(SecurityEvent.PasswordChanged) && entry.At >= at)
            .Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancel);
        return new(row, number ?? "", changed);
    }

    private static long[] Named(ImmutableArray<ActivityRef> about, bool isSignIn) => [.. about.Where(row => row.IsSignIn == isSignIn).Select(row => row.Id).Distinct()];

    private static async Task<ActivityRow?> RowAsync(PortalContext context, ActivityRows rows, Owner owner, ActivityRef about, CancellationToken cancel) => about.IsSignIn
        ? await SignInsOf(context, owner).FirstOrDefaultAsync(happened => happened.Id == about.Id, cancel) is { } happened ? rows.Of(happened) : null
        : await EntriesOf(context, owner).FirstOrDefaultAsync(entry => entry.Id == about.Id, cancel) is { } entry ? rows.Of(entry) : null;

    /// <summary>It can be said later that it wasn't oneself after all; not the other way round, for that was acted upon.</summary>
    private static Refusal.AlreadyAnswered? WhyAnswered(ImmutableArray<ActivityRow> rows, OwnersAnswer answer)
    {
        var said = rows.FirstOrDefault(row => row.Answer is OwnersAnswer.WasNotMe)
            ?? (answer is OwnersAnswer.WasMe && rows.All(row => row.Answer is not null) ? rows[0] : null);
        return said is { Answer: { } before, AnsweredAt: { } at } ? new(before, at) : null;
    }

    private static Refusal? Dispute(PortalContext context, SecurityProfile profile, Owner owner, ImmutableArray<ActivityRow> rows, SecurityPolicy policy, DateTimeOffset now)
    {
        var method = rows.FirstOrDefault(row => row.Method is not null)?.Method;
        context.SignIns.Add(EventOf(owner, profile, method, SignInCause.ReportedNotMine, now));
        return profile.Dispute(
            owner.Asker, [.. rows.Select(row => new DisputedActivity(row.Session, row.Browser, row.Source)).Distinct()], method, OneTimeCodes.NewCaseNumber(), policy, now);
    }
}
