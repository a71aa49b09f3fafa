namespace SecurityPortal.Domain;

/// <summary>
/// A code that was mailed, as the link in that mail names it. Whoever comes with the link has read the mail; whether the
/// account is theirs is what they are asked (R-DEL-7).
/// </summary>
public sealed record CodeMail(Guid Id, MethodId Method, Contact To, string Language, ChallengeId? Challenge)
{
    /// <summary>From when it was written to when its link serves no more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(10);

    /// <summary>What is asked and answered by way of the link is bound to it, as elsewhere to a session; none is opened.</summary>
    public SessionId AsSession => new(Id);

    public Asker From(string source) => new(AsSession, source);
}
