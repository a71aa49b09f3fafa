using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>How far the last test message to a method has come.</summary>
/// <param name="IsOver">Nothing more will be heard of it.</param>
public sealed record TestView(DateTimeOffset Now, Channel By, DateTimeOffset SentAt, DeliveryStage Stage, DateTimeOffset? StageAt, DeliveryCause? Cause, bool IsOver)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Worth looking at again soon. Many networks never say more than that they took it.</summary>
    public bool MayMove => !IsOver && Now < SentAt + s_patience;
}

// A message that only shows whether messages arrive (R-DEL-10).
public sealed partial class SecurityInfoService
{
    public Task<Refusal?> SendTestAsync(Owner owner, MethodId method, CancellationToken cancel) =>
        ChangeAsync(owner, (context, profile, policy, now) =>
        {
            if ((profile.WhyNoTest(owner.Asker, method, policy, now, out var tested) ?? WhyTooSoon(context, profile, tested!, now)) is { } refusal)
                return refusal;

            _ = messages.WriteTest(context, profile, tested!, now);
            return null;
        }, cancel);

    /// <summary>Null where none was sent lately, and for a session that has not proved a second thing.</summary>
    public async Task<TestView?> TestWayAsync(Owner owner, MethodId method, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { FullAt: not null })
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await TestsOf(context, owner.Account, now)
            .Where(message => message.Method == method)
            .OrderByDescending(message => message.CreatedAt)
            .Select(message => new TestView(now, message.Channel, message.CreatedAt, message.Stage, message.StageAt, message.Cause, message.DueAt == null
                && (message.Stage == DeliveryStage.Delivered || message.Stage == DeliveryStage.Bounced || message.Stage == DeliveryStage.Refused
                    || message.Stage == DeliveryStage.Expired || message.Stage == DeliveryStage.NotSent)))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Counted by destination: to take a method out and add it again makes no room.</summary>
    private static Refusal.TestTooSoon? WhyTooSoon(PortalContext context, SecurityProfile profile, SecurityMethod tested, DateTimeOffset now)
    {
        var sent = TestsOf(context, profile.Id, now)
            .Where(message => message.To == tested.Value)
            .OrderByDescending(message => message.CreatedAt)
            .Select(message => message.CreatedAt).Take(TestLimit.AnHour).ToArray();
        return TestLimit.NextAt(sent) is { } at && now < at ? new(at) : null;
    }

    private static IQueryable<Message> TestsOf(PortalContext context, AccountId account, DateTimeOffset now)
    {
        var since = now - TestLimit.Hour;
        return context.Messages.AsNoTracking().Where(message => message.Account == account && message.CreatedAt > since && message.Kind == Message.TestKind);
    }
}
