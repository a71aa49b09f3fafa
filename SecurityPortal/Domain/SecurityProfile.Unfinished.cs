using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// A right password that no code follows: somebody may know it (R-ACT-1).
public sealed partial class SecurityProfile
{
    private const int MostUnfinished = 5;

    /// <summary>One notice stands for all of a day: whoever knows the password must not drown the owner in them.</summary>
    private static readonly TimeSpan s_unfinishedToldEvery = TimeSpan.FromHours(24);

    public ImmutableArray<UnfinishedSignIn> Unfinished { get; private set; } = [];

    public DateTimeOffset? UnfinishedToldAt { get; private set; }

    /// <summary>When the first of them is to be told of.</summary>
    private DateTimeOffset? UnfinishedDueAt => Unfinished.IsEmpty ? null : Unfinished.Min(begun => begun.TellAt);

    /// <summary>It stays whatever becomes of the session: signing out, or being pushed out, hides nothing.</summary>
    private void BeginSignIn(Session limited, SecurityPolicy policy, DateTimeOffset now)
    {
        if (limited.PasswordAt is null || MustRegister || limited.UndoesWith is not null || IsKnown(limited.BrowserId, now))
            return;

        if (Unfinished.Length < MostUnfinished && !(now < UnfinishedToldAt + s_unfinishedToldEvery))
            Unfinished = Unfinished.Add(new(now, limited.Id, limited.BrowserId, limited.Browser, limited.Source, limited.Place, now + policy.Sessions.Idle));
    }

    private bool IsKnown(string? browserId, DateTimeOffset now) =>
        browserId is not null && (RememberedOf(browserId, now) is not null || Habits?.Browsers.Any(known => known.What == browserId) == true);

    /// <summary>A code was entered there, or in the same browser later on.</summary>
    private void FinishSignIn(Session limited) =>
        Unfinished = Unfinished.RemoveAll(begun => begun.Session == limited.Id || (begun.BrowserId is not null && begun.BrowserId == limited.BrowserId));

    /// <summary>What the session did is told to everybody by itself.</summary>
    private void ExplainSignIn(SessionId session) => Unfinished = Unfinished.RemoveAll(begun => begun.Session == session);

    /// <summary>What the passing of time is to change only after it is told of: those that go with it hear it too.</summary>
    private DateTimeOffset NextChange(DateTimeOffset now) =>
        new[] { now, Restriction?.EndsAt ?? now, Pending?.EndsAt ?? now }.Min();

    private void TellOfUnfinished(DateTimeOffset now)
    {
        if (Unfinished.FirstOrDefault(begun => now >= begun.TellAt) is not { } first)
            return;

        (Unfinished, UnfinishedToldAt) = ([], first.TellAt);
        Tell(new SecurityEvent.PasswordKnown(first.Browser, first.Place?.Country)
        {
            At = first.At,
            By = first.Session,
            Source = first.Source,
            City = first.Place?.City,
        });
    }
}
