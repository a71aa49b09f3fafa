using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What is left of every limit, for those whom it holds up (R-BLOCK-8).
public sealed partial class SecurityInfoService
{
    /// <summary>All of this account and this source; null for a session that is not fully signed in.</summary>
    public async Task<LimitsView?> LimitsAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { FullAt: not null } session)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var methods = profile.Methods.Where(method => method is { IsUsable: true, IsDestination: true })
            .OrderByDescending(method => method.Id == profile.DefaultMethod).ThenBy(method => method.AddedAt).ToArray();
        var limits = methods.SelectMany(method => CodeLimits.OfDestination(CodeTo(method, profile, owner), Policy.Limits));
        var rows = await CountedAsync(context, limits.Concat(CodeLimits.OfSource(owner.Source, Policy.Limits)), cancel);
        var tests = await TestsOf(context, profile.Id, now).Select(message => new { message.To, message.CreatedAt }).ToListAsync(cancel);
        var gate = await context.PasswordGates.AsNoTracking().SingleOrDefaultAsync(gate => gate.NameKey == profile.NameKey && gate.Source == owner.Source, cancel);
        return new(
            now,
            [
                .. methods.Select(method => new MethodLimits(method.Id, method.Kind, OverviewMaker.Shown(method.Contact, profile.IsProved(session)),
                [
                    .. CodesTo(method, profile, owner, rows, now),
                    LimitView.Of(LimitKind.Tests, TestLimit.AnHour, TestLimit.Hour, tests.Where(test => test.To == method.Value).Select(test => test.CreatedAt), now),
                ])),
            ],
            [.. CodesFrom(owner, rows, now), WrongPasswords(gate, now), .. OthersFrom(owner, profile, now)],
            [LimitView.Of(LimitKind.ReplacementStarts, Policy.Replacement.Starts, ReplacementPolicy.StartsWithin, profile.ReplacementStarts, now)]);
    }

    /// <summary>To which of the usable methods no code can be sent from here, because enough were, and until when; null when the session has ended.</summary>
    public async Task<ImmutableDictionary<MethodId, DateTimeOffset>?> FullMethodsAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is null)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var limits = profile.Methods.Where(method => method is { IsUsable: true, IsDestination: true })
            .SelectMany(method => CodeLimits.Of(CodeTo(method, profile, owner), Policy.Limits).Select(limit => (Method: method.Id, Limit: limit))).ToArray();
        var rows = await CountedAsync(context, limits.Select(limit => limit.Limit), cancel);
        return limits.Select(limit => (limit.Method, Until: rows[limit.Limit.Key].FullUntil(limit.Limit.Most, limit.Limit.Within, now)))
            .Where(full => full.Until is not null)
            .GroupBy(full => full.Method)
            .ToImmutableDictionary(full => full.Key, full => full.Max(limit => limit.Until!.Value));
    }

    private static LimitedCode CodeTo(SecurityMethod method, SecurityProfile profile, Owner owner) =>
        new(profile.Id, method.Contact, method.Key, Purpose.SignIn, owner.Source, profile.Pending is not null);

    private static async Task<Dictionary<string, Throttle>> CountedAsync(PortalContext context, IEnumerable<CodeLimit> limits, CancellationToken cancel)
    {
        var keys = limits.Select(limit => limit.Key).Distinct().ToArray();
        var stored = await context.Throttles.AsNoTracking().Where(throttle => keys.Contains(throttle.Key)).ToDictionaryAsync(throttle => throttle.Key, cancel);
        return keys.ToDictionary(key => key, key => stored.GetValueOrDefault(key) ?? Throttle.Counting(key, []));
    }

    /// <summary>Of the account's own count and that of the mailbox or number over all accounts the one that leaves less.</summary>
    private IEnumerable<LimitView> CodesTo(SecurityMethod method, SecurityProfile profile, Owner owner, Dictionary<string, Throttle> rows, DateTimeOffset now) =>
        CodeLimits.OfDestination(CodeTo(method, profile, owner), Policy.Limits)
            .Select(limit => LimitView.Of(limit.Within == LimitPolicy.Hour ? LimitKind.CodesAnHour : LimitKind.CodesADay, limit, rows[limit.Key], now))
            .GroupBy(limit => limit.Kind)
            .Select(limits => limits.MaxBy(limit => (limit.Used, limit.NextAt))!);

    private IEnumerable<LimitView> CodesFrom(Owner owner, Dictionary<string, Throttle> rows, DateTimeOffset now) =>
        CodeLimits.OfSource(owner.Source, Policy.Limits).Select((limit, i) =>
            LimitView.Of(i == 0 ? LimitKind.CodesFromHere : LimitKind.CodesFromNearby, limit, rows[limit.Key], now));

    private IEnumerable<LimitView> OthersFrom(Owner owner, SecurityProfile profile, DateTimeOffset now) =>
    [
        LimitView.Of(
            LimitKind.NewContacts, Policy.Codes.NewDestinations, CodePolicy.DestinationsWithin,
            profile.NewDestinations.Where(known => known.Source == owner.Source).Select(known => known.At), now),
        LimitView.Of(
            LimitKind.WrongContacts, SecurityProfile.WrongContactsADay, SecurityProfile.WrongContactsWithin,
            profile.WrongContacts.Where(wrong => wrong.Source == owner.Source).Select(wrong => wrong.At), now),
    ];

    /// <summary>They count in a row: a day without one, or a right one, and none counts any more.</summary>
    private LimitView WrongPasswords(PasswordGate? gate, DateTimeOffset now)
    {
        var most = Policy.Passwords.WrongInARow;
        if (gate?.IsShut(now) == true)
            return new(LimitKind.WrongPasswords, most, most, gate.BlockedUntil, gate.BlockedUntil);

        return gate is { WrongInARow: > 0 and var wrong } && gate.LastTryAt + PasswordGate.Memory is var end && now < end
            ? new(LimitKind.WrongPasswords, most, wrong, end, end)
            : new(LimitKind.WrongPasswords, most, 0, null, null);
    }
}
