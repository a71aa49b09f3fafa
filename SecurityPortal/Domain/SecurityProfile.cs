using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>
/// One person's account with everything that must be judged together: sessions, methods, codes, a replacement, a
/// restriction, blocks. Instants are stored; what stage something is at is asked with <c>now</c>.
/// </summary>
public sealed partial class SecurityProfile
{
    private readonly List<SecurityMethod> _methods = [];

    private SecurityProfile()
    {
    }

    public AccountId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>As <see cref="AccountName.KeyOf"/>; unique.</summary>
    public string NameKey { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>As <see cref="AccountName.KeyOf"/>, so that people are found however they are spelled.</summary>
    public string DisplayKey { get; private set; } = "";

    public string Language { get; private set; } = "en";

    /// <summary>ISO 3166 alpha-2: the country first offered for a phone number.</summary>
    public string Country { get; private set; } = "";

    public ImmutableArray<Role> Roles { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSignInAt { get; private set; }

    public IReadOnlyList<SecurityMethod> Methods => _methods;

    /// <summary>Guards against two writers; the store moves it on with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The next instant at which time alone changes something; a worker looks for those that have passed.</summary>
    public DateTimeOffset? DueAt
    {
        get
        {
            DateTimeOffset?[] instants =
            [
                Pending?.EndsAt,
                NextNoticeAt,
                Restriction?.EndsAt,
                UnfinishedDueAt,
                Recovery is { IsTold: false } recovery ? recovery.EndsAt : null,
                EndTellings.Min(telling => telling.EndsAt),
                .. Challenges.Where(challenge => challenge is { AnsweredAt: null, DroppedAt: null }).Select(challenge => (DateTimeOffset?)challenge.ExpiresAt),

                // None stays in the store for longer, though nobody comes by.
                .. Challenges.Select(challenge => (DateTimeOffset?)(challenge.AskedAt + CodePolicy.Memory)),
            ];
            return instants.Min();
        }
        private set => _ = value;
    }

    /// <summary>Staff and administrators: longer codes, shorter idle time.</summary>
    public bool IsPrivileged => !Roles.IsEmpty;

    public static SecurityProfile Open(AccountId id, AccountDetails details, string? passwordHash, DateTimeOffset now) => new()
    {
        Id = id,
        Name = details.Name.Trim(),
        NameKey = AccountName.KeyOf(details.Name),
        DisplayName = details.DisplayName,
        DisplayKey = AccountName.KeyOf(details.DisplayName),
        Language = details.Language,
        Country = details.Country,
        Roles = details.Roles,
        PasswordHash = passwordHash,
        CreatedAt = now,
    };

    /// <summary>
    /// Does what has fallen due by <paramref name="now"/>. Every request begins with it, so that an answer never depends
    /// on when the worker last came by.
    /// </summary>
    public void Advance(SecurityPolicy policy, DateTimeOffset now)
    {
        TellOfUnfinished(NextChange(now));
        RestReminder(policy);

        // A restriction that ended before a replacement was due has let go of what it kept aside by then.
        if (Freeze?.EndsAt <= Restriction?.EndsAt)
            EndFreeze(now);
        EndRestriction(Pending is { } pending && pending.IsDue(now) ? pending.EndsAt : now);
        EndFreeze(now);
        TellOfReplacement(policy, now);
        ApplyReplacement(policy, now);
        ForgetReplacements(policy, now);
        ForgetEndedSessions(policy, now);
        ExpireChallenges(now);
        ForgetWrongTries(now);
        ForgetBlocks(now);
        TellOfBlockEnds(now);
        ForgetDestinations(now);
        ForgetDisowned(now);
        ForgetWrongContacts(now);
        ForgetRemembered(now);
        ForgetCallerNumber(now);
        ForgetCleared(now);
        TellOfUnfinished(now);
        TellOfRecovery(now);
        TendReminder(policy, now);
    }

    /// <summary>Contacts that an import brought along: offered when the account registers, and worth nothing before (R-METH-2).</summary>
    public ImmutableArray<Contact> Suggested { get; private set; } = [];

    public void Suggest(IEnumerable<Contact> contacts) => Suggested = [.. contacts];

    /// <summary>Gives a method to an account that has never signed in: an import's, or a demo account's.</summary>
    public void Grant(SecurityMethod method, DateTimeOffset? lastSignInAt = null)
    {
        _methods.Add(method);
        LastSignInAt = lastSignInAt ?? LastSignInAt;
    }
}

/// <summary>What an organisation says of a person when it makes their account.</summary>
public sealed record AccountDetails(string Name, string DisplayName, string Language, string Country, ImmutableArray<Role> Roles);
