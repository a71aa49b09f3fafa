namespace SecurityPortal.Domain;

/// <summary>A filter of the sign-in log that one of the staff has given a name, for themselves alone.</summary>
public sealed class SavedFilter
{
    public const int MaxLength = 60;

    /// <summary>Of one person.</summary>
    public const int Most = 20;

    public long Id { get; init; }

    public required AccountId Account { get; init; }

    public required string Name { get; init; }

    /// <summary>As it stands in the log's address.</summary>
    public required string Query { get; set; }

    public static bool IsName(string typed) => typed.Trim() is { Length: > 0 and <= MaxLength } name && !name.Any(char.IsControl);
}
