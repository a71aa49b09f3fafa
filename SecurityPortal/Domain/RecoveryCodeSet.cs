using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>Ten codes to be kept on paper, each good for once (R-PASS-6). Only their keyed hashes are stored.</summary>
public sealed record RecoveryCodeSet
{
    public const int Size = 10;

    /// <summary>So few that are left are worth a warning.</summary>
    public const int Few = 3;

    public required MethodId Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>From when on they count as established.</summary>
    public required DateTimeOffset EstablishedAt { get; init; }

    public required ImmutableArray<RecoveryCode> Codes { get; init; }

    /// <summary>The session that was shown them and has not said yet that they are kept; null once they are in use.</summary>
    public SessionId? ShownIn { get; init; }

    /// <summary>Under which wrong ones are counted.</summary>
    public string Key => KeyOf(Id);

    public int Left => Codes.Count(code => code.UsedAt is null);

    public DateTimeOffset? LastUsedAt => Codes.Max(code => code.UsedAt);

    public bool IsEstablished(DateTimeOffset now) => EstablishedAt <= now;

    public static string KeyOf(MethodId set) => $"recovery:{set}";
}

/// <summary>A code's keyed hash and the version of its key; when it was used.</summary>
public sealed record RecoveryCode(CodeSeal Seal, DateTimeOffset? UsedAt = null);

/// <summary>Says whether what was typed is this code, in constant time.</summary>
public delegate bool RecoveryCodeCheck(RecoveryCodeSet set, RecoveryCode code);
