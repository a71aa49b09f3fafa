using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// What wrong codes lead to, over all challenges and sessions (R-CODE-3):
//   10 in a row at one source ──▶ the method is blocked there
//   50 over all sources       ──▶ blocked everywhere but on remembered browsers
//   100 since its last success ──▶ disabled until another method, or the help desk, brings it back
public sealed partial class SecurityProfile
{
    private const int MostWrongTries = 1_000;

    public ImmutableArray<WrongTry> WrongTries { get; private set; } = [];

    /// <summary>Whether a method is out of use for now. Not while it is being replaced: then it is what can stop that (R-PEND-5).</summary>
    public bool IsDisabled(SecurityMethod method) => method.DisabledAt is not null && Pending is null;

    /// <summary>It can be relied on: what nothing but a block holds back.</summary>
    private static bool Serves(SecurityMethod method) => method is { IsUsable: true, DisabledAt: null };

    private Refusal.MethodDisabled? WhyDisabled(Purpose purpose, MethodId id) =>
        (purpose is Purpose.SignIn or Purpose.ChangeSecurityInfo or Purpose.BringBack or Purpose.MendClear || IsOfStaff(purpose))
        && _methods.Find(method => method.Id == id) is { } method && IsDisabled(method)
            ? new()
            : null;

    /// <summary>A browser that the account knows counts for itself: nobody else's tries hold it up, and its own do.</summary>
    private bool IsTrusted(Asker by, DateTimeOffset now) =>
        RememberedOf(by.BrowserId, now) is { } browser
        && !Blocks.Any(block => block.Source == RememberedBrowser.SourceOf(browser.BrowserId) && block.Stands(now));

    /// <summary>Where wrong tries are counted.</summary>
    private string SeatOf(Asker by, DateTimeOffset now) => IsTrusted(by, now) ? RememberedBrowser.SourceOf(by.BrowserId!) : by.Source;

    private Refusal.Blocked? RememberWrongTry(Asker by, Challenge asked, SecurityPolicy policy, DateTimeOffset now)
    {
        var source = SeatOf(by, now);
        TakeWrong(new(asked.ContactKey, source, now) { IsStrangers = asked.Purpose == Purpose.Disown, IsCounted = IsBeingReplaced(asked.ContactKey) });
        CountHere(asked.ContactKey, source, policy, now);

        // Else the owner would be locked out the moment they cancel, by what a thief did meanwhile (R-PEND-5).
        if (IsBeingReplaced(asked.ContactKey))
            return Holding(asked.ContactKey, by, now);

        CountEverywhere(asked.ContactKey, policy, now);
        if (asked.Purpose != Purpose.Disown)
            CountSinceSuccess(asked.ContactKey, now);
        return Holding(asked.ContactKey, by, now);
    }

    private void TakeWrong(WrongTry wrong)
    {
        if (WrongTries.Length >= MostWrongTries)
            WrongTries = WrongTries.RemoveAt(0);
        WrongTries = WrongTries.Add(wrong);
    }

    private void CountHere(string key, string source, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WrongTries.Count(wrong => !wrong.IsRowOver && wrong.ContactKey == key && wrong.Source == source) < policy.Codes.FailuresBeforeBlock)
            return;

        Begin(BlockScope.MethodAtSource, key, source, policy, now);
        EndRow(key, source);
    }

    private void CountEverywhere(string key, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WrongTries.Count(wrong => wrong is { IsCounted: false, IsStrangers: false } && wrong.ContactKey == key) < policy.Blocks.FailuresEverywhere
            || Blocks.Any(block => block.IsOfSame(BlockScope.Method, key, "") && block.Stands(now)))
            return;

        Begin(BlockScope.Method, key, "", policy, now);
        Mark(wrong => wrong.ContactKey == key, wrong => wrong with { IsCounted = true });
    }

    private void CountSinceSuccess(string key, DateTimeOffset now)
    {
        if (_methods.Find(method => method.IsConfirmed && CountedAs(method) == key) is not { } method)
            return;

        method.WrongSinceSuccess++;
        if (method.WrongSinceSuccess < BlockPolicy.FailuresToDisable || method.DisabledAt is not null)
            return;

        method.DisabledAt = now;
        Tell(new SecurityEvent.MethodDisabled(method.Contact) { At = now });
    }

    /// <summary>A right code ends the row of wrong ones at its source. What others try elsewhere goes on counting.</summary>
    private void TakeSuccess(Asker by, Challenge asked, DateTimeOffset now)
    {
        EndRow(asked.ContactKey, SeatOf(by, now));
        if (asked.Purpose != Purpose.Disown && _methods.Find(used => used.Id == asked.Method && used.IsConfirmed) is { } method)
            Enable(method);
    }

    private static void Enable(SecurityMethod method) => (method.WrongSinceSuccess, method.DisabledAt) = (0, null);

    private void EndRow(string key, string source) =>
        Mark(wrong => wrong.ContactKey == key && wrong.Source == source, wrong => wrong with { IsRowOver = true });

    private void Mark(Func<WrongTry, bool> which, Func<WrongTry, WrongTry> how)
    {
        if (WrongTries.Any(which))
            WrongTries = [.. WrongTries.Select(wrong => which(wrong) ? how(wrong) : wrong).Where(wrong => !wrong.IsSpent)];
    }

    private void ForgetWrongTries(DateTimeOffset now)
    {
        if (WrongTries.Any(wrong => now >= wrong.At + CodePolicy.Memory))
            WrongTries = WrongTries.RemoveAll(wrong => now >= wrong.At + CodePolicy.Memory);
    }
}
