namespace SecurityPortal.Domain;

public readonly record struct AccountId(Guid Value)
{
    public static AccountId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

/// <summary>Names a method, or new info that becomes a method when its replacement is applied.</summary>
public readonly record struct MethodId(Guid Value)
{
    public static MethodId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

public readonly record struct SessionId(Guid Value)
{
    public static SessionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

public readonly record struct ChallengeId(Guid Value)
{
    public static ChallengeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

public readonly record struct ReplacementId(Guid Value)
{
    public static ReplacementId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
