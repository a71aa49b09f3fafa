using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// How well messages arrive: measured from real ones, said by an operator, and told to whoever is about to ask for one (R-DEL-9).
public sealed partial class SecurityInfoService
{
    /// <summary>More are not looked at: the newest tell how it is now.</summary>
    private const int MostSamples = 20_000;

    private readonly ChannelBoard _channels = new(options.Value.ToPolicy().Health, clock);

    /// <summary>Measures all channels and areas, and stores what has come out. Answers how many areas those were.</summary>
    public async Task<int> MeasureChannelsAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        var now = clock.GetUtcNow();
        var (samples, reporting) = await SamplesAsync(now, cancel);
        var measured = ChannelHealth.Measure(samples, (channel, area) => reporting.Contains((channel, area)), Policy.Health, now);
        if (measured.Count == 0)
            return 0;

        var stored = await writes.RunAsync(context => Store(context, measured, now), cancel);
        _channels.Forget();
        return stored;
    }

    /// <summary>What is good to know before a code is sent there; null when the session has ended.</summary>
    /// <param name="country">Of a phone whose number is not typed yet, as ISO 3166 alpha-2.</param>
    public async Task<ContactAdvice?> AdviseAsync(Owner owner, Contact? contact, string country, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is null)
            return null;

        await _channels.ReadAsync(contexts, now, cancel);
        await _regions.ReadAsync(contexts, now, cancel);
        var attack = contact is null ? null : _regions.Of(owner, now).NoteOf(contact);
        var area = contact is null ? new(country, null) : DeliveryArea.Of(contact);
        if (contact?.Kind == MethodKind.Email)
            return new(AreaNote.Worse(_channels.NoteOf(Channel.Email, area), attack), null, Policy.SameSystem.Of(contact, profile.Name));

        var takesTexts = contact is null || PhoneNumber.TakesTexts(contact.Value);
        return new(
            takesTexts ? AreaNote.Worse(_channels.NoteOf(Channel.Sms, area), attack) : null,
            Policy.HasCalls ? AreaNote.Worse(_channels.NoteOf(Channel.Voice, area), attack) : null,
            null);
    }

    private async Task<(List<DeliverySample> Samples, HashSet<(Channel, string)> Reporting)> SamplesAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var first = Message.FirstIdAt(now - Policy.Health.Window);
        var heard = now - HealthPolicy.ReportsFor;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var samples = await context.Messages.AsNoTracking()
            .Where(message => message.Id.CompareTo(first) >= 0)

            // No limit counts a notice, and one of before areas were known lies nowhere.
            .Where(message => (message.Challenge != null || message.Kind == Message.TestKind) && message.Area != "")
            .OrderByDescending(message => message.Id).Take(MostSamples)
            .Select(message => new DeliverySample(
                message.Channel, message.To, message.Area, message.Prefix,
                message.HandedOverAt, message.Stage, message.StageAt, message.Cause))
            .ToListAsync(cancel);
        var reporting = await context.ChannelStates.AsNoTracking()
            .Where(state => state.ReportedAt > heard)
            .Select(state => new { state.Channel, state.Area })
            .ToListAsync(cancel);
        return (samples, [.. reporting.Select(state => (state.Channel, state.Area))]);
    }

    private int Store(PortalContext context, IReadOnlyList<ChannelHealth> measured, DateTimeOffset now)
    {
        var known = context.ChannelStates.ToDictionary(state => (state.Channel, state.Area));
        foreach (var health in measured)
        {
            if (!known.TryGetValue((health.Channel, health.Area), out var state) && IsWorthKeeping(health))
                context.ChannelStates.Add(state = new() { Channel = health.Channel, Area = health.Area });
            state?.Take(health, Policy.Health, now);
        }

        context.ChannelStates.RemoveRange(known.Values.Where(state => state.Said is null && state.MeasuredAt <= now - HealthPolicy.Memory));
        return measured.Count;
    }

    /// <summary>There are as many mail domains as people like; countries that report are remembered for when they fall silent.</summary>
    private bool IsWorthKeeping(ChannelHealth health) =>
        health.Count >= Policy.Health.Least || (health.Channel != Channel.Email && health.ReportedAt is not null);
}
