namespace SecurityPortal.Domain;

/// <summary>The step of half a minute that a typed code is an app's for, as it is looked at now; null when it is none (RFC 6238).</summary>
public delegate long? AppCheck(SecurityMethod app);

// An authenticator app: nothing is sent, so there is nothing to wait for, but a challenge takes its five tries as any other.
public sealed partial class SecurityProfile
{
    /// <summary>
    /// Takes a new app in. It counts for nothing until one right code of it was entered (R-PASS-4); of one session the last
    /// that was begun takes the place of those before it.
    /// </summary>
    /// <param name="seed">Sealed for <paramref name="id"/> in this account.</param>
    public Refusal? AddApp(Asker by, MethodId id, string seed, ChallengeId challenge, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if ((WhyNotAdd(by, policy, now) ?? WhyNoRoom(policy)) is { } refusal)
            return refusal;

        foreach (var begun in _methods.FindAll(method => method is { Kind: MethodKind.AuthenticatorApp, VerifiedAt: null } && method.AddedIn == by.Session))
        {
            _ = _methods.Remove(begun);
            DropChallenges(asked => asked.Method == begun.Id, now);
        }

        _methods.Add(NewApp(by, id, seed, now));
        _ = Send(by, Purpose.ConfirmMethod, id, new(challenge, "", new([], 0), ""), policy, now);
        BeginRegistering(by);
        return null;
    }

    /// <summary>As <see cref="Prove"/>, for a code that an app shows. Each step is taken once.</summary>
    /// <param name="stepOf">Null when what was typed cannot be a code at all.</param>
    public Refusal? ProveByApp(Asker by, Purpose purpose, ChallengeId id, AppCheck? stepOf, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == by.Session && challenge.Purpose == purpose) is not { } asked
            || AppOf(asked) is not { } app)
            return Find(by.Session) is null ? new Refusal.SignedOut() : new Refusal.NoCodeAsked();

        var step = stepOf?.Invoke(app);

        // It was right, and is not a guess: to type it twice is no wrong try.
        if (step <= app.LastStep && asked.IsOpen(now))
            return WhyNoCode(by, purpose, app.Id, policy, now) ?? new Refusal.AppCodeUsed();

        var refusal = Judge(by, asked, stepOf is null ? null : _ => step is not null, () => WhyNoCode(by, purpose, app.Id, policy, now), policy, now);
        if (refusal is null)
            app.LastStep = step!.Value;
        return refusal;
    }

    /// <summary>Whether a challenge is answered with what an app shows.</summary>
    public SecurityMethod? AppOf(Challenge asked) =>
        _methods.Find(method => method.Id == asked.Method && method.Kind == MethodKind.AuthenticatorApp);

    /// <summary>The app among these whose code was typed where none was asked for by name; each step once (R-PASS-4).</summary>
    private SecurityMethod? TakeCodeOfAny(IEnumerable<SecurityMethod> methods, Asker by, AppCheck stepOf, DateTimeOffset now)
    {
        foreach (var app in methods.Where(method => method.Kind == MethodKind.AuthenticatorApp))
        {
            if (WhyHeld(app, by, now) is not null || stepOf(app) is not { } step || step <= app.LastStep)
                continue;

            (app.LastStep, app.LastUsedAt) = (step, now);
            return app;
        }

        return null;
    }

    private static SecurityMethod NewApp(Asker by, MethodId id, string seed, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = MethodKind.AuthenticatorApp,
        Value = SecurityMethod.KeyOfApp(id),
        Key = SecurityMethod.KeyOfApp(id),
        Seed = seed,
        Language = "",
        AddedAt = now,
        AddedIn = by.Session,
    };
}
