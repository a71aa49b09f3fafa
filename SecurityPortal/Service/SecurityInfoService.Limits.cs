using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// How many codes are sent: to a method, to a destination, for a source, and in all (R-BLOCK-7). Notices are never counted.
public sealed partial class SecurityInfoService
{
    /// <summary>What the codes that are about to be sent are counted under, as the store knows it under the write lock.</summary>
    private Sending? LimitsOf(PortalContext context, SecurityProfile profile, Caller caller)
    {
        var codes = profile.PeekDispatches();
        if (codes.Count == 0)
            return null;

        CodeLimit[] limits = [.. codes.SelectMany(code => CodeLimits.Of(Limited(profile, code, caller), Policy.Limits))];
        var keys = limits.Select(limit => limit.Key).Concat(codes.Select(code => ThrottleKey.Destination(code.To)));
        return new(limits, ThrottleRows.Read(context, [.. keys.Distinct()], out var isBlocked).ToDictionary(row => row.Key), isBlocked);
    }

    /// <summary>The limit that makes room last: before that nothing can be sent, whatever the others say.</summary>
    private static Refusal.LimitReached? WhyOverLimit(Sending? sending, DateTimeOffset now) => sending?.Limits
        .Select(limit => (Limit: limit, Until: sending.Rows[limit.Key].FullUntil(limit.Most, limit.Within, now)))
        .Where(full => full.Until is not null)
        .Select(full => new Refusal.LimitReached(full.Limit.Scope, full.Limit.Most, full.Until!.Value))
        .MaxBy(refusal => refusal.Until);

    private void Count(PortalContext context, Sending? sending, DateTimeOffset now)
    {
        if (sending is null)
            return;

        foreach (var limits in sending.Limits.GroupBy(limit => limit.Key))
        {
            var row = sending.Rows[limits.Key];
            row.Count(limits.Max(limit => limit.Within), now);
            alerts.Look(limits.First(), row, Policy.Limits, now);
        }

        ThrottleRows.Store(context, [.. sending.Limits.Select(limit => limit.Key).Distinct().Select(key => sending.Rows[key])]);
    }

    /// <summary>
    /// It is in the history of messages, for a method once an hour however often it is tried (R-BLOCK-4). What is only being
    /// entered has none: nothing is left of it.
    /// </summary>
    private static void NoteOverLimit(PortalContext context, SecurityProfile profile, Refusal held, DateTimeOffset now)
    {
        if (held is not Refusal.LimitReached)
            return;

        var since = now - LimitPolicy.Hour;
        foreach (var code in profile.PeekDispatches().Where(code => profile.Methods.Any(method => method.Id == code.Challenge.Method && method.IsConfirmed)))
        {
            if (!context.Messages.AsNoTracking().Any(message => message.Account == profile.Id && message.CreatedAt > since
                && message.Method == code.Challenge.Method && message.Cause == DeliveryCause.LimitReached))
                context.Messages.Add(Message.OverLimit(Guid.CreateVersion7(now), profile.Id, code, now));
        }
    }

    /// <summary>A code that was entered is nothing that its source could be reproached with.</summary>
    private void Uncount(PortalContext context, SecurityProfile profile, DateTimeOffset now)
    {
        var answered = profile.TakeAnswered().RemoveAll(sent => now >= sent.At + LimitPolicy.Hour);
        if (answered.IsEmpty)
            return;

        var rows = ThrottleRows.Read(context, [.. answered.SelectMany(KeysOf).Distinct()], out _).ToDictionary(row => row.Key);
        foreach (var (sent, key) in answered.SelectMany(sent => KeysOf(sent).Select(key => (sent, key))))
            rows[key].Uncount(sent.At);
        ThrottleRows.Store(context, [.. rows.Values]);
    }

    private static LimitedCode Limited(SecurityProfile profile, CodeDispatch code, Caller caller) =>
        new(profile.Id, code.To, code.Challenge.ContactKey, code.Challenge.Purpose, caller.Source, profile.Pending is not null);

    private IEnumerable<string> KeysOf(SentFrom sent) => CodeLimits.OfSource(sent.Source, Policy.Limits).Select(limit => limit.Key);

    /// <param name="MayBeBlocked">A block was set on one of the rows, which may be over.</param>
    private sealed record Sending(CodeLimit[] Limits, Dictionary<string, Throttle> Rows, bool MayBeBlocked);
}
