namespace SecurityPortal.Domain;

// none ── made ──▶ said to the help desk ──▶ used up
//           └── five wrong ones, ten minutes, another one, or the end of its session ──▶ worth nothing
public sealed partial class SecurityProfile
{
    public CallerNumber? CallerNumber { get; private set; }

    /// <summary>Takes the place of the one before. It changes nothing, so it is open while all else is closed.</summary>
    public Refusal? MakeCallerNumber(Asker by, NewCallerNumber made, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoCallerNumber(by, policy, now) is { } refusal)
            return refusal;

        var lately = CallerNumber?.Made.RemoveAll(at => now >= at + CallerNumber.MadeWithin) ?? [];
        if (lately.Length >= CallerNumber.MostMade)
            return new Refusal.TooManyCallerNumbers(CallerNumber.MostMade, lately[^CallerNumber.MostMade] + CallerNumber.MadeWithin);

        CallerNumber = new() { Id = made.Id, Seal = made.Seal, MadeIn = by.Session, MadeAt = now, Made = lately.Add(now) };
        return null;
    }

    /// <summary>
    /// Takes what a caller said: once, for one case. A wrong one is counted before the answer, and the account is to be
    /// stored although it was refused.
    /// </summary>
    /// <param name="isRight">Null when what was typed cannot be one at all: that is told, and is no try.</param>
    public Refusal? TakeCallerNumber(CallerNumberCheck? isRight, DateTimeOffset now)
    {
        if (CallerNumber is not { } made || !made.IsOpen(now) || Find(made.MadeIn) is null)
            return new Refusal.NoCallerNumber();

        if (isRight is null)
            return new Refusal.NotACallerNumber();

        var right = isRight(made);
        CallerNumber = right ? made with { UsedAt = now } : made with { Wrong = made.Wrong + 1 };
        return right ? null : new Refusal.WrongCallerNumber();
    }

    /// <summary>The password and a method: a browser that is remembered proves none, and may have been stolen with the phone.</summary>
    private Refusal? WhyNoCallerNumber(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        var session = Find(by.Session)!;
        if (IsRegistering(session, policy, now))
            return new Refusal.NotFullySignedIn();

        return IsProved(session) ? null : new Refusal.ProofNeeded();
    }

    private void ForgetCallerNumber(DateTimeOffset now)
    {
        if (now >= CallerNumber?.MadeAt + CallerNumber.MadeWithin)
            CallerNumber = null;
    }
}
