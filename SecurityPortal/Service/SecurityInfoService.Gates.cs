using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What stands between a typed password and the look at its hash: the same for names that no account has (R-SIGN-2).
public sealed partial class SecurityInfoService
{
    private static Refusal? WhyShut(Door door, DateTimeOffset now) =>
        WhySlowed(door.Source, now) ?? (door.Gate?.IsShut(now) == true ? new Refusal.SourceBlocked(door.Gate.BlockedUntil!.Value) : null);

    private async Task<Door> LookUpAsync(string key, Caller caller, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var profile = s_named(context, key);
        var gate = await context.PasswordGates.AsNoTracking().SingleOrDefaultAsync(gate => gate.NameKey == key && gate.Source == caller.Source, cancel);
        return new(profile, gate, await SlowdownAsync(context, profile, caller, cancel));
    }

    /// <summary>
    /// Under the write lock a right password is judged once more: of guesses that come together none slips past the block,
    /// and the password may have been changed while its hash was being checked.
    /// </summary>
    private static Refusal? PassGate(PortalContext context, SecurityProfile profile, SecurityProfile known, Caller caller, DateTimeOffset now)
    {
        if (WhySlowed(context, profile, caller, now) is { } slowed)
            return slowed;

        var gate = context.PasswordGates.Find(profile.NameKey, caller.Source);
        if (gate?.IsShut(now) == true)
            return new Refusal.SourceBlocked(gate.BlockedUntil!.Value);

        if (profile.PasswordHash != known.PasswordHash)
            return new Refusal.WrongNameOrPassword();

        if (gate is not null)
            context.PasswordGates.Remove(gate);
        return null;
    }

    private Task<SignInAnswer> RefuseAsync(Visitor visitor, string key, SecurityProfile? profile, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                var now = clock.GetUtcNow();
                var gate = context.PasswordGates.Find(key, visitor.Source);
                var wasShut = gate?.IsShut(now) == true;
                if (gate is null)
                    context.PasswordGates.Add(gate = new() { NameKey = key, Source = visitor.Source });
                var slowed = wasShut ? null : CountWrongOfSource(context, visitor, key, profile, now);
                if (!wasShut)
                    gate.CountWrong(Policy.Passwords, Policy.Blocks, now);

                context.SignIns.Add(EventOf(visitor, key, profile?.Id, null, wasShut ? SignInCause.SourceBlocked : WrongCauseOf(profile), now));
                return new(gate.IsShut(now) ? new Refusal.SourceBlocked(gate.BlockedUntil!.Value) : slowed ?? new Refusal.WrongNameOrPassword(), null);
            },
            cancel);

    private Task<SignInAnswer> RecordAsync(Visitor visitor, string key, Door door, Refusal shut, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                context.SignIns.Add(EventOf(visitor, key, door.Profile?.Id, null, PasswordCauseOf(shut), clock.GetUtcNow()));
                return new(shut, null);
            },
            cancel);

    /// <param name="Source">What is known of the source over all accounts; null where that does not hold up this browser.</param>
    private sealed record Door(SecurityProfile? Profile, PasswordGate? Gate, Throttle? Source);
}
