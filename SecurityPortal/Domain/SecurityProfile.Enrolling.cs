namespace SecurityPortal.Domain;

// cleared ── password, then what is left, or a pass ──▶ registering ── the required methods are confirmed ──▶ in use
public sealed partial class SecurityProfile
{
    /// <summary>What the account owes since it was cleared; null where nothing (R-HELP-3).</summary>
    public RegistrationDuty? Duty { get; private set; }

    public EnrolmentPass? Pass { get; private set; }

    /// <summary>New methods come before anything else.</summary>
    public bool OwesRegistration => Duty is not null;

    /// <summary>Whoever knows the password registers only with a pass: after a clear that left nothing, and long after the import.</summary>
    public bool TakesPass(SecurityPolicy policy, DateTimeOffset now) =>
        MustRegister && !IsPasswordless && (Duty is { } duty ? duty.TakesPass : now >= RegistersUntil(policy));

    /// <summary>This session has typed the pass.</summary>
    public bool HasPass(SessionId session) => Pass?.TypedIn == session;

    /// <summary>
    /// Takes what was typed: once, in one session. A wrong one is counted before the answer, and the account is to be stored
    /// although it was refused.
    /// </summary>
    /// <param name="isRight">Null when what was typed cannot be one at all: that is told, and is no try.</param>
    public Refusal? TakePass(Asker by, PassCheck? isRight, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.FullAt is not null || session.UndoesWith is not null || session.PasswordAt is null || Pending is not null || !TakesPass(policy, now))
            return new Refusal.NotRegistering();

        if (HasPass(session.Id))
            return null;

        if (isRight is null)
            return new Refusal.NotAPass();

        if (Pass is { TypedIn: not null })
            return new Refusal.PassTaken();

        if (Pass is not { } pass || !pass.IsOpen(now))
            return new Refusal.NoPass();

        if (!isRight(pass))
        {
            Pass = pass with { Wrong = pass.Wrong + 1 };
            return new Refusal.WrongPass(EnrolmentPass.MostWrong - Pass.Wrong);
        }

        Pass = pass with { TypedIn = by.Session };
        return null;
    }

    private void EndDuty()
    {
        (Duty, Pass) = (null, null);
        foreach (var session in Sessions.Where(session => session is { IsRegistering: true, FullAt: not null }))
            Replace(session with { IsRegistering = false });
    }

    /// <summary>Something has been registered since, or there is nothing to register.</summary>
    public bool HasMetDuty => Duty is not { } duty || _methods.Exists(method => method.IsConfirmed && method.VerifiedAt >= duty.Since);
}
