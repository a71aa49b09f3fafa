using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What stands between a typed password and the look at its hash: the same for names that no account has (R-SIGN-2).
public sealed partial class SecurityInfoService
{
    /// <summary>The source of the gate of a browser that holds no cookie: there is none, and it is looked for all the same.</summary>
    private const string NoBrowser = "browser:";

    private static Refusal? WhyShut(Door door, DateTimeOffset now) =>
        SourceBlockOf(door, now)?.AsRefusal()
        ?? (door.IsRemembered ? null : WhySlowed(door.Passwords, now))
        ?? (door.Gate?.IsShut(now) == true ? new Refusal.SourceBlocked(door.Gate.BlockedUntil!.Value) : null);

    /// <summary>One that staff have set stands for everybody; what the portal has set is judged by the slow-down.</summary>
    private static Block? SourceBlockOf(Door door, DateTimeOffset now) =>
        door.Source is { IsByStaff: true } source && source.Stands(now) ? source.AsBlock(BlockScope.Source) : null;

    /// <summary>The same under the write lock: a sign-in that was under way when staff set it does not slip through.</summary>
    private static Refusal? WhyStaffBlocked(PortalContext context, Caller caller, DateTimeOffset now) =>
        context.Throttles.Find(ThrottleKey.Source(caller.Source)) is { IsByStaff: true } source && source.Stands(now) ? source.AsBlock(BlockScope.Source)!.AsRefusal() : null;

    private async Task<Door> LookUpAsync(string key, Caller caller, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var browser = SourceOf(caller);
        var source = ThrottleKey.Source(caller.Source);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var profile = s_named(context, key);
        var passwords = ThrottleKey.Passwords(caller.Source);
        var gates = await context.PasswordGates.AsNoTracking()
            .Where(gate => gate.NameKey == key && (gate.Source == caller.Source || gate.Source == browser)).ToListAsync(cancel);
        var counted = await context.Throttles.AsNoTracking().Where(known => known.Key == source || known.Key == passwords).ToListAsync(cancel);
        var seat = SeatOf(profile, caller, gates.Find(gate => gate.Source == browser), now);
        return new(profile, gates.Find(gate => gate.Source == seat), counted.Find(row => row.Key == source), counted.Find(row => row.Key == passwords), seat, seat == browser);
    }

    private static string SourceOf(Caller caller) => caller.BrowserId is { } id ? RememberedBrowser.SourceOf(id) : NoBrowser;

    /// <summary>
    /// Where a caller's wrong passwords are counted: at their network, or at the browser that the account remembers, which
    /// others cannot shut (R-BLOCK-6). Ten wrong ones of its own make that one like any other.
    /// </summary>
    private static string SeatOf(SecurityProfile? profile, Caller caller, PasswordGate? own, DateTimeOffset now) =>
        profile?.RememberedOf(caller.BrowserId, now) is { } browser && own?.IsShut(now) != true
            ? RememberedBrowser.SourceOf(browser.BrowserId)
            : caller.Source;

    /// <summary>
    /// Under the write lock a right password is judged once more: of guesses that come together none slips past the block,
    /// and the password may have been changed while its hash was being checked.
    /// </summary>
    private static Refusal? PassGate(PortalContext context, SecurityProfile profile, SecurityProfile known, Caller caller, DateTimeOffset now)
    {
        if ((WhyStaffBlocked(context, caller, now) ?? WhySlowed(context, profile, caller, now)) is { } held)
            return held;

        var own = context.PasswordGates.Find(profile.NameKey, SourceOf(caller));
        var gate = context.PasswordGates.Find(profile.NameKey, SeatOf(profile, caller, own, now));
        if (gate?.IsShut(now) == true)
            return Knock(gate, now);

        if (profile.PasswordHash != known.PasswordHash)
            return new Refusal.WrongNameOrPassword();

        gate?.EndRow();
        if (gate?.IsForgotten(now) == true)
            context.PasswordGates.Remove(gate);
        return null;
    }

    private Task<SignInAnswer> RefuseAsync(Visitor visitor, string key, Door door, CancellationToken cancel) =>
        RefuseAsync(visitor, key, door, WrongCauseOf(door.Profile), new Refusal.WrongNameOrPassword(), cancel);

    private Task<SignInAnswer> RefuseAsync(Visitor visitor, string key, Door door, SignInCause wrong, Refusal refusal, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                var now = clock.GetUtcNow();
                var gate = GateOf(context, key, door, visitor, now);
                var wasShut = gate.IsShut(now);
                gate.CountWrong(Policy.Passwords, Policy.Blocks, now);
                var slowed = wasShut ? null : CountWrongOfSource(context, visitor, key, door.Profile, now);
                context.SignIns.Add(EventOf(visitor, key, door.Profile?.Id, null, wasShut ? SignInCause.SourceBlocked : wrong, now));
                return new(gate.IsShut(now) ? new Refusal.SourceBlocked(gate.BlockedUntil!.Value) : slowed ?? refusal, null);
            },
            cancel);

    /// <summary>A password that was not even looked at. It is a try all the same, and moves the end (R-BLOCK-3).</summary>
    private Task<SignInAnswer> RecordAsync(Visitor visitor, string key, Door door, Refusal shut, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                var now = clock.GetUtcNow();
                var gate = shut is Refusal.SourceBlocked ? context.PasswordGates.Find(key, door.Seat) : null;
                context.SignIns.Add(EventOf(visitor, key, door.Profile?.Id, null, PasswordCauseOf(shut), now));
                return new(gate?.IsShut(now) == true ? Knock(gate, now) : shut, null);
            },
            cancel);

    private static PasswordGate GateOf(PortalContext context, string key, Door door, Visitor visitor, DateTimeOffset now)
    {
        var gate = context.PasswordGates.Find(key, door.Seat);

        // Others of the same browser were at it meanwhile, and now it is like any other.
        if (door.IsRemembered && gate?.IsShut(now) == true)
            gate = context.PasswordGates.Find(key, visitor.Source);
        else if (gate is null && door.IsRemembered)
            return context.PasswordGates.Add(new() { NameKey = key, Source = door.Seat }).Entity;

        return gate ?? context.PasswordGates.Add(new() { NameKey = key, Source = visitor.Source }).Entity;
    }

    private static Refusal.SourceBlocked Knock(PasswordGate gate, DateTimeOffset now)
    {
        gate.TakeTry(now);
        return new(gate.BlockedUntil!.Value);
    }

    /// <param name="Source">What staff have said of the source.</param>
    /// <param name="Passwords">What is counted of it over all accounts.</param>
    /// <param name="Seat">What wrong passwords are counted under.</param>
    /// <param name="IsRemembered">It is the browser's own.</param>
    private sealed record Door(SecurityProfile? Profile, PasswordGate? Gate, Throttle? Source, Throttle? Passwords, string Seat, bool IsRemembered);
}
