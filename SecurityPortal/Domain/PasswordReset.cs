namespace SecurityPortal.Domain;

// started ── first proof ── second proof ──▶ a new password is set ──▶ ended
//   └── five wrong answers, or half an hour ──▶ ended
/// <summary>
/// Somebody in a browser who has forgotten a password (R-PASS-2). There is one whether or not there is such an account, and
/// it is the same until something was proved.
/// </summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>So many wrong answers end it.</summary>
    public const int MostWrong = 5;

    /// <summary>So many are begun from one source within <see cref="Life"/>.</summary>
    public const int MostOfSource = 20;

    public required Guid Id { get; init; }

    /// <summary>The canonical form of what was typed as the account's name.</summary>
    public required string NameKey { get; init; }

    /// <summary>Null where no account is named so, or what was typed is not one of its established methods.</summary>
    public AccountId? Account { get; init; }

    public MethodId? First { get; init; }

    /// <summary>The hash of what the browser's cookie holds.</summary>
    public required string BrowserId { get; init; }

    /// <summary>By which the message with the first code is found; made up where none was sent.</summary>
    public required string Reference { get; init; }

    /// <summary>From where and by which browser it was asked for, which the message says.</summary>
    public required string Source { get; init; }

    public required string Browser { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the first code was seen to; the answer to the form waits for no message.</summary>
    public DateTimeOffset? SeenToAt { get; private set; }

    public DateTimeOffset? FirstAt { get; private set; }

    /// <summary>The method whose code is asked for as the second proof.</summary>
    public MethodId? Asked { get; set; }

    public MethodId? Second { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Wrong { get; private set; }

    /// <summary>Its codes are bound to it as those of a session are (R-CODE-7).</summary>
    public SessionId AsSession => new(Id);

    public DateTimeOffset EndsAt => StartedAt + Life;

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < EndsAt;

    /// <summary>False where another worker has seen to it already.</summary>
    public bool SeeTo(DateTimeOffset now)
    {
        var isFirst = SeenToAt is null;
        SeenToAt ??= now;
        return isFirst;
    }

    public void TakeFirst(DateTimeOffset now) => (FirstAt, Wrong) = (now, 0);

    public void TakeSecond(MethodId method) => (Second, Wrong) = (method, 0);

    public void CountWrong(DateTimeOffset now)
    {
        Wrong++;
        if (Wrong >= MostWrong)
            End(now);
    }

    public void End(DateTimeOffset now) => EndedAt = now;
}
